/** Builds elements. Text only ever becomes text nodes: nothing that was written by anyone is read as markup. */

const SVG = "http://www.w3.org/2000/svg";

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  assign(element, attributes);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function assign(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.setAttribute("class", value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/** A random id; pages that are not served over HTTPS have no randomUUID. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const SHAPES = {
  chat: "M4 5h16v11H9l-5 4V5Z M8 9h8 M8 12h5",
  close: "M6 6l12 12 M18 6 6 18",
  send: "M5 12h13 M12 6l6 6-6 6",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
  renew: "M12 5H5v14h14v-7 M18.3 4.2l1.5 1.5a1 1 0 0 1 0 1.4L12.5 14.4 9 15l.6-3.5 7.3-7.3a1 1 0 0 1 1.4 0Z",
  open: "M9 5H5v14h14v-4 M13 5h6v6 M19 5l-9 9",
  clip: "M19 11.5 12 18.5a4.2 4.2 0 0 1-6-6l7.5-7.5a2.8 2.8 0 0 1 4 4L10 16.5a1.4 1.4 0 0 1-2-2l6.5-6.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  warn: "M12 4 2.8 19.5h18.4L12 4Z M12 10v4.5 M12 17v.5",
  wait: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z M12 8v4.5l3 2",
  dot: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z",
  down: "M6 9l6 6 6-6",
  note: "M6 3.5h8l4 4v13H6v-17Z M13.5 3.5V8H18 M9 12h6 M9 15.5h6",
};

/** A drawing of 24 units in the colour of the text; always beside words, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  assign(svg, { viewBox: "0 0 24 24", "aria-hidden": "true", class: `icon icon-${name}`, focusable: "false" });
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** Words with their facts: dates, amounts and numbers never break across lines; dates and amounts stand out where asked. */
export function worded(words, { strong = false } = {}) {
  const facts = (words.spans || []).filter((span) => span.text && span.kind !== "text" && span.kind !== "name");
  let rest = words.text;
  const parts = [];
  while (rest) {
    const [at, fact] = firstFact(rest, facts);
    if (!fact) break;
    if (at > 0) parts.push(document.createTextNode(rest.slice(0, at)));
    const short = fact.text.length <= 24 ? " fact-whole" : "";
    const stands = strong && (fact.kind === "date" || fact.kind === "amount");
    parts.push(make(stands ? "strong" : "span", { class: `fact${short}` }, fact.text));
    rest = rest.slice(at + fact.text.length);
  }
  if (rest) parts.push(document.createTextNode(rest));
  return parts;
}

function firstFact(text, facts) {
  let best = [-1, null];
  for (const fact of facts) {
    const at = text.indexOf(fact.text);
    const earlier = best[0] < 0 || at < best[0] || (at === best[0] && fact.text.length > best[1].text.length);
    if (at >= 0 && earlier) best = [at, fact];
  }
  return best;
}

/** An address that may be opened or shown; relative ones belong to the server of the chat. Anything but http(s) is refused. */
export function safeAddress(address, server) {
  try {
    const url = new URL(address, server);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
