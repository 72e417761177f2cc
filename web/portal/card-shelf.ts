import { dayNumber, fromBase64Url, listMessage, type RevocationList } from '#contexts/registry/card-code.ts';
import type { CardCheck } from '#contexts/registry/card.wire.ts';

const shelf = 'lienket.card-check';
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
const sha256 = { name: 'ECDSA', hash: 'SHA-256' };

/** Whatever cannot be read as key or signature has signed nothing. */
export async function isSignedBy(
  publicKey: string,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = fromBase64Url(publicKey);
  if (raw === undefined) return false;
  try {
    const key = await crypto.subtle.importKey('raw', raw, ecdsa, false, ['verify']);
    return await crypto.subtle.verify(sha256, key, signature, message);
  } catch {
    return false;
  }
}

type Told = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Told => typeof value === 'object' && value !== null;
// A number or day that does not fit its bytes would be signed as another one.
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const mostNumber = 0xff_ff_ff_ff;
const mostDay = 0xff_ff;
/** A point of P-256, not compressed. */
const pointBytes = 65;

function isList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { number, day, key, hashes, signature, entries } = value;
  if (!isCount(number) || number > mostNumber || !isCount(key) || !isCount(entries)) return false;
  if (typeof hashes !== 'string' || typeof signature !== 'string') return false;
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const on = dayNumber(day as RevocationList['day']);
  return isCount(on) && on <= mostDay;
}

const isKey = (value: unknown): boolean =>
  isObject(value) &&
  isCount(value['number']) &&
  typeof value['publicKey'] === 'string' &&
  fromBase64Url(value['publicKey'])?.length === pointBytes &&
  typeof value['broken'] === 'boolean';

/** By hand, since public pages come without zod: what lies on a phone or comes over its network may be anything. */
export function readCheck(value: unknown): CardCheck | undefined {
  if (!isObject(value) || !isObject(value['province']) || !Array.isArray(value['keys'])) return undefined;
  const { code, name } = value['province'];
  if (!isCount(code) || typeof name !== 'string') return undefined;
  const keys = value['keys'].filter(isKey);
  const list = isList(value['list']) ? value['list'] : null;
  return { province: { code, name }, keys, list } as CardCheck;
}

/** The list as kept, if its signature holds. */
export async function soundList({ list, keys, province }: CardCheck): Promise<RevocationList | undefined> {
  if (list === null) return undefined;
  const [hashes, signature] = [fromBase64Url(list.hashes), fromBase64Url(list.signature)];
  const key = keys.find(({ number, broken }) => number === list.key && !broken);
  if (hashes === undefined || hashes.length % 4 !== 0 || signature === undefined || key === undefined) return undefined;
  const read = { province: province.code, key: list.key, number: list.number, day: list.day, hashes };
  return (await isSignedBy(key.publicKey, listMessage(read), signature)) ? read : undefined;
}

/** A list that nobody signed is none: it neither counts nor stands in the way of the next one. */
const withSoundList = async (check: CardCheck): Promise<CardCheck> =>
  (await soundList(check)) === undefined ? { ...check, list: null } : check;

/** What this phone has of the last time there was a network. */
export async function keptCheck(): Promise<CardCheck | undefined> {
  try {
    const kept = readCheck(JSON.parse(localStorage.getItem(shelf) ?? 'null'));
    return kept === undefined ? undefined : await withSoundList(kept);
  } catch {
    return undefined;
  }
}

/** An older list never takes the place of a newer one, whoever serves it; a forged one of none. */
export async function keepCheck(given: CardCheck): Promise<CardCheck> {
  const [known, fresh] = [await keptCheck(), await withSoundList(given)];
  // By the keys of today: a list of before counts no more once its key is broken.
  const before =
    known?.province.code === given.province.code ? await withSoundList({ ...given, list: known.list }) : fresh;
  const best = (before.list?.number ?? -1) > (fresh.list?.number ?? -1) ? before : fresh;
  try {
    localStorage.setItem(shelf, JSON.stringify(best));
  } catch {
    // A full or forbidden store: checked with the network only.
  }
  return best;
}
