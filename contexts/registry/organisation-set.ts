import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';
import type { LegalForm } from './legal-form.ts';
import type { SetOutcome } from './member-set.ts';
import { setChangeObstacles, type SetChange } from './organisation-set-change.ts';
import type { OrganisationSetIndex } from './organisation-set-index.ts';
import {
  changeObstacles,
  identityObstacles,
  type ActivityField,
  type OrganisationKind,
  type OrganisationObstacle,
  type OrganisationStatus,
  type Provenance,
} from './organisation.ts';

/** What is told of an organisation; undefined is not told, and never takes away what is known. */
export interface OrganisationValues {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly shortName: string;
  readonly taxNumber: string;
  readonly registrationNumber: string;
  readonly certificateOn: Day;
  readonly foundedOn: Day;
  readonly fields: readonly ActivityField[];
  readonly unit: UnitCode;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly representativeName: string;
  readonly representativeTitle: string;
  readonly representativePhone: string;
}
/** What a sheet may change of an organisation that is known. */
export type OrganisationField = Exclude<keyof OrganisationValues, 'kind' | 'representativeTitle'>;

/** One of many organisations told of at once. */
export interface OrganisationDraft {
  readonly row: number;
  readonly given: Partial<OrganisationValues> & Pick<OrganisationValues, 'name'>;
  /** For one that is new and where nothing is told. */
  readonly usual: {
    readonly kind?: OrganisationKind | undefined;
    readonly fields?: readonly ActivityField[] | undefined;
    /** What the column of the representative is called. */
    readonly title: string;
  };
  /** Where the seat lies is still asked. */
  readonly isUnitAsked: boolean;
}

export interface KnownOrganisation {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly legalForm: LegalForm | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly taxNumber: string | null;
  readonly registrationNumber: string | null;
  readonly certificateOn: Day | null;
  readonly foundedOn: Day | null;
  readonly fields: readonly string[];
  readonly unit: UnitCode | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly representativeName: string | null;
  readonly representativePhone: string | null;
  readonly status: OrganisationStatus;
  readonly provenance: Provenance;
  readonly version: number;
  /** Itself, and the records merged into it. */
  readonly aliases: readonly Pick<KnownOrganisation, 'name' | 'taxNumber' | 'registrationNumber'>[];
}

export type OrganisationSetObstacle =
  | OrganisationObstacle
  | 'kind-missing'
  | 'kind-is-otherwise'
  | 'organisation-ambiguous'
  | 'organisation-disagrees'
  | 'organisation-elsewhere'
  | 'twice-in-set';

export interface OrganisationJudged {
  readonly row: number;
  readonly outcome: SetOutcome;
  readonly draft: OrganisationDraft;
  readonly organisation: KnownOrganisation | null;
  /** What an update changes. */
  readonly fields: readonly OrganisationField[];
  readonly obstacles: readonly OrganisationSetObstacle[];
  /** The other row of the same organisation. */
  readonly otherRow: number | null;
}

export interface OrganisationSetRoom {
  readonly known: OrganisationSetIndex<KnownOrganisation>;
  /** Whose organisations may be entered; null: those of the whole province. */
  readonly units: readonly UnitCode[] | null;
  readonly today: Day;
  /** Without it nothing of the registration changes. */
  readonly change: SetChange | undefined;
}

type Told = OrganisationDraft['given'];

type Found = KnownOrganisation | null | 'organisation-ambiguous' | 'organisation-disagrees';

const isOther = (told: string | undefined, known: string | null): boolean =>
  told !== undefined && known !== null && told !== known;

function byNumbers(
  { taxNumber, registrationNumber, name }: Told,
  known: OrganisationSetIndex<KnownOrganisation>,
): Found | undefined {
  const byTax = known.byTax(taxNumber);
  const registered = known.byRegistration(registrationNumber);
  if (byTax !== undefined)
    return registered.length > 0 && !registered.includes(byTax) ? 'organisation-disagrees' : byTax;
  const fitting = registered.filter((one) => !isOther(taxNumber, one.taxNumber));
  if (fitting.length === 0) return registered.length > 0 ? 'organisation-disagrees' : undefined;
  if (fitting.length === 1) return fitting[0]!;
  const named = fitting.filter((one) => known.isName(one, name));
  return named.length === 1 ? named[0]! : 'organisation-ambiguous';
}

/** Recognised by tax number; else by the number of its certificate; else by name, kind and unit together. */
export function recognisedOrganisation(
  { given, usual, isUnitAsked }: Pick<OrganisationDraft, 'given' | 'usual' | 'isUnitAsked'>,
  known: OrganisationSetIndex<KnownOrganisation>,
): Found {
  const numbered = byNumbers(given, known);
  if (numbered !== undefined) return numbered;
  const kind = given.kind ?? usual.kind;
  const named = known
    .byName(given.name)
    .filter((one) => kind === undefined || one.kind === kind)
    .filter((one) => !isOther(given.taxNumber, one.taxNumber))
    .filter((one) => !isOther(given.registrationNumber, one.registrationNumber));
  const here = given.unit === undefined || isUnitAsked ? named : named.filter(({ unit }) => unit === given.unit);
  if (here.length > 1) return 'organisation-ambiguous';
  return here[0] ?? null;
}

const digits = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '').replace(/^84/, '0');
const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

