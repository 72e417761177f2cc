import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import {
  answeringObstacles,
  codeFrom,
  codeText,
  consentStands,
  DossierCodePattern,
  replyObstacles,
  sharingObstacles,
} from './dossier.ts';
import { conditionTroubles } from './product.judge.ts';
import { sampleConditions } from './product.example.ts';
import { termsTroubles } from './product.ts';

const today = day('2026-11-23');

describe('consent', () => {
  const given = { givenOn: day('2026-11-01'), untilDay: today, endedAt: null };
  test('stands until the end of its last day, and not a day longer', () => {
    expect(consentStands(given, today)).toBe(true);
    expect(consentStands(given, day('2026-11-24'))).toBe(false);
    expect(consentStands({ ...given, endedAt: '2026-11-02T08:00:00+07:00' }, today)).toBe(false);
  });

  const sharing = {
    state: 'assembled',
    hasConsent: false,
    untilDay: day('2027-02-23'),
    mostUntil: day('2027-11-23'),
    today,
    amountVnd: 200_000_000,
    months: 12,
    terms: { leastVnd: 50_000_000, mostVnd: 1_000_000_000, leastMonths: 6, mostMonths: 36, endedOn: null },
  } as const;
  test('is given to one bank, for a while, within what the product gives', () => {
    expect(sharingObstacles(sharing)).toEqual([]);
  });
  test('every reason against it is named', () => {
    expect(
      sharingObstacles({
        ...sharing,
        state: 'accepted',
        hasConsent: true,
        untilDay: day('2026-11-22'),
        amountVnd: 49_999_999,
        months: 37,
        terms: { ...sharing.terms, endedOn: today },
      }),
    ).toEqual([
      'already-shared',
      'already-settled',
      'until-in-the-past',
      'product-ended',
      'amount-outside-the-product',
      'months-outside-the-product',
    ]);
    expect(sharingObstacles({ ...sharing, untilDay: day('2027-11-24') })).toEqual(['until-too-far']);
  });
});

describe("the bank's answer", () => {
  const offer = {
    state: 'shared',
    hasOpenOffer: false,
    kind: 'offered',
    paidOutOn: day('2026-12-01'),
    validUntil: day('2026-12-15'),
    today,
    hasRemarks: false,
    isWhole: true,
  } as const;
  test('an offer is whole and lies ahead', () => {
    expect(answeringObstacles(offer)).toEqual([]);
    expect(
      answeringObstacles({ ...offer, isWhole: false, paidOutOn: day('2026-11-22'), validUntil: day('2026-11-22') }),
    ).toEqual(['offer-incomplete', 'offer-already-expired', 'paid-out-in-the-past']);
  });
  test('a refusal says why', () => {
    expect(answeringObstacles({ ...offer, kind: 'refused' })).toEqual(['reason-missing']);
    expect(answeringObstacles({ ...offer, kind: 'refused', hasRemarks: true })).toEqual([]);
  });
  test('nothing is answered over an open offer or after the organisation has chosen', () => {
    expect(answeringObstacles({ ...offer, hasOpenOffer: true, state: 'accepted' })).toEqual([
      'already-settled',
      'offer-open',
    ]);
  });
  test('an offer is taken once, and while it stands', () => {
    expect(replyObstacles({ kind: 'offered', reply: null, validUntil: today }, today)).toEqual([]);
    expect(replyObstacles({ kind: 'refused', reply: 'accepted', validUntil: day('2026-11-22') }, today)).toEqual([
      'not-an-offer',
      'already-replied',
      'offer-expired',
    ]);
  });
});

test('a code is twenty characters nobody mistakes for another, printed in groups', () => {
  const code = codeFrom(Uint8Array.from({ length: 20 }, (_, at) => at * 13));
  expect(code).toMatch(DossierCodePattern);
  expect(codeText(code)).toMatch(/^.{5}-.{5}-.{5}-.{5}$/);
});

test("the sample's conditions are FEEL over known facts; what is not is found before it is published", () => {
  expect(conditionTroubles('sample', sampleConditions)).toEqual([]);
  const [first] = sampleConditions;
  expect(conditionTroubles('sample', [{ ...first!, test: '>= nothingSuch' }])).toMatchObject([
    { code: 'fact-unknown' },
  ]);
  expect(conditionTroubles('sample', [{ ...first!, test: '>= (' }])).toMatchObject([{ code: 'not-feel' }]);
});

test('terms that cannot hold are refused', () => {
  expect(termsTroubles({ leastVnd: 2, mostVnd: 1, leastMonths: 7, mostMonths: 6 })).toEqual([
    'amounts-not-in-order',
    'months-not-in-order',
  ]);
});
