import { today as todayNow } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { notify, type Audience } from '#platform/session/notify.ts';
import { organisationFacts, type PublishedOrganisation } from '#registry';
import { differences } from './update.load.ts';
import { findUpdate, saveDifference } from './update.store.ts';

const topics = [
  'books.update.submitted',
  'books.update.returned',
  'books.update.accepted',
  'books.update.reminded',
] as const;
type Topic = (typeof topics)[number];

const desk = ({ unit_code: unit }: PublishedOrganisation): Audience[] =>
  unit === null ? [{ role: 'provincial-officer' }] : [{ unit, role: 'commune-officer' }];
const runners = ({ id }: PublishedOrganisation): Audience[] => [{ organisation: id, role: 'organisation-manager' }];

const toldTo: Record<Topic, (organisation: PublishedOrganisation) => Audience[]> = {
  'books.update.submitted': desk,
  'books.update.returned': runners,
  'books.update.accepted': runners,
  'books.update.reminded': runners,
};

/** Whose turn it is now learns of it. */
export const updateNotifier: Subscriber = {
  name: 'books.notify',
  topics,
  work: async (db, { topic, payload }) => {
    const organisation = await organisationFacts(db, payload['organisation'] as OrganisationId);
    const year = payload['year'] as number;
    await notify(db, {
      topic,
      params: { organisation: organisation.name, year },
      link: `/books/organisations/${organisation.id}/updates/${year}`,
      to: toldTo[topic as Topic](organisation),
    });
  },
};

/** Whenever accounts are entered or an update is accepted: whether the two agree, for the queue of who has to mend it. */
export const differenceKeeper: Subscriber = {
  name: 'books.difference',
  topics: ['books.year-book.recorded', 'books.update.accepted'],
  work: async (db, { payload }) => {
    const { organisation, year } = payload as { organisation: OrganisationId; year: number };
    const update = await findUpdate(db, organisation, year);
    if (update === undefined || update.state !== 'accepted') return;
    const on = todayNow();
    const isOther = (await differences(db, update, on)).length > 0;
    await saveDifference(db, update.id, isOther ? on : null);
  },
};
