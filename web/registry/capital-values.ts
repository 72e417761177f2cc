import { balancesOn, noBalance, type Balance, type CapitalForm } from '#contexts/registry/capital.ts';
import { capitalObstacles, type CapitalObstacle, type CapitalWorld } from '#contexts/registry/capital-act.ts';
import { demands, entryOf, type EnteredCapitalKind, type GivenAct } from '#contexts/registry/capital-demand.ts';
import type { CapitalActId, listCapitalLines } from '#contexts/registry/capital.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { excuseOf } from './excuse.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';

export type Book = ReplyOf<typeof listCapitalLines>;

export interface LineValues {
  key: string;
  member: MemberId | '';
  to: MemberId | '';
  form: CapitalForm;
  subscribedVnd: number | '';
  paidVnd: number | '';
  valuationDocument: string;
}

/** What the form of an act holds on the screen; blank is ''. */
export interface CapitalValues {
  id: CapitalActId;
  kind: EnteredCapitalKind;
  onDay: Day | '';
  document: string;
  legalBasis: string;
  note: string;
  endsMembership: boolean;
  capReason: string;
  capUntil: Day | '';
  lines: LineValues[];
}

export const blankLine = (member: MemberId | ''): LineValues => ({
  key: newId(),
  member,
  to: '',
  form: 'money',
  subscribedVnd: '',
  paidVnd: '',
  valuationDocument: '',
});

const amount = (value: number | ''): number => (value === '' ? 0 : value);

/** What the amounts on the screen mean for this kind: a promise that is paid at once, a payment alone, or all there is. */
function amountsOf(kind: EnteredCapitalKind, line: LineValues) {
  const { promised, paid } = demands[kind];
  return { subscribedVnd: promised ? amount(line.subscribedVnd) : 0, paidVnd: paid ? amount(line.paidVnd) : 0 };
}

const isOver = (kind: EnteredCapitalKind): boolean => demands[kind].way === 'over';

export const inputOf = ({ lines, document, legalBasis, note, capReason, capUntil, ...values }: CapitalValues) => ({
  ...values,
  ...excuseOf({ capReason, capUntil }),
  ...(document.trim() !== '' && { document }),
  ...(legalBasis.trim() !== '' && { legalBasis }),
  ...(note.trim() !== '' && { note }),
  lines: lines.map((line) => ({
    member: line.member,
    ...(isOver(values.kind) && line.to !== '' && { to: line.to }),
    form: line.form,
    ...amountsOf(values.kind, line),
    ...(line.valuationDocument.trim() !== '' && { valuationDocument: line.valuationDocument }),
  })),
});

/** What is typed so far, as the rules take it; lines without a member are not there yet. */
export const actOf = (values: CapitalValues): GivenAct => ({
  kind: values.kind,
  onDay: values.onDay === '' ? today() : values.onDay,
  document: values.document.trim() === '' ? null : values.document,
  endsMembership: values.endsMembership,
  given: values.lines.flatMap((line) =>
    line.member === ''
      ? []
      : [
          {
            member: line.member,
            to: line.to === '' ? null : line.to,
            form: line.form,
            ...amountsOf(values.kind, line),
            valuationDocument: line.valuationDocument.trim() === '' ? null : line.valuationDocument,
          },
        ],
  ),
});

const worldOf = (book: Book): CapitalWorld => ({
  organisation: book.organisation,
  members: new Map(book.members.map((member) => [member.id, member])),
  entries: book.entries,
  caps: book.caps,
  today: today(),
});

export interface Effect {
  readonly member: MemberId;
  readonly before: Balance;
  readonly after: Balance;
}

export interface Judgement {
  readonly obstacles: readonly CapitalObstacle[];
  readonly effects: readonly Effect[];
  readonly charter: { readonly before: number; readonly after: number };
}

const charterOf = (balances: ReadonlyMap<MemberId, Balance>): number =>
  [...balances.values()].reduce((sum, { subscribedVnd }) => sum + subscribedVnd, 0);

/** What the act would do on its day, and every reason against it: the very rules the server asks. */
export function judged(values: CapitalValues, book: Book): Judgement {
  const act = actOf(values);
  const entry = entryOf(act, book.entries);
  const before = balancesOn(book.entries, act.onDay);
  const after = balancesOn([...book.entries, entry], act.onDay);
  return {
    obstacles: act.given.length === 0 ? [] : capitalObstacles(act, worldOf(book)),
    effects: [...new Set(entry.lines.map(({ member }) => member))].map((member) => ({
      member,
      before: before.get(member) ?? noBalance,
      after: after.get(member) ?? noBalance,
    })),
    charter: { before: charterOf(before), after: charterOf(after) },
  };
}

export const heldOn = (book: Book, member: MemberId, on: Day | ''): Balance =>
  balancesOn(book.entries, on === '' ? today() : on).get(member) ?? noBalance;
