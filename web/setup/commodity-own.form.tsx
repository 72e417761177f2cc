import { Alert, Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { cycles, sectors, storages, type Cycle, type Sector, type Storage } from '#contexts/registry/commodity.ts';
import { recordCommodity } from '#contexts/registry/trade-unit.wire.ts';
import { newId, type CommodityId } from '#kernel/id.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import { plain } from '#kernel/text.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { commandInOwnWords } from './own-words.ts';

/** What prices are given per, by what is counted: the same units the list has. */
const usualUnits = {
  g: { code: 'kg', names: { vi: 'kg', en: 'kg', th: 'กก.' }, qty: 1_000 },
  ml: { code: 'lit', names: { vi: 'lít', en: 'litre', th: 'ลิตร' }, qty: 1_000 },
  piece: { code: 'cai', names: { vi: 'cái', en: 'piece', th: 'ชิ้น' }, qty: 1 },
} as const satisfies Record<BaseUnit, object>;
const bases = ['g', 'ml', 'piece'] as const;

const codeFrom = (name: string): string =>
  plain(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/** A commodity the list does not have: named in three languages, because every page may be read in each. */
export function OwnCommodity() {
  const t = useWords('setup');
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  if (!adding)
    return (
      <>
        {added !== undefined && (
          <Alert role="status" color="leaf" variant="light" mb="sm">
            {t('commodities.added', { name: added })}
          </Alert>
        )}
        <Button variant="default" size="md" onClick={() => setAdding(true)}>
          {t('commodities.add')}
        </Button>
      </>
    );
  return (
    <OwnForm
      onDone={(name) => {
        setAdding(false);
        setAdded(name);
      }}
      onCancel={() => setAdding(false)}
    />
  );
}

function OwnForm({ onDone, onCancel }: { onDone: (name: string) => void; onCancel: () => void }) {
  const t = useWords('setup');
  const record = useCommand(recordCommodity);
  const [commodity] = useState(() => newId<CommodityId>());
  const form = useForm({
    initialValues: {
      vi: '',
      en: '',
      th: '',
      code: '',
      sector: 'crop' as Sector,
      storage: 'perishable' as Storage,
      cycle: 'short' as Cycle,
      base: 'g' as BaseUnit,
    },
  });
  return (
    <FormShell
      method={recordCommodity}
      command={commandInOwnWords(record)}
      form={form}
      submit={t('commodities.add')}
      fieldNames={{ 'names.vi': 'vi', 'names.en': 'en', 'names.th': 'th' }}
      toInput={({ vi, en, th, base, code, ...kind }) => ({
        commodity,
        code: code === '' ? codeFrom(vi) : code,
        names: { vi, en, th },
        baseUnit: base,
        usualUnit: usualUnits[base],
        ...kind,
      })}
      onDone={(_, { names }) => onDone(names.vi)}
      onCancel={onCancel}
    >
      <TextInput label={t('commodities.nameVi')} required {...form.getInputProps('vi')} />
      <TextInput label={t('commodities.nameEn')} required {...form.getInputProps('en')} />
      <TextInput label={t('commodities.nameTh')} required {...form.getInputProps('th')} />
      <TextInput
        label={t('commodities.code')}
        description={t('commodities.codeHint')}
        placeholder={codeFrom(form.values.vi)}
        {...form.getInputProps('code')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('commodities.sector')}
          data={sectors.map((value) => ({ value, label: t(`sector.${value}`) }))}
          {...form.getInputProps('sector')}
        />
        <NativeSelect
          label={t('commodities.storage')}
          data={storages.map((value) => ({ value, label: t(`storage.${value}`) }))}
          {...form.getInputProps('storage')}
        />
        <NativeSelect
          label={t('commodities.cycle')}
          data={cycles.map((value) => ({ value, label: t(`cycle.${value}`) }))}
          {...form.getInputProps('cycle')}
        />
        <NativeSelect
          label={t('commodities.base')}
          data={bases.map((value) => ({ value, label: t(`baseUnit.${value}`) }))}
          {...form.getInputProps('base')}
        />
      </SimpleGrid>
    </FormShell>
  );
}
