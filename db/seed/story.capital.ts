import { addDays, type Day } from '#kernel/day.ts';
import { recordCapitalCertificate } from '#contexts/registry/capital-certificate.wire.ts';
import { recordCapExcess } from '#contexts/registry/cap-excess.wire.ts';
import { correctCapital, getCapital, recordCapital, type CapitalActId } from '#contexts/registry/capital.wire.ts';
import { correctMember, getMember } from '#contexts/registry/member.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { recordUndivided } from '#contexts/registry/undivided.wire.ts';
import { storyMembers, storyParts, storyUnit } from './parts.ts';
import type { Teller } from './teller.ts';

const organisation = storyParts.cooperative;
const [director, grower, young] = storyMembers.map(({ id }) => id);

/** A capital increase partly paid in, land given with its valuation, a slip taken back, a transfer, a certificate. */
async function growCapital(teller: Teller, on: Day): Promise<void> {
  await teller.ask('director', recordCapital, {
    id: teller.id(),
    organisation,
    kind: 'increased',
    onDay: addDays(on, -240),
    document: 'Nghị quyết Đại hội thành viên 01/2026/NQ-ĐHTV',
    lines: [
      { member: director!, subscribedVnd: 12_000_000, paidVnd: 12_000_000 },
      { member: young!, subscribedVnd: 10_000_000, paidVnd: 4_000_000 },
    ],
  });
  await teller.ask('director', recordCapital, {
    id: teller.id(),
    organisation,
    kind: 'subscribed',
    onDay: addDays(on, -120),
    note: 'Góp quyền sử dụng 400 m² đất làm điểm thu gom.',
    lines: [
      {
        member: grower!,
        form: 'land-use',
        subscribedVnd: 25_000_000,
        paidVnd: 25_000_000,
        valuationDocument: 'Biên bản định giá 02/2026',
      },
    ],
  });
  const slip = teller.id<CapitalActId>();
  const line = { member: young!, paidVnd: 3_000_000 };
  const paid = { organisation, kind: 'paid-in' as const, onDay: addDays(on, -40), document: 'Phiếu thu 17' };
  await teller.ask('director', recordCapital, { ...paid, id: slip, lines: [line] });
  await teller.ask('director', correctCapital, {
    id: teller.id(),
    act: slip,
    reason: 'Ghi thừa: phiếu thu 17 là 2 triệu đồng',
  });
  await teller.ask('director', recordCapital, { ...paid, id: teller.id(), lines: [{ ...line, paidVnd: 2_000_000 }] });
  await teller.ask('director', recordCapital, {
    id: teller.id(),
    organisation,
    kind: 'transferred',
    onDay: addDays(on, -35),
    document: 'Hợp đồng chuyển nhượng phần vốn góp 01/2026',
    lines: [{ member: director!, to: young!, subscribedVnd: 2_000_000, paidVnd: 2_000_000 }],
  });
  await teller.ask('director', recordCapitalCertificate, {
    id: teller.id(),
    member: grower!,
    issuedOn: addDays(on, -30),
  });
}

/** The undivided fund by source beside what the general meeting set aside, and what was made from it. */
async function growFund(teller: Teller, on: Day): Promise<void> {
  const entries = [
    {
      kind: 'formed',
      source: 'state-aid',
      pledgeBarred: true,
      amountVnd: 60_000_000,
      days: -200,
      document: 'Quyết định hỗ trợ 114/QĐ-UBND',
    },
    {
      kind: 'acquired',
      source: 'state-aid',
      pledgeBarred: true,
      amountVnd: 55_000_000,
      days: -150,
      document: 'Hợp đồng mua máy sơ chế',
    },
    { kind: 'formed', source: 'interest', amountVnd: 400_000, days: -20, document: 'Sổ phụ ngân hàng' },
  ] as const;
  for (const { days, ...entry } of entries)
    await teller.ask('director', recordUndivided, {
      ...entry,
      id: teller.id(),
      organisation,
      onDay: addDays(on, days),
    });
}

/** Three who hold most of a small cooperative turn out to be foreign investors: together above the cap, with a reason and a term that is put off once. */
async function passCap(teller: Teller, on: Day): Promise<void> {
  const { items } = await teller.ask('communeOfficer', listOrganisations, {
    unit: storyUnit,
    kind: 'cooperative',
    search: 'Thương mại',
    size: 1,
  });
  const other = items[0]?.id;
  if (other === undefined) return;
  const holders = await teller.ask('communeOfficer', getCapital, { organisation: other, size: 3 });
  for (const { member } of holders.items) {
    const { version } = await teller.ask('communeOfficer', getMember, { member });
    await teller.ask('communeOfficer', correctMember, {
      member,
      version,
      reason: 'Ghi theo giấy chứng nhận đăng ký đầu tư, số liệu minh họa',
      foreignInvestor: true,
      capReason: 'Chờ chuyển bớt phần vốn cho thành viên trong nước',
      capUntil: addDays(on, 90),
    });
  }
  const { excesses } = await teller.ask('communeOfficer', getCapital, { organisation: other, size: 1 });
  for (const { id: excess } of excesses)
    await teller.ask('communeOfficer', recordCapExcess, {
      id: teller.id(),
      excess,
      reason: 'Đang tìm người nhận chuyển nhượng, đại hội thành viên họp quý sau',
      until: addDays(on, 180),
    });
}

export async function keepCapital(teller: Teller, on: Day): Promise<void> {
  await growCapital(teller, on);
  await growFund(teller, on);
  await passCap(teller, on);
}
