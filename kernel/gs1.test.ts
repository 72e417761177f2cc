import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allAis } from '#kernel/gs1-ai.ts';
import { centuryOf, fitsFormat, passes } from '#kernel/gs1-check.ts';
import { buildDigitalLink, lotLink, parseDigitalLink, type LinkLeniency } from '#kernel/gs1-link.ts';
import {
  associationTroubles,
  elementString,
  findGtin14,
  Gtin,
  isGln,
  isLotCode,
  isSscc,
  readable,
  withCheckDigit,
  type LotCode,
} from '#kernel/gs1.ts';

const gtin = '09520123456788' as Gtin;
const reasonOf = (uri: string, leniency?: LinkLeniency): unknown => {
  try {
    parseDigitalLink(uri, leniency);
    return undefined;
  } catch (problem) {
    return (problem as { details: { reason: string } }).details.reason;
  }
};

describe('numbers', () => {
  test('a trade item number of 8, 12, 13 or 14 digits becomes 14; a wrong digit or length is none', () => {
    expect(findGtin14('02345673')).toBe('00000002345673');
    expect(findGtin14('416000336108')).toBe('00416000336108');
    expect(findGtin14('9520123456788')).toBe(gtin);
    for (const wrong of ['9520123456789', '123', '', '952012345678x', ' 9520123456788'])
      expect(findGtin14(wrong)).toBeUndefined();
    expect(Gtin.parse('9520123456788')).toBe(gtin);
    expect(Gtin.safeParse('9520123456780').success).toBe(false);
  });

  test('places have 13 digits and logistic units 18', () => {
    expect(isGln('9520123456788')).toBe(true);
    expect(isGln(gtin)).toBe(false);
    expect(isSscc('006141411234567890')).toBe(true);
    expect(isSscc('006141411234567891')).toBe(false);
  });

  test('whatever gets a check digit passes, and one wrong digit never does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13}$/), fc.nat(13), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const whole = withCheckDigit(body);
        expect(findGtin14(whole)).toBe(whole);
        const other = whole.slice(0, at) + ((Number(whole[at]) + by) % 10) + whole.slice(at + 1);
        expect(findGtin14(other)).toBeUndefined();
      }),
    );
  });

  test('a batch has 1 to 20 characters of set 82: no spaces, no Vietnamese letters, no #', () => {
    for (const good of ['A', 'CL-2026/11.b', '"%&\'()*+,-./:;<=>?_', 'x'.repeat(20)])
      expect(isLotCode(good)).toBe(true);
    for (const bad of ['', 'x'.repeat(21), 'a b', 'Lô1', 'a#b', 'a\n', '$']) expect(isLotCode(bad)).toBe(false);
  });
});

describe('Digital Links', () => {
  test('a batch of an item has one address, and reads back as the same batch', () => {
    expect(lotLink('https://id.example.vn/', gtin, 'CL/26+1' as LotCode)).toBe(
      'https://id.example.vn/01/09520123456788/10/CL%2F26%2B1',
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'binary-ascii' }).filter(isLotCode), (lot) => {
        const { key, qualifiers, stem } = parseDigitalLink(lotLink('https://id.example.vn/t', gtin, lot));
        expect({ key, qualifiers, stem }).toEqual({
          key: { ai: '01', value: gtin },
          qualifiers: [{ ai: '10', value: lot }],
          stem: 'https://id.example.vn/t',
        });
      }),
    );
  });

  test.each([
    ['ftp://a/01/09520123456788', 'not-a-web-address'],
    ['https://a b/01/09520123456788', 'not-a-web-address'],
    ['https://a/xx/09520123456788', 'no-key'],
    ['https://a/01/09520123456788/', 'no-key'],
    ['https://a/01/9520123456788', 'value-malformed'],
    ['https://a/01/09520123456789', 'value-malformed'],
    ['https://a/01/09520123456788/10/L%C3%B4', 'value-malformed'],
    ['https://a/01/09520123456788/10/a%2', 'percent-malformed'],
    ['https://a/01/09520123456788/21/s/10/l', 'qualifier-out-of-place'],
    ['https://a/01/09520123456788/10/l/235/t', 'qualifier-out-of-place'],
    ['https://a/01/09520123456788/10/l/10/l', 'qualifier-out-of-place'],
    ['https://a/01/09520123456788?10=l', 'attribute-belongs-in-path'],
    ['https://a/01/09520123456788?21=s', 'attribute-not-allowed'],
    ['https://a/01/09520123456788?89=s', 'attribute-unknown'],
    ['https://a/01/09520123456788?17=261331', 'value-malformed'],
    ['https://a/01/09520123456788?99=a&99=a', 'identifier-twice'],
    [`https://a/01/09520123456788?x=${'y'.repeat(9000)}`, 'not-a-web-address'],
  ])('%s is refused', (uri, reason) => {
    expect(reasonOf(uri)).toBe(reason);
  });

  test('a batch may stand in the query where the path cannot hold it', () => {
    expect(reasonOf('https://a/01/09520123456788/235/ABC?10=DEF')).toBeUndefined();
  });

  test('a link that could not be read back is not built', () => {
    expect(() => buildDigitalLink({ stem: 'https://a', key: { ai: '10', value: 'l' } })).toThrow('gs1.link.invalid');
    expect(() => buildDigitalLink({ stem: 'a', key: { ai: '01', value: gtin } })).toThrow('gs1.link.invalid');
  });

  test('no text makes the reader fail in another way than by refusing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl({ withQueryParameters: true }),
          fc.string().map((s) => `https://a/01/${gtin}?${s}`),
        ),
        (text) => {
          const reason = reasonOf(text);
          expect(reason === undefined || typeof reason === 'string').toBe(true);
        },
      ),
    );
  });
});

