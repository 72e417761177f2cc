import type pg from 'pg';
import { seedSupport } from '#contexts/support/seed.example.ts';
import { demonstrationProvince } from './demonstration.ts';
import { storyParts } from './parts.ts';

/** The policies, the measure and its rules of the demonstration province; safe to repeat. */
export const seedDemonstrationPolicies = (owner: Pick<pg.Client, 'query'>): Promise<void> =>
  seedSupport(owner, { province: demonstrationProvince, fund: storyParts.fund });
