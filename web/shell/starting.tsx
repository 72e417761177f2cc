import { Center, Loader } from '@mantine/core';
import { useWords } from '#web/lib/i18n.ts';

export function Starting() {
  const t = useWords('shell');
  return (
    <Center mih="100vh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
