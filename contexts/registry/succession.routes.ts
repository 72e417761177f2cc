import { overseesUnit } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { newTrail, saveTrail } from './act-trail.store.ts';
import { capsAbove, settleExcess } from './capital-excess.store.ts';
import { refuse } from './founding.routes.ts';
import { membersOn, presentPersons } from './member-carry.store.ts';
import { lockMember, shownMember } from './member.store.ts';
import { lockOrganisation } from './organisation.store.ts';
import { partyObstacles, passMembership } from './party-carry.store.ts';
import { movesOf } from './split-moves.store.ts';
import { successionObstacles } from './succession.ts';
import { successorsOf } from './succession.store.ts';
import { recordSuccession } from './succession.wire.ts';

const code = 'registry.succession.not-recordable';

export const successionRoutes = [
  handle(recordSuccession, async ({ input, actor, db, today, insist, tell }) => {
    const record = await shownMember(db, input.member);
    const union = record.organisation_survivor ?? record.organisation_id;
    insist(overseesUnit(actor, record.unit_code));
    await lockOrganisation(db, union);
    await lockMember(db, record.id);

    const heirs = await successorsOf(db, record.party_organisation_id);
    const [first] = heirs;
    const onDay = first?.onDay ?? today;
    const persons = presentPersons(await membersOn(db, union, onDay));
    const person = persons.find(({ id }) => id === record.id);
    refuse(code, [
      ...successionObstacles({
        leftOn: record.left_on,
        heirs: heirs.map(({ id }) => id),
        held: { subscribedVnd: person?.subscribedVnd ?? 0, paidVnd: person?.paidVnd ?? 0 },
        to: input.to,
      }),
      ...(person === undefined && record.left_on === null ? ['membership-later' as const] : []),
      ...(await partyObstacles(
        db,
        input.to.map(({ organisation }) => organisation),
        onDay,
      )),
    ]);

    const by = actor.account!;
    // It belongs to the act by which the member went into others: undone with it, and with it only.
    const trail = newTrail(first!.act);
    const before = await capsAbove(db, [union], today);
    const names = new Map(heirs.map(({ id, name }) => [id, name]));
    const members = await passMembership(
      db,
      person!.records,
      input.to.map(({ organisation }) => ({
        organisation,
        name: names.get(organisation)!,
        moves: (member) => movesOf(person!, input.to, { to: organisation, member }),
      })),
      { trail, onDay, document: input.document, by },
    );
    const excuse = { capReason: input.capReason, capUntil: input.capUntil };
    await settleExcess(db, { organisations: [union], before, cause: 'split', onDay, today, by, excuse, code });
    await saveTrail(db, trail);
    await tell('registry.succession.recorded', { organisation: union, members });
    return { members };
  }),
];
