import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import {
  judgedYears,
  saveYears,
  unsaveYears,
  yearlyFields,
  yearStates,
  type YearBefore,
  type YearlyField,
  type YearlyJudged,
} from '#registry';
import {
  columnSaid,
  withRefused,
  type Blocker,
  type Difference,
  type Intake,
  type JudgedRow,
  type JudgeRoom,
  type WrittenBefore,
} from './batch.judge.ts';
import { valueForAll, type Draft } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { placed } from './placing.judge.ts';

const shownAt: Readonly<Record<YearlyJudged['obstacles'][number], readonly string[]>> = {
  reported: ['organisationTaxNumber', 'organisationName'],
  'year-not-begun': ['year'],
  'before-founding': ['year'],
  'nothing-told': ['revenueVnd', 'year'],
  'profit-above-revenue': ['profitVnd'],
  'revenue-sides-differ': ['revenueVnd', 'externalRevenueVnd', 'internalRevenueVnd'],
  'cost-sides-differ': ['costVnd', 'externalCostVnd', 'internalCostVnd'],
  'profit-sides-differ': ['profitVnd', 'externalProfitVnd', 'internalProfitVnd'],
  'charter-above-total-capital': ['charterCapitalVnd'],
  'twice-in-set': ['organisationTaxNumber', 'organisationName', 'year'],
};

const givenOf = ({ values }: Draft) =>
  Object.fromEntries(yearlyFields.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]]))) as Partial<
    Record<YearlyField, number>
  >;

function rowOf(judged: YearlyJudged, told: Draft, mapping: Mapping): JudgedRow {
  const { row, outcome, draft, known, figures, fields, obstacles, otherRow } = judged;
  return {
    row,
    outcome,
    troubles: obstacles.map((code) => ({
      code,
      ...columnSaid(mapping, told, shownAt[code]),
      ...(code === 'twice-in-set' && otherRow !== null ? { row: otherRow } : {}),
    })),
    target: draft.organisation,
    seen: known?.version ?? null,
    differences:
      known === null
        ? []
        : fields.map((field): Difference => ({ field, before: known.figures[field], after: figures[field]! })),
    question: null,
    item: judged,
  };
}

async function judge(db: Db, drafts: readonly Draft[], room: JudgeRoom): Promise<JudgedRow[]> {
  const { mapping, is1904 } = room;
  const year = valueForAll({ kind: 'accounts', mapping, is1904 }, 'year', mapping.forAll['year'] ?? '');
  return withRefused(drafts, async (sound) => {
    const { here, refused } = await placed(db, sound, room);
    const judged = await judgedYears(
      db,
      here.map(({ draft, organisation }) => ({
        row: draft.row,
        organisation,
        year: Number(draft.values['year'] ?? year),
        given: givenOf(draft),
      })),
      room,
    );
    return [...judged.map((one, at) => rowOf(one, here[at]!.draft, mapping)), ...refused];
  });
}

async function blockers(db: Db, written: readonly WrittenBefore[]): Promise<Blocker[]> {
  const states = await yearStates(db, [...new Set(written.map(({ id }) => id))]);
  return written.flatMap(({ row, id, year, version }): Blocker[] => {
    const state = states.get(`${id} ${year}`);
    if (state?.version === version) return [];
    const organisation = id as OrganisationId;
    return [{ row, reason: 'changed-since', target: id, organisation, name: state?.name ?? '', year, n: 0 }];
  });
}

export const accountIntake: Intake = {
  kind: 'accounts',
  judge,
  save: (db, rows, room) =>
    saveYears(
      db,
      rows.map(({ item }) => item as YearlyJudged),
      room,
      room.onPart,
    ),
  blockers,
  unsave: (db, written, room) =>
    unsaveYears(
      db,
      written.map(({ id, year, version, before }) => ({
        id: id as OrganisationId,
        year,
        version,
        before: before as YearBefore | null,
      })),
      room,
    ),
};
