import {
  Accordion,
  Badge,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { standings } from '#contexts/registry/member.ts';
import { sexes } from '#contexts/registry/member.wire.ts';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { parties } from '#contexts/registry/party.ts';
import { today, type Day } from '#kernel/day.ts';
import { vndText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { SearchSelect } from '#web/lib/search-select.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { VndInput } from '#web/ui/vnd-input.tsx';
import {
  isBlankFounder,
  needsGuardian,
  needsRepresentative,
  promisedBy,
  type FounderValues,
} from './founder-values.ts';
import { GuardianFieldset, RepresentativeFieldset } from './party-fields.tsx';

interface FounderProps {
  readonly form: Pick<UseFormReturnType<{ founders: FounderValues[] }>, 'getInputProps'>;
  readonly founder: FounderValues;
  readonly index: number;
  readonly isUnion: boolean;
  readonly onDay: Day | '';
  readonly hasTrouble: boolean;
  readonly onRemove: () => void;
}

/** One founder: a line to read, its fields when it is opened. */
export function FounderItem(props: FounderProps) {
  const t = useWords('registry');
  const { founder, index, isUnion, hasTrouble } = props;
  return (
    <Accordion.Item value={founder.id}>
      <Accordion.Control>
        <Group gap="xs" wrap="wrap">
          <Text fw={500}>{t('life.found.founder', { number: index + 1 })}</Text>
          <Text c={isBlankFounder(founder) ? 'dimmed' : undefined} style={{ overflowWrap: 'anywhere' }}>
            {founder.name || (isBlankFounder(founder) ? t('life.found.blank') : '')}
          </Text>
          {!isUnion && founder.party !== 'person' && (
            <Badge variant="light">{t(`member.party.${founder.party}`)}</Badge>
          )}
          {promisedBy(founder) > 0 && (
            <Text size="sm" c="dimmed">
              {vndText(promisedBy(founder))}
            </Text>
          )}
          {hasTrouble && (
            <Badge color="red" variant="light">
              {t('life.found.trouble')}
            </Badge>
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <FounderFields {...props} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function FounderFields({ form, founder, index, isUnion, onDay, onRemove }: FounderProps) {
  const t = useWords('registry');
  const at = (field: string) => form.getInputProps(`founders.${index}.${field}`);
  const party = isUnion ? 'legal-person' : founder.party;
  return (
    <Stack gap="sm">
      {!isUnion && (
        <NativeSelect
          label={t('member.partyLabel')}
          data={parties.map((value) => ({ value, label: t(`member.party.${value}`) }))}
          {...at('party')}
        />
      )}
      <WhoFields at={at} founder={founder} isUnion={isUnion} />
      {needsRepresentative({ ...founder, party }) && (
        <RepresentativeFieldset inputProps={(name) => at(`representative.${name}`)} />
      )}
      <NativeSelect
        label={t('member.standingLabel')}
        data={standings.map((value) => ({ value, label: t(`member.standing.${value}`) }))}
        {...at('standing')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {party === 'person' && <PersonFields at={at} />}
        {!isUnion && <TextInput label={t('member.phone')} type="tel" {...at('phone')} />}
        {!isUnion && <TextInput label={t('member.hamlet')} {...at('hamlet')} />}
        <VndInput label={t('member.subscribed')} description={t('member.subscribedHint')} {...at('subscribedVnd')} />
        <VndInput
          label={t('life.found.contributed')}
          description={t('life.found.contributedHint')}
          {...at('contributedVnd')}
        />
      </SimpleGrid>
      {!isUnion && (
        <Checkbox
          label={t('member.foreignInvestor')}
          description={t('member.foreignInvestorHint')}
          {...(form.getInputProps(`founders.${index}.foreignInvestor`, { type: 'checkbox' }) as object)}
        />
      )}
      {needsGuardian({ ...founder, party }, onDay) && (
        <GuardianFieldset inputProps={(name) => at(`guardian.${name}`)} />
      )}
      <Group justify="flex-end">
        <Button variant="subtle" color="red" onClick={onRemove}>
          {t('life.found.remove')}
        </Button>
      </Group>
    </Stack>
  );
}

type At = (field: string) => ReturnType<FounderProps['form']['getInputProps']>;

const ofUnion = { kind: 'cooperative', status: 'operating' } as const;

function WhoFields({ at, founder, isUnion }: { at: At; founder: FounderValues; isUnion: boolean }) {
  const t = useWords('registry');
  const isOrganisation = isUnion || founder.party === 'legal-person' || founder.party === 'group';
  return (
    <>
      {isOrganisation && (
        <SearchSelect
          label={isUnion ? t('life.found.cooperative') : t('member.partyOrganisation')}
          method={listOrganisations}
          input={(search) => ({
            ...(isUnion && ofUnion),
            ...(founder.party === 'group' && !isUnion && { kind: 'cooperative-group' as const }),
            size: 20,
            ...(search !== '' && { search }),
          })}
          options={(reply) => reply.items.map(({ id: value, name }) => ({ value, label: name }))}
          {...at('partyOrganisation')}
        />
      )}
      {!isUnion && founder.party !== 'legal-person' && (
        <TextInput
          label={founder.party === 'person' ? t('member.name') : t(`party.${founder.party}Name`)}
          {...at('name')}
        />
      )}
    </>
  );
}

function PersonFields({ at }: { at: At }) {
  const t = useWords('registry');
  return (
    <>
      <NativeSelect
        label={t('member.sexLabel')}
        data={[
          { value: '', label: t('shell:notStated') },
          ...sexes.map((value) => ({ value, label: t(`member.sex.${value}`) })),
        ]}
        {...at('sex')}
      />
      <TextInput label={t('member.nationalId')} inputMode="numeric" autoComplete="off" {...at('nationalId')} />
      <TextInput label={t('member.birthYear')} inputMode="numeric" maxLength={4} {...at('birthYear')} />
      <DayInput label={t('member.birthDay')} description={t('member.birthDayHint')} max={today()} {...at('birthDay')} />
    </>
  );
}
