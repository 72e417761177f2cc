import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { isOrganisationRole, type Role } from '#kernel/actor.ts';
import { listGrants } from '#contexts/people/grant.wire.ts';
import { draftInvitation } from '#contexts/people/invitation.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { withoutBlanks } from '#web/ui/form-errors.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useLinkSecret } from './link-secret.ts';
import { LinkSheet, type MadeLink } from './link-sheet.tsx';
import { OrganisationInput } from './organisation-input.tsx';
import { commandInOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

const question = { size: 1 } as const;
export const load: Load = ({ ask }) => ask(listGrants, question);

interface Made extends MadeLink {
  readonly name: string;
}

export function Page() {
  const t = useWords('account');
  const [made, setMade] = useState<Made>();
  return (
    <>
      <PageHeader
        title={t('invite.title')}
        lead={t('invite.lead')}
        crumbs={[{ label: t('people.title'), to: accountPaths.people }]}
      />
      {made === undefined ? (
        <InviteForm onMade={setMade} />
      ) : (
        <>
          <LinkSheet link={made} name={made.name} text={t('link.inviteText', { name: made.name })} />
          <Button mt="lg" variant="default" onClick={() => setMade(undefined)} data-noprint>
            {t('invite.another')}
          </Button>
        </>
      )}
    </>
  );
}

function InviteForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useWords('account');
  const { may } = useAnswer(listGrants, question);
  const draft = useCommand(draftInvitation);
  const secret = useLinkSecret();
  const form = useForm({
    initialValues: { name: '', role: (may.give[0] ?? '') as Role, organisation: '', unit: '', until: '' },
  });
  const { role } = form.values;
  const forOrganisation = isOrganisationRole(role);
  const forUnit = role === 'commune-officer';

  return (
    <FormShell
      method={draftInvitation}
      command={commandInOwnWords(draft)}
      form={form}
      submit={t('invite.submit')}
      toInput={({ organisation, unit, ...values }) => ({
        invitation: secret.invitation,
        tokenHash: secret.tokenHash,
        ...(withoutBlanks(values) as { name: string; role: Role }),
        organisation: forOrganisation && organisation !== '' ? organisation : null,
        unit: forUnit && unit !== '' ? unit : null,
      })}
      onDone={({ expiresAt }, { name }) =>
        onMade({ invitation: secret.invitation, token: secret.token, expiresAt, name })
      }
    >
      <TextInput label={t('invite.name')} required autoComplete="off" {...form.getInputProps('name')} />
      <NativeSelect
        label={t('invite.role')}
        required
        data={may.give.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {forOrganisation && (
        <OrganisationInput label={t('invite.organisation')} {...form.getInputProps('organisation')} />
      )}
      {forUnit && (
        <NativeSelect
          label={t('invite.unit')}
          required
          data={[{ value: '', label: '' }, ...may.units.map(({ code, name }) => ({ value: code, label: name }))]}
          {...form.getInputProps('unit')}
        />
      )}
      <DayInput label={t('invite.until')} description={t('invite.untilHint')} {...form.getInputProps('until')} />
    </FormShell>
  );
}
