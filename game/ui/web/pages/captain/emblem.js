// Emblems: by shape and number a ship is known on every wall, and by nothing else.

import { shape } from "../draw.js";
import { _ } from "../words.js";

const SHAPES = {
  circle: ["\u25cf", _("circle"), "M0 -34 a34 34 0 1 0 .01 0 z"], square: ["\u25a0", _("square"), "M-31 -31 h62 v62 h-62 z"],
  triangle: ["\u25b2", _("triangle"), "M0 -40 L42 33 H-42 z"], diamond: ["\u25c6", _("diamond"), "M0 -42 L42 0 L0 42 L-42 0 z"],
  cross: ["\u271a", _("cross"), "M-15 -40 h30 v25 h25 v30 h-25 v25 h-30 v-25 h-25 v-30 h25 z"],
  star: ["\u2605", _("star"), "M0 -44 L12 -15 L43 -14 L18 5 L27 35 L0 18 L-27 35 L-18 5 L-43 -14 L-12 -15 z"],
};

export function emblemText({ shape: name, number }) {
  const [sign, word] = SHAPES[name];
  return `${sign} ${word} ${number}`;
}

export function emblemPicture({ shape: name, number }) {
  const [, word, path] = SHAPES[name];
  return shape("svg", { viewBox: "-50 -50 100 100", role: "img", class: "emblem", "aria-label": `${word} ${number}` },
    shape("path", { d: path, class: "emblem-shape" }),
    shape("text", { x: 0, y: name === "triangle" ? 22 : 10, "text-anchor": "middle", class: "emblem-number" }, String(number)));
}
