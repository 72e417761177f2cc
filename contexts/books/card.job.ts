import type { OrganisationId } from '#kernel/id.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { keepClass, organisationFacts } from '#registry';
import { ratingCard, sizeCard } from './card.load.ts';
import { keepCard } from './card.store.ts';

/** Whenever a year's figures or points change, the results made from them are made again and kept. */
export const cardKeeper: Subscriber = {
  name: 'books.scorecard',
  topics: ['registry.yearly.recorded', 'books.update.accepted', 'books.rating-score.recorded'],
  work: async (db, { payload }) => {
    const { organisation, year } = payload as { organisation: OrganisationId; year: number };
    const facts = await organisationFacts(db, organisation);
    const { scores: _, ...rating } = await ratingCard(db, facts, year);
    for (const made of [await sizeCard(db, facts, year), rating]) {
      await keepCard(db, { organisation, year }, made);
      await keepClass(db, { organisation: facts.id, year, card: made.card, class: made.class });
    }
  },
};
