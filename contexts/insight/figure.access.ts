import { isAuditor, isProvincialOfficer, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { FigureDefinition } from './figure.ts';

/** Figures are open to all. Rows that show accounts are for the officers of the place and auditors. */
export const mayOpenRows = (actor: Actor, definition: FigureDefinition, unit: UnitCode | null): boolean =>
  definition.rows === 'open' || isProvincialOfficer(actor) || isAuditor(actor) || overseesUnit(actor, unit);
