import { NativeSelect, SegmentedControl, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { recordUnitLink } from '#contexts/places/unit.wire.ts';
import { listFormerUnits, listUnits } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { unitKey } from '#kernel/succession.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { placesPaths } from './paths.ts';
import { unitText } from './unit-text.tsx';

const origins = ['former', 'ended'] as const;

interface Values {
  readonly id: string;
  readonly origin: (typeof origins)[number];
  readonly former: string;
  readonly ended: string;
  readonly to: string;
  readonly part: 'whole' | 'part';
  readonly onDay: Day | '';
  readonly document: string;
}

const all = { span: 'all' } as const;

export const load: Load = ({ ask }) => ask(listUnits, all);

/** The version a key names. */
function versionIn(key: string) {
  const [code, from] = key.split('@');
  return { code: code as UnitCode, from: from as Day };
}

const inputOf = ({ id, origin, former, ended, to, part, onDay, document }: Values) => ({
  id,
  ...(origin === 'former' ? former !== '' && { former } : ended !== '' && { from: versionIn(ended) }),
  to: versionIn(to),
  part,
  onDay: onDay as Day,
  document,
});

function startOf(search: URLSearchParams): Values {
  const [code, from] = [search.get('code'), search.get('from')];
  const ended = code === null || from === null ? '' : unitKey({ code: code as UnitCode, from: from as Day });
  const former = search.get('former') ?? '';
  return {
    id: newId(),
    origin: former === '' && ended !== '' ? 'ended' : 'former',
    former,
    ended: former === '' ? ended : '',
    to: '',
    part: 'whole',
    onDay: (search.get('onDay') as Day | null) ?? '',
    document: '',
  };
}

export function Page() {
  const t = useWords('places');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const mayKeep = hasRole(useMe(), 'provincial-officer', 'administrator');
  const { items } = useAnswer(listUnits, all);
  const record = useCommand(recordUnitLink, { stale: ['registry', 'insight'] });
  const form = useForm<Values>({ initialValues: startOf(search) });
  const { origin, former } = form.getValues();
  const named = search.get('name') ?? '';
  const options = items.map((unit) => ({ value: unitKey(unit), label: `${unitText(unit)} (${unit.code})` }));
  const standing = new Set(items.filter(({ until }) => until === null).map(unitKey));
  const blank = { value: '', label: '' };
  const back = () => void navigate(placesPaths.links);
  return (
    <>
      <PageHeader
        title={t('link.new')}
        lead={t('link.newLead')}
        crumbs={[{ label: t('link.title'), to: placesPaths.links }]}
      />
      <FormShell
        method={recordUnitLink}
        command={record}
        form={form}
        submit={t('link.save')}
        toInput={inputOf}
        fieldNames={{ 'to.code': 'to', 'to.from': 'to', 'from.code': 'ended', 'from.from': 'ended' }}
        notYet={mayKeep ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <SegmentedControl
          aria-label={t('link.originKind')}
          data={origins.map((value) => ({ value, label: t(`link.origin.${value}`) }))}
          {...form.getInputProps('origin')}
        />
        {origin === 'former' ? (
          <SearchSelect
            label={t('link.former')}
            required
            method={listFormerUnits}
            input={(text) => ({ size: 30, ...(text !== '' && { search: text }) })}
            options={(reply) =>
              reply.items.map((unit) => ({ value: unit.id, label: `${unitText(unit)} (${unit.district})` }))
            }
            {...(former !== '' && named !== '' && { chosen: { value: former, label: named } })}
            {...form.getInputProps('former')}
          />
        ) : (
          <NativeSelect
            label={t('link.ended')}
            required
            data={[blank, ...options.filter(({ value }) => !standing.has(value))]}
            {...form.getInputProps('ended')}
          />
        )}
        <NativeSelect label={t('link.to')} required data={[blank, ...options]} {...form.getInputProps('to')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('unit.partLabel')}
            data={(['whole', 'part'] as const).map((value) => ({ value, label: t(`unit.part.${value}`) }))}
            {...form.getInputProps('part')}
          />
          <DayInput label={t('link.onDay')} required max={today()} {...form.getInputProps('onDay')} />
        </SimpleGrid>
        <TextInput
          label={t('link.document')}
          description={t('link.documentHint')}
          required
          maxLength={300}
          {...form.getInputProps('document')}
        />
      </FormShell>
    </>
  );
}
