import type { Day } from '#kernel/day.ts';
import { effectiveObstacles, type OrganisationObstacle } from './organisation.ts';
import { documentObstacles, isRegistered, type ActDocument } from './organisation-change.ts';

/** For many changed at once: since when, on which paper, and by which law. */
export interface SetChange {
  readonly onDay: Day;
  readonly document: ActDocument;
  readonly legalBasis?: string | undefined;
}

/** Which of these fields of a sheet are content of the registration; another phone of who stands for it is none. */
export const registeredIn = (fields: readonly string[]): string[] =>
  fields.map((field) => (field === 'representativeName' ? 'representative' : field)).filter(isRegistered);

export const isRegisteredField = (field: string): boolean => registeredIn([field]).length > 0;

/** What stands against changing these fields as the single act would not let it either. */
export function setChangeObstacles(
  fields: readonly string[],
  { change, foundedOn, today }: { change: SetChange | undefined; foundedOn: Day | null; today: Day },
): OrganisationObstacle[] {
  const registered = registeredIn(fields);
  if (registered.length === 0) return [];
  return [
    ...documentObstacles(registered, change?.document, today),
    ...(change === undefined ? [] : effectiveObstacles(change.onDay, foundedOn, today)),
  ];
}
