import type { ReaderKind } from './cell.ts';
import type { WordList } from './cell-word.ts';
import type { Headed } from './heading.ts';

/** A field a column may hold, and the headings people give it (without marks, in the order of certainty). */
export interface Field extends Headed {
  readonly reader: ReaderKind;
  readonly words?: WordList;
  readonly least?: number;
  readonly most?: number;
  /** Has to stand in every row, unless one value is given for all. */
  readonly required?: true;
  readonly forAll?: true;
  readonly personal?: true;
}

export const said = (headings: string): readonly string[] => headings.split('|');

/** Of which organisation a row is, in lists of members and of accounts. */
export const organisationColumns: readonly Field[] = [
  {
    key: 'organisationTaxNumber',
    reader: 'tax-number',
    headings: said(
      'mst htx|ma so thue htx|ma so thue hop tac xa|ma so thue to chuc|mst to chuc|ma so thue don vi|tax number of organisation',
    ),
    under: { organisation: said('mst|ma so|ma so doanh nghiep') },
  },
  {
    key: 'organisationName',
    reader: 'text',
    least: 2,
    headings: said(
      'ten htx|ten hop tac xa|hop tac xa|htx|to chuc|ten to chuc|don vi|ten don vi|thuoc htx|ten htx tht|htx tht|tht|ten tht|tham gia htx|la thanh vien htx|thuoc htx tht|organisation|cooperative',
    ),
    under: { organisation: said('ten|ten htx|ten goi') },
  },
];
