import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { printLabels } from '#contexts/quality/lot.wire.ts';
import { documentUrl } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { QrImage } from '#web/ui/qr-image.tsx';
import { Section } from '#web/ui/section.tsx';
import type { LotReply } from './lot-harvests.tsx';

interface LotTraceProps {
  readonly lot: LotReply;
  readonly trace: NonNullable<LotReply['trace']>;
}

export function LotTrace({ lot, trace }: LotTraceProps) {
  const t = useWords('quality');
  const labels = documentUrl(printLabels, { lot: lot.id, language: currentLanguage() });
  return (
    <Section title={t('trace.title')} lead={t('trace.lead')}>
      <Group align="flex-start" gap="lg">
        <QrImage
          svg={trace.qrSvg}
          label={t('trace.qrLabel', { code: lot.code })}
          text={`${new URL(trace.shortLink).host}/t · ${trace.shortCode}`}
        />
        <Stack gap="sm">
          {!trace.published && <Text c="dimmed">{t('trace.notYet')}</Text>}
          {lot.gtin === null && <Text c="dimmed">{t('trace.noGtin')}</Text>}
          <Text size="sm" style={{ overflowWrap: 'anywhere' }} ff="monospace">
            {trace.link}
          </Text>
          <Group gap="sm" data-noprint>
            {trace.published && (
              <Anchor href={trace.shortLink} target="_blank" rel="noreferrer">
                <Group gap={6}>
                  {t('trace.open')}
                  <IconExternalLink size={16} aria-hidden />
                </Group>
              </Anchor>
            )}
            <Button
              component="a"
              href={labels}
              target="_blank"
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t('trace.print')}
            </Button>
          </Group>
        </Stack>
      </Group>
    </Section>
  );
}
