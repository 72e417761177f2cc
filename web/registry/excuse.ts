import type { Day } from '#kernel/day.ts';

/** Why an act passes a cap of capital, and until when it is to be mended, as the form holds it. */
export interface ExcuseValues {
  readonly capReason: string;
  readonly capUntil: Day | '';
}

export const blankExcuse = (): ExcuseValues => ({ capReason: '', capUntil: '' });

export const excuseOf = ({ capReason, capUntil }: ExcuseValues) => ({
  ...(capReason.trim() !== '' && { capReason }),
  ...(capUntil !== '' && { capUntil }),
});
