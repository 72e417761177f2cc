import { z } from 'zod';

/** A DMN decision table as data. U: exactly one rule holds. F: the first that holds. C: all that hold. */
export const hitPolicies = ['U', 'F', 'C'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

/** What a cell holds. FEEL compares text with numbers without a word, so every column says what it expects. */
export const cellTypes = ['number', 'integer', 'text', 'boolean', 'day', 'list'] as const;
export type CellType = (typeof cellTypes)[number];

const Feel = z.string().max(1_000);
const Annotation = z.object({ clause: z.string().max(500), law: z.string().max(300), verified: z.boolean() });

export const DecisionTable = z.object({
  name: z.string().min(1).max(200),
  hitPolicy: z.enum(hitPolicies),
  inputs: z
    .array(z.object({ label: z.string().min(1).max(300), expression: Feel.min(1), type: z.enum(cellTypes) }))
    .min(1)
    .max(50),
  outputs: z
    .array(z.object({ name: z.string().min(1).max(100), type: z.enum(cellTypes).optional() }))
    .min(1)
    .max(20),
  rules: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        /** FEEL unary tests, one for each input; `-` holds always. */
        tests: z.array(Feel),
        /** FEEL expressions, one for each output. */
        outputs: z.array(Feel),
        annotation: Annotation.optional(),
      }),
    )
    .min(1)
    .max(500),
});
export type DecisionTable = z.infer<typeof DecisionTable>;
export type TableInput = DecisionTable['inputs'][number];
export type TableOutput = DecisionTable['outputs'][number];
export type TableRule = DecisionTable['rules'][number];

export type Facts = Readonly<Record<string, unknown>>;
