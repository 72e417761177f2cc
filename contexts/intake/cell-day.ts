import { addDays, Day } from '#kernel/day.ts';
import { textIn, type Cell, type Reading, type ReaderRoom } from './cell-text.ts';

const calendarDay = (year: string, month: string, dayOfMonth: string): Reading => {
  const parsed = Day.safeParse(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  if (parsed.success) return { value: parsed.data };
  return { trouble: Number(year) < 1900 || Number(year) > 2199 ? 'day-out-of-range' : 'day-not-in-calendar' };
};

/**
 * A day that Excel keeps as a number. It counts 1900 as a leap year (29/02/1900 was none), so that its days before
 * March 1900 are not to be trusted; workbooks of old Macs count from 1904.
 */
function serialDay(serial: number, is1904: boolean): Reading {
  if (!Number.isInteger(serial)) return { trouble: 'not-a-day' };
  if (!is1904 && serial < 61) return { trouble: 'day-before-march-1900' };
  const day = is1904 ? addDays('1904-01-01' as Day, serial) : addDays('1899-12-30' as Day, serial);
  return day > '2199-12-31' || serial < 0 ? { trouble: 'not-a-day' } : { value: day, notice: 'serial-day' };
}

function typedDay(text: string): Reading {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (iso) return calendarDay(iso[1]!, iso[2]!, iso[3]!);
  const usual = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (usual) return calendarDay(usual[3]!, usual[2]!, usual[1]!);
  const words = /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu.exec(text);
  if (words) return calendarDay(words[3]!, words[2]!, words[1]!);
  // 01/02/03: which of them is the year, and of which century, nobody can tell.
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text)) return { trouble: 'day-year-two-digits' };
  if (/^\d{1,2}[-/.]\d{4}$|^\d{4}$/.test(text)) return { trouble: 'day-incomplete' };
  return { trouble: 'not-a-day' };
}

/** dd/mm/yyyy, yyyy-mm-dd, in words, or a day of the spreadsheet. */
export function dayIn(cell: Cell, { is1904 }: Pick<ReaderRoom, 'is1904'>): Reading {
  if (cell.kind === 'day' || cell.kind === 'instant') {
    const day = String(cell.value).slice(0, 10);
    // Excel's 29/02/1900 has become another day by now.
    if (!is1904 && day < '1900-03-01') return { trouble: 'day-before-march-1900' };
    if (!Day.safeParse(day).success) return { trouble: 'day-out-of-range' };
    return cell.kind === 'day' ? { value: day } : { value: day, notice: 'time-dropped' };
  }
  if (typeof cell.value !== 'number') return typedDay(textIn(cell));
  // 1985 alone is a year and no day, and 20250501 somebody's own way of writing.
  if (cell.value >= 1_900 && cell.value <= 2_199) return { trouble: 'day-incomplete' };
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(String(cell.value));
  return packed ? calendarDay(packed[1]!, packed[2]!, packed[3]!) : serialDay(cell.value, is1904);
}

/** A year of birth: alone, or the year of a day of birth. */
export function yearIn(cell: Cell, room: Pick<ReaderRoom, 'is1904'>): Reading {
  const text = textIn(cell);
  if (/^\d{4}$/.test(text)) {
    const year = Number(text);
    return year >= 1900 && year <= 2100 ? { value: year } : { trouble: 'year-not-plausible' };
  }
  // Two digits may be either century.
  if (/^\d{1,3}$/.test(text)) return { trouble: 'year-not-plausible' };
  const { value, trouble, notice } = dayIn(cell, room);
  if (value === undefined) return { trouble: trouble ?? 'not-a-day' };
  const year = Number(String(value).slice(0, 4));
  // 1980 typed into a cell made for days shows as 02/06/1905.
  const isSerial = cell.kind === 'day' || notice === 'serial-day';
  if (isSerial && value >= '1905-03-14' && value <= '1906-01-08') return { trouble: 'year-typed-as-day' };
  return { value: year, day: String(value), notice: 'year-of-day' };
}
