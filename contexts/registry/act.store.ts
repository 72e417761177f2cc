import type { AccountId, OrganisationId } from '#kernel/id.ts';
import { newId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActKind } from './act.ts';
import type { ActId } from './act.wire.ts';
import { registryIn } from './registry.tables.ts';

export const actsOf = (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .selectFrom('registry.organisation_act')
    .select([
      'id',
      'kind',
      'on_day as onDay',
      'document',
      'legal_basis as legalBasis',
      'note',
      'recorded_at as recordedAt',
    ])
    .where('organisation_id', '=', organisation)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();

export interface NewAct {
  readonly id?: ActId;
  readonly organisation: OrganisationId;
  readonly kind: ActKind;
  readonly onDay: Day;
  readonly document?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly note?: string | undefined;
}

export async function saveAct(db: Db, act: NewAct, by: AccountId | null): Promise<void> {
  await registryIn(db)
    .insertInto('registry.organisation_act')
    .values({
      id: act.id ?? newId<ActId>(),
      organisation_id: act.organisation,
      kind: act.kind,
      on_day: act.onDay,
      document: act.document ?? null,
      legal_basis: act.legalBasis ?? null,
      note: act.note ?? null,
      recorded_by: by,
    })
    .execute();
}
