/** Options as full-width buttons; once one is picked, or the talk has moved on, they stay and no longer answer. */

import { icon, make, newId, worded } from "./make.js";

export function choicesBlock(block, { choose }) {
  const id = `prompt-${newId()}`;
  const buttons = block.options.map((option) =>
    make(
      "button",
      {
        type: "button",
        class: "choice",
        "data-option": option.id,
        onclick: () => choose(option),
      },
      make("span", {}, option.label),
    ),
  );
  return make(
    "div",
    { class: "choices", role: "group", "aria-labelledby": block.prompt.text ? id : null },
    block.prompt.text ? make("p", { class: "bubble agent prompt", id }, worded(block.prompt)) : null,
    make("div", { class: "options" }, buttons),
  );
}

/** Marks the option if it is among these and closes them all; false when it is not here. */
export function markChosen(element, option, words) {
  const chosen = [...element.querySelectorAll(".choice")].find((button) => button.dataset.option === option);
  if (!chosen) return false;
  closeChoices(element);
  chosen.classList.add("chosen");
  chosen.append(icon("check"), make("span", { class: "unseen" }, ` (${words("widget-chosen")})`));
  return true;
}

export function closeChoices(element) {
  element.classList.add("closed");
  for (const button of element.querySelectorAll(".choice")) button.disabled = true;
}

/** Opens them again when the choice could not be sent and is not to be sent again. */
export function reopenChoices(element) {
  element.classList.remove("closed");
  for (const button of element.querySelectorAll(".choice")) {
    button.disabled = false;
    if (!button.classList.contains("chosen")) continue;
    button.classList.remove("chosen");
    button.replaceChildren(button.firstElementChild);
  }
}
