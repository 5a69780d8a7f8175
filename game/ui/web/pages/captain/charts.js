// The charts of a captain's debrief, drawn from their figures; all of them stand in words beside it.

import { shape } from "../draw.js";
import { _ } from "../words.js";

const WIDE = 300, HIGH = 200, LEFT = 32, RIGHT = 8, TOP = 24, FOOT = 34;
const across = (count) => (at) => LEFT + ((WIDE - LEFT - RIGHT) * (at - .5)) / Math.max(1, count);
const scale = (low, high) => (value) => TOP + ((HIGH - TOP - FOOT) * (high - value)) / (high - low || 1);

const text = (x, y, words, more = {}) => shape("text", { x, y, class: "chart-text", ...more }, String(words));
const line = (points, given) => shape("polyline", { points: points.map((at) => at.map((value) => value.toFixed(1)).join(",")).join(" "), fill: "none", ...given });
const rule = (y) => shape("line", { x1: LEFT, x2: WIDE - RIGHT, y1: y, y2: y, class: "chart-rule" });

function sheet(title, ...parts) {
  return shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": title, class: "chart" }, ...parts.flat(3));
}

// Watches along the foot, as many as have room.
function numbers(many, x, first = 1) {
  const each = Math.ceil(many / 12);
  return Array.from({ length: many }, (_none, at) => at + first)
    .filter((number) => (number - first) % each === 0)
    .map((number) => text(x(number - first + 1), HIGH - 18, number, { "text-anchor": "middle" }));
}

const axis = (y, values) => values.map((value) => [rule(y(value)), text(LEFT - 5, y(value) + 4, value, { "text-anchor": "end" })]);

function believed({ watches }, title) {
  const most = Math.max(40, ...watches.flatMap(([, thought, real]) => [thought, real]));
  const x = across(watches.length), y = scale(0, most * 1.08);
  const thought = watches.map(([, value], at) => [x(at + 1), y(value)]);
  const real = watches.map(([, , value], at) => [x(at + 1), y(value)]);
  return sheet(title,
    text(4, 13, _("degrees off port")), axis(y, [0, 20, 40, 80, 120, 160].filter((value) => value <= most)),
    shape("polygon", { points: [...thought, ...[...real].reverse()].map((at) => at.join(",")).join(" "), class: "chart-gap" }),
    line(real, { class: "chart-true" }), line(thought, { class: "chart-believed" }),
    watches.map(([, , , clue, fixed], at) => [
      clue ? shape("path", { d: `M${x(at + 1)} ${TOP + 6} l-5 -9 h10 z`, class: "chart-sign" }) : [],
      fixed ? [] : shape("circle", { cx: x(at + 1), cy: thought[at][1], r: 3.5, class: "chart-guess" }),
    ]),
    numbers(watches.length, x), text(WIDE - RIGHT, HIGH - 2, _("line: true \u00b7 dashes: believed \u00b7 \u25bc announced"), { "text-anchor": "end" }));
}

function lines({ lines: all }, title) {
  const many = Math.max(...all.map(({ points }) => points.length)), x = across(many), y = scale(0, 100);
  return sheet(title, axis(y, [0, 50, 100]),
    all.map(({ points }, at) => line(points.map((value, watch) => [x(watch + 1), y(value)]), { class: `chart-line-${at}` })).reverse(),
    numbers(many, x, 0),
    text(WIDE - RIGHT, 13, all.map(({ name }, at) => `${["\u2501", "\u2505", "\u2508"][at]} ${name}`).join("   "), { "text-anchor": "end" }));
}

