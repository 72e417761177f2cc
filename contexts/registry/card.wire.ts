import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, MemberId, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { Province } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { cardStates, revocations, type CardObstacle } from './card.ts';
import type { CardTrouble } from './card-check.ts';
import { standings } from './member.ts';
import { languages } from './organisation.wire.ts';
import { parties } from './party.ts';

export const CardId = idOf('CardId');
export type CardId = Branded<'CardId'>;

const Card = z.object({
  id: CardId,
  /** As printed, in groups of four. */
  code: z.string(),
  issuedOn: Day,
  expiresOn: Day,
  state: z.enum(cardStates),
  revokedOn: Day.nullable(),
  reason: z.enum(revocations).nullable(),
});

export const CardRow = z.object({
  /** The member's. */
  id: MemberId,
  name: z.string(),
  party: z.enum(parties),
  standing: z.enum(standings),
  joinedOn: Day,
  /** The last one handed out. */
  card: Card.nullable(),
});
export type CardRow = z.infer<typeof CardRow>;

/** The members of now with their last card, for those who keep the list. */
export const listCards = query('registry.card.list', {
  input: z.object({
    organisation: OrganisationId,
    search: line(100, 0).optional(),
    /** `missing`: without a card that is valid today. */
    cards: z.enum(['all', 'valid', 'missing']).default('all'),
    ...paging,
  }),
  reply: z.object({ ...pageOf(CardRow).shape, may: z.object({ record: z.boolean() }) }),
});

const selected = z.array(MemberId).min(1).max(100);

/** Cards for those chosen. Who gets none, and why, stands in the reply; the others have theirs. */
export const recordCards = command('registry.card.record', {
  input: z.object({ organisation: OrganisationId, members: selected, expiresOn: Day }),
  reply: z.object({
    issued: z.array(z.object({ member: MemberId, card: CardId })),
    left: z.array(z.object({ member: MemberId, obstacles: z.array(z.string() as unknown as z.ZodType<CardObstacle>) })),
  }),
});

/** The valid cards of those chosen, to be cut out: ten on a sheet of A4. */
export const exportCards = document('registry.card.export', {
  input: z.object({ organisation: OrganisationId, members: selected, language: z.enum(languages).default('vi') }),
});

/** Lost, damaged: from now on the card counts no more. */
export const revokeCard = command('registry.card.revoke', {
  input: z.object({ card: CardId, reason: z.enum(revocations), note: line(300).optional() }),
  reply: z.object({}),
});

/** Whose member a card names. Everybody reads the organisation; the name only who may see that member's. */
export const verifyCard = query('registry.card.verify', {
  input: z.object({ card: z.string().max(200) }),
  reply: z.object({
    troubles: z.array(z.string() as unknown as z.ZodType<CardTrouble>),
    code: z.string().nullable(),
    expiresOn: Day.nullable(),
    organisation: z.object({ id: OrganisationId, name: z.string() }).nullable(),
    /** The organisation that carries the membership on, where the one on the card has been merged or split. */
    carriedTo: z.object({ id: OrganisationId, name: z.string() }).nullable(),
    member: z.object({ id: MemberId, name: z.string() }).nullable(),
    synthetic: z.boolean(),
  }),
});

const Bytes = z.string().describe('base64url');

/** All that a device needs to check cards without a network: public keys, and the signed list of cards that count no more. */
export const getCardCheck = query('registry.card-check.get', {
  input: z.object({}),
  reply: z.object({
    province: z.object({ code: Province, name: z.string() }),
    keys: z.array(z.object({ number: z.int(), publicKey: Bytes, broken: z.boolean() })),
    /** Null before the first card was handed out. */
    list: z
      .object({ number: z.int(), day: Day, key: z.int(), hashes: Bytes, signature: Bytes, entries: z.int() })
      .nullable(),
  }),
});
export type CardCheck = z.infer<(typeof getCardCheck)['reply']>;

/** The keys there have been. */
export const listCardKeys = query('registry.card-key.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        number: z.int(),
        from: Day,
        endedOn: Day.nullable(),
        broken: z.boolean(),
        reason: z.string().nullable(),
        /** Cards signed with it that would count today. */
        cards: z.int(),
      }),
    ),
  }),
});

/** Another key from now on. Cards of the one before go on counting, unless somebody else may have it. */
export const changeCardKey = command('registry.card-key.change', {
  input: z.object({ broken: z.boolean(), reason: line(500, 3) }),
  reply: z.object({ number: z.int() }),
});
