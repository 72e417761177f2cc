/** The content checks that gs1-ai.ts names. Each answers: may this text stand in that component? */

const digits = /^\d+$/;

/** The check digit of GTIN, GLN, SSCC and the rest: weights 3 and 1 from the right. */
export function checkDigit(body: string): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) sum += Number(body[body.length - 1 - at]) * (at % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

export const hasCheckDigit = (text: string): boolean =>
  text.length > 1 && digits.test(text) && checkDigit(text.slice(0, -1)) === Number(text.at(-1));

const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const set32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A pair of check characters, as the Global Model Number carries it: prime weights, modulo 1021. */
function hasCheckPair(text: string): boolean {
  const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];
  const body = text.slice(0, -2);
  if (body.length < 1 || body.length > primes.length) return false;
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) sum += set82.indexOf(body[at]!) * primes[body.length - 1 - at]!;
  const rest = sum % 1021;
  return text.slice(-2) === `${set32[rest >> 5]}${set32[rest & 31]}`;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isDay(year: number, rest: string, dayMayBeZero: boolean): boolean {
  const month = Number(rest.slice(0, 2));
  const day = Number(rest.slice(2));
  if (month < 1 || month > 12) return false;
  return day <= daysIn(year, month) && (day >= 1 || dayMayBeZero);
}

// General Specifications 7.12: a two-digit year lies at most 49 years back and 50 years ahead.
export function centuryOf(year: number, thisYear = new Date().getFullYear()): number {
  const ahead = year - (thisYear % 100);
  const century = thisYear - (thisYear % 100) + year;
  if (ahead >= 51) return century - 100;
  return ahead <= -50 ? century + 100 : century;
}
const isShortDate = (text: string, dayMayBeZero: boolean): boolean =>
  /^\d{6}$/.test(text) && isDay(centuryOf(Number(text.slice(0, 2))), text.slice(2), dayMayBeZero);

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** ISO 3166-1 numeric. */
const countries = list(
  '004 008 010 012 016 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070 072 074 076 084 086 090 092 096 100 104 108 112 116 120 124 132 136 140 144 148 152 156 158 162 166 170 174 175 178 180 184 188 191 192 196 203 204 208 212 214 218 222 226 231 232 233 234 238 239 242 246 248 250 254 258 260 262 266 268 270 275 276 288 292 296 300 304 308 312 316 320 324 328 332 334 336 340 344 348 352 356 360 364 368 372 376 380 384 388 392 398 400 404 408 410 414 417 418 422 426 428 430 434 438 440 442 446 450 454 458 462 466 470 474 478 480 484 492 496 498 499 500 504 508 512 516 520 524 528 531 533 534 535 540 548 554 558 562 566 570 574 578 580 581 583 584 585 586 591 598 600 604 608 612 616 620 624 626 630 634 638 642 643 646 652 654 659 660 662 663 666 670 674 678 682 686 688 690 694 702 703 704 705 706 710 716 724 728 729 732 740 744 748 752 756 760 762 764 768 772 776 780 784 788 792 795 796 798 800 804 807 818 826 831 832 833 834 840 850 854 858 860 862 876 882 887 894',
);
/** ISO 3166-1 alpha-2. */
const countryLetters = list(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW',
);
/** ISO 4217 numeric. */
const currencies = list(
  '008 012 032 036 044 048 050 051 052 060 064 068 072 084 090 096 104 108 116 124 132 136 144 152 156 170 174 188 192 203 208 214 222 230 232 238 242 262 270 292 320 324 328 332 340 344 348 352 356 360 364 368 376 388 392 396 398 400 404 408 410 414 417 418 422 426 430 434 446 454 458 462 480 484 496 498 504 512 516 524 532 533 548 554 558 566 578 586 590 598 600 604 608 634 643 646 654 682 690 702 704 706 710 728 748 752 756 760 764 776 780 784 788 800 807 818 826 834 840 858 860 882 886 901 924 925 926 927 928 929 930 931 933 934 936 938 940 941 943 944 946 947 948 949 950 951 952 953 955 956 957 958 959 960 961 963 964 965 967 968 969 970 971 972 973 975 976 977 978 979 980 981 984 985 986 990 994 997 999',
);

