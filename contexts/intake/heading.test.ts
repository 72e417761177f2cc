import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchKinds, fieldsNamed, fieldsOf, subjectsOf } from './field.ts';
import { canonical } from './heading.ts';
import { headingsExamples } from './heading.example.ts';
import { proposedMapping } from './mapping.ts';
import { knownIn, proposedSheet } from './proposal.ts';
import type { SheetRows } from './table.ts';

describe('headings as departments write them', () => {
  test.each(headingsExamples.map((one) => [`${one.kind}: ${one.from}`, one] as const))('%s', (_, { kind, columns }) => {
    const proposed = proposedMapping(
      kind,
      columns.map(([heading], at) => ({ column: at + 1, heading })),
    );
    expect(proposed.map(({ heading, field }) => [heading, field])).toEqual(columns);
  });

  test('there are twelve and more of each kind', () => {
    for (const kind of batchKinds)
      expect(headingsExamples.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(12);
  });

  test('no two fields of a kind have a heading in common', () => {
    const owners = new Map<string, string>();
    const all = batchKinds.flatMap((kind) =>
      fieldsOf[kind].flatMap(({ key, headings }) => headings.map((one) => ({ kind, key, heading: canonical(one) }))),
    );
    for (const { kind, key, heading } of all) {
      const one = `${kind} ${heading}`;
      expect(owners.get(one) ?? key, one).toBe(key);
      owners.set(one, key);
    }
  });

  test('every heading of the list is known alone, in capitals, decomposed, and with a unit in brackets', () => {
    const all = batchKinds.flatMap((kind) =>
      fieldsOf[kind].flatMap(({ key, headings }) => headings.map((heading) => ({ kind, key, heading }))),
    );
    for (const { kind, key, heading } of all)
      for (const written of [heading, heading.toUpperCase(), heading.normalize('NFD'), `${heading} (đồng)`])
        expect(fieldsNamed(kind, written)[0]?.key, `${kind}: ${written}`).toBe(key);
  });

  test('what stands below somebody else’s heading is never the organisation’s or the member’s own', () => {
    const own = {
      organisations: ['name', 'phone', 'email', 'address'],
      members: ['name', 'phone', 'birthYear', 'nationalId'],
    };
    fc.assert(
      fc.property(
        fc
          .constantFrom('organisations' as const, 'members' as const)
          .chain((kind) =>
            fc.tuple(
              fc.constant(kind),
              fc.constantFrom(
                ...subjectsOf[kind].filter(({ subject }) => subject === 'representative').flatMap(({ words }) => words),
              ),
              fc.constantFrom(...own[kind]),
            ),
          ),
        fc.nat(),
        ([kind, above, field], at) => {
          const headings = fieldsOf[kind].find(({ key }) => key === field)!.headings;
          const heading = `${above} > ${headings[at % headings.length]!}`;
          expect(
            fieldsNamed(kind, heading).map(({ key }) => key),
            heading,
          ).not.toContain(field);
        },
      ),
    );
  });

  test('whatever stands in the first rows, looking it up ends, and says the same twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 4 }), (parts) => {
        const heading = parts.join(' > ');
        for (const kind of batchKinds) expect(fieldsNamed(kind, heading)).toEqual(fieldsNamed(kind, heading));
      }),
    );
  });
});

describe('the sheet that is proposed', () => {
  const sheetOf = (...lines: readonly (readonly string[])[]): SheetRows => ({
    merges: [],
    rows: lines.map((texts, at) => ({
      number: at + 1,
      cells: texts.flatMap((value, column) =>
        value === '' ? [] : [{ at: '', column: column + 1, kind: 'text' as const, value }],
      ),
    })),
  });
  const seen = (sheet: SheetRows, isHidden = false) => ({ isHidden, rows: sheet.rows.length, known: knownIn(sheet) });
  const cover = sheetOf(['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', ''], ['BÁO CÁO', 'Năm 2025'], ['Đơn vị', 'Phòng Kinh tế']);
  const guide = sheetOf(['Hướng dẫn', ''], ['Họ và tên', 'ghi chữ in hoa'], ['Năm sinh', 'ghi bốn chữ số']);
  const list = sheetOf(
    ['Tên HTX, THT', 'Mã số thuế', 'Xã, phường', 'Giám đốc'],
    ['HTX A', '0100109106', 'Đầm Hà', 'Lê B'],
  );
  const people = sheetOf(
    ['Họ và tên', 'Năm sinh', 'Số CCCD', 'Ngày vào', 'Tư cách'],
    ['Lê A', '1970', '', '01/05/2025', ''],
  );

  test('is the one with the most known headings, not the cover and not the instructions', () => {
    expect(
      proposedSheet(
        [cover, guide, list].map((one) => seen(one)),
        false,
      ),
    ).toEqual({
      sheet: 2,
      kind: 'organisations',
      known: 4,
      of: 4,
    });
    expect(
      proposedSheet(
        [cover, list, people].map((one) => seen(one)),
        false,
      ),
    ).toMatchObject({ sheet: 2, kind: 'members' });
  });

  test('is no hidden one while a seen one will do, no list of organisations for one of them, and none where there is none', () => {
    expect(proposedSheet([seen(people, true), seen(list)], false)).toMatchObject({ sheet: 1 });
    expect(proposedSheet([seen(list), seen(people)], true)).toMatchObject({ sheet: 1, kind: 'members' });
    expect(proposedSheet([seen(sheetOf(['a', 'b']))], false)).toBeNull();
    expect(proposedSheet([{ isHidden: false, rows: 9 }], false)).toBeNull();
  });
});
