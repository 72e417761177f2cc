import type { MemberSight } from './member.access.ts';
import type { MemberRecord } from './member-list.store.ts';
import type { MemberRow } from './member.wire.ts';
import { maskedId } from './personal.cipher.ts';

/** What only who keeps the list sees. */
const closeView = (row: MemberRecord) => ({
  sex: row.sex,
  birthYear: row.birth_year,
  birthDay: row.birth_day,
  phone: row.phone,
  nationalId: row.national_id_cipher === null ? null : maskedId(row.national_id_cipher, row.id),
  hamlet: row.hamlet,
  foreignInvestor: row.foreign_investor,
});
const hidden = {
  sex: null,
  birthYear: null,
  birthDay: null,
  phone: null,
  nationalId: null,
  hamlet: null,
  foreignInvestor: null,
};

/** A member as somebody with this sight sees it. */
export function memberView(row: MemberRecord, sight: MemberSight): MemberRow {
  const full = sight === 'full';
  const named = full || sight === 'names';
  return {
    id: row.id,
    party: row.party,
    partyOrganisation: named ? row.party_organisation_id : null,
    standing: row.standing,
    name: named ? row.name : null,
    representative: named ? row.representative_name : null,
    ...(full ? closeView(row) : hidden),
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    partyEndedOn: row.party_ended_on,
    contributedVnd: sight === 'names' ? null : row.contributed_vnd,
    subscribedVnd: sight === 'names' ? null : row.subscribed_vnd,
    provenance: row.provenance,
    erased: row.erased_at !== null,
    version: row.version,
  };
}
