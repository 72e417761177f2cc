import { ActionIcon, Badge, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitClasses, type UnitClass } from '#contexts/registry/unit-class.ts';
import {
  closeUnitClass,
  listUnitClasses,
  recordUnitClass,
  type UnitClassId,
  type UnitClassRow,
} from '#contexts/registry/unit-class.wire.ts';
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
        <Group key={row.id} gap={2} wrap="nowrap">
          <Badge variant="light" tt="none" color={row.verified ? 'leaf' : 'gray'} title={row.source}>
            {t(`unitClass.class.${row.class}`)}
            {!row.verified && ` (${t('unitClass.unverified')})`}
          </Badge>
          {data.may.record && row.until === null && <CloseClass row={row} name={name} />}
        </Group>
      ))}
      {data.may.record && <RecordClass unit={unit} name={name} />}
    </Group>
  );
}

/** A decision that ends is closed on its last day; the class stays on record for the days before. */
function CloseClass({ row, name }: { row: UnitClassRow; name: string }) {
  const t = useWords('registry');
  const [opened, { open, close: shut }] = useDisclosure(false);
  const close = useCommand(closeUnitClass);
  const [until, setUntil] = useState<Day | ''>(today());
  const title = `${t('unitClass.close')}: ${t(`unitClass.class.${row.class}`)}, ${name}`;
  return (
    <>
      <ActionIcon size={28} variant="subtle" color="gray" data-noprint aria-label={title} title={title} onClick={open}>
        <IconCalendarX size={16} aria-hidden />
      </ActionIcon>
      <ConfirmDialog
        opened={opened}
        title={title}
        confirm={t('unitClass.close')}
        pending={close.isPending}
        problem={close.error}
        onConfirm={() => until !== '' && close.mutate({ id: row.id, until }, { onSuccess: shut })}
        onClose={shut}
      >
        <Stack gap="sm">
          <Text size="sm">{t('unitClass.closeText', { source: row.source })}</Text>
          <DayInput label={t('unitClass.until')} required value={until} onChange={setUntil} />
        </Stack>
      </ConfirmDialog>
    </>
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
