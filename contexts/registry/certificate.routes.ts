import { overseesUnit } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { certificateObstacles, certificateState } from './certificate.ts';
import { certificateForChange, certificatesOf, saveCertificate, saveWithdrawal } from './certificate.store.ts';
import { listCertificates, recordCertificate, withdrawCertificate } from './certificate.wire.ts';
import { endedForGood } from './standing.store.ts';
import { hasEnded } from './organisation.ts';
import { mayChange } from './organisation.access.ts';
import { refuseMerged } from './record-merger.store.ts';
import { organisationFacts } from './organisation.store.ts';

export const certificateRoutes = [
  handle(listCertificates, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const organisation = await organisationFacts(db, input.organisation);
    const rows = await certificatesOf(db, organisation.id);
    const open = organisation.provenance !== 'reported' && !hasEnded(organisation.status);
    return {
      items: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        grade: row.grade,
        number: row.number,
        issuer: row.issuer,
        commodity:
          row.commodity_id === null
            ? null
            : { id: row.commodity_id, names: { vi: row.name_vi!, en: row.name_en!, th: row.name_th! } },
        validFrom: row.valid_from,
        validUntil: row.valid_until,
        withdrawnOn: row.withdrawn_on,
        state: certificateState(
          { validFrom: row.valid_from, validUntil: row.valid_until, withdrawnOn: row.withdrawn_on },
          today,
        ),
        provenance: row.provenance,
      })),
      may: {
        record: open && mayChange(actor, { organisation: organisation.id, unit: organisation.unit_code }),
        withdraw: open && overseesUnit(actor, organisation.unit_code),
      },
    };
  }),

  handle(recordCertificate, async ({ input, actor, db, today, insist, tell }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayChange(actor, { organisation: organisation.id, unit: organisation.unit_code }));
    await refuseMerged(db, 'organisation', organisation.id);
    const obstacles = certificateObstacles(
      {
        provenance: organisation.provenance,
        ended: await endedForGood(db, organisation.id),
        kind: input.kind,
        grade: input.grade ?? null,
        validFrom: input.validFrom,
        validUntil: input.validUntil ?? null,
      },
      today,
    );
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.certificate.not-recordable', { obstacles });
    await saveCertificate(db, input);
    await tell('registry.certificate.recorded', { certificate: input.id, organisation: organisation.id });
    return {};
  }),

  handle(withdrawCertificate, async ({ input, actor, db, today, insist, tell }) => {
    const certificate = await certificateForChange(db, input.certificate);
    const organisation = await organisationFacts(db, certificate.organisation_id);
    insist(overseesUnit(actor, organisation.unit_code));
    const obstacles = [
      ...(certificate.withdrawn_on === null ? [] : ['withdrawn-already']),
      ...(input.withdrawnOn < certificate.valid_from ? ['withdrawn-before-issue'] : []),
      ...(input.withdrawnOn > today ? ['withdrawn-in-future'] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.certificate.not-withdrawable', { obstacles });
    await saveWithdrawal(db, certificate.id, input.withdrawnOn);
    await tell('registry.certificate.withdrawn', { certificate: certificate.id, organisation: organisation.id });
    return {};
  }),
];
