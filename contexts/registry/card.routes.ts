import { isAdministrator, type Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { cardMessage, packedHashes, listMessage, readCard, shownCode, toBase64Url } from './card-code.ts';
import { cardKeys, cardsByKey, findCardKey, nextCardKey, presentCardKey } from './card-key.store.ts';
import { cardKey, isSigned, revocationHash, signed } from './card.cipher.ts';
import { cardSheet } from './card.document.ts';
import {
  cardByCode,
  cardForChange,
  cardPage,
  membersForCards,
  printedCards,
  revokedCodes,
  saveCards,
  saveRevocation,
} from './card.store.ts';
import { cardTroubles } from './card-check.ts';
import { expiryObstacles, issuingObstacles } from './card.ts';
import {
  changeCardKey,
  exportCards,
  getCardCheck,
  listCardKeys,
  listCards,
  recordCards,
  revokeCard,
  verifyCard,
} from './card.wire.ts';
import { mayKeepMembers, memberSight } from './member.access.ts';
import { hasEnded } from './organisation.ts';
import { organisationFacts } from './organisation.store.ts';
import { endedForGood } from './standing.store.ts';
import { saveExportLook } from './personal.store.ts';
import { provinceName } from './province.store.ts';

const ownedOrganisation = ({ id, unit_code }: Awaited<ReturnType<typeof organisationFacts>>) => ({
  organisation: id,
  unit: unit_code,
});

/** Lists are numbered by the minute they were made in. */
const firstMinute = Date.UTC(2026, 0, 1);
const listNumber = (): number => Math.floor((Date.now() - firstMinute) / 60_000);

/** The organisation is public; the name is for who may see it. */
function told(row: NonNullable<Awaited<ReturnType<typeof cardByCode>>>, actor: Actor) {
  const carried = row.now_id !== null && row.now_name !== null;
  const sight = memberSight(actor, {
    organisation: row.now_id ?? row.organisation_id,
    unit: carried ? row.now_unit : row.unit_code,
  });
  const isNamed = sight === 'full' || sight === 'names';
  return {
    code: shownCode(row.code),
    expiresOn: row.expires_on,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    carriedTo: carried ? { id: row.now_id!, name: row.now_name! } : null,
    member: isNamed && row.name ? { id: row.now_member ?? row.member_id, name: row.name } : null,
    synthetic: row.provenance === 'synthetic',
  };
}

export const cardRoutes = [
  handle(listCards, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, ownedOrganisation(organisation)));
    const { items, total } = await cardPage(db, input, today);
    const record = organisation.provenance !== 'reported' && !hasEnded(organisation.status);
    return {
      total,
      items: items.map(({ card, ...row }) => ({
        ...row,
        card: card === null ? null : { ...card, code: shownCode(card.code) },
      })),
      may: { record },
    };
  }),

  handle(recordCards, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, ownedOrganisation(organisation)));
    const obstacles = [
      ...expiryObstacles(input.expiresOn, today),
      ...((await endedForGood(db, organisation.id)) ? ['organisation-ended' as const] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.card.not-recordable', { obstacles });
    const members = await membersForCards(db, organisation.id, [...new Set(input.members)], today);
    const asked = members.map((row) => ({
      member: row.id,
      obstacles: issuingObstacles(
        { party: row.party, erased: row.erased_at !== null, leftOn: row.left_on, validUntil: row.valid_until },
        today,
      ),
    }));
    const by = actor.account!;
    const key = await presentCardKey(db, { province: actor.province, on: today, by });
    const issued = await saveCards(
      db,
      asked.filter(({ obstacles: found }) => found.length === 0).map(({ member }) => member),
      { organisation: organisation.id, key: key.number, issuedOn: today, expiresOn: input.expiresOn, by },
    );
    return { issued, left: asked.filter(({ obstacles: found }) => found.length > 0) };
  }),

  handle(exportCards, async ({ input, actor, db, today, insist, origin }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, ownedOrganisation(organisation)));
    const rows = await printedCards(db, organisation.id, input.members, today);
    if (rows.length === 0) throw new Problem('conflict', 'registry.card.none-valid');
    const filter = { present: 'true' as const, format: 'pdf' as const };
    await saveExportLook(db, { organisation: organisation.id, filter, rows: rows.length, by: actor.account! });
    const { province } = actor;
    const known = new Map((await cardKeys(db)).map((key) => [key.number, key.public_key]));
    // With another secret than they were handed out with, new ones are needed.
    if (rows.some(({ key_number }) => !cardKey(province, key_number).publicKey.equals(known.get(key_number)!)))
      throw new Problem('conflict', 'registry.card.key-lost');
    return cardSheet(rows, { organisation: organisation.name, province, origin, language: input.language });
  }),

  handle(revokeCard, async ({ input, actor, db, today, insist }) => {
    const card = await cardForChange(db, input.card);
    insist(mayKeepMembers(actor, { organisation: card.organisation_id, unit: card.unit_code }));
    if (card.revoked_on !== null)
      throw new Problem('conflict', 'registry.card.not-revocable', { obstacles: ['revoked-already'] });
    await saveRevocation(db, card.id, {
      reason: input.reason,
      note: input.note ?? null,
      on: today,
      by: actor.account!,
    });
    return {};
  }),

  handle(verifyCard, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const read = readCard(input.card);
    const key = (await cardKeys(db)).find(({ number }) => number === read?.fields.key);
    const isOurs =
      read !== undefined && key !== undefined && isSigned(cardMessage(read.fields), key.public_key, read.signature);
    const row = isOurs ? await cardByCode(db, read.fields.code, today) : undefined;
    const troubles = cardTroubles({
      fields: read?.fields,
      province: actor.province,
      key: key && { broken: key.is_broken },
      // A code that was never handed out was signed by somebody else who has the key.
      signed: isOurs && row !== undefined,
      listed: row !== undefined && (row.revoked_on !== null || row.ended),
      today,
      listDay: null,
    });
    if (row === undefined)
      return {
        troubles,
        code: null,
        expiresOn: null,
        organisation: null,
        carriedTo: null,
        member: null,
        synthetic: false,
      };
    return { troubles, ...told(row, actor) };
  }),

  handle(getCardCheck, async ({ actor, db, today, insist }) => {
    insist(true);
    const keys = await cardKeys(db);
    const key = keys.length === 0 ? undefined : await findCardKey(db, actor.province);
    const codes = key === undefined ? [] : await revokedCodes(db, today);
    const number = listNumber();
    const hashes = packedHashes(codes.map((code) => revocationHash(number, code)));
    const message = key && listMessage({ province: actor.province, key: key.number, number, day: today, hashes });
    return {
      province: { code: actor.province, name: await provinceName(db, actor.province) },
      keys: keys.map((row) => ({
        number: row.number,
        publicKey: toBase64Url(row.public_key),
        broken: row.is_broken,
      })),
      list:
        key === undefined
          ? null
          : {
              number,
              day: today,
              key: key.number,
              hashes: toBase64Url(hashes),
              signature: toBase64Url(signed(message!, key)),
              entries: codes.length,
            },
    };
  }),

  handle(listCardKeys, async ({ actor, db, today, insist }) => {
    insist(isAdministrator(actor));
    const rows = await cardsByKey(db, today);
    return {
      items: rows.map((row) => ({
        number: row.number,
        from: row.from_day,
        endedOn: row.ended_on,
        broken: row.is_broken,
        reason: row.reason,
        cards: row.cards,
      })),
    };
  }),

  handle(changeCardKey, async ({ input, actor, db, today, insist }) => {
    insist(isAdministrator(actor));
    const key = await nextCardKey(db, { ...input, province: actor.province, on: today, by: actor.account! });
    return { number: key.number };
  }),
];