// A column a watch: up what the sea asked of leading, down of managing; what was given is filled.
function needs({ watches }, title) {
  const most = Math.max(1.6, ...watches.flatMap(({ sides }) => sides.map(({ need }) => need)));
  const x = across(watches.length), y = scale(-most * 1.15, most * 1.15), half = Math.min(12, (WIDE - LEFT - RIGHT) / watches.length / 2 - 1);
  const column = (at, value, way, given) => shape("rect", { x: x(at + 1) - half, width: 2 * half, y: Math.min(y(0), y(way * value)), height: Math.abs(y(0) - y(way * value)), ...given });
  return sheet(title,
    text(4, 13, _("\u2191 lead")), text(4, HIGH - 3, _("\u2193 manage")), rule(y(0)), rule(y(1)), rule(y(-1)),
    watches.map(({ sides }, at) => sides.map(({ need, gave, missed, hidden }, side) => {
      const way = side ? -1 : 1, kind = side ? "sails" : "course";
      return [
        column(at, need, way, { class: hidden ? "chart-hidden" : "chart-need" }),
        column(at, Math.min(need, need * gave), way, { class: `chart-${kind}` }),
        gave >= .5 ? shape("circle", { cx: x(at + 1), cy: y(0) - way * 5, r: 3, class: "chart-mark" }) : [],
        missed ? text(x(at + 1), y(way * need) + (side ? 12 : -4), "\u2717", { "text-anchor": "middle", class: "chart-missed" }) : [],
      ];
    })),
    numbers(watches.length, x));
}

// The share that arrived of every mix; you ringed, and your first run with dashes.
function captains({ rows, you, earlier }, title) {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(([course]) => course)))].sort((a, b) => a - b);
  if (!columns.length) return null;
  const wide = (WIDE - LEFT - RIGHT) / columns.length, high = (HIGH - TOP - FOOT) / rows.length;
  const nearest = (values, wanted) => values.reduce((best, value, at) => (Math.abs(value - wanted) < Math.abs(values[best] - wanted) ? at : best), 0);
  const cell = (column, row) => ({ x: LEFT + column * wide, y: HIGH - FOOT - (row + 1) * high, width: wide - 1, height: high - 1 });
  const most = Math.max(.2, ...rows.flatMap(({ cells }) => cells.map(([, arrived]) => arrived ?? 0)));
  const ring = (mix, given) => (mix ? shape("rect", { ...cell(nearest(columns, mix[0]), nearest(rows.map(({ shared }) => (shared[0] + shared[1]) / 2), mix[1])), fill: "none", ...given }) : []);
  return sheet(title,
    text(4, 13, _("\u2191 taught or shared")), text(WIDE - RIGHT, HIGH - 2, _("course orders, % \u2192"), { "text-anchor": "end" }),
    rows.map(({ cells }, row) => cells.map(([course, arrived]) => {
      const at = cell(columns.indexOf(course), row);
      return arrived === null ? shape("rect", { ...at, class: "chart-none" }) : [
        shape("rect", { ...at, class: "chart-cell", "fill-opacity": (.06 + .5 * arrived / most).toFixed(2) }),
        text(at.x + at.width / 2, at.y + at.height / 2 + 4, Math.round(100 * arrived), { "text-anchor": "middle" }),
      ];
    })),
    columns.map((course, at) => text(LEFT + (at + .5) * wide, HIGH - 19, Math.round(100 * course), { "text-anchor": "middle" })),
    rows.map(({ shared }, row) => text(LEFT - 4, cell(0, row).y + high / 2 + 4, Math.round(100 * shared[0]), { "text-anchor": "end" })),
    ring(earlier, { class: "chart-earlier" }), ring(you, { class: "chart-you" }));
}

function decisions({ marks }, title) {
  const wide = Math.max(16, ...marks.map(([, cost]) => Math.abs(cost))), tall = Math.max(16, ...marks.map(([, , luck]) => Math.abs(luck)));
  const x = (cost) => WIDE - RIGHT - 10 - ((WIDE - LEFT - RIGHT - 20) * cost) / wide, y = scale(-tall * 1.1, tall * 1.1);
  return sheet(title,
    text(4, 13, _("\u2191 kind sea")), text(4, HIGH - 3, _("\u2193 unkind sea")), text(WIDE - RIGHT, HIGH - 3, _("weak \u2190 decision \u2192 sound"), { "text-anchor": "end" }),
    rule(y(0)), shape("line", { x1: x(5), x2: x(5), y1: TOP, y2: HIGH - FOOT, class: "chart-rule" }),
    marks.map(([number, cost, luck]) => [
      shape("circle", { cx: x(Math.max(0, cost)), cy: y(luck), r: 8, class: "chart-dot" }),
      text(x(Math.max(0, cost)), y(luck) + 4, number, { "text-anchor": "middle" }),
    ]));
}

const DRAW = { believed, lines, needs, captains, decisions };

// The chart of these figures, or null where there is nothing to draw.
export function chartOf({ title, figures }) {
  return DRAW[figures.kind]?.(figures, title) ?? null;
}
