import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { acceptOutside, refuseOutside } from '#contexts/linkage/delivery.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { quantityText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import type { Delivery } from './delivery.page.tsx';
import { unitOf } from './parts.tsx';

type Pricing = 'contract' | 'market';

/** What exceeds the promise: not the buyer's until the buyer takes it. */
export function DeliveryOutside({ delivery }: { delivery: Delivery }) {
  const t = useWords('linkage');
  const [accepting, accept] = useDisclosure(false);
  const [returning, give] = useDisclosure(false);
  const { outside } = delivery;
  if (outside === null || outside.state === 'void') return null;
  return (
    <Alert color="clay" variant="light" mt="md" title={t('outside.title')}>
      <Stack gap="sm">
        <Text>{t('outside.text', { qty: quantityText(outside.qty, unitOf(delivery.commodity)) })}</Text>
        <Text fw={600}>
          {t(`outside.state.${outside.state}`)}
          {outside.pricing !== null && `, ${t(`outside.pricingName.${outside.pricing}`)}`}
          {outside.reason !== '' && `: ${outside.reason}`}
        </Text>
        {delivery.may.answerOutside && (
          <Group data-noprint>
            <Button size="md" onClick={accept.open}>
              {t('outside.accept')}
            </Button>
            <Button size="md" variant="default" onClick={give.open}>
              {t('outside.refuse')}
            </Button>
          </Group>
        )}
      </Stack>
      <AcceptDialog delivery={delivery} opened={accepting} onClose={accept.close} />
      <ReturnDialog delivery={delivery} opened={returning} onClose={give.close} />
    </Alert>
  );
}

interface DialogProps {
  readonly delivery: Delivery;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function AcceptDialog({ delivery, opened, onClose }: DialogProps) {
  const t = useWords('linkage');
  const [pricing, setPricing] = useState<Pricing>('contract');
  const accept = useCommand(acceptOutside);
  return (
    <ConfirmDialog
      opened={opened}
      title={t('outside.title')}
      confirm={t('outside.accept')}
      pending={accept.isPending}
      problem={accept.error}
      onClose={onClose}
      onConfirm={() => accept.mutate({ delivery: delivery.id, pricing }, { onSuccess: onClose })}
    >
      <Radio.Group
        label={t('outside.pricing')}
        description={t('outside.law')}
        value={pricing}
        onChange={(value) => setPricing(value)}
      >
        <Stack gap="xs" mt="xs">
          {(['contract', 'market'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`outside.pricingName.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </ConfirmDialog>
  );
}

function ReturnDialog({ delivery, opened, onClose }: DialogProps) {
  const t = useWords('linkage');
  const refuse = useCommand(refuseOutside);
  return (
    opened && (
      <ReasonDialog
        title={t('outside.refuse')}
        confirm={t('outside.refuse')}
        label={t('reason')}
        pending={refuse.isPending}
        problem={refuse.error}
        onClose={onClose}
        onConfirm={(reason) => refuse.mutate({ delivery: delivery.id, reason }, { onSuccess: onClose })}
      />
    )
  );
}
