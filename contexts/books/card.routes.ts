import { isAuditor, manages, type Actor } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayAnswer, mayRead } from './update.access.ts';
import { yearCards, type MadeCards } from './card.load.ts';
import { yearRules } from './card-rules.store.ts';
import { insertScore, keptCards, scoresOf, type ScoreRow } from './card.store.ts';
import { getRatingCard, getSizeCard, recordScore, type ScoreKind } from './card.wire.ts';
import { scoreObstacles } from './rating-card.ts';
import { reporter } from './update.load.ts';

const pointsView =
  (scores: readonly ScoreRow[], actor: Actor) => (criterion: number, part: string, kind: ScoreKind) => {
    const row = scores.find((one) => one.criterion === criterion && one.part === part && one.kind === kind);
    if (row === undefined) return { points: null, version: 0, evidence: null, by: null, at: null };
    const { points, version, evidence, at } = row;
    return { points, version, evidence, by: isAuditor(actor) ? null : row.by, at };
  };

async function cardsOf(db: Db, organisation: OrganisationId, year: number): Promise<MadeCards> {
  const [made] = await yearCards(db, year, [organisation]);
  return made!;
}

export const cardRoutes = [
  handle(getSizeCard, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const { inputs, result } = (await cardsOf(db, facts.id, input.year)).size;
    return {
      organisation: { id: facts.id, name: facts.name },
      year: input.year,
      rulesOn: daysOfYear(input.year).until,
      kept: await keptCards(db, input, 'size'),
      class: result.class,
      sectors: inputs.sectors,
      readings: inputs.readings,
      rows: result.rows,
      blanks: result.blanks,
    };
  }),

  handle(getRatingCard, async ({ input, actor, db, insist }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const { inputs, result } = (await cardsOf(db, facts.id, input.year)).rating;
    const scores = await scoresOf(db, { organisation: facts.id, year: input.year });
    const given = pointsView(scores, actor);
    const { lines, ...counted } = result;
    return {
      ...counted,
      organisation: { id: facts.id, name: facts.name },
      year: input.year,
      rulesOn: daysOfYear(input.year).until,
      kept: await keptCards(db, input, 'rating'),
      monthsOperating: inputs.monthsOperating,
      monthsStopped: inputs.monthsStopped,
      lines: lines.map((line) => ({
        ...line,
        self: given(line.criterion, line.part, 'self'),
        checked: given(line.criterion, line.part, 'checked'),
      })),
      may: {
        self: inputs.applies && manages(actor, facts.id),
        checked: inputs.applies && mayAnswer(actor, owned),
      },
    };
  }),

  handle(recordScore, async ({ input, actor, db, insist, tell }) => {
    const { facts, owned } = await reporter(db, input.organisation);
    insist(input.kind === 'self' ? manages(actor, facts.id) : mayAnswer(actor, owned));
    const rules = (await yearRules(db, input.year)).rating;
    const rule = rules.parts.find(({ criterion, part }) => criterion === input.criterion && part === input.part);
    const scores = await scoresOf(db, input);
    const now = scores.find(
      ({ criterion, part, kind }) => criterion === input.criterion && part === input.part && kind === input.kind,
    );
    const obstacles = scoreObstacles(rule, { ...input, version: now?.version ?? 0 });
    if (obstacles.length > 0) throw new Problem('conflict', 'books.rating-score.not-recordable', { obstacles });
    const version = await insertScore(db, input, actor.account!);
    await tell('books.rating-score.recorded', { organisation: facts.id, year: input.year });
    return { version };
  }),
];
