import { Text } from '@mantine/core';
import type { MemberRow } from '#contexts/registry/member.wire.ts';
import { useWords } from '#web/lib/i18n.ts';

/** A name, or why there is none to see. */
export function MemberName({ member: { name, erased } }: { member: Pick<MemberRow, 'name' | 'erased'> }) {
  const t = useWords('registry');
  if (name !== null) return <>{name}</>;
  return (
    <Text span inherit fs="italic" c="dimmed">
      {erased ? t('member.erased') : t('member.hidden')}
    </Text>
  );
}
