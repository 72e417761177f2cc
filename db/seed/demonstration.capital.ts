import type { Row } from './bulk.ts';
import type { SeedMember } from './demonstration.members.ts';
import { seedId } from './ids.ts';

const province = 22;

/** The ledger of what the members have: one opening act per organisation and day of joining. */
export function capitalTables(members: readonly SeedMember[]): (readonly [table: string, rows: readonly Row[]])[] {
  const days = new Map<string, SeedMember[]>();
  for (const member of members.filter(({ contributed_vnd }) => contributed_vnd > 0)) {
    const key = `${member.organisation_id} ${member.joined_on}`;
    const joined = days.get(key);
    if (joined === undefined) days.set(key, [member]);
    else joined.push(member);
  }
  const acts: Row[] = [];
  const lines: Row[] = [];
  const numbers = new Map<string, number>();
  for (const [, joined] of [...days].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const { organisation_id, joined_on } = joined[0]!;
    const number = (numbers.get(organisation_id) ?? 0) + 1;
    numbers.set(organisation_id, number);
    const id = seedId('capital', acts.length + 1);
    acts.push({
      province,
      id,
      organisation_id,
      number,
      kind: 'opening',
      on_day: joined_on,
      note: 'Số liệu minh họa',
      recorded_at: '2026-11-01T00:00:00+07:00',
    });
    for (const { id: member_id, contributed_vnd } of joined)
      lines.push({
        province,
        act_id: id,
        organisation_id,
        member_id,
        form: 'money',
        subscribed_vnd: contributed_vnd,
        paid_vnd: contributed_vnd,
        ends_membership: false,
      });
  }
  return [
    ['registry.capital_act', acts],
    ['registry.capital_line', lines],
  ];
}
