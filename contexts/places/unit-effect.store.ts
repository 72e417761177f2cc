import { sql } from 'kysely';
import { addDays } from '#kernel/day.ts';
import { newId, type AccountId } from '#kernel/id.ts';
import type { UnitVersion } from '#kernel/succession.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { endOfficers } from '#people';
import { movePlots, undoPlotMoves } from '#production';
import { moveSeats, undoSeatMoves } from '#registry';
import { placesIn } from './places.tables.ts';
import { heirsOf, wholeHeir } from './unit-act.ts';
import { begunBy, currentProvince, type UnitActRecord } from './unit-act.store.ts';

const versionOf = (db: Db, { code, from }: UnitVersion) =>
  placesIn(db)
    .updateTable('reference.unit')
    .where('province', '=', currentProvince)
    .where('code', '=', code)
    .where('valid_from', '=', from);

async function beginUnits(db: Db, { id, plan, on_day, document }: UnitActRecord): Promise<void> {
  for (const { code, name, nameEn, kind, formerDistrict, lon, lat } of plan.begins) {
    const told = {
      name,
      name_en: nameEn ?? plain(name).replaceAll(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()),
      kind,
      former_district: formerDistrict,
      lon,
      lat,
      valid_until: null,
      source: document,
      verified: true,
      act_id: id,
    };
    // The same version may have been entered and taken back before.
    await placesIn(db)
      .insertInto('reference.unit')
      .values({ province: currentProvince, code, valid_from: on_day, ...told })
      .onConflict((conflict) => conflict.columns(['code', 'valid_from']).doUpdateSet(told))
      .execute();
  }
}

async function linkUnits(db: Db, act: UnitActRecord, by: AccountId): Promise<void> {
  const begun = new Map(act.plan.ends.map((unit) => [unit.code, unit.from]));
  for (const { from, to, part } of act.plan.links) {
    const told = {
      on_day: act.on_day,
      part,
      source: act.document,
      verified: true,
      act_id: act.id,
      withdrawn_at: null,
      withdrawn_by: null,
      reason: null,
    };
    await placesIn(db)
      .insertInto('reference.unit_link')
      .values({
        province: currentProvince,
        from_code: from,
        from_from: begun.get(from)!,
        to_code: to,
        to_from: act.on_day,
        recorded_by: by,
        ...told,
      })
      .onConflict((conflict) => conflict.constraint('link_once').doUpdateSet(told))
      .execute();
  }
}

async function propose(db: Db, act: UnitActRecord, account: AccountId, way: { from: UnitVersion; to: UnitVersion }) {
  await placesIn(db)
    .insertInto('places.officer_proposal')
    .values({
      id: newId(),
      act_id: act.id,
      account_id: account,
      from_code: way.from.code,
      from_from: way.from.from,
      unit_code: way.to.code,
      unit_from: way.to.from,
    })
    .onConflict((conflict) => conflict.constraint('proposal_once').doNothing())
    .execute();
}

export interface Doing {
  readonly by: AccountId;
  readonly byName: string;
  readonly today: UnitActRecord['on_day'];
}

/** Units, links, seats, plots and officers' roles: all of it, in the command's one transaction. */
export async function carryOut(db: Db, act: UnitActRecord, { by, byName, today }: Doing): Promise<void> {
  const { id, plan, on_day: day, document: reason } = act;
  for (const unit of plan.ends)
    await versionOf(db, unit)
      .set({ valid_until: addDays(day, -1) })
      .execute();
  await beginUnits(db, act);
  await linkUnits(db, act, by);
  for (const unit of plan.ends) {
    const heir = wholeHeir(plan, unit.code);
    if (heir === undefined) continue;
    const to = { code: heir, from: day };
    await moveSeats(db, unit, { act: id, day, to, how: 'act', by });
    await movePlots(db, unit, { act: id, day, to, by, reason });
  }
  const ended = await endOfficers(db, { units: plan.ends.map(({ code }) => code), today, by, byName, reason });
  for (const { account, unit } of ended) {
    const from = plan.ends.find(({ code }) => code === unit)!;
    for (const code of heirsOf(plan, unit)) await propose(db, act, account, { from, to: { code, from: day } });
  }
}

/** As if it had not been done, on every day; officers are proposed for the units they had, since no role comes back by itself. */
export async function takeBack(
  db: Db,
  act: UnitActRecord,
  { by, byName, today }: Doing,
  reason: string,
): Promise<void> {
  const { id, plan, on_day: day } = act;
  const begun = begunBy(plan, day);
  await undoSeatMoves(db, id);
  await undoPlotMoves(db, id, { day, by, reason });
  await endOfficers(db, { units: begun.map(({ code }) => code), today, by, byName, reason });
  for (const unit of begun)
    await versionOf(db, unit)
      .set({ valid_until: addDays(day, -1) })
      .execute();
  for (const unit of plan.ends) await versionOf(db, unit).set({ valid_until: null }).execute();
  await placesIn(db)
    .updateTable('reference.unit_link')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by, reason })
    .where('province', '=', currentProvince)
    .where('act_id', '=', id)
    .execute();
  const proposals = await placesIn(db)
    .updateTable('places.officer_proposal')
    .set({ state: 'withdrawn', decided_by: by, decided_at: sql`now()`, reason })
    .where('act_id', '=', id)
    .where('state', '=', 'proposed')
    .returning(['account_id', 'from_code', 'from_from'])
    .execute();
  for (const { account_id, from_code, from_from } of proposals) {
    const unit = { code: from_code, from: from_from };
    await propose(db, act, account_id, { from: unit, to: unit });
  }
}
