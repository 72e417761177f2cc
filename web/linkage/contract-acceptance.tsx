import { Alert, Anchor, Button, Group, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId, type FileId } from '#kernel/id.ts';
import { counts, type AcceptanceKind } from '#contexts/linkage/acceptance.ts';
import {
  acceptanceWays,
  acceptContract,
  confirmAcceptance,
  type AcceptanceId,
} from '#contexts/linkage/acceptance.wire.ts';
import { exportContract, type AcceptanceView } from '#contexts/linkage/contract.wire.ts';
import { sides, type Side } from '#contexts/linkage/part.wire.ts';
import { answer, documentUrl, fileUrl } from '#web/lib/api.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useCommand } from '#web/lib/command.ts';
import { instantText } from '#web/lib/format.ts';
import { findWord, useWords } from '#web/lib/i18n.ts';
import { passkeysWork, signWithPasskey } from '#web/lib/passkey.ts';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { StateBadge } from '#web/ui/marks.tsx';
import { ObstacleList, ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Contract } from './contract-terms.tsx';

/** Who has accepted this wording, in which way; and the ways open to whoever may. */
export function ContractAcceptances({ contract }: { contract: Contract }) {
  const t = useWords('linkage');
  const isDraft = contract.state === 'draft' || contract.state === 'offered';
  const obstacles = contract.obstacles.map((code) => findWord(`linkage:obstacle.${code}`) ?? code);
  return (
    <Section title={t('contract.acceptances')}>
      <Stack>
        {sides.map((side) => (
          <SideAcceptance key={side} contract={contract} side={side} />
        ))}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('contract.hash')}: {contract.contentHash}
        </Text>
        {isDraft && obstacles.length > 0 && (
          <Alert color="clay" variant="light" title={t('contract.cannotAccept')}>
            <ObstacleList obstacles={obstacles} />
          </Alert>
        )}
        {contract.may.accept.map((side) => (
          <AcceptPanel key={`${side} ${contract.contentHash}`} contract={contract} side={side} />
        ))}
      </Stack>
    </Section>
  );
}

function SideAcceptance({ contract, side }: { contract: Contract; side: Side }) {
  const t = useWords('linkage');
  const found = contract.acceptances.find((row) => row.side === side && row.voidedAt === null);
  const party = contract[side];
  if (found === undefined)
    return (
      <Group gap="sm">
        <StateBadge tone="neutral" label={t('contract.notAccepted')} />
        <Text>
          {t(`side.${side}`)}: {party.name}
        </Text>
      </Group>
    );
  const isFull = counts({ ...found, confirmed: found.confirmedAt !== null });
  return (
    <Group gap="sm">
      <StateBadge tone={isFull ? 'good' : 'waiting'} label={t(`contract.kind.${found.kind}`)} />
      <Text>
        {t(`side.${side}`)}: {party.name} · {found.acceptedBy ?? t('someone')} · {instantText(found.acceptedAt)}
      </Text>
      {found.kind === 'paper' && <Scan acceptance={found} />}
    </Group>
  );
}

function Scan({ acceptance }: { acceptance: AcceptanceView }) {
  const t = useWords('linkage');
  const [asked, { open, close }] = useDisclosure(false);
  const confirm = useCommand(confirmAcceptance);
  return (
    <Group gap="sm">
      <Text size="sm">{t(acceptance.confirmedAt === null ? 'contract.scanWaits' : 'contract.scanConfirmed')}</Text>
      {acceptance.scan !== null && <Anchor href={fileUrl(acceptance.scan)}>{t('contract.openScan')}</Anchor>}
      {acceptance.may.confirm && (
        <Button size="compact-md" onClick={open}>
          {t('contract.confirmScan')}
        </Button>
      )}
      <ConfirmDialog
        opened={asked}
        title={t('contract.confirmScan')}
        confirm={t('contract.confirmScan')}
        pending={confirm.isPending}
        problem={confirm.error}
        onClose={close}
        onConfirm={() => confirm.mutate({ acceptance: acceptance.id }, { onSuccess: close })}
      >
        {t('contract.confirmScanText')}
      </ConfirmDialog>
    </Group>
  );
}

/** The ways to accept, each saying what it is; those that do not work here say why. */
function AcceptPanel({ contract, side }: { contract: Contract; side: Side }) {
  const t = useWords('linkage');
  const { data: ways } = useQuery(answer(acceptanceWays, { contract: contract.id, side }));
  const [id] = useState(() => newId<AcceptanceId>());
  const [chosen, choose] = useState<AcceptanceKind>();
  const [password, setPassword] = useState('');
  const [scan, setScan] = useState<FileId | ''>('');
  const [trouble, setTrouble] = useState<ApiProblem>();
  const accept = useCommand(acceptContract);
  const hasPasskey = ways?.passkey != null && passkeysWork();
  const offered: AcceptanceKind[] = ways?.demonstration ? ['demonstration', 'paper'] : ['passkey', 'password', 'paper'];
  const kind = chosen ?? (hasPasskey || offered[0] !== 'passkey' ? offered[0]! : 'password');
  const ready = { passkey: hasPasskey, password: password !== '', demonstration: true, paper: scan !== '' }[kind];

  const wayOf = async () => {
    if (kind === 'passkey') return { kind, assertion: await signWithPasskey(ways!.passkey!) } as const;
    if (kind === 'password') return { kind, password } as const;
    return kind === 'paper' ? ({ kind, scan: scan as FileId } as const) : ({ kind } as const);
  };
  const send = async (): Promise<void> => {
    setTrouble(undefined);
    try {
      const way = await wayOf();
      accept.mutate({ id, contract: contract.id, side, contentHash: contract.contentHash, way });
    } catch (problem) {
      setTrouble(problem as ApiProblem);
    }
  };

  return (
    <Stack gap="sm" maw="40rem" data-noprint>
      <Radio.Group
        label={t('contract.acceptAs', { side: t(`side.${side}`) })}
        description={t('contract.acceptText')}
        value={kind}
        onChange={(value) => choose(value)}
      >
        <Stack gap="xs" mt="xs">
          {offered.map((each) => (
            <Radio
              key={each}
              value={each}
              disabled={each === 'passkey' && !hasPasskey}
              label={t(`contract.way.${each}`)}
              description={each === 'passkey' && !hasPasskey ? t('contract.noPasskey') : t(`contract.wayText.${each}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'password' && (
        <PasswordInput
          label={t('contract.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {kind === 'paper' && (
        <>
          <Anchor href={documentUrl(exportContract, { contract: contract.id, for: 'signing' })} target="_blank">
            {t('contract.printToSign')}
          </Anchor>
          <UploadInput label={t('contract.scan')} accept="image/*,application/pdf" value={scan} onChange={setScan} />
        </>
      )}
      <ProblemNote problem={trouble ?? accept.error} />
      <Button w="fit-content" size="md" disabled={!ready} loading={accept.isPending} onClick={() => void send()}>
        {t('contract.accept')}
      </Button>
    </Stack>
  );
}
