import type { Day } from './day.ts';

/** The reporting year runs from 15 December to 14 December (Circular 09/2024/TT-BKHĐT, art. 6). */
export const reportingYear = (on: Day): number => Number(on.slice(0, 4)) + (on.slice(5) >= '12-15' ? 1 : 0);
