import { Button } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listCapitalCertificates } from '#contexts/registry/capital-certificate.wire.ts';
import { listCapital } from '#contexts/registry/capital.wire.ts';
import { getMember } from '#contexts/registry/member.wire.ts';
import type { MemberId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { exportPersonalCopy } from '#contexts/registry/personal-request.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useWords, word, type WordKey } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { MergerSection } from '#web/duplicates/merger-section.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { DayText, Money } from '#web/ui/value-text.tsx';
import { MemberCapital } from './capital-member-section.tsx';
import { capitalOfMember } from './capital-member.ts';
import { EraseMember, LeaveMember } from './member-actions.tsx';
import { ConsentSection } from './consent-section.tsx';
import { LinkAccount } from './member-account.tsx';
import { registryPaths } from './paths.ts';
import { PartyEnded } from './succession.tsx';
import { SensitiveSection } from './sensitive-section.tsx';
import { MemberGuardian, MemberRepresentatives } from './party-section.tsx';
import { Looks, ShowNationalId } from './national-id.tsx';

type Member = ReplyOf<typeof getMember>;

export const load: Load = async ({ ask, param }) => {
  const { id, organisation } = await ask(getMember, { member: param('id') });
  const asked = capitalOfMember(organisation.id, id);
  await Promise.all([ask(listCapital, asked), ask(listCapitalCertificates, asked)]);
};

export function Page() {
  const t = useWords('registry');
  const member = useAnswer(getMember, { member: useParam<MemberId>('id') });
  const name = member.name ?? (member.erased ? t('member.erased') : t('member.hidden'));
  return (
    <>
      <PageHeader
        title={name}
        lead={t(`member.standing.${member.standing}`)}
        crumbs={[
          { label: member.organisation.name, to: registryPaths.organisation(member.organisation.id) },
          { label: t('member.title'), to: registryPaths.members(member.organisation.id) },
        ]}
        badges={member.provenance === 'synthetic' ? <SyntheticMark /> : undefined}
        actions={
          member.may.correct && (
            <>
              <Button
                component={Link}
                to={registryPaths.correctMember(member.id)}
                variant="default"
                leftSection={<IconEdit size={18} aria-hidden />}
              >
                {t('member.correct')}
              </Button>
              <LinkAccount member={member.id} organisation={member.organisation.id} />
              <Button
                component="a"
                href={documentUrl(exportPersonalCopy, { member: member.id, language: currentLanguage() })}
                variant="default"
                download
              >
                {t('personal.copy')}
              </Button>
              {member.leftOn === null && <LeaveMember member={member} />}
              <EraseMember member={member} />
            </>
          )
        }
      />
      <PartyEnded member={member} />
      <MemberFacts member={member} />
      <MemberRepresentatives member={member} />
      <MemberGuardian member={member} />
      {member.may.correct && <ConsentSection member={member.id} />}
      {member.may.correct && <SensitiveSection member={member} />}
      {member.may.correct && <Looks member={member.id} />}
      <MemberCapital member={member} />
      {member.may.correct && <MergerSection subject="member" record={member.id} />}
      <Entries member={member} />
    </>
  );
}

/** What only a natural person has. */
const personFacts = (member: Member, t: ReturnType<typeof useWords<'registry'>>) => [
  { label: t('member.sexLabel'), value: member.sex && t(`member.sex.${member.sex}`) },
  {
    label: t(member.birthDay === null ? 'member.birthYear' : 'member.birthDay'),
    value: member.birthDay === null ? member.birthYear : <DayText day={member.birthDay} />,
  },
];

/** What counted on earlier days, with the day until which it did. */
const formerFacts = (member: Member, t: ReturnType<typeof useWords<'registry'>>) =>
  member.former.map(({ until, standing, foreign }) => ({
    label: t('member.formerUntil', { day: dayText(until) }),
    value:
      standing === null
        ? t(foreign === true ? 'member.foreignInvestor' : 'member.notForeignInvestor')
        : t(`member.standing.${standing}`),
  }));

function MemberFacts({ member }: { member: Member }) {
  const t = useWords('registry');
  return (
    <Facts
      facts={[
        { label: t('member.partyLabel'), value: t(`member.party.${member.party}`) },
        { label: t('member.joinedOn'), value: <DayText day={member.joinedOn} /> },
        ...(member.leftOn === null ? [] : [{ label: t('member.leftOn'), value: <DayText day={member.leftOn} /> }]),
        { label: t('member.subscribed'), value: <Money amountVnd={member.subscribedVnd} /> },
        { label: t('member.contributed'), value: <Money amountVnd={member.contributedVnd} /> },
        ...(member.partyName === null ? [] : [{ label: t('member.partyOrganisation'), value: member.partyName }]),
        ...(member.party === 'person' ? personFacts(member, t) : []),
        { label: t('member.phone'), value: member.phone },
        { label: t('member.hamlet'), value: member.hamlet },
        ...formerFacts(member, t),
        ...(member.party === 'person'
          ? [{ label: t('member.nationalId'), value: member.nationalId && <ShowNationalId member={member} /> }]
          : []),
      ]}
    />
  );
}

const fieldLabels: Readonly<Record<string, WordKey>> = {
  name: 'registry:member.name',
  standing: 'registry:member.standingLabel',
  sex: 'registry:member.sexLabel',
  birthYear: 'registry:member.birthYear',
  birthDay: 'registry:member.birthDay',
  representative: 'registry:party.representative',
  guardian: 'registry:party.guardian',
  ethnicity: 'registry:sensitive.field.ethnicity',
  poverty: 'registry:sensitive.field.poverty',
  phone: 'registry:member.phone',
  hamlet: 'registry:member.hamlet',
  representativePhone: 'registry:consent.field.representativePhone',
  nationalId: 'registry:member.nationalId',
  joinedOn: 'registry:member.joinedOn',
  contributedVnd: 'registry:member.contributed',
  foreignInvestor: 'registry:member.foreignInvestor',
};

const fieldName = (field: string): string => {
  const label = fieldLabels[field];
  return label === undefined ? field : word(label);
};

/** Departures that an undoing took back: the membership goes on, and the line says so. */
function undoneEntries(entries: Member['entries']): ReadonlySet<number> {
  const departures: number[] = [];
  const undone = new Set<number>();
  for (const [at, { kind }] of entries.entries()) {
    if (kind === 'left' || kind === 'carried') departures.push(at);
    const departure = kind === 'undone' ? departures.pop() : undefined;
    if (departure !== undefined) undone.add(departure);
  }
  return undone;
}

function Entries({ member }: { member: Member }) {
  const t = useWords('registry');
  if (member.entries.length === 0) return null;
  const undone = undoneEntries(member.entries);
  const titleOf = ({ kind, fields }: Member['entries'][number], at: number): string =>
    [
      t(`member.entry.${kind}`, { fields: fields.map(fieldName).join(', ') }),
      ...(undone.has(at) ? [t('life.undoneMark')] : []),
    ].join(' · ');
  return (
    <Section title={t('member.entries')}>
      <Timeline
        label={t('member.entries')}
        events={member.entries.map((entry, at) => ({
          id: `${entry.recordedAt} ${entry.kind}`,
          at: entry.recordedAt,
          title: titleOf(entry, at),
          ...(entry.reason !== null && { text: entry.reason }),
        }))}
      />
    </Section>
  );
}
