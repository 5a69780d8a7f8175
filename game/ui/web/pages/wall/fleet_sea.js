// One sea with all ships on it: progress goes across, the believed way off the course up and down,
// port is to the right. A convoy's ships have names, a regatta's have none.

import { LOOKS, lookOf } from "../sea.js";
import { picture, shipPicture, stageOf, WATERLINE, whenLoaded } from "./art.js";

const HORIZON = .14, WIDEST = 60, LARGEST = .18, OF = 6, CROWDED = .48;
const ACROSS = .66, DOWN = .6, IN_PORT = .25, ASTERN = 3, PORT = .34, QUAY = 1.4;
const LEAN = 20, STEEPEST = 42, DRIFTS = 14, SETTLES = 26, SUNK = .3, EASE = 1;
const REPLAY = 10; // seconds in which a watch is sailed once more
const SIGNALS = { mutiny: "#c43028", harbour: "#285ca0" };
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class FleetSea {
  constructor(canvas) {
    this.canvas = canvas;
    this.fleet = { ships: [], backdrop: { sky: "clear", hour: "day" }, port: "" };
    this.shown = new Map(); // where each ship is, shares of the water
    this.now = 0;
    this.replay = null;
    whenLoaded(() => { this.isStale = true; });
    new ResizeObserver(() => { this.isStale = true; }).observe(canvas);
    requestAnimationFrame((time) => this.frame(time / 1000));
  }

  show(fleet) {
    this.fleet = fleet;
    this.isStale = true;
  }

  // Sail the watch that is over once more: from where each ship began it to where she has come.
  again() {
    if (calm.matches) return;
    const ships = this.fleet.ships.filter((ship) => ship.was);
    if (ships.length) this.replay = { ships: this.fleet.ships, since: this.now };
  }

  frame(time) {
    requestAnimationFrame((next) => this.frame(next / 1000));
    if (document.hidden || !this.canvas.isConnected || this.canvas.clientHeight < 20) return;
    if (calm.matches && !this.isStale) return;
    const step = Math.min(.5, time - this.now);
    if (step < 1 / 40 && !this.isStale) return; // forty pictures a second are enough for a calm sea
    this.now = time;
    this.isStale = false;
    this.draw(time, calm.matches ? 60 : step);
  }

  // The ships as they are now, or as they were in the watch that is sailed once more.
  ships() {
    const { replay } = this;
    if (!replay) return this.fleet.ships;
    const share = (this.now - replay.since) / REPLAY;
    if (share >= 1) {
      this.replay = null;
      return this.fleet.ships;
    }
    const gone = Math.round(40 * Math.min(1, Math.max(0, 1.25 * share - .1))) / 40;
    const between = (was, is) => was + (is - was) * gone;
    return replay.ships.map((ship) => (ship.was ? {
      ...ship, outcome: gone < 1 ? null : ship.outcome,
      progress: between(ship.was.progress, ship.progress), off: between(ship.was.off, ship.off),
      stability: between(ship.was.stability, ship.stability),
    } : ship));
  }

  draw(time, step) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const wide = Math.round(this.canvas.clientWidth * ratio), high = Math.round(this.canvas.clientHeight * ratio);
    if (this.canvas.width !== wide || this.canvas.height !== high) [this.canvas.width, this.canvas.height] = [wide, high];
    const pen = this.canvas.getContext("2d"), look = LOOKS[lookOf(this.fleet.backdrop)] ?? LOOKS.day;
    const horizon = HORIZON * high, water = high - horizon;
    ground(pen, { wide, high, horizon, look, time, port: this.fleet.port });
    const ships = this.ships();
    const height = heightOf(ships, water, wide);
    const lanes = this.lanes(pen, ships, { wide, water, horizon, height });
    const places = placesOf(ships, lanes, height);
    const isFirst = this.replay && !this.replay.begun, share = isFirst ? 1 : 1 - Math.exp(-step / EASE);
    if (isFirst) this.replay.begun = true;
    const at = new Map();
    for (const ship of ships) {
      const [x, y] = places.get(ship.number);
      const to = [x / wide, (y - horizon) / water], from = this.shown.get(ship.number) ?? to;
      const here = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      this.shown.set(ship.number, here);
      at.set(ship.number, [here[0] * wide, horizon + here[1] * water]);
    }
    for (const ship of [...ships].sort((one, other) => at.get(one.number)[1] - at.get(other.number)[1])) {
      drawShip(pen, ship, at.get(ship.number), height, look, time);
    }
    for (const ship of ships) if (ship.name) drawName(pen, ship, at.get(ship.number), height, high);
  }

  lanes(pen, ships, { wide, water, horizon, height }) {
    pen.font = nameFont(water);
    const names = Math.max(0, ...ships.map((ship) => (ship.name ? pen.measureText(ship.name).width : 0)));
    const left = .6 * height + names, top = .4 * height, right = QUAY * portOf(wide, water);
    return { left, top: horizon + top, width: Math.max(height, wide - left - right), height: Math.max(height, water - top) };
  }
}

