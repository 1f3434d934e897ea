/** A shop's brand colour made readable: the text on it and the shade on light and on dark grounds. */

const READABLE = 4.5;
const GROUNDS = { light: "#ffffff", dark: "#1e1c1a" };

/** ``{accent, ink, tint}`` for a theme, or null when the colour is not one. */
export function repaired(colour, theme) {
  const start = parse(colour);
  if (!start) return null;
  const towards = theme === "dark" ? [255, 255, 255] : [0, 0, 0];
  const ground = parse(GROUNDS[theme]);
  let accent = start;
  for (let step = 0; step <= 20 && contrast(accent, ground) < READABLE; step += 1) accent = mix(start, towards, step / 20);
  const ink = contrast(accent, [255, 255, 255]) >= READABLE ? "#ffffff" : "#14120f";
  return { accent: written(accent), ink, tint: written(mix(ground, accent, 0.1)) };
}

function parse(colour) {
  const found = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour || "");
  if (!found) return null;
  const hex = found[1].length === 3 ? [...found[1]].map((digit) => digit + digit).join("") : found[1];
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function written(colour) {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function mix(one, other, share) {
  return one.map((part, at) => part + (other[at] - part) * share);
}

function contrast(one, other) {
  const [light, dark] = [brightness(one), brightness(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function brightness(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
