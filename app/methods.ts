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
/** Public pages and doors that could be tried by guessing, and letters: requests an address may send. */
const guessable: Limit = { max: 30, windowMs: 60_000 };
/** Public doors to much work. */
const heavy: Limit = { max: 30, windowMs: 60_000 };
export const limits: Readonly<Record<string, Limit>> = {
  'credit.dossier.verify': guessable,
  'linkage.verification.get': guessable,
  'quality.trace.get': guessable,
  'registry.capital-certificate.verify': guessable,
  'registry.card.verify': guessable,
  'people.invitation.get': guessable,
  'people.invitation.accept': guessable,
  'people.invitation.send': { max: 60, windowMs: 60_000 },
  'people.test-letter.send': { max: 10, windowMs: 60_000 },
  'people.reset.accept': guessable,
  'registry.organisation.export': heavy,
  'insight.figure.export': heavy,
};
export const fileAccess: FileAccess = Object.assign({}, ...contexts.map((context) => context.fileAccess ?? {}));
