import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Day } from '#kernel/day.ts';
import type { FileId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DayInput } from './day-input.tsx';
import { FormShell } from './form-shell.tsx';
import { keepSample, listSamples, samplePlaces, sampleUnits } from './gallery.sample.ts';
import { QuantityInput } from './quantity-input.tsx';
import { Section } from './section.tsx';
import { VndInput } from './vnd-input.tsx';

const blank = {
  name: '',
  note: '',
  place: '',
  committedQty: '' as number | '',
  priceVnd: '' as number | '',
  from: '' as Day | '',
  partner: '',
  scan: '' as FileId | '',
};

export function GalleryForm() {
  const t = useWords('shell');
  const [asked, { open, close }] = useDisclosure(false);
  const [isReady, setReady] = useState(true);
  const form = useForm({ initialValues: blank });
  const keep = useCommand(keepSample);
  return (
    <Section
      title="FormShell"
      actions={
        <Button variant="default" onClick={() => setReady(!isReady)}>
          {t('form.whyNot')}
        </Button>
      }
    >
      <FormShell
        method={keepSample}
        command={keep}
        form={form}
        submit={t('save')}
        notYet={isReady ? [] : [t('field.required'), t('problem.status-403')]}
        onDone={open}
        onCancel={form.reset}
      >
        <TextInput label={t('shell.account')} required {...form.getInputProps('name')} />
        <Select label={t('shell.province')} required data={samplePlaces} {...form.getInputProps('place')} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <QuantityInput
            label={t('group.linkage')}
            required
            units={sampleUnits}
            {...form.getInputProps('committedQty')}
          />
          <VndInput label={t('group.credit')} required {...form.getInputProps('priceVnd')} />
        </Group>
        <DayInput label={t('definition')} required {...form.getInputProps('from')} />
        <SearchSelect
          label={t('role.buyer')}
          method={listSamples}
          input={(text) => ({ text })}
          options={(reply) => reply.items.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('partner')}
        />
        <UploadInput label={t('download')} accept="image/*,application/pdf" {...form.getInputProps('scan')} />
        <Textarea label={t('optional')} autosize minRows={2} {...form.getInputProps('note')} />
      </FormShell>
      <Group mt="md">
        <Button variant="light" onClick={open}>
          {t('confirm')}
        </Button>
      </Group>
      <ConfirmDialog opened={asked} title={t('confirm')} confirm={t('remove')} onConfirm={close} onClose={close} danger>
        {t('form.unsavedText')}
      </ConfirmDialog>
    </Section>
  );
}
