import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import {
  judgedOrganisations,
  isRegisteredField,
  organisationStates,
  rowsOnOrganisations,
  saveOrganisations,
  unsaveOrganisations,
  type OrganisationBefore,
  type OrganisationDraft,
  type OrganisationJudged,
  type OrganisationValues,
} from '#registry';
import {
  columnOf,
  columnSaid,
  withRefused,
  type Blocker,
  type Difference,
  type Intake,
  type JudgedRow,
  type JudgeRoom,
  type WrittenBefore,
} from './batch.judge.ts';
import { bare } from './cell-word.ts';
import type { CellValue } from './cell-text.ts';
import { valueForAll, type Draft, type RowTrouble } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { nameKey } from './organisation-index.ts';
import { statusToldIn } from './status-told.ts';
import { seatReader, type SeatFound } from './seat.judge.ts';

const numbered = ['taxNumber', 'registrationNumber', 'name'] as const;

/** Where a reason of the registry's shows itself in the sheet. */
const shownAt: Readonly<Partial<Record<OrganisationJudged['obstacles'][number], readonly string[]>>> = {
  'tax-number-taken': ['taxNumber'],
  'person-number-of-organisation': ['taxNumber'],
  'unit-unknown': ['unit', 'address'],
  'place-missing': ['unit', 'address', 'name'],
  'founded-in-future': ['foundedOn'],
  'certificate-in-future': ['certificateOn'],
  'certificate-before-founding': ['certificateOn', 'foundedOn'],
  'kind-missing': ['kind', 'name'],
  'kind-is-otherwise': ['kind', 'name'],
  'organisation-ambiguous': numbered,
  'organisation-disagrees': numbered,
  'organisation-elsewhere': numbered,
  'twice-in-set': numbered,
};

/** A paper is missing, or does not fit, for what of the registration differs. */
const ofTheChange: readonly string[] = [
  'document-missing',
  'document-in-future',
  'changed-in-future',
  'changed-before-founding',
  'seat-elsewhere',
];

const keys: readonly (keyof OrganisationValues)[] = [
  'name',
  'kind',
  'shortName',
  'taxNumber',
  'registrationNumber',
  'certificateOn',
  'foundedOn',
  'fields',
  'address',
  'phone',
  'email',
  'representativeName',
  'representativeTitle',
  'representativePhone',
];

const titles: readonly (readonly [said: RegExp, title: string])[] = [
  [/giam doc|director/, 'Giám đốc'],
  [/chu tich/, 'Chủ tịch hội đồng quản trị'],
  [/to truong/, 'Tổ trưởng'],
  [/chu trang trai/, 'Chủ trang trại'],
  [/chu (ho|co so)/, 'Chủ hộ'],
];

/** What those are called who stand in the column of representatives: its heading says it. */
function titleOf({ columns }: Mapping): string {
  const heading = bare(columns.find(({ field }) => field === 'representativeName')?.heading ?? '');
  return titles.find(([said]) => said.test(heading))?.[1] ?? 'Người đại diện';
}

type Usual = OrganisationDraft['usual'];

function usualOf({ mapping, is1904 }: JudgeRoom): Usual {
  const said = (key: string): CellValue | undefined =>
    valueForAll({ kind: 'organisations', mapping, is1904 }, key, mapping.forAll[key] ?? '');
  return {
    kind: said('kind') as Usual['kind'],
    fields: said('fields') as Usual['fields'],
    title: titleOf(mapping),
  };
}

function draftOf({ row, values }: Draft, { unit, choices }: SeatFound, usual: Usual): OrganisationDraft {
  const told = keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const]));
  const given = { ...Object.fromEntries(told), ...(unit === undefined ? {} : { unit }) };
  return { row, given: given as unknown as OrganisationDraft['given'], usual, isUnitAsked: choices.length > 0 };
}

const textOf = (value: unknown): CellValue | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(', ') : (value as CellValue);

/** Of a person's number the last digits. */
const shownText = (field: string, value: unknown): CellValue | null =>
  field === 'taxNumber' && typeof value === 'string' && value.length === 12
    ? `${'•'.repeat(8)}${value.slice(-4)}`
    : textOf(value);

