import { recordCards } from '#contexts/registry/card.wire.ts';
import { recordConsent } from '#contexts/registry/consent.wire.ts';
import { correctMember, getMember, listMembers } from '#contexts/registry/member.wire.ts';
import { recordGuardian, recordMemberRepresentative } from '#contexts/registry/party.wire.ts';
import { changeMemberAccount, recordPersonalRequest } from '#contexts/registry/personal-request.wire.ts';
import { recordSensitive } from '#contexts/registry/sensitive.wire.ts';
import { recordUnitClass } from '#contexts/registry/unit-class.wire.ts';
import { addDays, type Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import { storyMembers, storyParts, storyUnit } from './parts.ts';
import { demonstrationAccounts } from './story.accounts.ts';
import type { Teller } from './teller.ts';

const organisation = storyParts.cooperative;
const [director, grower, , packer] = storyMembers.map(({ id }) => id) as [MemberId, MemberId, MemberId, MemberId];

/** Two of the cooperative's people who sign in are tied to their membership, so that the page of one's own data has something on it. */
async function tieAccounts(teller: Teller): Promise<void> {
  await teller.ask('director', changeMemberAccount, { member: director, account: demonstrationAccounts.director.id });
  await teller.ask('director', changeMemberAccount, { member: grower, account: demonstrationAccounts.member.id });
  await teller.ask('member', recordPersonalRequest, {
    id: teller.id(),
    member: grower,
    kind: 'correct',
    wish: 'Tôi đã chuyển nhà sang Thôn Trại Dinh, xin sửa thôn trong hồ sơ.',
  });
}

/** A member of sixteen with a guardian, and who stands for a household. The numbers of members stay as the article has them. */
async function tellParties(teller: Teller, on: Day): Promise<void> {
  const { items } = await teller.ask('director', listMembers, { organisation, size: 100 });
  const named = storyMembers.map(({ id }) => id as string);
  const young = items.find((one) => one.standing === 'associate' && one.party === 'person' && !named.includes(one.id));
  if (young !== undefined) {
    const { version } = await teller.ask('director', getMember, { member: young.id });
    await teller.ask('director', correctMember, {
      member: young.id,
      version,
      reason: 'Ghi theo giấy khai sinh',
      birthDay: `${Number(on.slice(0, 4)) - 16}-03-05` as Day,
      joinedOn: addDays(on, -120),
    });
    await teller.ask('director', recordGuardian, {
      member: young.id,
      name: 'Phùn Thị Sen',
      relation: 'mẹ',
      phone: '0912 990 011',
      document: 'Giấy đồng ý 01/2026',
      consentedOn: addDays(on, -121),
    });
  }
  const household = items.find((one) => one.party === 'household');
  if (household !== undefined)
    await teller.ask('director', recordMemberRepresentative, {
      id: teller.id(),
      member: household.id,
      name: 'Chíu Văn Sinh',
      relation: 'chủ hộ',
      phone: '0912 990 012',
      from: addDays(on, -90),
    });
}

/** What members and their places have beside their names: cards, a people kept with consent, a class of the unit. */
export async function tellMembers(teller: Teller, on: Day): Promise<void> {
  await tieAccounts(teller);
  await tellParties(teller, on);
  await teller.ask('director', recordCards, {
    organisation,
    members: storyMembers.map(({ id }) => id),
    expiresOn: addDays(on, 730),
  });
  await teller.ask('director', recordSensitive, {
    id: teller.id(),
    member: grower,
    field: 'ethnicity',
    ethnicity: '09',
    basis: 'consent',
    document: 'Phiếu đồng ý 02/2026',
    purpose: 'Xét chính sách hỗ trợ đồng bào dân tộc thiểu số',
  });
  await teller.ask('provincialOfficer', recordUnitClass, {
    id: teller.id(),
    unit: storyUnit,
    class: 'mountain',
    from: '2025-07-01',
    source: 'Số liệu minh họa, chưa đối chiếu quyết định',
    verified: false,
  });
  for (const member of [director, grower])
    await teller.ask('director', recordConsent, {
      member,
      fields: ['sex', 'hamlet'],
      way: 'paper',
      givenOn: addDays(on, -120),
      document: 'Phiếu đồng ý xử lý dữ liệu cá nhân, số liệu minh họa',
    });
  const { version } = await teller.ask('director', getMember, { member: packer });
  await teller.ask('director', correctMember, {
    member: packer,
    version,
    reason: 'Không còn làm tại tổ đóng gói, chỉ sử dụng dịch vụ',
    standing: 'official-use',
    since: addDays(on, -60),
  });
}
