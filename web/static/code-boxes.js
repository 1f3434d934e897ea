/** One field for a one-time code, drawn as boxes. It stays a single input, so that pasting, the phone's own suggestion
    and screen readers work as in any other field. Used by the chat and by the sign-in page. */

export function drawBoxes(input, { digits = 6, onfull } = {}) {
  const frame = document.createElement("span");
  frame.className = "code-boxes";
  frame.style.setProperty("--digits", digits);
  const focused = input.matches(":focus") || input.autofocus;
  input.before(frame);
  const boxes = Array.from({ length: digits }, () => {
    const box = document.createElement("span");
    box.className = "code-box";
    box.setAttribute("aria-hidden", "true");
    return box;
  });
  frame.append(input, ...boxes);
  let told = "";
  const draw = () => {
    const kept = input.value.replace(/\D/g, "").slice(0, digits);
    if (kept !== input.value) input.value = kept;
    const here = Math.min(kept.length, digits - 1);
    boxes.forEach((box, place) => {
      box.textContent = kept[place] ?? "";
      box.classList.toggle("here", place === here && input.matches(":focus"));
    });
    if (kept.length === digits && kept !== told) onfull?.(kept);
    told = kept.length === digits ? kept : "";
  };
  const toEnd = () => input.setSelectionRange(input.value.length, input.value.length);
  input.removeAttribute("maxlength");
  input.addEventListener("input", draw);
  input.addEventListener("focus", () => (toEnd(), draw()));
  input.addEventListener("click", toEnd);
  input.addEventListener("blur", draw);
  if (focused) input.focus();
  draw();
  return frame;
}
