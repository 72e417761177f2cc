import { Fieldset, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { DayInput } from '#web/ui/day-input.tsx';

// oxlint-disable-next-line typescript/no-explicit-any -- the paths of forms that hold more than these two fields
export type ExcuseForm = { getInputProps: (path: any) => object };

const asksFor = (problem: ApiProblem | null): boolean =>
  problem?.obstacles.some((one) => /-reason-missing$|^cap-term/.test(typeof one === 'string' ? one : one.code)) ??
  false;

/** Asked once the act is refused for it: why somebody comes above a cap, and until when that is to be mended. */
export function ExcuseFields({ form, problem }: { form: ExcuseForm; problem: ApiProblem | null }) {
  const t = useWords('registry');
  const [wasAsked, setAsked] = useState(false);
  if (asksFor(problem) && !wasAsked) setAsked(true);
  if (!wasAsked) return null;
  return (
    <Fieldset legend={t('capital.excess.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('capital.excess.why')}
          description={t('capital.excess.whyHint')}
          required
          {...form.getInputProps('capReason')}
        />
        <DayInput
          label={t('capital.excess.until')}
          description={t('capital.excess.untilHint')}
          {...form.getInputProps('capUntil')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
