import { mgPerKgText } from './concentration.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';
import type { DocumentReply } from '#platform/method/handle.ts';

interface Panel {
  readonly code: string;
  readonly version: string;
  readonly analytes: readonly {
    readonly name: string;
    readonly cas: string | null;
    readonly position: number;
    readonly loq_ng_per_kg: number;
  }[];
}

const titles = {
  vi: [
    'STT',
    'Tên hoạt chất',
    'Số CAS',
    'Kết quả (mg/kg)',
    'Độ không đảm bảo đo (mg/kg)',
    'LOD (mg/kg)',
    'LOQ (mg/kg)',
  ],
  en: ['No.', 'Analyte', 'CAS', 'Result (mg/kg)', 'Uncertainty (mg/kg)', 'LOD (mg/kg)', 'LOQ (mg/kg)'],
  th: ['No.', 'Analyte / สาร', 'CAS', 'Result (mg/kg) / ผล', 'Uncertainty (mg/kg)', 'LOD (mg/kg)', 'LOQ (mg/kg)'],
} as const;

const keys = ['position', 'name', 'cas', 'result', 'uncertainty', 'lod', 'loq'] as const;
const kinds = ['integer', 'text', 'text', 'text', 'decimal', 'decimal', 'decimal'] as const;

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The panel's table with its names and usual LOQs, for the laboratory to fill in. */
export function panelDocument({ code, version, analytes }: Panel, language: keyof typeof titles): DocumentReply {
  const columns = keys.map((key, at) => ({ key, title: titles[language][at]!, kind: kinds[at]! }));
  const rows = analytes.map(({ name, cas, position, loq_ng_per_kg }) => ({
    position,
    name,
    cas,
    loq: Number(mgPerKgText(loq_ng_per_kg)),
  }));
  return {
    fileName: `${code}-${version}.xlsx`,
    mediaType: spreadsheetType,
    body: xlsxStream({ name: code, columns, rows }),
  };
}
