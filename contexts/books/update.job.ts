import type { OrganisationId } from '#kernel/id.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { notify, type Audience } from '#platform/session/notify.ts';
import { organisationFacts, type PublishedOrganisation } from '#registry';

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
