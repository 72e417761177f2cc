import { manages } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { formFund, organisationFacts, takeBackFund } from '#registry';
import { patronageSums } from './patronage.store.ts';
import { basisOf, namesFor, recordedViews } from './surplus.load.ts';
import { insertReversal, insertSurplus, surplusesOf, surplusToWithdraw } from './surplus.store.ts';
import { shareSurplusBy } from './surplus.ts';
import { getSurplus, listPatronage, recordSurplus, withdrawSurplus } from './surplus.wire.ts';
import { mayRead } from './update.access.ts';
import { reporter } from './update.load.ts';

const corporate: readonly string[] = ['cooperative', 'union'];
const refused = (code: string, obstacles: readonly unknown[]): Problem =>
  new Problem('conflict', `books.surplus.${code}`, { obstacles });

/** A surplus is shared on closed books that tell profit and tax. */
const booksObstacles = ({ booksAsOn, profitVnd, taxVnd }: Basis): string[] => [
  ...(booksAsOn === null ? [] : ['books-provisional']),
  ...(profitVnd === null || taxVnd === null ? ['books-blank'] : []),
];
type Basis = Pick<Awaited<ReturnType<typeof basisOf>>, 'booksAsOn' | 'profitVnd' | 'taxVnd'>;

export const surplusRoutes = [
  handle(listPatronage, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const sums = await patronageSums(db, facts.id, input.year);
    const named = await namesFor(
      db,
      actor,
      sums.flatMap(({ member }) => member ?? []),
    );
    return {
      organisation: { id: facts.id, name: facts.name },
      year: input.year,
      members: sums.flatMap(({ member, amountVnd, shares }) =>
        member === null ? [] : [{ member: named(member), amountVnd, shares }],
      ),
      untraced: sums.flatMap(({ untraced, amountVnd, shares }) =>
        untraced === null ? [] : [{ reason: untraced, amountVnd, shares }],
      ),
      totalVnd: sums.reduce((all, { amountVnd }) => all + amountVnd, 0),
    };
  }),

  handle(getSurplus, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const basis = await basisOf(db, facts, input.year);
    const named = await namesFor(
      db,
      actor,
      basis.weights.map(({ member }) => member),
    );
    const recorded = await recordedViews(db, facts, { actor, year: input.year });
    return {
      ...basis,
      organisation: { id: facts.id, name: facts.name },
      year: input.year,
      weights: basis.weights.map((one) => ({ ...one, member: named(one.member) })),
      recorded,
      may: {
        record:
          corporate.includes(facts.kind) &&
          manages(actor, facts.id) &&
          recorded.every(({ reversal }) => reversal !== null),
      },
    };
  }),

  handle(recordSurplus, async ({ input, actor, db, today, insist, tell }) => {
    const { facts } = await reporter(db, input.organisation);
    insist(manages(actor, facts.id));
    const basis = await basisOf(db, facts, input.year);
    const before = await surplusesOf(db, facts.id, input.year);
    const obstacles: unknown[] = [];
    if (!corporate.includes(facts.kind)) obstacles.push('not-for-this-kind');
    if (before.some(({ reversed_on: reversed }) => reversed === null)) obstacles.push('shared-already');
    if (input.decidedOn > today) obstacles.push('in-the-future');
    if (input.decidedOn <= `${input.year}-12-31`) obstacles.push('year-not-over');
    if (basis.basisHash !== input.basisHash) obstacles.push('basis-changed');
    obstacles.push(...booksObstacles(basis));
    const { lossesVnd, funds, patronageBp } = input;
    const given = { profitVnd: basis.profitVnd ?? 0, taxVnd: basis.taxVnd ?? 0, lossesVnd, funds, patronageBp };
    const shared = shareSurplusBy(input.useBasis, basis.rules, given, basis.weights);
    if (basis.profitVnd !== null) obstacles.push(...shared.obstacles);
    if (obstacles.length > 0) throw refused('not-recordable', obstacles);
    const number = before.length + 1;
    const { profitVnd } = given;
    await insertSurplus(db, { ...input, number, profitVnd, rules: basis.rules, lines: shared.lines }, actor.account!);
    const { id: surplus, organisation, decidedOn: onDay, document } = input;
    const amountVnd = shared.lines.reduce(
      (sum, line) => (line.kind === 'undivided-fund' ? sum + line.amountVnd : sum),
      0,
    );
    await formFund(db, { surplus, organisation, onDay, document, amountVnd, by: actor.account! }, today);
    await tell('books.surplus.recorded', { surplus: input.id, organisation: facts.id, year: input.year });
    return { number };
  }),

  handle(withdrawSurplus, async ({ input, actor, db, today, insist, tell }) => {
    const row = await surplusToWithdraw(db, input.surplus);
    const facts = await organisationFacts(db, row.organisation_id);
    insist(manages(actor, facts.id));
    const obstacles: string[] = [];
    if (row.reversed_on !== null) obstacles.push('withdrawn-already');
    if (input.reversedOn < row.decidedOn) obstacles.push('before-the-decision');
    if (input.reversedOn > today) obstacles.push('in-the-future');
    if (obstacles.length > 0) throw refused('not-withdrawable', obstacles);
    const by = actor.account!;
    await insertReversal(db, input, by);
    await takeBackFund(db, { surplus: row.id, organisation: facts.id, reason: input.reason, by });
    await tell('books.surplus.withdrawn', { surplus: row.id, organisation: facts.id });
    return {};
  }),
];