// How tall the port is: on a narrow wall it must not fill the sea.
const portOf = (wide, high) => Math.min(PORT * high, .2 * wide);

function heightOf(ships, water, wide) {
  const share = LARGEST * (OF / Math.max(OF, ships.length)) ** CROWDED;
  const named = ships.some((ship) => ship.name);
  const most = ships.length === 1 ? .8 * water : named ? water / (DOWN * (ships.length + 1)) : .5 * water;
  return Math.max(10, Math.min((ships.length === 1 ? .5 : share) * 1.25 * water, most, .3 * wide));
}

// Where each ship's waterline is, by her number; no two at the same place, names in rows of their own.
function placesOf(ships, lanes, height) {
  const named = ships.some((ship) => ship.name);
  const wide = named ? lanes.width : ACROSS * height, deep = DOWN * height;
  const columns = Math.max(1, Math.floor(lanes.width / wide)), rows = Math.max(1, Math.floor(lanes.height / deep));
  const taken = new Set(), places = new Map();
  for (const ship of [...ships].sort((one, other) => one.number - other.number)) {
    const side = ship.number % 2 ? 1 : -1;
    const off = ship.outcome === "arrived" ? IN_PORT : Math.min(1, Math.abs(ship.off) / WIDEST) * side;
    const progress = Math.max(0, Math.min(1, ship.progress));
    const [column, row] = nearestFree(Math.round(progress * (columns - 1)), Math.round((.5 + .5 * off) * (rows - 1)), columns, rows, taken);
    taken.add(column * rows + row);
    const shift = .4 * (row % 2 - .5); // masts stand between the hulls of the row before
    const x = named ? progress * lanes.width : (column + .5 + shift) * wide;
    places.set(ship.number, [lanes.left + x, lanes.top + (row + .8) * lanes.height / rows]);
  }
  return places;
}

function nearestFree(column, row, columns, rows, taken) {
  let best = Infinity, found = [column, row];
  for (let away = 0; away < 2 * columns && ASTERN * Math.ceil(away / 2) < best; away += 1) {
    const x = column + (away % 2 ? 1 : -1) * Math.ceil(away / 2);
    if (x < 0 || x >= columns) continue;
    for (let down = 0; down < 2 * rows; down += 1) {
      const y = row + (down % 2 ? 1 : -1) * Math.ceil(down / 2);
      const cost = ASTERN * Math.ceil(away / 2) + Math.ceil(down / 2);
      if (cost >= best) break;
      if (y < 0 || y >= rows || taken.has(x * rows + y)) continue;
      [best, found] = [cost, [x, y]];
      break;
    }
  }
  return found;
}

function ground(pen, { wide, high, horizon, look, time, port }) {
  const band = (top, foot, colours) => {
    const run = pen.createLinearGradient(0, top, 0, foot);
    colours.forEach((colour, at) => run.addColorStop(at / (colours.length - 1), colour));
    pen.fillStyle = run;
    pen.fillRect(0, top, wide, foot - top);
  };
  band(0, horizon, look.sky);
  band(horizon, high, look.sea);
  pen.strokeStyle = look.foam;
  pen.lineWidth = Math.max(1, high / 500);
  pen.globalAlpha = .35;
  pen.beginPath();
  for (let n = 0; n < 70; n += 1) {
    const share = ((n * .618) % 1) ** 1.2;
    const x = (((n * .7548 - .02 * time * (.4 + share)) % 1) + 1) % 1 * wide, y = horizon + (high - horizon) * (.03 + .95 * share);
    pen.moveTo(x, y);
    pen.lineTo(x + wide * (.008 + .03 * share), y);
  }
  pen.stroke();
  const tall = portOf(wide, high), middle = horizon + .56 * (high - horizon);
  pen.setLineDash([wide / 270, wide / 130]);
  pen.beginPath();
  pen.moveTo(0, middle);
  pen.lineTo(wide - tall, middle);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  const image = picture(port ? `ports/${port}` : "port");
  if (image) pen.drawImage(image, wide - 1.45 * tall, middle - tall, 1.5 * tall, tall);
}