function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(text) || !countryLetters.has(text.slice(0, 2))) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(char, 36)}`) % 97;
  return rest === 1;
}

const atMost = (text: string, highest: string): boolean =>
  digits.test(text) && text.padStart(highest.length, '0') <= highest;

const checks: Readonly<Record<string, (text: string) => boolean>> = {
  sum: hasCheckDigit,
  sumpair: hasCheckPair,
  // A GS1 company prefix has at least four digits; the GTIN and SSCC families carry one digit before it.
  prefix: (text) => /^\d{4}/.test(text),
  prefix1: (text) => /^\d{5}/.test(text),
  date: (text) => isShortDate(text, false),
  date0: (text) => isShortDate(text, true),
  fulldate: (text) =>
    /^\d{8}$/.test(text) && Number(text.slice(0, 4)) > 0 && isDay(Number(text.slice(0, 4)), text.slice(4), false),
  time: (text) => /^([01]\d|2[0-3])[0-5]\d$/.test(text),
  hour: (text) => /^([01]\d|2[0-3])$/.test(text),
  minute: (text) => /^[0-5]\d$/.test(text),
  country: (text) => countries.has(text),
  country999: (text) => text === '999' || countries.has(text),
  country2: (text) => countryLetters.has(text),
  currency: (text) => currencies.has(text),
  encoded: (text) => !/%(?![0-9A-Fa-f]{2})|%00/.test(text),
  latitude: (text) => atMost(text, '1800000000'),
  longitude: (text) => atMost(text, '3600000000'),
  yesno: (text) => /^[01]$/.test(text),
  hyphen: (text) => /^-+$/.test(text),
  importer: (text) => /^[-0-9A-Z_a-z]$/.test(text),
  package: (text) => /^[0-9A-Z]+$/.test(text),
  medium: (text) => /^(0[1-9]|10|[89]\d)$/.test(text),
  sex: (text) => /^[0129]$/.test(text),
  ofslash: (text) => /^[1-9]\/[1-9]$/.test(text) && text[0]! <= text[2]!,
  nonzero: (text) => digits.test(text) && !/^0+$/.test(text),
  zero: (text) => /^0+$/.test(text),
  winding: (text) => /^[019]$/.test(text),
  pieceof: (text) => /^\d{4}$/.test(text) && text.slice(0, 2) !== '00' && text.slice(0, 2) <= text.slice(2),
  iban: isIban,
  nozerofirst: (text) => text === '0' || !text.startsWith('0'),
  nondigit: (text) => /\D/.test(text),
};

/** Whether a text passes one of the named content checks. */
export function passes(check: string, text: string): boolean {
  const test = checks[check];
  if (!test) throw new RangeError(`no such check: ${check}`);
  return test(text);
}

const charset: Readonly<Record<string, RegExp>> = {
  n: digits,
  x: /^[-!"%&'()*+,./0-9:;<=>?A-Z_a-z]+$/,
  y: /^[-#/0-9A-Z]+$/,
  z: /^[-0-9A-Z_a-z]+={0,2}$/,
};

interface Component {
  readonly type: string;
  readonly upTo: boolean;
  readonly length: number;
  readonly checks: readonly string[];
  readonly optional: boolean;
}

function componentOf(text: string): Component {
  const [, open, type = '', upTo, length, named] = /^(\[?)([nxyz])(\.\.)?(\d+)(?::([\w,]+))?\]?$/.exec(text) ?? [];
  return { type, upTo: upTo === '..', length: Number(length), checks: named?.split(',') ?? [], optional: open === '[' };
}

const parsed = new Map<string, readonly Component[]>();
function componentsOf(format: string): readonly Component[] {
  const known = parsed.get(format) ?? format.split(' ').map(componentOf);
  parsed.set(format, known);
  return known;
}

const fits = (component: Component, part: string): boolean =>
  (component.upTo ? part.length > 0 : part.length === component.length) &&
  charset[component.type]!.test(part) &&
  component.checks.every((check) => passes(check, part));

/** Whether a value has the format of an identifier in gs1-ai.ts. */
export function fitsFormat(format: string, value: string): boolean {
  let rest = value;
  for (const component of componentsOf(format)) {
    if (rest === '' && component.optional) return true;
    const part = rest.slice(0, component.length);
    if (!fits(component, part)) return false;
    rest = rest.slice(part.length);
  }
  return rest === '';
}
