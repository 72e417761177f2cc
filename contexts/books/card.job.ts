import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { findOrganisation, keepClass } from '#registry';
import { ratingCard, sizeCard } from './card.load.ts';
import { cardYears, keepCard } from './card.store.ts';

const ofOneYear = ['registry.yearly.recorded', 'books.update.accepted', 'books.rating-score.recorded'];
/** Kind and fields of a day may be told long after it. */
const ofAllYears = ['registry.organisation.changed', 'registry.organisation.converted', 'registry.act.undone'];

async function remake(db: Db, organisation: OrganisationId, years: readonly number[]): Promise<void> {
  const facts = await findOrganisation(db, organisation);
  // What an undone act had made is nobody any more.
  if (facts === undefined) return;
  for (const year of years) {
    const { scores: _, ...rating } = await ratingCard(db, facts, year);
    for (const made of [await sizeCard(db, facts, year), rating]) {
      await keepCard(db, { organisation, year }, made);
      await keepClass(db, { organisation: facts.id, year, card: made.card, class: made.class });
    }
  }
}

interface Told {
  readonly organisation?: OrganisationId;
  readonly organisations?: readonly OrganisationId[];
  readonly year?: number;
  readonly fields?: readonly string[];
}

/** Whenever a year's figures or points change, or what the organisation was, the results made from them are made again and kept. */
export const cardKeeper: Subscriber = {
  name: 'books.scorecard',
  topics: [...ofOneYear, ...ofAllYears],
  work: async (db, { topic, payload }) => {
    const { organisation, organisations, year, fields } = payload as Told;
    if (ofOneYear.includes(topic)) return remake(db, organisation!, [year!]);
    if (fields !== undefined && !fields.includes('fields')) return;
    for (const one of organisations ?? [organisation!]) await remake(db, one, await cardYears(db, one));
  },
};
