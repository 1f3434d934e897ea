/** A card: picture, product, state pill, facts, the one sentence that decides, buttons, and "Why?" with the clause. */

import { icon, make, newId, safeAddress, worded } from "./make.js";
import { linkButton, rowsList, sourceLine } from "./pieces.js";

const TONES = { good: "check", waiting: "wait", problem: "warn", neutral: "dot" };

export function pill({ label, tone }) {
  const known = TONES[tone] ? tone : "neutral";
  return make("span", { class: `pill ${known}` }, icon(TONES[known]), make("span", {}, label));
}

export function cardBlock(block, context) {
  const actions = block.actions.map((link) => linkButton(link, context)).filter(Boolean);
  const [why, clause] = block.why ? whyClause(block.why, context.words) : [null, null];
  return make(
    "article",
    { class: "card", "aria-label": block.title },
    make(
      "div",
      { class: "card-head" },
      picture(block.image, context.server),
      make(
        "div",
        { class: "card-names" },
        make("h3", {}, block.title),
        block.subtitle ? make("p", { class: "subtitle" }, block.subtitle) : null,
        block.pill ? pill(block.pill) : null,
      ),
    ),
    block.rows.length ? rowsList(block.rows) : null,
    block.decision ? make("p", { class: "decision" }, worded(block.decision, { strong: true })) : null,
    actions.length || why ? make("div", { class: "card-actions" }, actions, why) : null,
    clause,
  );
}

function picture(image, server) {
  const address = image ? safeAddress(image, server) : null;
  if (!address) return null;
  const drawn = make("img", { src: address, alt: "", width: 64, height: 64, loading: "lazy", decoding: "async" });
  drawn.addEventListener("error", () => drawn.classList.add("missing"), { once: true });
  return drawn;
}

function whyClause(why, words) {
  const id = `clause-${newId()}`;
  const clause = make("div", { class: "clause", id, hidden: true }, make("blockquote", {}, why.text), sourceLine(why.source));
  const button = make(
    "button",
    {
      type: "button",
      class: "quiet why",
      "aria-expanded": "false",
      "aria-controls": id,
      onclick: () => {
        clause.hidden = !clause.hidden;
        button.setAttribute("aria-expanded", String(!clause.hidden));
        if (!clause.hidden) clause.scrollIntoView({ block: "nearest" });
      },
    },
    words("widget-why"),
  );
  return [button, clause];
}
