// The service worker: what was fetched once comes from the cache, so that a voyage sails offline.
// Every export has a folder of its own, so nothing old hides what is new; only the first page is
// asked for anew wherever there is a network.

const ROOT = self.registration.scope;
const OURS = `even-keel ${ROOT} `;
const NAME = `${OURS}STAMP`;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([ROOT, `${ROOT}index.html`, `${ROOT}STAMPfiles.json`])));
});

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

async function firstPage(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(ROOT)) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  if (request.mode === "navigate") event.respondWith(firstPage(request));
  else event.respondWith(caches.match(request, { ignoreSearch: true }).then((had) => had ?? fetch(request)));
});
