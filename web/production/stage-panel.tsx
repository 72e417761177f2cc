import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SeasonView, StageView } from '#contexts/production/season.wire.ts';
import { refuseStage, signStage, submitStage } from '#contexts/production/stage.wire.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { reasonText, refusalTexts } from './reason-text.ts';
import { Reasons } from './reasons.tsx';

interface PanelProps {
  readonly season: SeasonView;
  readonly stage: StageView;
}

/** What can be done with a stage now, by whom it may be done. */
export function StagePanel({ season, stage }: PanelProps) {
  if (stage.may.submit) return <SubmitPanel season={season} stage={stage} />;
  return stage.may.sign ? <SignPanel season={season} stage={stage} /> : null;
}

const inWords = (reasons: StageView['obstacles']['sign'], season: SeasonView): string[] =>
  reasons.map((reason) => reasonText('obstacle.stage', reason, season.stages, 'g'));

function Refusal({ problem, season }: { problem: ApiProblem | null; season: SeasonView }) {
  const [title = '', ...reasons] = refusalTexts(problem, 'obstacle.stage', season.stages);
  return problem && <Reasons tone="bad" title={title} reasons={reasons.length === 0 ? [title] : reasons} />;
}

function SubmitPanel({ season, stage }: PanelProps) {
  const t = useWords('production');
  const submit = useCommand(submitStage);
  const reasons = inWords(stage.obstacles.submit, season);
  return (
    <Stack mt="md" gap="sm" maw="44rem" data-noprint>
      <Reasons title={t('stage.cannotSubmit')} reasons={reasons} />
      <Refusal problem={submit.error} season={season} />
      <Group>
        <Button
          size="md"
          loading={submit.isPending}
          disabled={reasons.length > 0}
          onClick={() => submit.mutate({ season: season.id, stage: stage.code })}
        >
          {t('stage.submit')}
        </Button>
      </Group>
    </Stack>
  );
}

function SignPanel({ season, stage }: PanelProps) {
  const t = useWords('production');
  const sign = useCommand(signStage);
  const refuse = useCommand(refuseStage);
  const [remarks, setRemarks] = useState('');
  const reasons = inWords(stage.obstacles.sign, season);
  const given = remarks.trim();
  const about = { season: season.id, stage: stage.code };
  return (
    <Stack mt="md" gap="sm" maw="44rem" component="section" aria-label={t('stage.panel')} data-noprint>
      <Text fw={600} component="h3" size="md">
        {t('stage.panel')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('stage.panelText')}
      </Text>
      <Reasons title={t('stage.cannotSign')} reasons={reasons} />
      <Refusal problem={sign.error ?? refuse.error} season={season} />
      <Textarea
        label={t('stage.remarks')}
        description={t('stage.remarksReturn')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
      <Group>
        <Button
          size="md"
          loading={sign.isPending}
          disabled={reasons.length > 0}
          onClick={() =>
            sign.mutate({ ...about, contentsHash: stage.contentsHash, ...(given !== '' && { remarks: given }) })
          }
        >
          {t('stage.sign')}
        </Button>
        <Button
          size="md"
          variant="default"
          loading={refuse.isPending}
          disabled={given === ''}
          onClick={() => refuse.mutate({ ...about, remarks: given })}
        >
          {t('stage.return')}
        </Button>
      </Group>
    </Stack>
  );
}
