/**
 * The GS1 application identifiers as data: format, company and place in a Digital Link.
 * Source: GS1 General Specifications 25 and the GS1 Barcode Syntax Dictionary.
 * A format is a list of components `type length [:checks]`: n digits, x character set 82, y set 39, z base64url;
 * `..` = up to; `[ ]` = may be absent.
 */
export interface AiRule {
  readonly ai: string;
  readonly format: string;
  /** At least one of each list must be on the same item; `8006+21` means both. */
  readonly needs: readonly (readonly string[])[];
  /** None of these may be on the same item; `n` stands for any digit. */
  readonly bars: readonly string[];
  /** A key that may lead a Digital Link, with the qualifiers that may follow it, in order; several alternatives. */
  readonly path?: readonly (readonly string[])[];
  /** May stand in the query of a Digital Link. */
  readonly query: boolean;
}

type More = { needs?: string | string[]; bars?: string; path?: string; query?: false };
type Row = readonly [ais: string, format: string, more?: More];

const trade = '01 02';
const items = '01 02 8006 8026';
const dated = '01 02 03 8006 8026';
const measured = '30 31nn 32nn 35nn 36nn';
const person = '8017 8018';

const rows: readonly Row[] = [
  ['00', 'n18:sum,prefix1', { path: '' }],
  ['01', 'n14:sum,prefix1', { bars: '255 37', path: '22 10 21|235' }],
  ['02', 'n14:sum,prefix1', { bars: '01 03', needs: '37' }],
  ['03', 'n14:sum,prefix1', { bars: '01 02 37', query: false }],
  ['10', 'x..20', { needs: dated }],
  ['11 13 15 16', 'n6:date0', { needs: dated }],
  ['12', 'n6:date0', { needs: '8020' }],
  ['17', 'n6:date0', { needs: `${dated} 255` }],
  ['20', 'n2', { needs: items }],
  ['21', 'x..20', { needs: '01 03 8006', bars: '235', query: false }],
  ['22', 'x..20', { needs: '01', query: false }],
  ['235', 'x..28', { needs: '01', query: false }],
  ['240 241', 'x..30', { needs: items }],
  ['242', 'n..6', { needs: items }],
  ['243', 'x..20', { needs: '01' }],
  ['250', 'x..30', { needs: ['01 8006', '21'] }],
  ['251', 'x..30', { needs: '01 8006' }],
  ['253', 'n13:sum,prefix [x..17]', { path: '' }],
  ['254', 'x..20', { needs: '414', query: false }],
  ['255', 'n13:sum,prefix [n..12]', { bars: '01 02 415 8006 8020 8026', path: '' }],
  ['30', 'n..8', { needs: trade }],
  ['37', 'n..8', { needs: ['00', '02 8026'] }],
  ['390*10', 'n..15', { needs: '255 8020', bars: '390n 391n 394n 8111' }],
  ['391*10', 'n3:currency n..15', { needs: '8020', bars: '391n' }],
  ['392*10', 'n..15', { needs: ['01', measured], bars: '392n 393n' }],
  ['393*10', 'n3:currency n..15', { needs: measured, bars: '393n' }],
  ['394*4', 'n4', { needs: '255', bars: '394n 8111' }],
  ['395*6', 'n6', { needs: measured, bars: '392n 393n 395n 8005' }],
  ['400', 'x..30'],
  ['401', 'x..30:prefix', { path: '' }],
  ['402', 'n17:sum,prefix', { path: '' }],
  ['403', 'x..30', { needs: '00' }],
  ['410 411 412 413 416', 'n13:sum,prefix'],
  ['414', 'n13:sum,prefix', { path: '254|7040' }],
  ['415', 'n13:sum,prefix', { needs: '8020', path: '8020' }],
  ['417', 'n13:sum,prefix', { path: '7040' }],
  ['420', 'x..20', { bars: '421' }],
  ['421', 'n3:country x..9', { bars: '4307' }],
  ['422', 'n3:country', { needs: items, bars: '426' }],
  ['423 425', 'n3:country [n3:country] [n3:country] [n3:country] [n3:country]', { needs: trade, bars: '426' }],
  ['424', 'n3:country', { needs: trade, bars: '426' }],
  ['426', 'n3:country', { needs: trade }],
  ['427', 'x..3', { needs: [trade, '422'] }],
  ['4300 4301 4310 4311 4320', 'x..35:encoded', { needs: '00' }],
  ['4302 4304 4305 4306 4312 4314 4315 4316', 'x..70:encoded', { needs: '00' }],
  ['4303', 'x..70:encoded', { needs: '4302' }],
  ['4313', 'x..70:encoded', { needs: '4312' }],
  ['4307 4317', 'x2:country2', { needs: '00' }],
  ['4308 4319', 'x..30', { needs: '00' }],
  ['4309', 'n10:latitude n10:longitude', { needs: '00' }],
  ['4318', 'x..20', { needs: '00' }],
  ['4321 4322 4323', 'n1:yesno', { needs: '00' }],
  ['4324 4325', 'n6:date0 n4:time', { needs: '00' }],
  ['4326', 'n6:date', { needs: '00' }],
  ['4330', 'n6 [x1:hyphen]', { needs: '00', bars: '4331' }],
  ['4331', 'n6 [x1:hyphen]', { needs: '00', bars: '4330' }],
  ['4332', 'n6 [x1:hyphen]', { needs: '00', bars: '4333' }],
  ['4333', 'n6 [x1:hyphen]', { needs: '00', bars: '4332' }],
  ['7001', 'n13', { needs: items }],
  ['7002', 'x..30', { needs: trade }],
  ['7003', 'n6:date n4:time', { needs: trade }],
  ['7004', 'n..4', { needs: ['01', '10'] }],
  ['7005', 'x..12', { needs: trade }],
  ['7006', 'n6:date', { needs: trade }],
  ['7007', 'n6:date [n6:date]', { needs: trade }],
  ['7008', 'x..3', { needs: trade }],
  ['7009', 'x..10', { needs: trade }],
  ['7010', 'x..2', { needs: trade }],
  ['7011', 'n6:date [n4:time]', { needs: trade }],
  ['7020', 'x..20', { needs: ['01 8006', '416'] }],
  ['7021', 'x..20', { needs: '01 8006' }],
  ['7022', 'x..20', { needs: '7021' }],
  ['7023', 'x..30:prefix'],
  ['703*10', 'n3:country999 x..27', { needs: trade }],
  ['7040', 'n1 x1 x1 x1:importer', { query: false }],
  ['7041', 'x..4:package', { needs: '00', query: false }],
  ['710 711 712 713 714 715 716', 'x..20', { needs: '01' }],
  ['723*10', 'x2 x..28', { needs: '01 8004' }],
  ['7240', 'x..20', { needs: '01 8006' }],
  ['7241', 'n2:medium', { needs: person }],
  ['7242', 'x..25', { needs: person }],
  ['7250', 'n8:fulldate', { needs: '8018', bars: '7251' }],
  ['7251', 'n8:fulldate n4:time', { needs: '8018', bars: '7250' }],
  ['7252', 'n1:sex', { needs: '8018' }],
  ['7253 7254', 'x..40:encoded', { needs: person, bars: '7256 7259' }],
  ['7255', 'x..10', { needs: person, bars: '7256 7259' }],
  ['7256', 'x..90:encoded', { needs: person }],
  ['7257', 'x..70:encoded', { needs: '8018' }],
  ['7258', 'x3:ofslash', { needs: '8018+7259' }],
  ['7259', 'x..40:encoded', { needs: '8018', bars: '7256' }],
  ['8001', 'n4:nonzero n5:nonzero n3:nonzero n1:winding n1', { needs: '01' }],
  ['8002', 'x..20'],
  ['8003', 'n1:zero n13:sum,prefix [x..16]', { path: '' }],
  ['8004', 'x..30:prefix', { path: '7040' }],
  ['8005', 'n6', { needs: trade }],
  ['8006', 'n14:sum,prefix1 n4:pieceof', { bars: '01 37', path: '22 10 21' }],
  ['8007', 'x..34:iban', { needs: '415' }],
  ['8008', 'n6:date n2:hour [n2:minute] [n2:minute]', { needs: trade }],
  ['8009', 'x..50', { needs: '00 01' }],
  ['8010', 'y..30:prefix', { path: '8011' }],
  ['8011', 'n..12:nozerofirst', { needs: '8010', query: false }],
  ['8012', 'x..20', { needs: '01 8006' }],
  ['8013', 'x..25:sumpair,prefix', { path: '' }],
  ['8014', 'x..25:sumpair,prefix,nondigit', { needs: '01', query: false }],
  ['8017', 'n18:sum,prefix', { bars: '8018', path: '8019' }],
  ['8018', 'n18:sum,prefix', { bars: '8017', path: '8019' }],
  ['8019', 'n..10', { needs: person, query: false }],
  ['8020', 'x..25', { needs: '415', query: false }],
  ['8026', 'n14:sum,prefix1 n4:pieceof', { needs: '37', bars: '02 8006' }],
  ['8030', 'z..90', { needs: '00 01+21 253 255 8003 8004 8006+21 8010+8011 8017 8018' }],
  ['8110 8112', 'x..70'],
  ['8111', 'n4', { needs: '255' }],
  ['8200', 'x..70', { needs: '01', query: false }],
  ['90', 'x..30'],
  ['91 92 93 94 95 96 97 98 99', 'x..90'],
  ...measures('310 311 312 313 314 315 316 320 321 322 323 324 325 326 327 328 329', trade),
  ...measures('350 351 352 356 357 360 361 364 365 366', trade),
  ...measures('330 331 332 333 334 335 336 340 341 342 343 344 345 346 347 348 349', '00 01'),
  ...measures('353 354 355 362 363 367 368 369', '00 01'),
  ...measures('337', '01'),
];

