import { books } from '#books';
import { makeCredit } from '#credit';
import { duplicates } from '#contexts/duplicates/index.ts';
import { insight } from '#insight';
import { intake } from '#contexts/intake/index.ts';
import type { Job } from '#platform/job/job.ts';
import type { FileAccess } from '#platform/file/file.routes.ts';
import type { Handler } from '#platform/method/handle.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import type { Limit } from '#platform/http/parts.ts';
import { linkage } from '#linkage';
import { places } from '#contexts/places/index.ts';
import { people } from '#people';
import { production } from '#production';
import { quality } from '#quality';
import { registry } from '#registry';
import { makeSupport } from '#support';
import { platformJobs } from './platform.job.ts';
import { creditEvidence, creditFacts } from './credit-facts.ts';
import { supportFacts } from './support-facts.ts';

/** What a context hands to the composition root. */
export interface Context {
  readonly handlers: readonly Handler[];
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly Job[];
  readonly fileAccess?: FileAccess;
}

const contexts: readonly Context[] = [
  registry,
  people,
  intake,
  duplicates,
  linkage,
  production,
  places,
  quality,
  books,
  makeSupport({ facts: supportFacts }),
  makeCredit({ facts: creditFacts, evidence: creditEvidence }),
  insight,
];

export const handlers: readonly Handler[] = contexts.flatMap((context) => context.handlers);
export const subscribers: readonly Subscriber[] = contexts.flatMap((context) => context.subscribers ?? []);
export const jobs: readonly Job[] = [...platformJobs, ...contexts.flatMap((context) => context.jobs ?? [])];
/** Doors that could be tried by guessing. */
const guessable: Limit = { max: 30, windowMs: 60_000, each: 'address' };
/**
 * Papers and cards in many hands: nobody guesses what they carry, but a whole village may stand behind one address, and
 * at a meeting its phones scan at once.
 */
const checked: Limit = { max: 600, windowMs: 60_000, each: 'session' };
/** Public lists that search or count, each some hundredths of a second of the database. */
const searched: Limit = { max: 300, windowMs: 60_000, each: 'session' };
/** Short public lists that forms and pages ask for again and again. */
const listed: Limit = { max: 1_200, windowMs: 60_000, each: 'session' };
/** Public doors to much work. */
const heavy: Limit = { max: 30, windowMs: 60_000, each: 'session' };
export const limits: Readonly<Record<string, Limit>> = {
  'credit.dossier.verify': checked,
  'linkage.verification.get': checked,
  'quality.trace.get': checked,
  'registry.capital-certificate.verify': checked,
  'registry.card.verify': checked,
  'registry.card-check.get': checked,
  'registry.logo.export': checked,
  'people.invitation.get': guessable,
  'people.invitation.accept': guessable,
  'people.invitation.send': { max: 60, windowMs: 60_000, each: 'address' },
  'people.test-letter.send': { max: 10, windowMs: 60_000, each: 'address' },
  'people.reset.accept': guessable,
  'registry.organisation.list': searched,
  'registry.name.list': searched,
  'registry.commodity.list': listed,
  'registry.unit.list': listed,
  'registry.former-unit.list': listed,
  'registry.parameter.list': listed,
  'linkage.chain.list': listed,
  'places.unit-link.list': listed,
  'insight.figure.list': searched,
  'insight.figure.export': heavy,
  'registry.organisation.export': heavy,
  'registry.act.export': heavy,
  'registry.unit.export': heavy,
  'registry.parameter.export': heavy,
};
export const fileAccess: FileAccess = Object.assign({}, ...contexts.map((context) => context.fileAccess ?? {}));