const changedFields = (
  { given }: OrganisationDraft,
  known: KnownOrganisation,
  index: OrganisationSetIndex<KnownOrganisation>,
): OrganisationField[] => {
  const same: { readonly [Field in OrganisationField]: boolean } = {
    // "HTX Hoà Phong" renames no "Hợp tác xã Hòa Phong".
    name: index.isName(known, given.name),
    shortName: given.shortName === known.shortName,
    taxNumber: given.taxNumber === known.taxNumber,
    registrationNumber: given.registrationNumber === known.registrationNumber,
    certificateOn: given.certificateOn === known.certificateOn,
    foundedOn: given.foundedOn === known.foundedOn,
    fields: given.fields !== undefined && sameSet(given.fields, known.fields),
    unit: given.unit === known.unit,
    address: given.address === known.address,
    phone: digits(given.phone ?? null) === digits(known.phone),
    email: given.email === known.email,
    representativeName: given.representativeName === known.representativeName,
    representativePhone: digits(given.representativePhone ?? null) === digits(known.representativePhone),
  };
  return (Object.keys(same) as OrganisationField[]).filter((field) => given[field] !== undefined && !same[field]);
};

const identityAfter = ({ given }: OrganisationDraft, known: KnownOrganisation | null, kind: OrganisationKind) => ({
  kind,
  legalForm: known?.legalForm ?? null,
  taxNumber: given.taxNumber ?? known?.taxNumber ?? null,
  foundedOn: given.foundedOn ?? known?.foundedOn ?? null,
  certificateOn: given.certificateOn ?? known?.certificateOn ?? null,
});

/** Somebody else's name or number. */
function twins(
  { given }: OrganisationDraft,
  kind: OrganisationKind,
  self: KnownOrganisation | null,
  room: OrganisationSetRoom,
) {
  const obstacles: OrganisationSetObstacle[] = [];
  const taken = room.known.byTax(given.taxNumber);
  if (taken !== undefined && taken !== self) obstacles.push('tax-number-taken');
  // Shortened otherwise and with another tax number it is another's name.
  const named = room.known
    .byName(given.name)
    .filter((one) => one !== self && one.kind === kind)
    .some((one) => !isOther(given.taxNumber, one.taxNumber) || plain(one.name) === plain(given.name));
  if (named) obstacles.push('name-taken');
  return obstacles;
}

function obstaclesOfNew(draft: OrganisationDraft, room: OrganisationSetRoom): OrganisationSetObstacle[] {
  const { given, usual, isUnitAsked } = draft;
  const kind = given.kind ?? usual.kind;
  const place: OrganisationSetObstacle[] = given.unit === undefined && !isUnitAsked ? ['place-missing'] : [];
  if (kind === undefined) return ['kind-missing', ...place];
  return [
    ...identityObstacles(identityAfter(draft, null, kind), room.today),
    ...place,
    ...twins(draft, kind, null, room),
  ];
}

function obstaclesOfKnown(
  draft: OrganisationDraft,
  known: KnownOrganisation,
  fields: readonly string[],
  room: OrganisationSetRoom,
) {
  const obstacles: OrganisationSetObstacle[] = [];
  const { kind } = draft.given;
  if (room.units !== null && (known.unit === null || !room.units.includes(known.unit)))
    obstacles.push('organisation-elsewhere');
  if (kind !== undefined && kind !== known.kind) obstacles.push('kind-is-otherwise');
  if (fields.length === 0) return obstacles;
  // What the sheet may not touch at all is asked for no paper.
  const isTouched = known.provenance !== 'reported' && !obstacles.includes('organisation-elsewhere');
  return [
    ...obstacles,
    ...changeObstacles({ ...known, expected: known.version, fields, keepsRepresentative: false, officer: true }),
    ...(isTouched ? setChangeObstacles(fields, { ...room, foundedOn: known.foundedOn }) : []),
    ...identityObstacles(identityAfter(draft, known, known.kind), room.today),
    ...(fields.includes('name') || fields.includes('taxNumber') ? twins(draft, known.kind, known, room) : []),
  ];
}

function outcomeOf({ obstacles, draft, organisation, fields }: Omit<OrganisationJudged, 'outcome'>): SetOutcome {
  if (obstacles.length > 0) return 'refused';
  if (draft.isUnitAsked) return 'question';
  if (organisation === null) return 'new';
  return fields.length === 0 ? 'same' : 'update';
}

function judged(draft: OrganisationDraft, room: OrganisationSetRoom): OrganisationJudged {
  const found = recognisedOrganisation(draft, room.known);
  const nobody = { row: draft.row, draft, organisation: null, fields: [], otherRow: null };
  if (typeof found === 'string') return { ...nobody, outcome: 'refused', obstacles: [found] };
  const fields = found === null ? [] : changedFields(draft, found, room.known);
  const obstacles = found === null ? obstaclesOfNew(draft, room) : obstaclesOfKnown(draft, found, fields, room);
  const one = { ...nobody, organisation: found, fields, obstacles: [...new Set(obstacles)] };
  return { ...one, outcome: outcomeOf(one) };
}

function keysOf({ organisation, draft }: OrganisationJudged): string[] {
  const { name, kind = draft.usual.kind, taxNumber, registrationNumber } = draft.given;
  if (organisation !== null) return [organisation.id];
  return [
    `${kind ?? ''} ${plain(name)}`,
    ...(taxNumber === undefined ? [] : [`tax ${taxNumber}`]),
    ...(registrationNumber === undefined ? [] : [`registered ${plain(registrationNumber)}`]),
  ];
}

/** All rows: an organisation may stand in a sheet once. */
export function judgeOrganisations(
  drafts: readonly OrganisationDraft[],
  room: OrganisationSetRoom,
): OrganisationJudged[] {
  const first = new Map<string, number>();
  return drafts.map((draft) => {
    const one = judged(draft, room);
    const keys = keysOf(one);
    const before = keys.map((key) => first.get(key)).find((row) => row !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, draft.row);
    if (before === undefined) return one;
    return { ...one, outcome: 'refused', otherRow: before, obstacles: [...one.obstacles, 'twice-in-set'] };
  });
}
