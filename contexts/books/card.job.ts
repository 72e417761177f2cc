import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { keepClasses } from '#registry';
import { yearCards } from './card.load.ts';
import { isRuleKey } from './card-rules.store.ts';
import { cardYears, keepCards, type YearOf } from './card.store.ts';

const ofOneYear = ['registry.yearly.recorded', 'books.update.accepted', 'books.rating-score.recorded'];
/** Kind, fields and founding of a day may be told long after it. */
const ofAllYears = [
  'registry.organisation.changed',
  'registry.organisation.converted',
  'registry.organisation.merged',
  'registry.organisation.unmerged',
  'registry.act.undone',
];
const ofRules = ['registry.parameter.recorded', 'registry.parameter.confirmed'];

/** What of an organisation its cards rest on. */
const counting = ['fields', 'foundedOn'];

/** So many at a time: what is made of one lot is written in two statements. */
const atOnce = 200;

async function remake(db: Db, { year, organisations }: YearOf): Promise<void> {
  for (let at = 0; at < organisations.length; at += atOnce) {
    const made = (await yearCards(db, year, organisations.slice(at, at + atOnce))).flatMap(
      ({ organisation, size, rating }) => [size, rating].map((card) => ({ organisation, ...card })),
    );
    await keepCards(db, year, made);
    await keepClasses(db, year, made);
  }
}

interface Told {
  readonly organisation?: OrganisationId;
  readonly organisations?: readonly OrganisationId[];
  readonly survivor?: OrganisationId;
  readonly merged?: OrganisationId;
  readonly year?: number;
  readonly fields?: readonly string[];
  readonly keys?: readonly string[];
  readonly from?: Day;
}

const whoOf = ({ organisation, organisations = [], survivor, merged }: Told): OrganisationId[] => [
  ...organisations,
  ...[organisation, survivor, merged].filter((one) => one !== undefined),
];

/** Of which organisations and years something has become otherwise. */
async function touched(db: Db, topic: string, told: Told): Promise<YearOf[]> {
  const organisations = whoOf(told);
  if (ofOneYear.includes(topic)) return [{ year: told.year!, organisations }];
  if (ofRules.includes(topic)) return told.keys!.some(isRuleKey) ? cardYears(db, { from: told.from! }) : [];
  if (told.fields !== undefined && !told.fields.some((field) => counting.includes(field))) return [];
  return cardYears(db, { organisations });
}

/**
 * Whenever a year's figures or points change, what the organisation was, or the rules of the year, the results made from them
 * are made again and kept.
 */
export const cardKeeper: Subscriber = {
  name: 'books.scorecard',
  topics: [...ofOneYear, ...ofAllYears, ...ofRules],
  work: async (db, { topic, payload }) => {
    for (const one of await touched(db, topic, payload)) await remake(db, one);
  },
};
