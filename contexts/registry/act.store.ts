import type { AccountId, FileId, OrganisationId } from '#kernel/id.ts';
import { newId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActDone, ActGround, ActKind } from './act.ts';
import type { ActId } from './act.wire.ts';
import type { OrganisationKind } from './organisation.ts';
import { isContactOnly, type ActDocument as DocumentTold, type Changed } from './organisation-change.ts';
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
      'a.document_on as documentOn',
      'a.document_issuer as documentIssuer',
      'a.file_id as file',
      'a.legal_basis as legalBasis',
      'a.basis_verified as basisVerified',
      'a.ground',
      'a.note',
      'a.changes',
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
  /** By its number or name alone, or with its day and who issued it. */
  readonly document?: string | (DocumentTold & { readonly file?: FileId | undefined }) | undefined;
  readonly legalBasis?: string | undefined;
  readonly ground?: ActGround | undefined;
  readonly undoes?: ActId | undefined;
  readonly partOf?: ActId | undefined;
  readonly note?: string | undefined;
  /** Of a change of the record. */
  readonly changes?: readonly Changed[];
}

/** Law and decrees of the parameters speak of these kinds; of enterprises, farms and agencies others do. */
const cooperativeKinds: readonly OrganisationKind[] = ['cooperative-group', 'cooperative', 'union'];
async function isCooperative(db: Db, organisation: OrganisationId): Promise<boolean> {
  const found = await registryIn(db)
    .selectFrom('registry.organisation')
    .select('kind')
    .where('id', '=', organisation)
    .executeTakeFirst();
  return found !== undefined && cooperativeKinds.includes(found.kind);
}

const documentOf = (document: NewAct['document']) =>
  typeof document === 'object'
    ? {
        document: document.number,
        document_on: document.on,
        document_issuer: document.issuer,
        file_id: document.file ?? null,
      }
    : { document: document ?? null };

interface BasisAsked {
  readonly organisation: OrganisationId;
  readonly kind: ActKind;
  readonly on: Day;
}

/** Where the law of the day speaks of an act, and whether that was read; null where no source was found. */
export async function knownBasis(db: Db, { organisation, kind, on }: BasisAsked) {
  if (!(await isCooperative(db, organisation))) return null;
  const known = await parameterOn<string>(db, `act.basis.${kind}`, on);
  return known === undefined || known.value === null ? null : { text: known.value, verified: known.verified };
}

/** Written by hand it is whatever the hand says. */
async function basisOf(db: Db, { organisation, kind, onDay, legalBasis, changes }: NewAct) {
  const known = isContactOnly(changes) ? null : await knownBasis(db, { organisation, kind, on: onDay });
  const text = legalBasis ?? known?.text ?? null;
  return { legal_basis: text, basis_verified: known !== null && text === known.text ? known.verified : null };
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
      ...documentOf(act.document),
      ...(await basisOf(db, act)),
      ground: act.ground ?? null,
      undoes: act.undoes ?? null,
      part_of: act.partOf ?? null,
      note: act.note ?? null,
      changes: act.changes === undefined ? null : JSON.stringify(act.changes),
      recorded_by: by,
    })
    .execute();
  return id;
}
