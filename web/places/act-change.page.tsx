import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { changeUnitAct, getUnitAct, type UnitActId } from '#contexts/places/unit-act.wire.ts';
import { listUnits } from '#contexts/registry/unit.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ActFields } from './act-fields.tsx';
import { fieldNames, firstDays, inputOf, valuesOf, type ActValues } from './act-values.ts';
import { placesPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => Promise.all([ask(getUnitAct, { act: param('id') }), ask(listUnits, {})]);

export function Page() {
  const t = useWords('places');
  const navigate = useNavigate();
  const id = useParam<UnitActId>('id');
  const act = useAnswer(getUnitAct, { act: id });
  const { items } = useAnswer(listUnits, {});
  const change = useCommand(changeUnitAct);
  const form = useForm<ActValues>({ initialValues: valuesOf(act) });
  const fromOf = firstDays(items, act.plan);
  const back = () => void navigate(placesPaths.act(id));
  return (
    <>
      <PageHeader
        title={t('act.change')}
        lead={act.document}
        crumbs={[
          { label: t('act.title'), to: placesPaths.acts },
          { label: act.document, to: placesPaths.act(id) },
        ]}
      />
      <FormShell
        method={changeUnitAct}
        command={change}
        form={form}
        submit={t('act.save')}
        toInput={(values) => ({ act: id, version: act.version, ...inputOf(values, items, fromOf) })}
        fieldNames={fieldNames(form.getValues())}
        notYet={act.may.change ? [] : [t('obstacle.unit-act.not-a-draft')]}
        onDone={back}
        onCancel={back}
      >
        <ActFields form={form} units={items} fromOf={fromOf} />
      </FormShell>
    </>
  );
}
