import { today } from '#kernel/day.ts';
import type { GrantRow } from '#contexts/people/grant.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { StateBadge } from '#web/ui/marks.tsx';

export function GrantState({ grant }: { grant: GrantRow }) {
  const t = useWords('account');
  if (grant.revokedAt !== null) return <StateBadge tone="bad" label={t('people.revoked')} />;
  if (grant.until !== null && grant.until < today()) return <StateBadge tone="neutral" label={t('people.ended')} />;
  if (grant.from > today()) return <StateBadge tone="waiting" label={t('people.future')} />;
  return <StateBadge tone="good" label={t('people.active')} />;
}
