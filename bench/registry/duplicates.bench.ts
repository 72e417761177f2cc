import { candidatesOf, memberClauses } from '#contexts/duplicates/clause.ts';
import { comparedMember, memberFields, memberKeys } from '#contexts/duplicates/member-facts.ts';
import { corruptions, population } from '#db/seed/duplicates.members.ts';
import { weigh } from '#contexts/duplicates/weighing.ts';

/**
 * Duplicates among the members of a province, against the limits: how many of those planted twice are found, precision
 * against recall, and how long it takes. Ends with 1 where a limit is missed.
 */
const mostSeconds = 60;
const leastRecall = { atPrecision: 0.95, recall: 0.97 } as const;
const size = Number(process.env['BENCH_MEMBERS'] ?? 50_000);
const { members, planted, negatives } = population(size, Number(process.env['BENCH_SEED'] ?? 1));
const truth = new Set(planted.map(({ pair: [first, second] }) => first * size + second));

const from = performance.now();
const rows = members.map(comparedMember);
const { pairs, passedOver } = candidatesOf(rows, memberClauses, memberKeys);
const blocked = performance.now();
const weighed = weigh(rows, pairs, memberFields(rows)).sort((left, right) => right.likelihood - left.likelihood);
const seconds = (performance.now() - from) / 1000;

const isTrue = ({ first, second }: { first: number; second: number }) => truth.has(first * size + second);
console.log(`${size} members, ${planted.length} planted twice, ${negatives.length} hard negatives`);
console.log(
  `${pairs.length} candidates in ${((blocked - from) / 1000).toFixed(1)} s, weighed after ${seconds.toFixed(1)} s`,
);
console.log(
  `${passedOver.length} blocks passed over; found by a clause: ${weighed.filter(isTrue).length} of ${planted.length}`,
);

let hits = 0;
let best = 0;
const steps = [1, 0.995, 0.99, 0.98, 0.97, 0.96, 0.95, 0.9, 0.8, 0.7];
const recallAt = new Map<number, number>();
weighed.forEach((pair, at) => {
  if (isTrue(pair)) hits += 1;
  const precision = hits / (at + 1);
  for (const step of steps) if (precision >= step) recallAt.set(step, hits / planted.length);
  if (precision >= 0.95) best = at;
});
for (const step of steps) console.log(`precision ${step.toFixed(3)}  recall ${(recallAt.get(step) ?? 0).toFixed(4)}`);
const kept = new Set(weighed.slice(0, best + 1).map(({ first, second }) => first * size + second));
for (const kind of corruptions) {
  const those = planted.filter(({ done }) => done.includes(kind));
  console.log(
    kind,
    those.length,
    (those.filter(({ pair: [a, b] }) => kept.has(a * size + b)).length / those.length).toFixed(3),
  );
}
for (const kind of ['namesake', 'father-and-son']) {
  const those = negatives.filter((negative) => negative.kind === kind);
  console.log(
    'taken for one:',
    kind,
    those.filter(({ pair: [a, b] }) => kept.has(a * size + b)).length,
    'of',
    those.length,
  );
}

const reached = recallAt.get(leastRecall.atPrecision) ?? 0;
console.log(`time ${seconds.toFixed(1)} s of ${mostSeconds}: ${(seconds / mostSeconds).toFixed(2)}`);
console.log(`recall at precision ${leastRecall.atPrecision}: ${reached.toFixed(4)}, at least ${leastRecall.recall}`);
process.exit(seconds <= mostSeconds && reached >= leastRecall.recall ? 0 : 1);
