import { Anchor, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from 'react-router';
import { formerKinds, type FormerKind } from '#contexts/registry/former-sheet.ts';
import { correctFormerUnit } from '#contexts/registry/former-unit.wire.ts';
import { listFormerUnits, type FormerUnitRow } from '#contexts/registry/unit.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { placesPaths } from '#web/places/paths.ts';
import { commandInOwnWords } from '#web/setup/own-words.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { registryPaths } from './paths.ts';

interface Values {
  readonly former: string;
  readonly name: string;
  readonly kind: FormerKind;
  readonly district: string;
  readonly abolishedOn: Day | '';
  readonly document: string;
}

export const load: Load = ({ ask, param }) => ask(listFormerUnits, { id: param('former') });

export function Page() {
  const { items, may } = useAnswer(listFormerUnits, { id: useParam('former') });
  const [unit] = items;
  if (unit === undefined) throw new ApiProblem(404, 'page.not-found');
  return <Correction unit={unit} mayKeep={may.keep} />;
}

function Correction({ unit, mayKeep }: { unit: FormerUnitRow; mayKeep: boolean }) {
  const t = useWords('setup');
  const navigate = useNavigate();
  const correct = useCommand(correctFormerUnit, { stale: ['insight', 'places'] });
  const { id: former, name, kind, district, abolishedOn } = unit;
  const form = useForm<Values>({
    initialValues: { former, name, kind: kind as FormerKind, district, abolishedOn, document: '' },
  });
  const back = () => void navigate(registryPaths.formerUnits);
  return (
    <>
      <PageHeader
        title={`${t('former.correct')}: ${word(`registry:unitKind.${kind}`)} ${name}`}
        lead={t('former.correctLead')}
        crumbs={[
          { label: word('registry:units.title'), to: registryPaths.units },
          { label: word('registry:units.former'), to: registryPaths.formerUnits },
        ]}
      />
      <FormShell
        method={correctFormerUnit}
        command={commandInOwnWords(correct)}
        form={form}
        submit={t('former.save')}
        notYet={mayKeep ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <TextInput label={t('former.name')} required maxLength={100} {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <NativeSelect
            label={t('former.kind')}
            data={formerKinds.map((value) => ({ value, label: word(`registry:unitKind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <TextInput label={t('former.district')} required maxLength={100} {...form.getInputProps('district')} />
          <DayInput label={t('former.abolishedOn')} required max={today()} {...form.getInputProps('abolishedOn')} />
        </SimpleGrid>
        <TextInput
          label={t('former.document')}
          description={t('former.documentHint')}
          required
          maxLength={300}
          {...form.getInputProps('document')}
        />
        <Anchor component={Link} to={`${placesPaths.links}?${new URLSearchParams({ search: name })}`} py={10}>
          {t('former.links')}
        </Anchor>
      </FormShell>
    </>
  );
}
