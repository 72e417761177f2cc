import { z } from 'zod';
import { idOf, type Branded } from '#kernel/id.ts';
import { plain } from '#kernel/text.ts';
import { activityFamilies, evidenceKinds, recordedFacts } from './activity.ts';

export const ProtocolId = idOf('ProtocolId');
export type ProtocolId = Branded<'ProtocolId'>;

const Code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Words = z.object({ vi: text(300), en: text(300), th: text(300) });
export type Words = z.infer<typeof Words>;

function text(max: number) {
  return z.string().min(1).max(max);
}

/** Where a number or a rule comes from, and whether anybody has read it there. */
const Grounds = { source: text(300), verified: z.boolean() };

export const inputKinds = [
  'seedling',
  'fertiliser',
  'compost',
  'biological',
  'botanical',
  'mineral',
  'synthetic',
  'other',
] as const;

/** Something brought onto the field. Its pre-harvest interval is the days no fruit may be picked after it. */
export const ProtocolInput = z.object({
  code: Code,
  name: Words,
  kind: z.enum(inputKinds),
  families: z.array(z.enum(activityFamilies)).min(1),
  activeIngredient: text(200).nullable(),
  allowed: z.boolean(),
  phiDays: z.int().min(0).max(365),
  ...Grounds,
  why: Words.optional(),
});
export type ProtocolInput = z.infer<typeof ProtocolInput>;

/** An active ingredient that must not be used whatever the product is called. */
const BannedIngredient = z.object({ names: z.array(text(100)).min(1), why: Words, ...Grounds });

const Step = z.object({
  code: Code,
  name: Words,
  family: z.enum(activityFamilies),
  /** A step may be left out only when it is not required. */
  required: z.boolean(),
  /** Days from the start of the season. */
  dueFrom: z.int().min(-365).max(3_650),
  dueUntil: z.int().min(-365).max(3_650),
  repeat: z.object({ everyDays: z.int().min(1).max(366), times: z.int().min(2).max(100) }).optional(),
  record: z.array(z.enum(recordedFacts)),
  evidence: z.array(z.enum(evidenceKinds)),
  /** Done by recording a harvest, not by an entry of the log. */
  byHarvest: z.boolean().default(false),
});
export type ProtocolStep = z.infer<typeof Step>;

const Stage = z.object({ code: Code, name: Words, about: Words, steps: z.array(Step).min(1).max(40) });
export type ProtocolStage = z.infer<typeof Stage>;

const unique = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;

/** A way of growing something, as data: a new crop is set-up, not code. */
export const ProtocolContent = z
  .object({
    code: Code,
    /** The code of the commodity in the registry. */
    commodity: Code,
    name: Words,
    practice: z.enum(['organic', 'good-practice', 'conventional']),
    standard: z.object({ name: text(200), ...Grounds, note: Words }).nullable(),
    inputs: z.array(ProtocolInput).max(200),
    bannedIngredients: z.array(BannedIngredient).max(200),
    stages: z.array(Stage).min(1).max(12),
  })
  .refine(({ inputs }) => unique(inputs.map(({ code }) => code)), 'production.input-twice')
  .refine(({ stages }) => unique(stages.map(({ code }) => code)), 'production.stage-twice')
  .refine(({ stages }) => unique(stages.flatMap(({ steps }) => steps.map(({ code }) => code))), 'production.step-twice')
  .refine(
    ({ stages }) => stages.every(({ steps }) => steps.every(({ dueFrom, dueUntil }) => dueFrom <= dueUntil)),
    'production.step-days-in-order',
  );
export type ProtocolContent = z.infer<typeof ProtocolContent>;

/** What was used, as an entry says it. */
export interface UsedInput {
  readonly code: string | null;
  readonly name: string;
  readonly activeIngredient: string | null;
  readonly phiDays: number | null;
}

export interface JudgedInput extends UsedInput {
  readonly verdict: 'allowed' | 'banned' | 'not-listed';
  readonly phiVerified: boolean | null;
}

const mentions = (where: string | null, name: string): boolean =>
  where !== null && ` ${plain(where).replaceAll(/[^a-z0-9]+/g, ' ')} `.includes(` ${plain(name)} `);

/** Judges what was used by the protocol in force. The longer of two intervals, the label's and the protocol's, counts. */
export function judgeInput(protocol: ProtocolContent, used: UsedInput): JudgedInput {
  const listed = protocol.inputs.find(({ code }) => code === used.code);
  const isBanned = protocol.bannedIngredients.some(({ names }) =>
    names.some((name) => mentions(used.name, name) || mentions(used.activeIngredient, name)),
  );
  if (listed === undefined) {
    const verdict = isBanned ? 'banned' : 'not-listed';
    return { ...used, code: null, verdict, phiVerified: used.phiDays === null ? null : false };
  }
  const fromLabel = used.phiDays ?? 0;
  return {
    code: listed.code,
    name: used.name,
    activeIngredient: used.activeIngredient ?? listed.activeIngredient,
    phiDays: Math.max(listed.phiDays, fromLabel),
    phiVerified: listed.phiDays >= fromLabel && listed.verified,
    verdict: listed.allowed && !isBanned ? 'allowed' : 'banned',
  };
}

export const stageOf = (protocol: ProtocolContent, stage: string): ProtocolStage | undefined =>
  protocol.stages.find(({ code }) => code === stage);

export const stepOf = (protocol: ProtocolContent, step: string): ProtocolStep | undefined =>
  protocol.stages.flatMap(({ steps }) => steps).find(({ code }) => code === step);
