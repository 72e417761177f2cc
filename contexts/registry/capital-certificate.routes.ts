import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { capitalSight, mayKeepCapital, type CapitalSight } from './capital.access.ts';
import { balancesOn, capitalForms, noBalance } from './capital.ts';
import {
  certificateStanding,
  issuingObstacles,
  shownCertificateState,
  withdrawingObstacles,
} from './capital-certificate.ts';
import { houseOf } from './letterhead.store.ts';
import { capitalCertificatePdf, checkCodeOf } from './capital-certificate.print.ts';
import {
  certificatePage,
  certificateRecord,
  findCertificateByToken,
  saveCapitalCertificate,
  saveCapitalWithdrawal,
  signerOn,
  standingOf,
  type CapitalCertificateRecord,
} from './capital-certificate.store.ts';
import {
  exportCapitalCertificate,
  listCapitalCertificates,
  recordCapitalCertificate,
  verifyCapitalCertificate,
  withdrawCapitalCertificate,
} from './capital-certificate.wire.ts';
import { hasBook, ownedOf, ownMembers, samePerson } from './capital.routes.ts';
import { byPerson, capitalFacts } from './capital.store.ts';
import { ownedMember } from './member.access.ts';
import { memberRecord } from './member.store.ts';
import { recordsOfPerson } from './member-merged.store.ts';
import { heldOn } from './member-standing.ts';
import { formerOf } from './member-standing.store.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import { refuseMerged } from './record-merger.store.ts';

const isOwn = ({ account }: CapitalCertificateRecord, actor: Actor): boolean =>
  account !== null && account === actor.account;

/** As much of the hash as the paper prints. */
const shownCode = ({ checkCode }: Pick<CapitalCertificateRecord, 'checkCode'>): string => checkCode.slice(0, 16);

export const certificateView = (paper: CapitalCertificateRecord, sight: CapitalSight, open: boolean) => {
  const state = certificateStanding(paper, { subscribedVnd: paper.subscribedNow, paidVnd: paper.paidNow });
  const stands = open && sight === 'full' && (state === 'valid' || state === 'outdated');
  return {
    ...paper,
    name: sight === 'masked' ? null : paper.name,
    checkCode: shownCode(paper),
    verifyToken: sight === 'masked' ? null : paper.verifyToken,
    state,
    may: { replace: stands, withdraw: stands, export: sight !== 'masked' },
  };
};

/** The organisation of a paper and how much of it the actor sees: all, or the own paper, also of who holds no role there any more. */
async function paperAndSight(db: Db, paper: CapitalCertificateRecord, actor: Actor) {
  const organisation = await organisationFacts(db, paper.organisation_id);
  const sight = capitalSight(actor, ownedOf(organisation));
  if (sight === 'full') return { organisation, sight };
  if (isOwn(paper, actor)) return { organisation, sight: 'own' as const };
  return { organisation, sight: sight === 'own' ? ('none' as const) : sight };
}

export const capitalCertificateRoutes = [
  handle(listCapitalCertificates, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const sight = capitalSight(actor, ownedOf(organisation));
    insist(sight !== 'none');
    const own = sight === 'own' ? await ownMembers(db, organisation.id, actor) : undefined;
    const wanted = input.member === undefined ? undefined : await samePerson(db, organisation.id, input.member);
    const members = own === undefined ? wanted : own.filter((id) => wanted === undefined || wanted.includes(id));
    const { items, total } = await certificatePage(db, { ...input, members });
    const open = hasBook(organisation);
    return {
      total,
      items: items.map((row) => certificateView(row, sight, open)),
      may: { record: open && sight === 'full' },
    };
  }),

  handle(recordCapitalCertificate, async ({ input, actor, db, today, insist, tell }) => {
    await refuseMerged(db, 'member', input.member);
    const member = await memberRecord(db, input.member);
    await lockOrganisation(db, member.organisation_id);
    insist(mayKeepCapital(actor, ownedMember(member)));
    const { entries } = byPerson(await capitalFacts(db, member.organisation_id));
    const balance = balancesOn(entries, input.issuedOn).get(member.id) ?? noBalance;
    const replaces = input.replaces ?? null;
    const obstacles = issuingObstacles({
      provenance: member.organisation_provenance,
      issuedOn: input.issuedOn,
      today,
      balance,
      member: member.id,
      standing: await standingOf(db, await recordsOfPerson(db, member.id)),
      replaces,
    });
    if (obstacles.length > 0)
      throw new Problem('conflict', 'registry.capital-certificate.not-recordable', { obstacles });
    const told = {
      organisation: member.organisation_id,
      member: member.id,
      issuedOn: input.issuedOn,
      subscribedVnd: balance.subscribedVnd,
      paidVnd: balance.paidVnd,
      forms: capitalForms.flatMap((form) => {
        const paidVnd = balance.byForm[form]?.paidVnd ?? 0;
        return paidVnd === 0 ? [] : [{ form, paidVnd }];
      }),
    };
    const number = await saveCapitalCertificate(db, {
      ...told,
      id: input.id,
      bookNumber: entries.at(-1)!.number,
      replaces,
      by: actor.account,
      checkCode: (given) => checkCodeOf(told, given),
    });
    await tell('registry.capital.certified', { organisation: member.organisation_id, certificate: input.id });
    return { number };
  }),

  handle(withdrawCapitalCertificate, async ({ input, actor, db, today, insist }) => {
    const found = await certificateRecord(db, input.certificate);
    await lockOrganisation(db, found.organisation_id);
    const paper = await certificateRecord(db, input.certificate);
    const organisation = await organisationFacts(db, paper.organisation_id);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const given = { ...paper, provenance: organisation.provenance };
    const obstacles = withdrawingObstacles(given, input.withdrawnOn, today);
    if (obstacles.length > 0)
      throw new Problem('conflict', 'registry.capital-certificate.not-withdrawable', { obstacles });
    await saveCapitalWithdrawal(db, paper.id, { on: input.withdrawnOn, why: input.reason });
    return {};
  }),

  handle(exportCapitalCertificate, async ({ input, actor, db, insist, origin }) => {
    const paper = await certificateRecord(db, input.certificate);
    const { organisation, sight } = await paperAndSight(db, paper, actor);
    insist(sight === 'full' || sight === 'own');
    const member = await memberRecord(db, paper.member);
    const held = { standing: member.standing, foreign: member.foreign_investor, former: await formerOf(db, member.id) };
    const then = heldOn(held, paper.issuedOn);
    const body = await capitalCertificatePdf({
      house: await houseOf(db),
      paper,
      origin,
      organisation: {
        name: organisation.name,
        kind: organisation.kind,
        taxNumber: organisation.tax_number,
        address: organisation.address ?? organisation.unit_name,
        synthetic: organisation.provenance === 'synthetic',
      },
      member: { name: member.name, standing: then.standing, joinedOn: member.joined_on },
      signer: await signerOn(db, organisation.id, paper.issuedOn),
    });
    return { fileName: `GCN-VG-${paper.number}.pdf`, mediaType: 'application/pdf', body, inline: true };
  }),

  handle(verifyCapitalCertificate, async ({ input, db, insist }) => {
    insist(true);
    const found = await findCertificateByToken(db, input.token);
    if (found === undefined) return { certificate: null };
    return { certificate: { ...found, state: shownCertificateState(found), checkCode: shownCode(found) } };
  }),
];
