/**
 * Keeps the page that checks member cards at hand without a network, and nothing else: its scope is /m/. With a network
 * the page comes from the server, so that nobody stays on an old one.
 */
interface Fetching extends Event {
  readonly request: Request;
  respondWith(reply: Promise<Response>): void;
}

const kept = 'member-card';

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (trouble) {
    const known = await (await caches.open(kept)).match('/m/');
    if (known === undefined) throw trouble;
    return known;
  }
}

/** Assets carry their content in their name: what is there is right. */
async function asset(request: Request): Promise<Response> {
  return (await (await caches.open(kept)).match(request)) ?? fetch(request);
}

globalThis.addEventListener('fetch', (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  if (request.mode === 'navigate') fetching.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith('/assets/')) fetching.respondWith(asset(request));
});