/** A measure has six digits; the fourth digit of its identifier (0 to 5) says where the decimal point is. */
function measures(families: string, needs: string): Row[] {
  return families.split(' ').map((family) => [`${family}*6`, 'n6', { needs, bars: `${family}n` }]);
}

const words = (text = ''): string[] => text.split(' ').filter(Boolean);

function aisOf(text: string): string[] {
  const [family = '', count] = text.split('*');
  if (count === undefined) return words(family);
  return Array.from({ length: Number(count) }, (_, digit) => `${family}${digit}`);
}

const ruleOf = (ai: string, format: string, more: More): AiRule => ({
  ai,
  format,
  needs: [more.needs ?? []].flat().map(words),
  bars: words(more.bars),
  ...(more.path === undefined ? {} : { path: more.path.split('|').map(words) }),
  query: more.query ?? true,
});

const rules: ReadonlyMap<string, AiRule> = new Map(
  rows.flatMap(([ais, format, more = {}]) => aisOf(ais).map((ai) => [ai, ruleOf(ai, format, more)] as const)),
);

export const findAi = (ai: string): AiRule | undefined => rules.get(ai);
export const allAis = (): readonly AiRule[] => [...rules.values()];

/** Identifiers whose length is known from their first two digits need no separator behind them. */
export const isPredefinedLength = (ai: string): boolean => /^(0[0-4]|1[1-9]|20|3[1-6]|41)/.test(ai);

/** Names that Digital Link 1.0 to 1.2 allowed in place of the numbers; 1.6 does not. */
export const formerNames: Readonly<Record<string, string>> = {
  gtin: '01',
  itip: '8006',
  cpid: '8010',
  gln: '414',
  party: '417',
  gsrnp: '8017',
  gsrn: '8018',
  gcn: '255',
  sscc: '00',
  gdti: '253',
  ginc: '401',
  gsin: '402',
  grai: '8003',
  giai: '8004',
  gmn: '8013',
  payTo: '415',
  cpv: '22',
  lot: '10',
  ser: '21',
  glnx: '254',
  cpsn: '8011',
  srin: '8019',
  refno: '8020',
};
