import { Button, Group, NativeSelect, Paper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Fact } from '#kernel/fact.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { listCommodities } from '#contexts/registry/commodity.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { checkEligibility } from '#contexts/support/eligibility.wire.ts';
import type { MeasureId } from '#contexts/support/policy.ts';
import { getMeasure } from '#contexts/support/policy.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { QuantityInput } from '#web/ui/quantity-input.tsx';
import { Section } from '#web/ui/section.tsx';
import { areaUnits } from './area-units.ts';
import { ClauseList, Verdict } from './clause-list.tsx';
import { FactTable } from './fact-table.tsx';
import { GrantList } from './grant-list.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';

type Measure = ReplyOf<typeof getMeasure>;
type Asked = InputOf<typeof checkEligibility>;

/** What the address asks for; somebody who runs one organisation need not choose it. */
function askedIn(measure: Measure, search: URLSearchParams): Asked | undefined {
  const own = measure.may.apply.length === 1 ? measure.may.apply[0]!.id : undefined;
  const organisation = search.get('organisation') ?? own;
  if (organisation === undefined) return undefined;
  const areaM2 = Number(search.get('areaM2'));
  const commodity = search.get('commodity');
  return {
    organisation,
    measure: measure.id,
    ...(areaM2 > 0 && { areaM2 }),
    ...(commodity !== null && { commodity }),
  };
}

export const load: Load = async ({ ask, param, search }) => {
  const [measure] = await Promise.all([
    ask(getMeasure, { measure: param('id') }),
    ask(listCommodities, { sector: 'crop' }),
  ]);
  const asked = askedIn(measure, search);
  if (asked !== undefined) await ask(checkEligibility, asked);
};

export function Page() {
  const t = useWords('support');
  const measure = useAnswer(getMeasure, { measure: useParam<MeasureId>('id') });
  const [search] = useSearchParams();
  const asked = askedIn(measure, search);
  return (
    <>
      <PageHeader
        title={t('check.title')}
        lead={`${said(measure.name)}. ${t('check.lead')}`}
        crumbs={[
          { label: t('policy.title'), to: supportPaths.policies },
          { label: measure.policyNumber, to: supportPaths.policy(measure.policy) },
          { label: said(measure.name), to: supportPaths.measure(measure.id) },
        ]}
      />
      <Question key={search.toString()} measure={measure} asked={asked} />
      {asked === undefined ? (
        <EmptyState icon={IconListCheck} title={t('check.choose')} text={t('check.chooseText')} />
      ) : (
        <Answer asked={asked} measure={measure} />
      )}
    </>
  );
}

function Question({ measure, asked }: { measure: Measure; asked: Asked | undefined }) {
  const t = useWords('support');
  const [, setSearch] = useSearchParams();
  const [organisation, setOrganisation] = useState<string>(asked?.organisation ?? '');
  const [areaM2, setAreaM2] = useState<number | ''>(asked?.areaM2 === undefined ? '' : Number(asked.areaM2));
  const [commodity, setCommodity] = useState<string>(asked?.commodity ?? '');
  const crops = useAnswer(listCommodities, { sector: 'crop' }).items;

  const run = (event: FormEvent): void => {
    event.preventDefault();
    const given: Record<string, string> = {
      ...(organisation !== '' && { organisation }),
      ...(areaM2 !== '' && areaM2 > 0 && { areaM2: String(areaM2) }),
      ...(commodity !== '' && { commodity }),
    };
    setSearch(given);
  };
  return (
    <Paper component="form" onSubmit={run} withBorder p="md" radius="lg" mb="lg" data-noprint>
      <Group align="flex-end" gap="md">
        <OrganisationChoice measure={measure} value={organisation} onChange={setOrganisation} />
        <QuantityInput label={t('check.area')} units={areaUnits(t)} value={areaM2} onChange={setAreaM2} />
        <NativeSelect
          label={t('check.crop')}
          value={commodity}
          onChange={(event) => setCommodity(event.currentTarget.value)}
          data={[
            { value: '', label: t('shell:notStated') },
            ...crops.map(({ id, names }) => ({ value: id, label: said(names) })),
          ]}
        />
        <Button type="submit" disabled={organisation === ''}>
          {t('check.run')}
        </Button>
      </Group>
    </Paper>
  );
}

interface ChoiceProps {
  readonly measure: Measure;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One's own organisations; an officer looks for one. */
function OrganisationChoice({ measure, value, onChange }: ChoiceProps) {
  const t = useWords('support');
  const own = measure.may.apply;
  if (own.length > 0)
    return (
      <NativeSelect
        label={t('check.organisation')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('check.choose') }, ...own.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    );
  return (
    <SearchSelect
      label={t('check.organisation')}
      method={listOrganisations}
      input={(search) => ({ search, size: 20 })}
      options={(reply) => reply.items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}

function Answer({ asked, measure }: { asked: Asked; measure: Measure }) {
  const t = useWords('support');
  const answer = useAnswer(checkEligibility, asked);
  const { organisation, areaM2, commodity } = asked;
  const apply = supportPaths.newApplication(measure.id, {
    organisation,
    areaM2: areaM2 === undefined ? undefined : Number(areaM2),
    commodity,
  });
  return (
    <>
      <Section
        title={answer.organisation.name}
        actions={
          answer.may.apply && (
            <Button component={Link} to={apply}>
              {t('check.apply')}
            </Button>
          )
        }
      >
        <Verdict judgement={answer.judgement} asOf={answer.asOf} />
      </Section>
      <Section title={t('check.grant')}>
        {answer.grant === null ? (
          t('check.grantUnknown')
        ) : answer.grant.length === 0 ? (
          t('check.grantNothing')
        ) : (
          <GrantList grant={answer.grant} parts={answer.parts} />
        )}
      </Section>
      <Section title={t('measure.conditions')}>
        <ClauseList judgement={answer.judgement} />
      </Section>
      <AllFacts facts={answer.facts} />
    </>
  );
}

/** Also those no condition of this measure looks at; folded, because most people want the reasons. */
function AllFacts({ facts }: { facts: readonly Fact[] }) {
  const t = useWords('support');
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Section
      title={t('clause.facts')}
      actions={
        <Button variant="default" onClick={toggle} aria-expanded={isOpen}>
          {isOpen ? t('shell:less') : t('shell:more')}
        </Button>
      }
    >
      {isOpen && <FactTable facts={facts} caption={t('clause.facts')} />}
    </Section>
  );
}
