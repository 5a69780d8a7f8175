// What this folder holds, in the browser's cache: fetched once with a bar, offline from then on.

export const ROOT = new URL("../../", import.meta.url).href;

const attempt = async (what) => { try { return await what(); } catch { return null; } };

// A file through a counter; into the cache where there is one, else only into the browser's own.
async function fetchOne(cache, path, count) {
  const url = ROOT + path;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const counted = answer.body.pipeThrough(new TransformStream({
    transform(part, onward) { count(part.length); onward.enqueue(part); },
  }));
  const copy = new Response(counted, { headers: { "content-type": answer.headers.get("content-type") ?? "" } });
  const body = await copy.blob();
  if (cache) await attempt(() => cache.put(url, new Response(body, { headers: copy.headers })));
}

// tell: hears a share, 0 to 1. A worker of this page's asks the service worker, which has it all.
export async function fetchAll(tell) {
  const { stamp, files } = await (await fetch(new URL("../files.json", import.meta.url))).json();
  const cache = await attempt(() => caches.open(`even-keel ${ROOT} ${stamp}`));
  const all = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  let got = 0;
  await Promise.all(files.map(async ([path, bytes]) => {
    const before = got;
    if (cache && await attempt(() => cache.match(ROOT + path))) got += bytes;
    else await fetchOne(cache, path, (more) => { got += more; tell(Math.min(1, got / all)); });
    tell(Math.min(1, Math.max(before, got) / all));
  }));
  if (cache) await attempt(serveOffline);
}

async function serveOffline() {
  const service = navigator.serviceWorker;
  await service.register(`${ROOT}service.js`);
  if (service.controller) return;
  await Promise.race([
    new Promise((taken) => service.addEventListener("controllerchange", taken, { once: true })),
    new Promise((tired) => setTimeout(tired, 1500)),
  ]);
}
