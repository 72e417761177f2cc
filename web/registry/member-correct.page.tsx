import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { correctMember, getMember } from '#contexts/registry/member.wire.ts';
import { today, type Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { asksConsent, blankConsent, ConsentFieldset, consentInput } from './consent-fields.tsx';
import { blankExcuse, excuseOf } from './excuse.ts';
import { ExcuseFields } from './excuse-fields.tsx';
import { MemberFields, yearOf, type MemberValues } from './member-fields.tsx';
import { registryPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getMember, { member: param('id') });

type Member = ReplyOf<typeof getMember>;
type Correction = Partial<InputOf<typeof correctMember>>;

const valuesOf = (member: Member): MemberValues => ({
  name: member.name ?? '',
  standing: member.standing,
  sex: member.sex ?? '',
  birthYear: member.birthYear === null ? '' : String(member.birthYear),
  birthDay: member.birthDay ?? '',
  phone: member.phone ?? '',
  // A whole national id is not shown here; typed anew it replaces the one kept.
  nationalId: '',
  hamlet: member.hamlet ?? '',
  joinedOn: member.joinedOn,
  foreignInvestor: member.foreignInvestor ?? false,
});

const mayBeBlank = ['sex', 'phone', 'hamlet', 'birthDay'] as const;

/** Only what differs from what was shown. */
function differences(before: MemberValues, now: MemberValues): Correction {
  const changed: Record<string, unknown> = {};
  for (const field of ['name', 'standing', 'joinedOn', 'foreignInvestor'] as const)
    if (before[field] !== now[field]) changed[field] = now[field];
  for (const field of mayBeBlank)
    if (before[field] !== now[field]) changed[field] = now[field] === '' ? null : now[field];
  if (before.birthYear !== now.birthYear) changed['birthYear'] = now.birthYear === '' ? null : yearOf(now.birthYear);
  if (now.nationalId !== '') changed['nationalId'] = now.nationalId;
  return changed;
}

/** Of what is kept by consent, what was not there before or is another now. */
const toldAnew = (before: MemberValues, now: MemberValues) => ({
  sex: before.sex === now.sex ? '' : now.sex,
  phone: before.phone === now.phone ? '' : now.phone,
  hamlet: before.hamlet === now.hamlet ? '' : now.hamlet,
});

export function Page() {
  const t = useWords('registry');
  const navigate = useNavigate();
  const id = useParam<MemberId>('id');
  const member = useAnswer(getMember, { member: id });
  const correct = useCommand(correctMember);
  const before = valuesOf(member);
  const form = useForm({
    initialValues: { ...before, ...blankExcuse(), consent: blankConsent, since: '' as Day | '', reason: '' },
  });
  const isDated = ({ standing, foreignInvestor }: MemberValues): boolean =>
    standing !== before.standing || foreignInvestor !== before.foreignInvestor;
  const back = () => void navigate(registryPaths.member(id));
  return (
    <>
      <PageHeader
        title={t('member.correct')}
        lead={member.name}
        crumbs={[
          { label: member.organisation.name, to: registryPaths.organisation(member.organisation.id) },
          { label: t('member.title'), to: registryPaths.members(member.organisation.id) },
          { label: member.name ?? t('member.hidden'), to: registryPaths.member(id) },
        ]}
      />
      <FormShell
        method={correctMember}
        command={correct}
        form={form}
        submit={t('member.correctSave')}
        toInput={(values) => ({
          member: id,
          version: member.version,
          reason: values.reason,
          ...differences(before, values),
          ...excuseOf(values),
          ...(asksConsent(toldAnew(before, values)) && consentInput(values.consent)),
          ...(values.since !== '' && isDated(values) && { since: values.since }),
        })}
        notYet={member.may.correct ? [] : [t('shell:page.forbiddenText')]}
        onDone={back}
        onCancel={back}
      >
        <MemberFields
          form={form}
          party={member.party}
          {...(member.nationalId !== null && { nationalIdHint: member.nationalId })}
        />
        {isDated(form.values) && (
          <DayInput
            label={t('member.since')}
            description={t('member.sinceHint')}
            max={today()}
            {...form.getInputProps('since')}
          />
        )}
        <ExcuseFields form={form} problem={correct.error} />
        {asksConsent(toldAnew(before, form.values)) && (
          <ConsentFieldset inputProps={(name) => form.getInputProps(`consent.${name}`)} />
        )}
        <TextInput label={t('member.reason')} required {...form.getInputProps('reason')} />
      </FormShell>
    </>
  );
}
