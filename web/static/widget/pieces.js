/** Small parts that several blocks share: a link as a button, labelled facts, and where a quotation stands. */

import { icon, make, safeAddress, worded } from "./make.js";

/** A button that opens a page in a new tab. */
export function linkButton({ label, url, primary }, { server, words }, picture = "open") {
  const address = safeAddress(url, server);
  if (!address) return null;
  return make(
    "a",
    { class: primary ? "button primary" : "button", href: address, target: "_blank", rel: "noopener" },
    make("span", {}, label),
    icon(picture),
    make("span", { class: "unseen" }, ` (${words("widget-new-tab")})`),
  );
}

export function rowsList(rows) {
  const pairs = rows.map((row) =>
    make("div", { class: "row" }, make("dt", {}, row.label), make("dd", {}, worded(row.value))),
  );
  return make("dl", { class: "rows" }, pairs);
}

/** Title, heading path and day of change: where a quoted sentence stands. */
export function sourceLine(source) {
  const path = [source.title, ...source.headings.filter((heading) => heading !== source.title)];
  return make(
    "p",
    { class: "source" },
    icon("note"),
    make("span", {}, make("cite", {}, path.join(" › ")), source.updated ? make("small", {}, source.updated) : null),
  );
}
