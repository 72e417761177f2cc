import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { deductionKinds, type DeductionKind } from '#contexts/linkage/settlement.ts';
import { useWords } from '#web/lib/i18n.ts';
import { VndInput } from '#web/ui/vnd-input.tsx';

export interface DeductionValues {
  deductions: { kind: DeductionKind; amountVnd: number | ''; reason: string }[];
}

/** Any number of deductions, each with its reason. */
export function DeductionFields({ form }: { form: UseFormReturnType<DeductionValues> }) {
  const t = useWords('linkage');
  const { deductions } = form.values;
  return (
    <Fieldset legend={t('settlement.deductions')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('settlement.deductionHelp')}
        </Text>
        {deductions.map((_, index) => (
          <Group key={index} align="flex-start" gap="sm">
            <Select
              label={t('settlement.deductionKind')}
              allowDeselect={false}
              data={deductionKinds.map((value) => ({ value, label: t(`settlement.deduction.${value}`) }))}
              {...form.getInputProps(`deductions.${index}.kind`)}
            />
            <VndInput
              label={t('settlement.deductionAmount')}
              required
              {...form.getInputProps(`deductions.${index}.amountVnd`)}
            />
            <TextInput
              label={t('reason')}
              required
              flex={1}
              miw="12rem"
              maxLength={500}
              {...form.getInputProps(`deductions.${index}.reason`)}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              size="xl"
              mt={22}
              aria-label={`${t('shell:remove')} ${index + 1}`}
              onClick={() => form.removeListItem('deductions', index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          w="fit-content"
          onClick={() => form.insertListItem('deductions', { kind: 'advance', amountVnd: '', reason: '' })}
        >
          {t('settlement.addDeduction')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
