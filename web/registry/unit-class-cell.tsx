import { Badge, Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { unitClasses, type UnitClass } from '#contexts/registry/unit-class.ts';
import { listUnitClasses, recordUnitClass, type UnitClassId } from '#contexts/registry/unit-class.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { answer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DayInput } from '#web/ui/day-input.tsx';

/** Mountain, island, difficult area: what is on record of a unit today, with the decision behind it. */
export function UnitClassCell({ unit, name }: { unit: UnitCode; name: string }) {
  const t = useWords('registry');
  const { data } = useQuery(answer(listUnitClasses, {}));
  if (data === undefined) return null;
  const own = data.items.filter((row) => row.unit === unit);
  return (
    <Group gap={4}>
      {own.map((row) => (
        <Badge key={row.id} variant="light" tt="none" color={row.verified ? 'leaf' : 'gray'} title={row.source}>
          {t(`unitClass.class.${row.class}`)}
          {!row.verified && ` (${t('unitClass.unverified')})`}
        </Badge>
      ))}
      {data.may.record && <RecordClass unit={unit} name={name} />}
    </Group>
  );
}

function RecordClass({ unit, name }: { unit: UnitCode; name: string }) {
  const t = useWords('registry');
  const [opened, { open, close }] = useDisclosure(false);
  const record = useCommand(recordUnitClass);
  const form = useForm({
    initialValues: { class: 'mountain' as UnitClass, from: today() as Day | '', source: '', verified: false },
  });
  const submit = (): void => {
    const { from, ...given } = form.getValues();
    if (from !== '')
      record.mutate({ id: newId<UnitClassId>(), unit, from, ...given }, { onSuccess: () => (form.reset(), close()) });
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        data-noprint
        aria-label={`${t('unitClass.record')}: ${name}`}
        onClick={open}
      >
        +
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`${t('unitClass.record')}: ${name}`}
        confirm={t('unitClass.record')}
        pending={record.isPending}
        problem={record.error}
        onConfirm={submit}
        onClose={close}
      >
        <Stack gap="sm">
          <NativeSelect
            label={t('unitClass.label')}
            data={unitClasses.map((value) => ({ value, label: t(`unitClass.class.${value}`) }))}
            {...form.getInputProps('class')}
          />
          <DayInput label={t('unitClass.from')} required {...form.getInputProps('from')} />
          <TextInput label={t('unitClass.source')} required {...form.getInputProps('source')} />
          <Checkbox label={t('unitClass.verified')} {...form.getInputProps('verified', { type: 'checkbox' })} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
