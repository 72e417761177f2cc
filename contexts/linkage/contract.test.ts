import { describe, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { acceptanceObstacles, stateByAcceptances, type AcceptanceFacts } from './acceptance.ts';
import { canBecome, changeObstacles, contractStates, mostQtyOf } from './contract.ts';
import { endingObstacles, type EndingFacts } from './ending.ts';
import { exampleTerms, tonne } from './linkage.example.ts';
import { differences, linkObstacles, penaltyIsAboveCap, termsObstacles, valueOf, type DrawableLine } from './terms.ts';

const from = '2026-12-01' as Day;
const until = '2027-11-30' as Day;
const terms = { ...exampleTerms(from), until };

const offer: DrawableLine = {
  organisation: 'cooperative',
  commodity: 'passion-fruit',
  variety: 'purple',
  from,
  until,
  totalQty: 30 * tonne,
  drawnQty: 10 * tonne,
  minimumOrderQty: null,
  state: 'open',
};
const demand: DrawableLine = { ...offer, organisation: 'buyer', variety: null, minimumOrderQty: 5 * tonne };

describe('what an offer and a demand can make', () => {
  test('a contract may take all that is left of an offer, and not a gram more', () => {
    expect(linkObstacles({ offer, demand, terms: { ...terms, committedQty: 20 * tonne } })).toEqual([]);
    expect(linkObstacles({ offer, demand, terms: { ...terms, committedQty: 20 * tonne + 1 } })).toEqual([
      'offer-exhausted',
      'demand-exhausted',
    ]);
  });

  test('what the contract itself has drawn does not stand in its way', () => {
    const full = { ...offer, drawnQty: 30 * tonne };
    const drawn = { offer: 20 * tonne, demand: 20 * tonne };
    expect(linkObstacles({ offer: full, demand: { ...demand, drawnQty: 30 * tonne }, terms, drawn })).toEqual([]);
  });

  test('every obstacle is named, not only the first', () => {
    const hopeless = { ...offer, commodity: 'eggs', state: 'withdrawn' as const, until: from, variety: 'white' };
    const picky = { ...demand, organisation: offer.organisation, variety: 'purple', minimumOrderQty: 25 * tonne };
    expect(linkObstacles({ offer: hopeless, demand: picky, terms })).toEqual([
      'seller-is-buyer',
      'commodities-differ',
      'varieties-differ',
      'offer-withdrawn',
      'outside-offer-days',
      'below-minimum-order',
    ]);
  });
});

describe('terms', () => {
  test('a floor with market names the market and the day it is read', () => {
    const market = { ...terms, priceKind: 'floor-market' as const };
    expect(termsObstacles(market, 1)).toEqual(['market-without-source', 'market-without-reading']);
    expect(termsObstacles({ ...market, marketSource: 'Chợ Hạ Long', marketReading: 'monday' }, 1)).toEqual([]);
  });

  test('a deposit is at most what the promise is worth, and the promise is worth what fits a đồng amount', () => {
    expect(valueOf(terms, 1_000)).toBe(280_000_000);
    expect(termsObstacles({ ...terms, depositVnd: 280_000_001 }, 280_000_000)).toEqual(['deposit-above-value']);
    expect(valueOf({ committedQty: 1e15, priceVnd: 1e12 }, 1)).toBeUndefined();
    expect(termsObstacles(terms, undefined)).toEqual(['value-too-large']);
  });

  test('two wordings differ field by field', () => {
    expect(differences(terms, { ...terms, priceVnd: 15_000, penaltyBp: 500 })).toEqual([
      { field: 'priceVnd', before: 14_000, after: 15_000 },
      { field: 'penaltyBp', before: 800, after: 500 },
    ]);
    expect(differences(terms, { ...terms })).toEqual([]);
  });

  test.each([
    [800, 800, false],
    [801, 800, true],
    [5_000, null, false],
  ])('a penalty of %d bp against a cap of %s bp: above is %s', (penaltyBp, cap, above) => {
    expect(penaltyIsAboveCap({ penaltyBp }, cap)).toBe(above);
  });

  test('the tolerance widens the promise by its share', () => {
    expect(mostQtyOf({ committedQty: 20 * tonne, toleranceBp: 500 })).toBe(21 * tonne);
    expect(mostQtyOf({ committedQty: 3, toleranceBp: 1_000 })).toBe(3);
  });
});

describe('acceptance', () => {
  const hash = 'a'.repeat(64);
  const other = 'b'.repeat(64);
  const by = (side: 'seller' | 'buyer', more: Partial<AcceptanceFacts> = {}): AcceptanceFacts => ({
    side,
    kind: 'password',
    contentHash: hash,
    confirmed: false,
    ...more,
  });

  test.each([
    ['nobody', [], 'draft'],
    ['the seller', [by('seller')], 'offered'],
    ['both', [by('seller'), by('buyer', { kind: 'passkey' })], 'signed'],
    ['the buyer an older wording', [by('seller'), by('buyer', { contentHash: other })], 'offered'],
    ['the buyer on paper not yet confirmed', [by('seller'), by('buyer', { kind: 'paper' })], 'offered'],
    ['the buyer on confirmed paper', [by('seller'), by('buyer', { kind: 'paper', confirmed: true })], 'signed'],
    ['only unconfirmed paper', [by('buyer', { kind: 'paper' })], 'draft'],
  ] as const)('accepted by %s', (_, acceptances, state) => {
    expect(stateByAcceptances(hash, acceptances)).toBe(state);
  });

  test('nobody accepts twice, nor a wording that is not on the table', () => {
    const contract = { state: 'offered', contentHash: hash, isOver: false, acceptances: [by('seller')] } as const;
    expect(acceptanceObstacles(contract, 'buyer', hash)).toEqual([]);
    expect(acceptanceObstacles(contract, 'seller', other)).toEqual(['hash-differs', 'already-accepted']);
    expect(acceptanceObstacles({ ...contract, state: 'signed', isOver: true }, 'buyer', hash)).toEqual([
      'not-a-draft',
      'already-over',
    ]);
  });

  test('a change is made on the wording of now, and changes something', () => {
    const contract = { state: 'offered', version: 3, contentHash: hash } as const;
    expect(changeObstacles(contract, { version: 3, contentHash: other })).toEqual([]);
    expect(changeObstacles({ ...contract, state: 'signed' }, { version: 2, contentHash: hash })).toEqual([
      'not-a-draft',
      'changed-meanwhile',
      'nothing-changed',
    ]);
  });

  test('what is over stays over', () => {
    for (const over of ['closed', 'terminated', 'withdrawn'] as const)
      expect(contractStates.filter((state) => canBecome(over, state))).toEqual([]);
  });
});

describe('ending', () => {
  const facts: EndingFacts = {
    state: 'signed',
    signedOn: from,
    until,
    committedQty: 20 * tonne,
    toleranceBp: 500,
    confirmedQty: 19 * tonne,
    unansweredDeliveries: 0,
    unsettledDeliveries: 0,
    unpaidSettlements: 0,
    openEndings: 0,
  };

  test('a promise is fulfilled down to its tolerance, when everything is answered, settled and paid', () => {
    expect(endingObstacles(facts, 'fulfilled', until, until)).toEqual([]);
    const loose = {
      ...facts,
      confirmedQty: 19 * tonne - 1,
      unansweredDeliveries: 1,
      unsettledDeliveries: 1,
      unpaidSettlements: 1,
    };
    expect(endingObstacles(loose, 'fulfilled', until, until)).toEqual([
      'deliveries-unanswered',
      'deliveries-unsettled',
      'statements-unpaid',
      'not-fulfilled',
    ]);
  });

  test('asking to end needs no fulfilment, but a signed contract and no other question open', () => {
    expect(endingObstacles({ ...facts, confirmedQty: 0 }, 'mutual', from, until)).toEqual([]);
    expect(
      endingObstacles({ ...facts, state: 'draft', openEndings: 1 }, 'mutual', '2026-11-30' as Day, '2026-11-01' as Day),
    ).toEqual(['not-signed', 'before-signing', 'in-the-future', 'already-asked']);
  });
});
