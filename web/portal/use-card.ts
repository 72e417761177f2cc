import { useEffect, useState } from 'react';
import { cardCautions, cardTroubles, type CardCaution, type CardTrouble } from '#contexts/registry/card-check.ts';
import {
  cardMessage,
  hashOf,
  isListed,
  readCard,
  revocationMessage,
  type RevocationList,
} from '#contexts/registry/card-code.ts';
import type { CardCheck, verifyCard } from '#contexts/registry/card.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { keepPage } from './card-keep.ts';
import { isSignedBy, keepCheck, keptCheck, readCheck, soundList } from './card-shelf.ts';

type Told = ReplyOf<typeof verifyCard>;

export interface CheckedCard {
  readonly troubles: readonly CardTrouble[];
  readonly cautions: readonly CardCaution[];
  readonly code: string | null;
  readonly expiresOn: Day | null;
  /** What the server said; undefined without a network. */
  readonly told: Told | undefined;
}

export interface CardState {
  /** undefined while at work. */
  readonly checked: CheckedCard | undefined;
  readonly check: CardCheck | undefined;
  /** Can this browser check a signature by itself? Only on a safe address. */
  readonly able: boolean;
  readonly online: boolean;
}

const today = (): Day =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date()) as Day;

/** A network that swallows questions is none: somebody stands there with a card in the hand. */
const patienceMs = 8_000;

/** Undefined where nobody answers, or something else than this server, such as the sign-in page of a café. */
async function asked(url: string): Promise<unknown> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return reply.ok ? await reply.json() : undefined;
  } catch {
    return undefined;
  }
}

async function isInList(list: RevocationList | undefined, code: string): Promise<boolean> {
  if (list === undefined) return false;
  const digest = await crypto.subtle.digest('SHA-256', revocationMessage(list.number, code));
  return isListed(list, hashOf(new Uint8Array(digest)));
}

/** By what lies on this phone alone. */
async function checkedHere(text: string, check: CardCheck): Promise<CheckedCard> {
  const read = readCard(text);
  const list = await soundList(check);
  const listDay = list?.day ?? null;
  const seen = { province: check.province.code, today: today(), listDay };
  const cautions = cardCautions(listDay, today());
  if (read === undefined) {
    const troubles = cardTroubles({ ...seen, fields: undefined, key: undefined, signed: false, listed: false });
    return { troubles, cautions, code: null, expiresOn: null, told: undefined };
  }
  const { fields, signature } = read;
  const key = check.keys.find(({ number }) => number === fields.key);
  const signed = key !== undefined && (await isSignedBy(key.publicKey, cardMessage(fields), signature));
  const troubles = cardTroubles({ ...seen, fields, key, signed, listed: await isInList(list, fields.code) });
  return { troubles, cautions, code: fields.code, expiresOn: fields.expiresOn, told: undefined };
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'troubles' in value && Array.isArray(value.troubles);

/** The server knows best: it was asked a moment ago. */
const checkedThere = (told: Told): CheckedCard => ({
  troubles: told.troubles,
  cautions: [],
  code: told.code?.replaceAll(' ', '') ?? null,
  expiresOn: told.expiresOn,
  told,
});

async function checkedCard(
  text: string,
  check: CardCheck | undefined,
  able: boolean,
): Promise<CheckedCard | undefined> {
  const told = await asked(`/api/registry.card.verify?card=${encodeURIComponent(text)}`);
  if (isTold(told)) return checkedThere(told);
  return check === undefined || !able ? undefined : checkedHere(text, check);
}

const inAddress = (): string => location.hash.slice(1);

/** The card behind the # of the address, checked with the network or without. */
export function useCard(): CardState & { readonly text: string } {
  const able = globalThis.crypto?.subtle !== undefined;
  const [text, setText] = useState(inAddress);
  const [state, setState] = useState<CardState & { readonly of: string }>();
  useEffect(() => {
    const changed = (): void => setText(inAddress());
    globalThis.addEventListener('hashchange', changed);
    return () => globalThis.removeEventListener('hashchange', changed);
  }, []);
  useEffect(() => {
    let isGone = false;
    const work = async (): Promise<void> => {
      const fresh = readCheck(await asked('/api/registry.card-check.get'));
      const check = fresh === undefined ? await keptCheck() : able ? await keepCheck(fresh) : fresh;
      const checked = text === '' ? undefined : await checkedCard(text, check, able);
      if (!isGone) setState({ of: text, checked, check, able, online: fresh !== undefined });
      if (fresh !== undefined) await keepPage().catch(() => undefined);
    };
    void work();
    return () => {
      isGone = true;
    };
  }, [text, able]);
  return state?.of === text ? { ...state, text } : { text, checked: undefined, check: undefined, able, online: true };
}