/** What is missing is shown where it would stand. */
function placeOf(
  code: OrganisationJudged['obstacles'][number],
  { fields }: OrganisationJudged,
  told: Draft,
  to: Mapping,
) {
  if (ofTheChange.includes(code)) return columnOf(to, ...fields.filter((field) => isRegisteredField(field)), 'name');
  const shown = shownAt[code] ?? ['name'];
  return code.endsWith('-missing') ? columnOf(to, ...shown) : columnSaid(to, told, shown);
}

function rowOf(one: OrganisationJudged, told: Draft, seat: SeatFound, mapping: Mapping): JudgedRow {
  const { row, draft, organisation, fields, obstacles, otherRow } = one;
  // A unit that cannot be read is no missing one.
  const reasons = obstacles.filter((code) => code !== 'place-missing' || seat.troubles.length === 0);
  const troubles = reasons.map((code): RowTrouble => ({
    code,
    ...placeOf(code, one, told, mapping),
    ...(code === 'twice-in-set' && otherRow !== null ? { row: otherRow } : {}),
  }));
  const isRefused = troubles.length > 0 || (seat.troubles.length > 0 && seat.choices.length === 0);
  const outcome = isRefused ? 'refused' : one.outcome;
  return {
    row,
    outcome,
    troubles: [...troubles, ...seat.troubles],
    target: organisation?.id ?? null,
    seen: organisation?.version ?? null,
    differences:
      organisation === null
        ? []
        : fields.map((field): Difference => ({
            field,
            before: shownText(field, organisation[field]),
            after: shownText(field, draft.given[field])!,
          })),
    question: outcome === 'question' ? { field: 'unit', choices: seat.choices } : null,
    statusTold: statusToldIn(told.values, organisation?.status),
    item: one,
  };
}

async function judge(db: Db, drafts: readonly Draft[], room: JudgeRoom): Promise<JudgedRow[]> {
  const usual = usualOf(room);
  const seats = await seatReader(db, room);
  return withRefused(drafts, async (sound) => {
    const found = sound.map((draft) => seats.of(draft));
    const judged = await judgedOrganisations(
      db,
      sound.map((draft, at) => draftOf(draft, found[at]!, usual)),
      { ...room, keyOf: nameKey, change: room.said.change },
    );
    return judged.map((one, at) => rowOf(one, sound[at]!, found[at]!, room.mapping));
  });
}

/** An organisation changed since, or with members, years or other records, is not taken back. */
async function blockers(db: Db, written: readonly WrittenBefore[]): Promise<Blocker[]> {
  const states = await organisationStates(
    db,
    written.map(({ id }) => id),
  );
  const made = written.filter(({ isNew }) => isNew).map(({ id }) => id);
  const others = await rowsOnOrganisations(db, made);
  return written.flatMap(({ row, id, version, isNew }): Blocker[] => {
    const organisation = id as OrganisationId;
    const state = states.get(organisation);
    const about = { row, target: id, organisation, name: state?.name ?? '', year: null };
    const hanging: readonly (readonly [Blocker['reason'], number])[] = isNew
      ? [
          ['has-members', state?.members ?? 0],
          ['has-accounts', state?.years ?? 0],
          ['has-other-records', others.get(id) ?? 0],
        ]
      : [];
    return [
      ...(state?.version === version ? [] : [{ ...about, reason: 'changed-since' as const, n: 0 }]),
      ...hanging.filter(([, n]) => n > 0).map(([reason, n]) => ({ ...about, reason, n })),
    ];
  });
}

export const organisationIntake: Intake = {
  kind: 'organisations',
  judge,
  save: async (db, rows, room) => {
    const items = rows.map(({ item }) => item as OrganisationJudged);
    const written = await saveOrganisations(db, items, { ...room, change: room.said.change }, room.onPart);
    return written.map((one) => ({ ...one, year: 0 }));
  },
  blockers,
  unsave: (db, written, room) =>
    unsaveOrganisations(
      db,
      written.map(({ id, before }) => ({ id: id as OrganisationId, before: before as OrganisationBefore | null })),
      room,
    ),
};
