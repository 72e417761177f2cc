import { Button, NativeSelect, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DossierId } from '#contexts/credit/dossier.ts';
import { assembleDossier } from '#contexts/credit/dossier.wire.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { creditPaths } from './paths.ts';

interface Party {
  readonly id: OrganisationId;
  readonly name: string;
}

/** Freezing the facts cannot be taken back, so it is asked for once more. */
export function AssembleDossier({ organisations }: { organisations: readonly Party[] }) {
  const t = useWords('credit');
  const navigate = useNavigate();
  const [isAsked, { open, close }] = useDisclosure(false);
  const [dossier] = useState(() => newId<DossierId>());
  const [chosen, choose] = useState(organisations[0]!.id);
  const assemble = useCommand(assembleDossier);
  const organisation = organisations.find(({ id }) => id === chosen) ?? organisations[0]!;
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        {t('dossier.assemble')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('dossier.assemble')}
        confirm={t('dossier.assembleConfirm')}
        pending={assemble.isPending}
        problem={assemble.error}
        onClose={close}
        onConfirm={() =>
          assemble.mutate(
            { dossier, organisation: organisation.id },
            { onSuccess: () => void navigate(creditPaths.dossier(dossier)) },
          )
        }
      >
        <Stack>
          {organisations.length > 1 && (
            <NativeSelect
              label={t('dossier.forOrganisation')}
              value={organisation.id}
              data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => choose(event.currentTarget.value as OrganisationId)}
            />
          )}
          {t('dossier.assembleText', { organisation: organisation.name })}
        </Stack>
      </ConfirmDialog>
    </>
  );
}
