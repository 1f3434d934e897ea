/** What the console does beside plain forms and links; every page works without it. */

import { repaired } from "./widget/colour.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** The widget's colour while it is typed, repaired for contrast as the widget does it. */
function wear(field, look) {
  const worn = repaired(field.value, DARK.matches ? "dark" : "light");
  look.style.setProperty("--brand", worn?.accent ?? "var(--accent)");
  if (worn) look.style.setProperty("--accent-ink", worn.ink);
  else look.style.removeProperty("--accent-ink");
}

const field = document.querySelector("[data-colour]");
const look = document.querySelector("[data-look]");
if (field && look) {
  field.addEventListener("input", () => wear(field, look));
  wear(field, look);
}
