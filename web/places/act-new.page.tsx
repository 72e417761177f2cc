import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { draftUnitAct, type UnitActId } from '#contexts/places/unit-act.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { newId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ActFields } from './act-fields.tsx';
import { blankAct, fieldNames, firstDays, inputOf, type ActValues } from './act-values.ts';
import { placesPaths } from './paths.ts';

interface Values extends ActValues {
  readonly id: UnitActId;
}

export const load: Load = ({ ask }) => ask(listUnits, {});

export function Page() {
  const t = useWords('places');
  const navigate = useNavigate();
  const mayKeep = hasRole(useMe(), 'provincial-officer', 'administrator');
  const { items } = useAnswer(listUnits, {});
  const draft = useCommand(draftUnitAct);
  const form = useForm<Values>({ initialValues: { id: newId<UnitActId>(), ...blankAct() } });
  const fromOf = firstDays(items);
  return (
    <>
      <PageHeader
        title={t('act.new')}
        lead={t('act.lead')}
        crumbs={[{ label: t('act.title'), to: placesPaths.acts }]}
      />
      <FormShell
        method={draftUnitAct}
        command={draft}
        form={form}
        submit={t('act.save')}
        toInput={(values) => ({ id: values.id, ...inputOf(values, items, fromOf) })}
        fieldNames={fieldNames(form.getValues())}
        notYet={mayKeep ? [] : [t('shell:page.forbiddenText')]}
        onDone={(_, { id }) => void navigate(placesPaths.act(id as UnitActId))}
        onCancel={() => void navigate(placesPaths.acts)}
      >
        <ActFields form={form} units={items} fromOf={fromOf} />
      </FormShell>
    </>
  );
}
