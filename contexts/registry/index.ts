import type { FileAccess } from '#platform/file/file.routes.ts';
import type { Handler } from '#platform/method/handle.ts';
import { actFiles } from './act.load.ts';
import { actRoutes } from './act.routes.ts';
import { capExcessRoutes } from './cap-excess.routes.ts';
import { capitalCertificateRoutes } from './capital-certificate.routes.ts';
import { capitalExportRoutes } from './capital-export.routes.ts';
import { capitalRecordRoutes } from './capital-record.routes.ts';
import { capitalRoutes } from './capital.routes.ts';
import { cardRoutes } from './card.routes.ts';
import { certificateRoutes } from './certificate.routes.ts';
import { changeRequestRoutes } from './change-request.routes.ts';
import { commodityRoutes } from './commodity.routes.ts';
import { dataSetRoutes } from './data-set.routes.ts';
import { exportRoutes } from './export.routes.ts';
import { conversionRoutes } from './conversion.routes.ts';
import { organisationDocumentRoutes } from './organisation-document.routes.ts';
import { documentFiles } from './organisation-document.store.ts';
import { consentRoutes } from './consent.routes.ts';
import { foundingRoutes } from './founding.routes.ts';
import { mergerRoutes } from './merger.routes.ts';
import { letterheadRoutes } from './letterhead.routes.ts';
import { listedCommodityRoutes } from './listed-commodity.routes.ts';
import { memberRoutes } from './member.routes.ts';
import { nameRoutes } from './name.routes.ts';
import { organisationChangeRoutes } from './organisation-change.routes.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { parameterFiles, parameterRoutes } from './parameter.routes.ts';
import { partyRoutes } from './party.routes.ts';
import { personNumberRoutes } from './person-number.routes.ts';
import { personalRequestRoutes } from './personal-request.routes.ts';
import { personalRoutes } from './personal.routes.ts';
import { previewRoutes } from './preview.routes.ts';
import { provinceRoutes } from './province.routes.ts';
import { representativeRoutes } from './representative.routes.ts';
import { splitRoutes } from './split.routes.ts';
import { successionRoutes } from './succession.routes.ts';
import { undoingRoutes } from './undoing.routes.ts';
import { setupRoutes } from './setup.routes.ts';
import { tradeUnitRoutes } from './trade-unit.routes.ts';
import { formerUnitRoutes } from './former-unit.routes.ts';
import { unitSheetRoutes } from './unit-sheet.routes.ts';
import { sensitiveRoutes } from './sensitive.routes.ts';
import { unitClassRoutes } from './unit-class.routes.ts';
import { undividedRoutes } from './undivided.routes.ts';
import { unitRoutes } from './unit.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';
import { voteRoutes } from './vote.routes.ts';
import { yearlyRoutes } from './yearly.routes.ts';

