/** The six boxes for a one-time code inside the conversation. */

import { drawBoxes } from "../code-boxes.js";
import { make } from "./make.js";

export function codeBlock(block, { giveCode, words }) {
  const digits = block.digits || 6;
  const label = words("widget-code-label");
  const input = make("input", {
    class: "code-input",
    type: "text",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    pattern: `[0-9]{${digits}}`,
    "aria-label": label,
    required: true,
  });
  const form = make("form", { class: "code", novalidate: true }, make("p", { class: "hint" }, label), input);
  const give = () => {
    if (form.classList.contains("closed") || input.value.length !== digits) return;
    closeCode(form);
    giveCode(input.value);
  };
  form.addEventListener("submit", (event) => (event.preventDefault(), give()));
  drawBoxes(input, { digits, onfull: give });
  return form;
}

export function closeCode(form) {
  form.classList.add("closed");
  form.querySelector("input").disabled = true;
}