function leanOf(ship) {
  const side = ship.number % 2 ? 1 : -1;
  if (ship.outcome === "foundered") return SETTLES * side;
  if (ship.outcome === "adrift") return DRIFTS * side;
  return ship.outcome && ship.outcome !== "mutiny" ? 0 : Math.min(STEEPEST, LEAN * ship.heel) * side * (ship.outcome ? .4 : 1);
}

function drawShip(pen, ship, [x, y], height, look, time) {
  const isLost = ship.outcome === "foundered";
  const hasFurled = ["arrived", "harbour", "adrift"].includes(ship.outcome);
  const hull = shipPicture({
    ship: ship.livery, sail: hasFurled ? 0 : Math.round(5 * ship.sail) / 5, stage: stageOf(ship.stability), isLost,
  }, Math.max(24, Math.ceil(height / 16) * 16));
  if (hull) {
    const roll = calm.matches ? 0 : 2.2 * Math.sin(time * 1.3 + ship.number * 1.7);
    const lift = calm.matches ? 0 : .012 * height * Math.sin(time * 1.1 + ship.number);
    const wide = height * hull.width / hull.height;
    pen.save();
    pen.beginPath();
    pen.rect(x - height, 0, 2 * height, y + lift); // what lies below the water is not seen
    pen.clip();
    pen.translate(x, y + lift + (isLost ? SUNK * height : 0));
    pen.rotate((leanOf(ship) + roll) * Math.PI / 180);
    pen.drawImage(hull, -wide / 2, -WATERLINE * height, wide, height);
    pen.restore();
  }
  pen.fillStyle = look.foam;
  for (const [aside, long] of ship.outcome ? [[0, .5]] : [[-.13, .26], [.02, .34], [.15, .22]]) {
    pen.beginPath();
    pen.ellipse(x + aside * height, y, long * height / 2, Math.max(1, .014 * height), 0, 0, 7);
    pen.fill();
  }
  drawSignal(pen, ship, x, y - .86 * height, Math.max(2, .05 * height));
}

// What tells an ended voyage from afar: a lamp in port, the balls of a ship that nobody steers, a flag.
function drawSignal(pen, { outcome }, x, top, r) {
  const dot = (y, size, ink) => {
    pen.fillStyle = ink;
    pen.beginPath();
    pen.arc(x, y, size, 0, 7);
    pen.fill();
  };
  if (outcome === "arrived") {
    for (const size of [4, 3, 2]) dot(top, size * r, "rgba(255, 211, 107, .22)");
    dot(top, r, "#ffd36b");
  } else if (outcome === "adrift") {
    for (const y of [top, top + 2.6 * r]) {
      dot(y, 1.35 * r, "#f4f0e4");
      dot(y, r, "#16181e");
    }
  } else if (SIGNALS[outcome]) {
    pen.fillStyle = "#f4f0e4";
    pen.fillRect(x - 1, top - 1, 4.4 * r + 2, 2.8 * r + 2);
    pen.fillStyle = SIGNALS[outcome];
    pen.fillRect(x, top, 4.4 * r, 2.8 * r);
  }
}

const nameFont = (water) => `600 ${Math.max(12, Math.min(.05 * water, 34))}px Atkinson, sans-serif`;

function drawName(pen, ship, [x, y], height, high) {
  pen.font = nameFont(high * (1 - HORIZON));
  const size = parseFloat(pen.font.match(/[\d.]+px/)[0]), wide = pen.measureText(ship.name).width;
  const right = x - .42 * height, style = getComputedStyle(pen.canvas);
  pen.fillStyle = style.getPropertyValue("--paper");
  pen.fillRect(right - wide - .5 * size, y - 1.1 * size, wide + .7 * size, 1.4 * size);
  pen.fillStyle = style.getPropertyValue("--text");
  pen.fillText(ship.name, right - wide - .15 * size, y - .12 * size);
}