export { addressMatcher, type AddressBook, type AddressMatch, type AddressReason, type NamedUnit } from './address.ts';
export { addressBook } from './address.store.ts';
export { consentObstacles, currentConsent, type ConsentField } from './consent.ts';
export type { SetConsent } from './consent-set.store.ts';
export { carryCapital, type CapitalCarry, type CapitalMove, type CarriedCapital } from './capital-carry.store.ts';
export { useCardSecret } from './card.cipher.ts';
export { commodityFacts, findCommodity, isVarietyOf, tradeUnitsOf } from './commodity.store.ts';
export { keepClasses } from './organisation-class.store.ts';
export { endedForGood } from './standing.store.ts';
export { formFund, takeBackFund, type FundTold } from './undivided-told.store.ts';
export { characterOn } from './organisation-on.store.ts';
export { findOrganisation, organisationFacts, titleHeld } from './organisation.store.ts';
export { findUpload, houseOf } from './letterhead.store.ts';
export { memberNames } from './member.store.ts';
export { ownMemberships, type OwnMembership } from './own-membership.store.ts';
export { saveExportLook } from './personal.store.ts';
export { parameterOn, parametersOn, type Parameter } from './parameter.store.ts';
export { rowsOnMembers, rowsOnOrganisations } from './hanging.store.ts';
export type { KnownMember, MemberDraft, MemberField, MemberJudged, MemberValues } from './member-set.ts';
export { judgedMembers } from './member-known.store.ts';
export { memberStates, saveMembers, type MemberBefore } from './member-set.store.ts';
export { ledgerLines, unsaveMembers } from './member-unset.store.ts';
export type {
  OrganisationDraft,
  OrganisationField,
  OrganisationJudged,
  OrganisationValues,
} from './organisation-set.ts';
export { isRegisteredField, type SetChange } from './organisation-set-change.ts';
export { judgedOrganisations } from './organisation-known.store.ts';
export { saveOrganisations, type OrganisationBefore } from './organisation-set.store.ts';
export { organisationStates, unsaveOrganisations } from './organisation-unset.store.ts';
export { organisationKeys, type OrganisationKey } from './organisation-key.store.ts';
export { sealPersonNumbers } from './number-sealing.store.ts';
export { numberPrint, sealedNumber, type NumberColumns } from './person-number.store.ts';
export { openedBytes, personalIndex, sealedBytes, usePersonalKeys, type PersonalKeys } from './personal.cipher.ts';
export {
  assignSeat,
  moveSeats,
  memberCount,
  openRequestCount,
  seatCount,
  unitClassCount,
  seatsBeyond,
  seatsRestingOn,
  undoSeatMoves,
  type SeatBeyond,
} from './seat-move.store.ts';
export { findUnit, unitsOfProvince, type UnitFacts } from './unit.store.ts';
export { saveYear, type YearGiven } from './yearly.store.ts';
export { yearlyFields, type YearlyField, type YearlyJudged } from './yearly-set.ts';
export type { YearlyFigures } from './yearly.ts';
export { judgedYears, saveYears, unsaveYears, yearStates, type YearBefore } from './yearly-set.store.ts';
export { formerDifferences } from './former-difference.ts';
export { readFormerSheet, type FormerLine, type FormerSheetTrouble } from './former-sheet.ts';
export { listedFormer, takeFormer } from './former-unit.store.ts';
export { readUnitSheet, type ListedUnit, type UnitSheetTrouble } from './unit-sheet.ts';
export {
  hangingOn,
  memberIdentities,
  mergersAround,
  organisationIdentities,
  standingMembers,
  standingOrganisations,
  type MemberIdentity,
  type OrganisationIdentity,
  type StandingMerger,
} from './identity.store.ts';
export { mergeRecords, undoMerger, whyNotMerge } from './record-merger.act.ts';
export { MergerId, type MergingObstacle, type RecordSubject } from './record-merger.ts';
export { mergerById } from './record-merger.store.ts';
export { maskedId, fingerprint as personalFingerprint } from './personal.cipher.ts';
export { sameOrganisation, standingId } from './same-organisation.store.ts';
export type {
  PublishedCertificate,
  PublishedCommodity,
  PublishedMember,
  PublishedOrganisation,
  PublishedYearlyAccount,
  RegistryViews,
} from './organisation.tables.ts';

export const registry: { readonly handlers: readonly Handler[]; readonly fileAccess: FileAccess } = {
  fileAccess: { ...parameterFiles, ...actFiles, ...documentFiles },
  handlers: [
    ...organisationRoutes,
    ...organisationChangeRoutes,
    ...consentRoutes,
    ...organisationDocumentRoutes,
    ...foundingRoutes,
    ...changeRequestRoutes,
    ...waitingRoutes,
    ...conversionRoutes,
    ...mergerRoutes,
    ...splitRoutes,
    ...successionRoutes,
    ...undoingRoutes,
    ...previewRoutes,
    ...representativeRoutes,
    ...personNumberRoutes,
    ...actRoutes,
    ...memberRoutes,
    ...capitalRoutes,
    ...capitalRecordRoutes,
    ...capExcessRoutes,
    ...capitalExportRoutes,
    ...capitalCertificateRoutes,
    ...undividedRoutes,
    ...voteRoutes,
    ...partyRoutes,
    ...cardRoutes,
    ...sensitiveRoutes,
    ...personalRequestRoutes,
    ...unitClassRoutes,
    ...personalRoutes,
    ...yearlyRoutes,
    ...certificateRoutes,
    ...commodityRoutes,
    ...unitRoutes,
    ...provinceRoutes,
    ...parameterRoutes,
    ...letterheadRoutes,
    ...setupRoutes,
    ...listedCommodityRoutes,
    ...tradeUnitRoutes,
    ...unitSheetRoutes,
    ...formerUnitRoutes,
    ...nameRoutes,
    ...dataSetRoutes,
    ...exportRoutes,
  ],
};
