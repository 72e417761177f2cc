import type { UpdateField } from '#contexts/books/update-field.ts';
import type { UpdateView } from '#contexts/books/update.wire.ts';
import type { Instant } from '#kernel/day.ts';

export interface FormerRemark {
  readonly id: string;
  readonly text: string;
  readonly edition: number;
  readonly by: string | null;
  readonly at: Instant;
}

/** Everything an officer ever remarked on one figure, the newest first. */
export const formerRemarks = ({ acts }: UpdateView, of: UpdateField): FormerRemark[] =>
  acts
    .flatMap(({ remarks, edition, by, at }) =>
      remarks.filter(({ field }) => field === of).map(({ id, text }) => ({ id, text, edition, by, at })),
    )
    .toReversed();
