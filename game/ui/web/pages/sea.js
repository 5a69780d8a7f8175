// The sea as one captain sees it, her own ship from astern: drawn from the numbers of the room's data.

import { shape } from "./draw.js";
import { _ } from "./words.js";

const WIDE = 320, HIGH = 180, HORIZON = 92, FLOAT = 138;
export const LOOKS = {
  day: { sky: ["#6aa9d0", "#d8ecf4"], sea: ["#3f86a8", "#174c6b"], foam: "#cfe6ee", word: _("Fair weather") },
  grey: { sky: ["#5d6f7d", "#aebac0"], sea: ["#5b7685", "#2a4352"], foam: "#c5d1d6", word: _("Grey sky") },
  dusk: { sky: ["#33325a", "#e58f6d"], sea: ["#6d6280", "#1b2a48"], foam: "#e9c4b0", word: _("Evening") },
  night: { sky: ["#0a1526", "#24405c"], sea: ["#1d3a52", "#0a1a2b"], foam: "#9fb6c6", word: _("Night") },
  fog: { sky: ["#87949e", "#c2cbd0"], sea: ["#7d8f99", "#43555f"], foam: "#c8d2d6", word: _("Thick weather") },
  gale: { sky: ["#141f2c", "#50606f"], sea: ["#2b4456", "#0d1d2b"], foam: "#d5e0e6", word: _("Gale") },
  dawn: { sky: ["#2f4a72", "#f0b07a"], sea: ["#7a6f86", "#1d3450"], foam: "#f3d9c0", word: _("First light") },
};
let drawn = 0; // pictures so far: each has gradients of its own

const between = (least, value, most) => Math.max(least, Math.min(most, value));

function gradient(id, [top, foot]) {
  return shape("linearGradient", { id, x1: 0, y1: 0, x2: 0, y2: 1 },
    shape("stop", { offset: 0, "stop-color": top }), shape("stop", { offset: 1, "stop-color": foot }));
}

// A row of waves: the more wind, the higher and the steeper.
function waves(y, height, length, fill, opacity) {
  let path = `M-20 ${HIGH} L-20 ${y}`;
  for (let x = -20; x < WIDE + length; x += length) {
    path += ` q${length / 4} ${-height} ${length / 2} 0 t${length / 2} 0`;
  }
  return shape("path", { d: `${path} L${WIDE + 2 * length} ${HIGH} Z`, fill, opacity });
}

// How a sea looks: by its clouds first, and then by the hour.
export function lookOf({ sky, hour, gale }) {
  if (gale) return "gale";
  if (sky === "fog" || sky === "haze") return "fog";
  if (hour === "night") return "night";
  return sky === "rain" || sky === "overcast" ? "grey" : hour;
}

function weather({ backdrop, wind }) {
  const look = lookOf(backdrop);
  if (look === "gale" || backdrop.sky === "rain") {
    return Array.from({ length: 26 }, (_none, at) => {
      const x = (at * 53) % WIDE, y = (at * 37) % HORIZON;
      return shape("path", { d: `M${x} ${y} l-7 15`, stroke: "#c9d6df", "stroke-width": .7, opacity: .45 });
    });
  }
  if (look === "grey") return [];
  if (look === "fog") {
    return [30, 58, 80].map((y, at) => shape("ellipse",
      { cx: 90 + 70 * at, cy: y, rx: 150, ry: 9, fill: "#e4e9eb", opacity: .5 }));
  }
  const low = look === "dawn" || look === "dusk";
  return [
    shape("circle", { cx: 246, cy: low ? HORIZON - 3 : 34, r: low ? 17 : 12, fill: low ? "#ffd9a0" : "#fff6d8" }),
    ...[[50, 26], [128, 44]].map(([x, y]) => shape("path", {
      d: `M${x} ${y} q10 -9 22 -3 q10 -8 22 1 q12 0 12 6 l-60 0 q-6 -2 4 -4 z`, fill: "#ffffff", opacity: wind > 1.1 ? .75 : .5,
    })),
  ];
}

