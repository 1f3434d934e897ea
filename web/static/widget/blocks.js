/** The blocks of a reply as elements; one function per kind. An unknown kind is left out rather than guessed. */

import { cardBlock } from "./card.js";
import { choicesBlock } from "./choices.js";
import { codeBlock } from "./code.js";
import { icon, make, worded } from "./make.js";
import { linkButton, rowsList, sourceLine } from "./pieces.js";

/** ``context``: ``{server, words, choose(option), giveCode(code)}``. Returns elements in order; texts that follow each
    other share a bubble. */
export function renderBlocks(blocks, context) {
  const elements = [];
  let bubble = null;
  for (const block of blocks) {
    if (block.kind === "text") {
      bubble ??= elements[elements.push(make("div", { class: "bubble agent" })) - 1];
      bubble.append(make("p", {}, worded(block.words)));
      continue;
    }
    bubble = null;
    const element = RENDERERS[block.kind]?.(block, context);
    if (element) elements.push(element);
  }
  return elements;
}

const RENDERERS = {
  quote: quoteBlock,
  facts: factsBlock,
  card: cardBlock,
  timeline: timelineBlock,
  choices: choicesBlock,
  link: (block, context) => make("div", { class: "alone" }, linkButton(block, context)),
  upload: uploadBlock,
  code_entry: codeBlock,
};

function quoteBlock(block) {
  const paragraphs = block.text.split(/\n{2,}/).map((text) => make("p", {}, text));
  return make("figure", { class: "quote" }, make("blockquote", {}, paragraphs), block.sources.map(sourceLine));
}

function factsBlock(block) {
  return make("section", { class: "facts" }, block.title ? make("h3", {}, block.title) : null, rowsList(block.rows));
}

/** Steps to come (they have no date) stand above the present one; those before it are folded. */
function timelineBlock(block, context) {
  const present = Math.max(block.steps.findIndex((step) => step.at), 0);
  const list = (steps, name) => (steps.length ? make("ol", { class: `steps ${name}` }, steps.map(timelineStep)) : null);
  const earlier = list(block.steps.slice(present + 1), "earlier");
  const fold = () => make("summary", {}, icon("down"), make("span", {}, context.words("widget-earlier")));
  return make(
    "section",
    { class: "timeline" },
    list(block.steps.slice(0, present), "ahead"),
    list(block.steps.slice(present, present + 1), "now"),
    earlier ? make("details", {}, fold(), earlier) : null,
    block.link ? linkButton(block.link, context) : null,
  );
}

function timelineStep(step) {
  const place = [step.at, step.place].filter(Boolean).join(" · ");
  return make("li", {}, make("p", { class: "what" }, worded(step.label)), place ? make("p", { class: "when" }, place) : null);
}

function uploadBlock(block, context) {
  const link = linkButton({ label: block.prompt, url: block.url, primary: true }, context, "clip");
  const kinds = block.accepts.join(", ");
  return link && make("div", { class: "alone" }, link, kinds ? make("p", { class: "hint" }, kinds) : null);
}
