import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import type { ActId } from './act.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { damHa, saveExamples } from './registry.example.ts';
import { founded, letters, money, paper, playing, sorted } from './reshaping.example.ts';
import { convertOrganisation, mergeOrganisations, splitOrganisation, undoAct } from './reshaping.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const { made, present, namesIn, seen } = playing(officer);

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true), ('tht.minMembers', '2024-07-01', '2', 'test', true)`,
  );
});

type Kind = 'cooperative' | 'cooperative-group';
type Person = Awaited<ReturnType<typeof present>>[number];

/** What a history does next: to which of the living organisations, and who leaves on the way. */
const step = fc.record({
  way: fc.constantFrom('convert', 'convert', 'merge', 'absorb', 'split', 'undo'),
  first: fc.nat(),
  second: fc.nat(),
  leaves: fc.nat({ max: 2 }),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

class History {
  readonly living = new Map<OrganisationId, Kind>();
  readonly all: OrganisationId[] = [];
  last:
    | { readonly act: ActId; readonly before: ReadonlyMap<OrganisationId, Kind>; readonly people: string[] }
    | undefined;

  async people(on: Day): Promise<string[]> {
    const held = [];
    for (const organisation of this.all) held.push(...(await present(organisation, on)));
    return sorted(held.map(({ name, paidVnd }) => `${name} ${paidVnd}`));
  }

  async states(on: Day) {
    const told = [];
    for (const organisation of this.all.slice(0, 3)) {
      const { kind, name, status, members, officialMembers } = await seen(organisation, on);
      told.push({ kind, name, status, members, officialMembers, names: await namesIn(organisation, on) });
    }
    return told;
  }

  /** Gives back whether it was done: what the rules refuse changes nothing. */
  async take({ way, first, second }: Step, on: Day, leaving: readonly Person[], staying: readonly Person[]) {
    const names = [...this.living.keys()];
    const one = names[first % names.length]!;
    const kind = this.living.get(one)!;
    const peers = names.filter((id) => id !== one && this.living.get(id) === kind);
    const other = peers[second % Math.max(1, peers.length)];
    const act = { ...paper(), onDay: on, leaving: leaving.map(({ id }) => ({ member: id, reason: 'ra khỏi' })) };
    const number = { certificate: { number: newId().slice(-10) } };
    const created = {
      organisation: newId<OrganisationId>(),
      name: `Tổ chức ${newId()}`,
      unit: damHa,
      ...(kind === 'cooperative' && number),
    };
    const before = new Map(this.living);
    const people = await this.people(addDays(on, -1));
    const done = await this.#sent(way, { one, other, act, created, staying, number });
    if (!done) return false;
    if (way === 'convert') this.living.set(one, 'cooperative');
    else if (way === 'split') this.living.set(created.organisation, kind);
    else {
      this.living.delete(one);
      if (way === 'merge') {
        this.living.delete(other!);
        this.living.set(created.organisation, kind);
      }
    }
    this.all.push(...[...this.living.keys()].filter((id) => !this.all.includes(id)));
    this.last = { act: act.act, before, people };
    return true;
  }

  async #sent(
    way: Step['way'],
    given: {
      one: OrganisationId;
      other: OrganisationId | undefined;
      act: ReturnType<typeof paper> & { leaving: unknown };
      created: { organisation: OrganisationId };
      staying: readonly Person[];
      number: object;
    },
  ): Promise<boolean> {
    const { one, other, act, created, staying, number } = given;
    const ask = async (method: Parameters<typeof officer>[0], input: object) =>
      (await officer(method, { ...act, ...input })).status === 200;
    if (way === 'convert')
      return ask(convertOrganisation, {
        organisation: one,
        name: `Hợp tác xã ${newId()}`,
        ...number,
        staying: staying.map(({ id }) => ({ member: id, standing: 'official-use' })),
      });
    if (way === 'split')
      return ask(splitOrganisation, {
        organisation: one,
        way: 'separated',
        made: [created],
        members: staying.map(({ id }, index) => ({
          member: id,
          to: [{ organisation: index % 2 === 0 ? one : created.organisation }],
        })),
      });
    if (other === undefined) return false;
    return ask(
      mergeOrganisations,
      way === 'merge' ? { predecessors: [one, other], made: created } : { predecessors: [one], into: other },
    );
  }

  async undoLast(on: Day): Promise<void> {
    if (this.last === undefined) return;
    const { act, before, people } = this.last;
    const { status } = await officer(undoAct, { id: newId<ActId>(), act, reason: 'ghi nhầm' });
    expect(status).toBe(200);
    this.living.clear();
    for (const [id, kind] of before) this.living.set(id, kind);
    this.last = undefined;
    expect(await this.people(on)).toEqual(people);
  }
}

let worlds = 0;
async function begun(): Promise<History> {
  worlds += 1;
  const history = new History();
  for (const index of [0, 1, 2]) {
    const names = letters(`w${worlds}-${index}-`, 11);
    const id = await made('cooperative-group', names, { onDay: addDays(founded, index) });
    history.living.set(id, 'cooperative-group');
    history.all.push(id);
  }
  return history;
}

const tally = { done: 0, undone: 0 };

test(
  'however groups are converted, merged, split and undone, nobody and no đồng is lost, and no past day changes',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 7 }), async (steps) => {
        const history = await begun();
        const asked: { readonly on: Day; readonly states: Awaited<ReturnType<History['states']>> }[] = [];
        let on = day('2026-01-01');
        for (const next of steps) {
          on = addDays(on, 7);
          if (next.way === 'undo') {
            tally.undone += history.last === undefined ? 0 : 1;
            await history.undoLast(on);
            continue;
          }
          const names = [...history.living.keys()];
          const here_ = await present(names[next.first % names.length]!, on);
          const [leaving, staying] = [here_.slice(0, next.leaves), here_.slice(next.leaves)];
          if (!(await history.take(next, on, leaving, staying))) continue;
          tally.done += 1;
          const gone = new Set(leaving.map(({ name, paidVnd }) => `${name} ${paidVnd}`));
          expect(await history.people(on)).toEqual(history.last!.people.filter((one) => !gone.has(one)));
          expect(money(leaving).paid).toBe(leaving.length * 10_000_000);
          asked.push({ on: addDays(on, -1), states: await history.states(addDays(on, -1)) });
        }
        for (const { on: then, states } of asked) expect(await history.states(then)).toEqual(states);
      }),
      { numRuns: 5, seed: 155, interruptAfterTimeLimit: 50_000 },
    );
    expect(tally.done).toBeGreaterThan(5);
    expect(tally.undone).toBeGreaterThan(0);
  },
);
