import type { OrganisationId } from '#kernel/id.ts';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { leaving, type PresentMember } from './member-destiny.tsx';
import { blankBasis, blankMade, madeInput } from './shape-fields.tsx';

export const both = 'both';

export const startOf = (unit: string) => ({
  ...blankBasis(),
  way: 'separated' as 'separated' | 'divided',
  made: [blankMade(unit)],
  to: {} as Record<string, string>,
  /** Of a member of both: what goes into the second place, promised; as much of it is paid as of the whole. */
  part: {} as Record<string, number | ''>,
  reasons: {} as Record<string, string>,
  /** Whole per cents of the undivided fund and assets, by place; the last place has the rest. */
  shares: {} as Record<string, number | ''>,
});
export type SplitValues = ReturnType<typeof startOf>;

/** Where one can go: what goes on, and what is made. */
export const placesOf = ({ way, made }: SplitValues, source: OrganisationId): OrganisationId[] => [
  ...(way === 'separated' ? [source] : []),
  ...made.map(({ organisation }) => organisation),
];

/** Per cents by place: what is not told is none, and the rest is the first's. */
export function sharesOf(
  values: SplitValues,
  source: OrganisationId,
): { organisation: OrganisationId; percent: number }[] {
  const [first, ...others] = placesOf(values, source);
  const told = others.map((organisation) => ({ organisation, percent: Number(values.shares[organisation] ?? 0) || 0 }));
  const rest = 100 - told.reduce((sum, { percent }) => sum + percent, 0);
  return first === undefined ? [] : [{ organisation: first, percent: rest }, ...told];
}

export const destinyOf = (values: SplitValues, { id }: PresentMember, source: OrganisationId): string => {
  const places = placesOf(values, source);
  const chosen = values.to[id] ?? places[0]!;
  return chosen === leaving || chosen === both || places.includes(chosen as OrganisationId) ? chosen : places[0]!;
};

interface Part {
  readonly organisation: string;
  readonly subscribedVnd: number;
  readonly paidVnd: number;
}

/** All of it into one place; of a member of both the parts as told, the paid money shared like the promised. */
export function partsFor(values: SplitValues, member: PresentMember, source: OrganisationId): Part[] {
  const destiny = destinyOf(values, member, source);
  if (destiny === leaving) return [];
  const { subscribedVnd, paidVnd } = member;
  if (destiny !== both) return [{ organisation: destiny, subscribedVnd, paidVnd }];
  const [first, second] = placesOf(values, source);
  const told = values.part[member.id];
  const part = Math.min(typeof told === 'number' ? told : 0, subscribedVnd);
  const paid = Math.min(paidVnd, part);
  return [
    { organisation: first!, subscribedVnd: subscribedVnd - part, paidVnd: paidVnd - paid },
    { organisation: second!, subscribedVnd: part, paidVnd: paid },
  ];
}

export function inputOf(values: SplitValues, members: readonly PresentMember[], source: OrganisationId) {
  const { made, to: _to, part: _part, shares: _shares, reasons, ...basis } = values;
  const gone = members.filter((member) => destinyOf(values, member, source) === leaving);
  return {
    ...withoutBlanks(basis),
    organisation: source,
    made: made.map(madeInput),
    members: members.flatMap((member) => {
      const parts = partsFor(values, member, source);
      return parts.length === 0 ? [] : [{ member: member.id, to: parts }];
    }),
    undivided: sharesOf(values, source).map(({ organisation, percent }) => ({
      organisation,
      shareBp: Math.round(percent * 100),
    })),
    leaving: gone.map(({ id }) => ({ member: id, reason: reasons[id] ?? '' })),
  } as never;
}
