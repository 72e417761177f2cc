import { Group, SimpleGrid, Stack } from '@mantine/core';
import { useWords } from '#web/lib/i18n.ts';
import { NotificationBell } from '#web/shell/notification-bell.tsx';
import { Chart } from './chart.tsx';
import { EmptyState } from './empty-state.tsx';
import { sampleChart, sampleEvents, sampleQr } from './gallery.sample.ts';
import { StateBadge, SyntheticMark, tones, UnverifiedMark } from './marks.tsx';
import { QrImage } from './qr-image.tsx';
import { Section } from './section.tsx';
import { Steps } from './steps.tsx';
import { Timeline } from './timeline.tsx';

export function GalleryPictures() {
  const t = useWords('shell');
  return (
    <>
      <Section title="Steps">
        <Steps
          label={t('group.production')}
          steps={[
            { label: t('group.registry'), state: 'done' },
            { label: t('group.production'), state: 'done' },
            { label: t('group.quality'), state: 'current' },
            { label: t('group.credit'), state: 'next' },
          ]}
        />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title="Timeline">
          <Timeline label={t('shell.notifications')} events={sampleEvents} />
        </Section>
        <Section title="Badges">
          <Stack>
            <Group gap="xs">
              {tones.map((tone) => (
                <StateBadge key={tone} tone={tone} label={tone} />
              ))}
            </Group>
            <Group gap="xs">
              <SyntheticMark />
              <UnverifiedMark />
              <NotificationBell unread={3}>{t('shell.noNotifications')}</NotificationBell>
            </Group>
            <QrImage svg={sampleQr} label="QR" text="lienket.vn · 7K2M-9QPX" />
          </Stack>
        </Section>
      </SimpleGrid>
      <Section title="Chart">
        <Chart title={t('group.registry')} option={sampleChart.option} table={sampleChart.table} />
      </Section>
      <Section title="EmptyState">
        <EmptyState title={t('table.empty')} text={t('page.notFoundText')} />
      </Section>
    </>
  );
}
