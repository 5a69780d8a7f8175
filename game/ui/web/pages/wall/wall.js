// The wall as a page: it shows what the projector shows, and can do nothing.

import { begun, byId, el, say } from "../draw.js";
import { Wire } from "../wire.js";
import { _ } from "../words.js";
import { WallScreen } from "./wall_screen.js";

let seen = 0;
const wire = new Wire(`${location.pathname}/socket`, { greet: () => null, hear, state });
const screen = new WallScreen(byId("wall"), (chart) => wire.send({ chart }));

function hear(message) {
  if (message.wall) {
    if (message.revision < seen) return;
    seen = message.revision;
    byId("key").hidden = true;
    byId("wall").hidden = false;
    screen.show(message);
    say("page", `${message.wall.view.title} \u00b7 Even Keel`);
  } else if (message.page) screen.learn(message.page);
}

function state(now, code) {
  document.body.classList.toggle("lost", now === "lost");
  say("line", { open: "", lost: _("The line is lost. Coming back\u2026"), shut: "" }[now]);
  if (code === 4401) askForKey("");
  if (code === 4410) say("line", _("This session is over, and the room is closed."));
  if (code === 4503) say("line", _("This room is on too many walls already."));
}

// The key behind the # is shown to the server once, and then only lives in a cookie.
async function unlock(key) {
  const answer = await fetch(`${location.pathname}/key`, { method: "POST", body: key.trim() }).catch(() => null);
  if (answer?.status === 204) wire.start();
  else askForKey(answer?.status === 403 ? _("This is not the key.") : _("Nobody answers. Try again."));
}

function askForKey(wrong) {
  byId("wall").hidden = true;
  byId("key").hidden = false;
  byId("key").replaceChildren(
    el("h1", {}, _("The room's wall")),
    el("p", {}, _("This page shows what the projector shows. Its link stands on the facilitator's page; or type the wall's key.")),
    wrong ? el("p", { class: "wrong", role: "alert" }, wrong) : "",
    el("form", { onsubmit: (event) => { event.preventDefault(); unlock(byId("secret").value); } },
      el("label", { for: "secret" }, _("The wall's key")),
      el("input", { id: "secret", type: "password", autocomplete: "off", required: true }),
      el("button", { class: "main" }, _("Open"))));
}

async function fullScreen() {
  await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())?.catch?.(() => null);
}

// A wall must not go dark by itself; where the browser can keep it awake, it does.
async function stayAwake() {
  if (!document.hidden) await navigator.wakeLock?.request("screen").catch(() => null);
}

byId("full").addEventListener("click", fullScreen);
addEventListener("keydown", (event) => event.key === "f" && !event.ctrlKey && !event.metaKey && !event.target.matches("input") && fullScreen());
document.addEventListener("visibilitychange", stayAwake);
let resting = 0;
for (const moved of ["pointermove", "keydown"]) {
  addEventListener(moved, () => {
    document.body.classList.remove("resting");
    clearTimeout(resting);
    resting = setTimeout(() => document.body.classList.add("resting"), 3000);
  });
}
setInterval(() => screen.tick(), 500);
const key = location.hash.slice(1);
if (key) {
  history.replaceState(history.state, "", location.pathname);
  unlock(key);
} else wire.start();
begun();
byId("theme").addEventListener("click", () => screen.draw());
stayAwake();
document.body.classList.add("resting");
