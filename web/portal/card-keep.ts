import workerUrl from './card-worker.ts?worker&url';

/** Puts the page itself and its assets by; silently not where the browser cannot. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  await navigator.serviceWorker.register(workerUrl, { scope: '/m/' });
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`));
  const cache = await caches.open('member-card');
  await cache.addAll(['/m/', ...new Set(assets)]);
}
