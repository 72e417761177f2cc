import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { addDays, dayOf, today, type Day } from '#kernel/day.ts';
import { recordAct } from '#contexts/registry/act.wire.ts';
import type { Db } from '#platform/database/db.ts';
import { commodityId } from './demonstration.goods.ts';
import { seedId } from './ids.ts';
import { storyParts } from './parts.ts';
import { demonstrationAccounts, type DemonstrationPart } from './story.accounts.ts';
import { keepBooks } from './story.books.ts';
import { keepCapital } from './story.capital.ts';
import { askBank } from './story.credit.ts';
import { agreePrice, deliver, makeContract, settle } from './story.contract.ts';
import { tellMembers } from './story.members.ts';
import { dispatchLot, testLot } from './story.quality.ts';
import { enterPlot, runSeason } from './story.season.ts';
import { setUp } from './story.setup.ts';
import { askForDuplicates } from './story.duplicates.ts';
import { handInList } from './story.sheet.ts';
import { receiveSupport } from './story.support.ts';
import { Teller, type Cookies } from './teller.ts';

/** The day the story is told on: when its first step was taken, so that one cut off is ended as it began. */
export async function storyDay(db: Db): Promise<Day> {
  const first = await db.selectFrom('platform.audit').select('at').orderBy('at').limit(1).executeTakeFirst();
  return first === undefined ? today() : dayOf(first.at);
}

/**
 * What the article tells of Trường Giang, gone through by an invented cooperative: every step by the people whose
 * step it is, through the commands their pages use.
 */
export async function tellStory(server: FastifyInstance, cookies: Cookies, on: Day): Promise<Teller> {
  const teller = new Teller(server, cookies);
  const passionFruit = commodityId('passion-fruit');
  await setUp(teller);
  await teller.ask('director', recordAct, {
    id: teller.id(),
    organisation: storyParts.cooperative,
    kind: 'crop-changed',
    onDay: addDays(on, -360),
    note: 'Chuyển 3,12 ha rau và cây ngắn ngày sang chanh leo theo quy trình hữu cơ.',
  });
  await enterPlot(teller, on);
  await receiveSupport(teller, passionFruit, on);
  const contract = await makeContract(teller, passionFruit, on);
  await askBank(teller, on);
  await testLot(teller, passionFruit, await runSeason(teller, passionFruit, on));
  await dispatchLot(teller, await deliver(teller, contract, on), on);
  await agreePrice(teller, contract, on);
  await settle(teller, contract, on);
  await handInList(teller);
  await keepBooks(teller, on);
  await keepCapital(teller, on);
  await askForDuplicates(teller);
  await tellMembers(teller, on);
  return teller;
}

/** Writes down whose story can be followed, and who plays the parts; the last thing made, so that it says the story is whole. */
export async function makeStories(db: Db): Promise<void> {
  const shared = {
    communeOfficer: account('communeOfficer'),
    provincialOfficer: account('provincialOfficer'),
    bank: account('bank'),
    buyer: account('buyer'),
    laboratory: account('laboratory'),
  };
  const rows = [
    {
      id: seedId('story', 91),
      key: 'told',
      cooperative_id: storyParts.cooperative,
      accounts: { ...shared, director: account('director') },
    },
    {
      id: seedId('story', 92),
      key: 'yours',
      cooperative_id: storyParts.yours,
      accounts: { ...shared, director: account('yourDirector') },
    },
  ];
  for (const row of rows) {
    await sql`insert into insight.story (id, key, cooperative_id, accounts)
      values (${row.id}, ${row.key}, ${row.cooperative_id}, ${JSON.stringify(row.accounts)}) on conflict do nothing`.execute(
      db,
    );
  }
}

const account = (part: DemonstrationPart): string => demonstrationAccounts[part].id;
