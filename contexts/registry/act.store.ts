import type { AccountId, OrganisationId } from '#kernel/id.ts';
import { newId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActDone, ActGround, ActKind } from './act.ts';
import type { ActId } from './act.wire.ts';
import { idsOf } from './record-merger.store.ts';
import { parameterOn } from './parameter.store.ts';
import { registryIn } from './registry.tables.ts';

/** The life line, what was undone and its undoing included. */
export const actsOf = async (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.organisation_act as a')
    .leftJoin('registry.organisation_act as u', (join) =>
      join.onRef('u.undoes', '=', 'a.id').onRef('u.organisation_id', '=', 'a.organisation_id'),
    )
    .select([
      'a.id',
      'a.kind',
      'a.on_day as onDay',
      'a.document',
      'a.legal_basis as legalBasis',
      'a.basis_verified as basisVerified',
      'a.ground',
      'a.note',
      'a.recorded_at as recordedAt',
      'a.undoes',
      'u.id as undoneBy',
    ])
    .where('a.organisation_id', 'in', await idsOf(db, organisation))
    .orderBy('a.on_day')
    .orderBy('a.recorded_at')
    .orderBy('a.id')
    .execute();

/** What counts: nothing that was undone. */
export async function actsDone(db: Db, organisation: OrganisationId): Promise<ActDone[]> {
  const acts = await actsOf(db, organisation);
  return acts.filter(({ kind, undoneBy }) => kind !== 'undone' && undoneBy === null);
}

export interface NewAct {
  readonly id?: ActId | undefined;
  readonly organisation: OrganisationId;
  readonly kind: ActKind;
  readonly onDay: Day;
  readonly document?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly ground?: ActGround | undefined;
  readonly undoes?: ActId | undefined;
  readonly partOf?: ActId | undefined;
  readonly note?: string | undefined;
}

/** Where the law speaks of an act, and whether that was read; written by hand it is whatever the hand says. */
async function basisOf(db: Db, { kind, onDay, legalBasis }: NewAct) {
  const known = await parameterOn<string>(db, `act.basis.${kind}`, onDay);
  const text = legalBasis ?? known?.value ?? null;
  return {
    legal_basis: text,
    basis_verified: known !== undefined && known.value !== null && text === known.value ? known.verified : null,
  };
}

export async function saveAct(db: Db, act: NewAct, by: AccountId | null): Promise<ActId> {
  const id = act.id ?? newId<ActId>();
  await registryIn(db)
    .insertInto('registry.organisation_act')
    .values({
      id,
      organisation_id: act.organisation,
      kind: act.kind,
      on_day: act.onDay,
      document: act.document ?? null,
      ...(await basisOf(db, act)),
      ground: act.ground ?? null,
      undoes: act.undoes ?? null,
      part_of: act.partOf ?? null,
      note: act.note ?? null,
      recorded_by: by,
    })
    .execute();
  return id;
}
