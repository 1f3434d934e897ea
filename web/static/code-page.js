/* The sign-in page's code field as six boxes; it is an ordinary field without this. */

import { drawBoxes } from "./code-boxes.js";

const input = document.getElementById("code");
if (input) drawBoxes(input, { onfull: () => input.form.requestSubmit() });