describe('what stands together', () => {
  test('a batch without an item, and an item with its own content, are both named', () => {
    expect(associationTroubles([{ ai: '10', value: 'L' }])).toEqual([
      { code: 'needs-another', ai: '10', others: ['01', '02', '03', '8006', '8026'] },
    ]);
    expect(
      associationTroubles([
        { ai: '01', value: gtin },
        { ai: '37', value: '5' },
      ]).map(({ code, ai }) => `${ai} ${code}`),
    ).toEqual(['01 bars-another', '37 needs-another', '37 needs-another']);
    expect(
      associationTroubles([
        { ai: '01', value: gtin },
        { ai: '10', value: 'L' },
        { ai: '3103', value: '000195' },
      ]),
    ).toEqual([]);
    expect(
      associationTroubles([
        { ai: '01', value: gtin },
        { ai: '3103', value: '000195' },
        { ai: '3102', value: '000195' },
      ]),
    ).toHaveLength(2);
  });

  test('the printed form and the scanned form', () => {
    const elements = [
      { ai: '01', value: gtin },
      { ai: '10', value: 'L' },
      { ai: '99', value: 'X' },
    ];
    expect(readable(elements)).toBe('(01)09520123456788(10)L(99)X');
    expect(elementString(elements)).toBe('^010952012345678810L^99X');
  });
});

describe('the table of identifiers', () => {
  test('every format and every rule in it can be read', () => {
    const known = new Set(allAis().map(({ ai }) => ai));
    expect(known.size).toBeGreaterThan(500);
    for (const { format, needs, bars, path, ai } of allAis()) {
      expect(() => fitsFormat(format, '0'.repeat(40))).not.toThrow();
      const named = [needs.flat().flatMap((group) => group.split('+')), bars, path ?? []].flat(3);
      for (const pattern of named) {
        const seen = [...known].some(
          (other) => other.length === pattern.length && pattern.split('').every((c, i) => c === 'n' || c === other[i]),
        );
        expect(seen, `${ai} names ${pattern}`).toBe(true);
      }
    }
  });

  test.each([
    ['x..25:sumpair', '1987654Ad4X4bL5ttr2310c2K', '1987654Ad4X4bL5ttr2310c2J'],
    ['n3:currency n..15', '704850000', '000850000'],
    ['n6:date [n6:date]', '261123261130', '261100'],
    ['n6:date0', '260200', '260230'],
    ['n6:date n4:time', '2611232359', '2611232400'],
    ['x..34:iban', 'GB82WEST12345698765432', 'GB82WEST12345698765431'],
    ['n14:sum n4:pieceof', '123123123123330102', '123123123123330302'],
    ['n10:latitude n10:longitude', '18000000003600000000', '18000000013600000000'],
    ['x3:ofslash', '1/2', '2/1'],
    ['y..30', 'AB-12/#', 'ab'],
    ['z..90', 'ab_-9==', 'ab===x'],
  ])('%s', (format, good, bad) => {
    expect([fitsFormat(format, good), fitsFormat(format, bad)]).toEqual([true, false]);
  });

  test('a year of two digits lies at most 49 back and 50 ahead', () => {
    expect([
      centuryOf(26, 2026),
      centuryOf(76, 2026),
      centuryOf(77, 2026),
      centuryOf(0, 2026),
      centuryOf(10, 2070),
    ]).toEqual([2026, 2076, 1977, 2000, 2110]);
  });
});

interface Vectors {
  digital_link_parse: { setting?: string; args?: [boolean, string, string] }[];
  linters: Record<string, { pass: boolean; data: string }[]>;
}
const vectorFile = '../shared/data/gs1-vectors.json';
const vectors = existsSync(vectorFile) ? (JSON.parse(readFileSync(vectorFile, 'utf8')) as Vectors) : undefined;
if (!vectors) process.stderr.write(`SKIPPED: ${vectorFile} is not here, so the public GS1 vectors were not run\n`);

describe.skipIf(!vectors)('the public vectors of GS1', () => {
  test('every Digital Link is accepted with its elements, or refused', () => {
    const leniency: Record<string, boolean> = {};
    let run = 0;
    const switches = {
      permitConvenienceAlphas: 'formerNames',
      ZeroSuppressedGTIN: 'shortGtin',
      UnknownAIs: 'unknownAi',
    };
    for (const { setting, args } of vectors?.digital_link_parse ?? []) {
      for (const [name, mine] of Object.entries(switches))
        if (setting?.includes(name)) leniency[mine] = setting.includes('true');
      if (!args) continue;
      const [accepted, uri, expected] = args;
      const seen = reasonOf(uri, leniency);
      expect([uri, seen === undefined], String(seen)).toEqual([uri, accepted]);
      if (accepted) expect(elementString(parseDigitalLink(uri, leniency).elements)).toBe(expected);
      run += 1;
    }
    expect(run).toBeGreaterThan(50);
  });

  const mine: Record<string, string> = {
    lint_csum: 'sum',
    lint_yymmdd: 'date',
    lint_iso3166: 'country',
    lint_zero: 'zero',
    lint_yesno: 'yesno',
  };
  test.each(Object.keys(vectors?.linters ?? {}))('%s', (name) => {
    for (const { data, pass } of vectors!.linters[name]!)
      expect([data, passes(mine[name]!, data)]).toEqual([data, pass]);
  });
});
