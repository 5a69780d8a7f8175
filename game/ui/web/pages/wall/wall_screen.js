// A wall in any box: the whole page, or a small picture of it on the facilitator's.

import { clock, el } from "../draw.js";
import { _ } from "../words.js";
import { FleetSea } from "./fleet_sea.js";
import { LEAVES, qrCode, WHOLE } from "./leaves.js";

const SIZES = [1, .93, .86, .8, .74, .68, .62, .56];
const HARBOUR = { backdrop: { sky: "clear", hour: "dawn" }, progress: .35, bearing: 9, sail: 1, heel: .55, stability: .9, scene: { ship: "", port: "" } };

export class WallScreen {
  // ask: asks the room for a page of the debrief: which page, which chart, theme and shape.
  constructor(root, ask) {
    this.ask = ask;
    this.pages = new Map();
    this.canvas = el("canvas", { class: "sea-canvas", role: "img" });
    this.sheet = el("div", { class: "sheet" });
    this.bar = el("div", { class: "status-bar" });
    this.veil = el("div", { class: "veil", hidden: true });
    this.root = root;
    root.replaceChildren(el("div", { class: "stage" }, this.canvas, this.sheet, this.bar, this.veil));
    this.sea = new FleetSea(this.canvas);
    new ResizeObserver(() => this.fit()).observe(root);
  }

  show(message) {
    this.message = message;
    this.since = performance.now();
    this.draw();
  }

  // A page of the debrief has come.
  learn(page) {
    this.pages.set(page.key, page);
    this.draw();
  }

  get theme() {
    return document.documentElement.dataset.theme ?? "dark";
  }

  draw() {
    const { message } = this;
    if (!message) return;
    const { wall: { view, leaf, words, sailed }, join } = message;
    const crews = view.crews.filter((crew) => leaf.crews.includes(crew.number));
    this.root.dataset.leaf = leaf.kind;
    this.root.classList.toggle("whole", WHOLE.includes(leaf.kind) && (leaf.kind !== "lobby" || Boolean(join)));
    const shown = { view, join, leaf, crews, words };
    if (leaf.kind === "chart") shown.page = this.page(view, leaf, sailed);
    const now = JSON.stringify([leaf, view.phase, view.page, join?.code, shown.page?.key, this.theme, words, told(view, crews)]);
    if (now !== this.drawn) {
      this.drawn = now;
      this.sheet.replaceChildren(...LEAVES[leaf.kind](shown).filter((part) => part !== null && part !== ""));
      this.fit();
    }
    this.drawSea(view, crews);
    this.drawBar(view, join, leaf);
    this.drawVeil(view);
  }

  page(view, leaf, sailed) {
    const isTall = this.root.clientHeight > this.root.clientWidth;
    const wanted = { page: view.page, chart: leaf.chart, theme: this.theme, tall: isTall };
    const key = JSON.stringify([wanted, sailed]);
    if (!this.pages.has(key)) {
      this.pages.set(key, null);
      this.ask({ ...wanted, key });
    }
    return this.pages.get(key);
  }

  // The sheet as large as fits: of what is too long, the text grows smaller.
  fit() {
    for (const size of SIZES) {
      this.sheet.style.setProperty("--fit", size);
      if (this.sheet.scrollHeight <= this.sheet.clientHeight + 1) return;
    }
  }

  drawSea(view, crews) {
    const fleet = view.regatta ? regattaFleet(view) : crewFleet(view, crews);
    this.sea.show(fleet);
    const replays = view.regatta?.complete ?? 0;
    if (this.replayed !== undefined && replays > this.replayed) this.sea.again();
    this.replayed = replays;
    this.canvas.setAttribute("aria-label", view.regatta ? view.regatta.standing : seaText(fleet));
  }

  drawBar(view, join, leaf) {
    const watch = view.crews.find((crew) => crew.watch)?.watch;
    const number = watch?.number ?? view.regatta?.watch ?? 0, of = watch?.of ?? view.regatta?.watches ?? 0;
    const where = view.page ? _("Debrief {number} of {of}", { number: view.pages.indexOf(view.page) + 1, of: view.pages.length })
      : number ? _("Watch {number} of {of}", { number: Math.min(number, of), of }) : view.title;
    const inside = join && leaf.kind !== "lobby" ? [el("span", { class: "join" }, qrCode(join.rows), el("span", {}, el("strong", { translate: "no" }, join.code), el("span", { class: "small", translate: "no" }, join.address)))] : [];
    const now = JSON.stringify([where, inside.length ? join : null]);
    if (now !== this.barred) {
      this.barred = now;
      this.left = el("span", { class: "left", translate: "no" });
      this.bar.replaceChildren(...inside, el("span", { class: "where" }, where, this.left));
    }
    this.tick();
  }

  // What is left on the timer, if there is one.
  tick() {
    const view = this.message?.wall.view;
    if (!view || !this.left) return;
    const since = view.paused ? 0 : (performance.now() - this.since) / 1000;
    const text = view.seconds_left === null ? "" : ` ${clock(Math.max(0, view.seconds_left - since))}`;
    if (this.left.textContent !== text) this.left.textContent = text;
  }

  drawVeil(view) {
    const text = view.blank ? "" : view.paused ? _("Hove to") : null;
    this.veil.hidden = text === null;
    this.veil.classList.toggle("blank", view.blank);
    if (this.veil.textContent !== (text ?? "")) this.veil.textContent = text ?? "";
  }
}

// What the leaf tells of: so that it is drawn anew when that has changed, and only then.
const told = (view, crews) => [view.title, view.aboard, view.lines, view.regatta?.standing, view.regatta?.hulls.map((hull) => hull.given),
  crews.map(({ gauges, ...rest }) => rest), view.phase === "lobby" ? view.crews.map((crew) => crew.aboard) : 0, view.crews.map((crew) => [crew.order, crew.how])];

function regattaFleet({ regatta }) {
  const ships = regatta.hulls.map(({ emblem, progress, off_course: off, sail, heel, stability, outcome, was }) => (
    { number: emblem.number, name: "", livery: "", progress, off, sail, heel, stability, outcome, was: was && { progress: was[0], off: was[1], stability: was[2] } }));
  return { ships, backdrop: { sky: "clear", hour: "day" }, port: "" };
}

function crewFleet(view, crews) {
  const isConvoy = view.crews.length > 1;
  const seaOf = (crew) => crew.result?.sea ?? crew.watch?.sea ?? crew.end?.sea ?? (view.phase === "lobby" ? { ...HARBOUR, progress: isConvoy ? .05 : HARBOUR.progress } : null);
  const ships = view.crews.filter(seaOf).map((crew) => {
    const { progress, bearing, sail, heel, stability, scene } = seaOf(crew);
    return { number: crew.number, name: isConvoy ? crew.name : "", livery: scene.ship, progress, off: bearing, sail, heel, stability, outcome: crew.end?.outcome ?? null };
  });
  const shown = [...crews, ...view.crews].map(seaOf).find(Boolean) ?? HARBOUR;
  return { ships, backdrop: shown.backdrop, port: shown.scene.port };
}

const seaText = ({ ships }) => ships.map((ship) => _("{ship}: progress {progress} %, stability {stability}", {
  ship: ship.name || _("The ship"), progress: Math.round(100 * ship.progress), stability: Math.round(100 * ship.stability),
})).join(". ");
