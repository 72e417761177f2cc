import { addDays, today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { AnswerId, ConsentId, DossierId } from '#contexts/credit/dossier.ts';
import { recordAnswer } from '#contexts/credit/answer.wire.ts';
import { giveConsent } from '#contexts/credit/consent.wire.ts';
import { assembleDossier } from '#contexts/credit/dossier.wire.ts';
import { sampleConditions } from '#contexts/credit/product.example.ts';
import type { ProductId } from '#contexts/credit/product.ts';
import { publishProduct } from '#contexts/credit/product.wire.ts';
import type { AccessWorld, Cases, Side } from './access.world.ts';

const words = { vi: 'Vay vốn vụ', en: 'Season loan', th: 'เงินกู้ฤดูกาล' };
const loan = {
  code: 'VU-1',
  name: words,
  purpose: words,
  leastVnd: 50_000_000,
  mostVnd: 1_000_000_000,
  leastMonths: 6,
  mostMonths: 36,
  rateBp: 700,
  secured: false,
  conditions: [...sampleConditions],
  source: 'thử nghiệm',
  verified: false,
};
const wish = { purpose: 'Vay vốn vụ chanh leo', amountVnd: 200_000_000, months: 12, until: addDays(today(), 60) };
const offer = {
  kind: 'offered',
  amountVnd: 180_000_000,
  rateBp: 650,
  months: 12,
  paidOutOn: addDays(today(), 10),
  validUntil: addDays(today(), 20),
} as const;

async function rowsOf({ people, organisations, database, done }: AccessWorld, side: Side) {
  const manager = people[side]['organisation-manager'];
  const banker = people[side]['bank-officer'];
  const product = newId<ProductId>();
  await done(banker, publishProduct, { ...loan, product, bank: organisations[side].bank });
  const assembled = async (): Promise<DossierId> => {
    const dossier = newId<DossierId>();
    await done(manager, assembleDossier, { dossier, organisation: organisations[side].cooperative });
    return dossier;
  };
  const shared = async () => {
    const dossier = await assembled();
    const consent = newId<ConsentId>();
    await done(manager, giveConsent, { ...wish, consent, dossier, product });
    return { dossier, consent };
  };
  const answered = await shared();
  const answer = newId<AnswerId>();
  await done(banker, recordAnswer, { ...offer, answer, dossier: answered.dossier });
  const fresh = await assembled();
  const [stored] = await database.owner<{ code: string }>('select code from credit.dossier where id = $1', [fresh]);
  return { product, fresh, shared: await shared(), answer, code: stored!.code };
}

export async function creditCases(world: AccessWorld): Promise<Cases> {
  const rows = { own: await rowsOf(world, 'own'), foreign: await rowsOf(world, 'foreign') };
  const shared = (side: Side) => ({ dossier: rows[side].shared.dossier });
  return {
    'credit.product.list': () => ({}),
    'credit.product.get': (side) => ({ product: rows[side].product }),
    'credit.product.check': (side, asker) => ({
      product: rows[side].product,
      organisation: world.organisation(side, asker),
      amountVnd: 200_000_000,
      months: 12,
    }),
    'credit.product.publish': (side) => ({
      ...loan,
      product: rows[side].product,
      bank: world.organisations[side].bank,
      rateBp: 690,
    }),
    'credit.product.close': (side) => ({ product: rows[side].product }),
    'credit.dossier.list': () => ({}),
    'credit.dossier.assemble': (side, asker) => ({ dossier: newId(), organisation: world.organisation(side, asker) }),
    'credit.dossier.get': shared,
    'credit.dossier.export': shared,
    'credit.dossier.verify': (side) => ({ code: rows[side].code }),
    'credit.consent.give': (side) => ({
      ...wish,
      consent: newId(),
      dossier: rows[side].fresh,
      product: rows[side].product,
    }),
    'credit.consent.withdraw': (side) => ({ consent: rows[side].shared.consent }),
    'credit.desk.list': () => ({}),
    'credit.desk.open': shared,
    'credit.answer.record': (side) => ({ ...offer, ...shared(side), answer: newId() }),
    'credit.answer.accept': (side) => ({ answer: rows[side].answer }),
    'credit.answer.refuse': (side) => ({ answer: rows[side].answer }),
    'credit.waiting.list': () => ({}),
  };
}
