import type pg from 'pg';
import { seedCredit } from '#contexts/credit/product.example.ts';
import { seedSupport } from '#contexts/support/seed.example.ts';
import { demonstrationProvince } from './demonstration.ts';
import { storyParts } from './parts.ts';

/** The policies, the measure and its rules, and a bank's product, of the demonstration province; safe to repeat. */
export async function seedDemonstrationPolicies(owner: Pick<pg.Client, 'query'>): Promise<void> {
  await seedSupport(owner, { province: demonstrationProvince, fund: storyParts.fund });
  await seedCredit(owner, { province: demonstrationProvince, bank: storyParts.bank });
}