// The port where she is believed to be, larger the nearer; and the haze in which she may lie as well.
function port({ bearing, doubt, progress }, isReached) {
  const at = (degrees) => WIDE / 2 + between(-1, degrees / 60, 1) * 140;
  const x = at(bearing), size = .35 + progress * (isReached ? 1.9 : 1.25);
  const haze = Math.max(6, at(bearing + doubt) - x);
  const dark = "#1b2733";
  return [
    shape("rect", { x: x - haze, y: HORIZON - 7, width: 2 * haze, height: 7, fill: "#ffffff", opacity: .22 }),
    shape("g", { transform: `translate(${x} ${HORIZON}) scale(${size})` },
      shape("path", { d: "M-24 0 q6 -9 16 -8 q10 -6 20 0 q8 0 12 8 z", fill: dark }),
      shape("path", { d: "M-3 -8 l1.4 -20 h3.2 l1.4 20 z", fill: "#f3ede0" }),
      shape("path", { d: "M-2.6 -13 h5.2 l.4 5 h-6 z M-2 -21 h4 l.3 4 h-4.6 z", fill: "#b5443a" }),
      shape("path", { d: "M-3 -28 h6 l-3 -4 z", fill: dark }),
      shape("circle", { cx: 0, cy: -26, r: isReached ? 3 : 1.7, fill: "#ffe08a" }),
      ...(isReached ? [-16, -10, 8, 14].map((lamp) => shape("circle", { cx: lamp, cy: -5, r: 1.2, fill: "#ffd36b" })) : [])),
  ];
}

function ship({ heel, sail, stability, wind }, outcome) {
  const lost = outcome === "foundered";
  const lean = lost ? 62 : between(0, heel, 2.6) * 13;
  const canvas = between(0, sail, 1), belly = 3 + 5 * between(0, wind - .6, 1.2);
  const cloth = stability < .35 ? "#d9cfb8" : "#f6f0df";
  const square = (y, half, high) => shape("path", {
    d: `M${-half} ${y} h${2 * half} q${belly} ${high / 2} 3 ${high} h${-2 * half - 6} q${belly - 6} ${-high / 2} 3 ${-high} z`,
    fill: cloth, stroke: "#5c4a36", "stroke-width": .6,
  });
  const sails = [[-40, 21, 26, 0], [-66, 16, 22, .35], [-86, 11, 16, .7]]
    .filter(([, , , least]) => canvas > least)
    .map(([y, half, high, least]) => square(y, half, high * between(.25, (canvas - least) / .35, 1)));
  const torn = stability < .5 && !lost ? [shape("path", { d: "M6 -36 l4 9 l3 -6 l2 11", stroke: "#3a2c1e", "stroke-width": 1.4, fill: "none" })] : [];
  return shape("g", { transform: `translate(${WIDE / 2} ${FLOAT + (lost ? 14 : 0)}) rotate(${lean})` },
    shape("path", { d: "M-1.6 -4 v-92 h3.2 v92 z", fill: "#4a3826" }),
    ...sails, ...torn,
    shape("path", { d: "M-27 -14 q27 -6 54 0 l-4 20 q-23 13 -46 0 z", fill: "#6d3f27", stroke: "#2c1a10", "stroke-width": 1 }),
    shape("path", { d: "M-24 -8 q24 -5 48 0 l-.8 4 q-23 -5 -46.400 0 z", fill: "#c79a4b" }),
    ...[-14, -5, 4, 13].map((x) => shape("rect", { x, y: -1, width: 4, height: 5, fill: stability > .2 ? "#ffd98a" : "#2c1a10" })));
}

// The picture of a sea; outcome: how the voyage ended, or empty.
export function seaPicture(sea, outcome = "") {
  const look = LOOKS[lookOf(sea.backdrop)] ?? LOOKS.day;
  drawn += 1;
  const [sky, water] = [`sky-${drawn}`, `water-${drawn}`];
  const high = between(1.5, 4 * sea.wind * sea.wind - 1, 11);
  const label = _("{weather}. Canvas {sail} %, heel {heel} % of what she was built for, port {bearing}\u00b0 off the bow.", {
    weather: look.word, sail: Math.round(100 * sea.sail), heel: Math.round(100 * sea.heel), bearing: Math.round(sea.bearing),
  });
  return shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "xMidYMid slice", role: "img", "aria-label": label, class: "sea" },
    shape("defs", {}, gradient(sky, look.sky), gradient(water, look.sea)),
    shape("rect", { width: WIDE, height: HORIZON + 1, fill: `url(#${sky})` }),
    ...weather(sea),
    ...port(sea, outcome === "arrived"),
    shape("rect", { y: HORIZON, width: WIDE, height: HIGH - HORIZON, fill: `url(#${water})` }),
    waves(HORIZON + 14, high * .35, 46, look.foam, .16),
    waves(HORIZON + 27, high * .6, 70, look.sea[0], .75),
    ship(sea, outcome),
    waves(FLOAT + 4, high, 104, look.sea[1], .82),
    waves(FLOAT + 20, high * 1.2, 140, look.sea[1], .95));
}
