import { isAuditor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { findUpload, memberNames, saveExportLook, type PublishedOrganisation } from '#registry';
import { isChange, useObstacles } from './member-use.ts';
import { readUseSheet, useTitles } from './member-use-sheet.load.ts';
import { formerUse, insertMemberUse, memberUse } from './member-use.store.ts';
import { exportMemberUse, listMemberUse, previewMemberUse, recordMemberUse } from './member-use.wire.ts';
import { namesFor } from './surplus.load.ts';
import { mayRead, mayWrite } from './update.access.ts';
import { reporter } from './update.load.ts';
import { mediaTypes } from './update-sheet.routes.ts';
import { inLanguage } from '#platform/spreadsheet/words.ts';

const limits = { mostRows: 6_000, mostColumns: 60, mostSheets: 20 };
const mostTroubles = 500;

const hasMembers = ({ kind, provenance }: PublishedOrganisation): boolean =>
  provenance !== 'reported' && ['cooperative-group', 'cooperative', 'union'].includes(kind);

async function worldOf(db: Db, facts: PublishedOrganisation, { year, today }: { year: number; today: Day }) {
  const rows = await memberUse(db, facts.id, year);
  const known = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.member, row]));
  return { year, today, hasMembers: hasMembers(facts), foundedOn: facts.founded_on, known };
}

export const memberUseRoutes = [
  handle(listMemberUse, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const rows = await memberUse(db, facts.id, input.year);
    const named = await namesFor(
      db,
      actor,
      rows.map(({ member }) => member),
    );
    const sum = (of: 'linkageVnd' | 'useVnd' | 'labourDayTenths' | 'labourVnd'): number =>
      rows.reduce((all, row) => all + (row[of] ?? 0), 0);
    const mayKeep = mayWrite(actor, owned);
    const wanted = plain(input.search ?? '');
    const found = rows
      .map((row) => ({ ...row, member: named(row.member), by: isAuditor(actor) ? null : row.by }))
      .filter(({ member }) => wanted === '' || plain(member.name ?? '').includes(wanted))
      .toSorted((one, other) => (one.member.name ?? '').localeCompare(other.member.name ?? '', 'vi'));
    const shown = found.slice(offsetOf(input), offsetOf(input) + input.size);
    const corrected = shown.filter(({ version }) => version > 0).map(({ member }) => member.id);
    const former = await formerUse(db, { organisation: facts.id, year: input.year }, corrected);
    const earlier = Map.groupBy(former, ({ member }) => member);
    return {
      organisation: { id: facts.id, name: facts.name },
      year: input.year,
      total: found.length,
      items: shown.map((row) => ({
        ...row,
        earlier: (earlier.get(row.member.id) ?? []).map((one) => ({ ...one, by: isAuditor(actor) ? null : one.by })),
      })),
      linkageVnd: sum('linkageVnd'),
      useVnd: sum('useVnd'),
      labourDayTenths: sum('labourDayTenths'),
      labourVnd: sum('labourVnd'),
      may: { record: mayKeep && hasMembers(facts), export: mayKeep },
    };
  }),

  handle(recordMemberUse, async ({ input, actor, db, today, insist, tell }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayWrite(actor, owned));
    const { year, reason } = input;
    const world = await worldOf(db, facts, { year, today });
    const obstacles = useObstacles(input.lines, { ...world, reason: reason ?? null });
    if (obstacles.length > 0) throw new Problem('conflict', 'books.member-use.not-recordable', { obstacles });
    const lines = input.lines.filter((line) => isChange(line, world.known.get(line.member)));
    await insertMemberUse(db, { ...input, organisation: facts.id, lines }, actor.account!);
    await tell('books.member-use.recorded', { organisation: facts.id, year });
    return { recorded: lines.length };
  }),

  handle(previewMemberUse, async ({ input, actor, db, today, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayWrite(actor, owned));
    const file = await findUpload(db, input.file, actor.account!);
    if (file === undefined) throw new Problem('unprocessable', 'file.unknown', { file: input.file });
    const { known } = await worldOf(db, facts, { year: input.year, today });
    const names = await memberNames(
      db,
      [...known.values()].map(({ member }) => member),
    );
    const members = [...known.values()].map(({ member }) => ({ id: member, name: names.get(member) ?? null }));
    const { lines, troubles } = readUseSheet(sheetOf(await readSheets(file.content, limits)).rows, members);
    return {
      lines: lines.map((line) => {
        const { member, version, ...stands } = known.get(line.member)!;
        const changed = version === 0 ? ('new' as const) : ('changed' as const);
        return {
          ...line,
          member: { id: member, name: names.get(member) ?? null },
          seen: version,
          change: isChange(line, stands) ? changed : ('same' as const),
        };
      }),
      troubles: troubles.slice(0, mostTroubles),
    };
  }),

  handle(exportMemberUse, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayWrite(actor, owned));
    const { year, format, language } = input;
    const rows = await memberUse(db, facts.id, year);
    const names = await memberNames(
      db,
      rows.map(({ member }) => member),
    );
    const filter = { present: 'all' as const, format };
    await saveExportLook(db, { organisation: facts.id, filter, rows: rows.length, by: actor.account! });
    const kinds = { useVnd: 'vnd', labourDays: 'decimal', labourVnd: 'vnd' } as const;
    const columns = Object.entries(useTitles).map(([key, words]) => ({
      key,
      title: inLanguage(words, language),
      kind: kinds[key as keyof typeof kinds] ?? ('text' as const),
    }));
    const told = rows.map((row) => ({
      code: row.member,
      name: names.get(row.member) ?? null,
      useVnd: row.useVnd,
      labourDays: row.labourDayTenths === null ? null : row.labourDayTenths / 10,
      labourVnd: row.labourVnd,
    }));
    const sheet = { name: String(year), columns, rows: told };
    return {
      fileName: `Mức sử dụng ${year} ${facts.short_name ?? facts.name}.${format}`,
      mediaType: format === 'xlsx' ? mediaTypes.xlsx : 'text/csv; charset=utf-8',
      body: format === 'xlsx' ? xlsxStream(sheet) : csvStream(sheet),
    };
  }),
];
