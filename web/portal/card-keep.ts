import { fromBase64Url, listMessage, type RevocationList } from '#contexts/registry/card-code.ts';
import type { CardCheck } from '#contexts/registry/card.wire.ts';
import workerUrl from './card-worker.ts?worker&url';

const shelf = 'lienket.card-check';

/** What this phone has of the last time there was a network. */
export function keptCheck(): CardCheck | undefined {
  try {
    const text = localStorage.getItem(shelf);
    return text === null ? undefined : (JSON.parse(text) as CardCheck);
  } catch {
    return undefined;
  }
}

/** An older list never takes the place of a newer one, whoever serves it. */
export function keepCheck(given: CardCheck): CardCheck {
  const known = keptCheck();
  const isOlder = known !== undefined && (known.list?.number ?? 0) > (given.list?.number ?? 0);
  const best = isOlder && known.province.code === given.province.code ? { ...given, list: known.list } : given;
  try {
    localStorage.setItem(shelf, JSON.stringify(best));
  } catch {
    // A full or forbidden store: checked with the network only.
  }
  return best;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
const sha256 = { name: 'ECDSA', hash: 'SHA-256' };

export async function isSignedBy(
  publicKey: string,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = fromBase64Url(publicKey);
  if (raw === undefined) return false;
  const key = await crypto.subtle.importKey('raw', raw, ecdsa, false, ['verify']);
  return crypto.subtle.verify(sha256, key, signature, message);
}

/** The list as kept, if its signature holds. */
export async function soundList({ list, keys, province }: CardCheck): Promise<RevocationList | undefined> {
  if (list === null) return undefined;
  const [hashes, signature] = [fromBase64Url(list.hashes), fromBase64Url(list.signature)];
  const key = keys.find(({ number, broken }) => number === list.key && !broken);
  if (hashes === undefined || signature === undefined || key === undefined) return undefined;
  const read = { province: province.code, key: list.key, number: list.number, day: list.day, hashes };
  return (await isSignedBy(key.publicKey, listMessage(read), signature)) ? read : undefined;
}

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
