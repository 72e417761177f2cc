import { Alert, Button, Checkbox, Image, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import {
  exportLetterhead,
  exportLogo,
  getLetterhead,
  recordLetterhead,
  type LetterheadId,
} from '#contexts/registry/letterhead.wire.ts';
import { newId, type FileId } from '#kernel/id.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { asPng } from '#web/lib/photo.ts';
import type { Load } from '#web/lib/routes.tsx';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { commandInOwnWords } from './own-words.ts';
import { askSetup } from './state.ts';
import { StepFrame } from './step-frame.tsx';

export const load: Load = (at) => Promise.all([askSetup(at), at.ask(getLetterhead, {})]);

type Head = NonNullable<ReplyOf<typeof getLetterhead>['letterhead']>;
const widestLogo = 600;

export function Page() {
  const t = useWords('setup');
  const { letterhead, may } = useAnswer(getLetterhead, {});
  // The form begins anew with the head that was saved, so that it cannot tell itself.
  const [first] = useState(letterhead?.recordedAt);
  return (
    <StepFrame
      step="letterhead"
      lead={t('letterhead.lead')}
      actions={
        letterhead !== null && (
          <Button
            component="a"
            href={documentUrl(exportLetterhead, {})}
            target="_blank"
            variant="default"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
          >
            {t('letterhead.preview')}
          </Button>
        )
      }
    >
      {letterhead?.logo === true && <Logo key={`logo of ${letterhead.recordedAt}`} at={letterhead.recordedAt} />}
      {may.record ? (
        <HeadForm
          key={letterhead?.recordedAt ?? 'first'}
          head={letterhead}
          isSaved={letterhead?.recordedAt !== first}
        />
      ) : (
        <HeadFacts head={letterhead} />
      )}
    </StepFrame>
  );
}

/** The address changes with the head, so that the picture of yesterday is not shown. */
function Logo({ at }: { at: string }) {
  const t = useWords('setup');
  return (
    <Image
      src={`${documentUrl(exportLogo, {})}?${encodeURIComponent(at)}`}
      alt={t('letterhead.logoNow')}
      h={72}
      w="auto"
      fit="contain"
      mb="md"
      bg="white"
      p={4}
    />
  );
}

const lines = ['above', 'office', 'below', 'address', 'place', 'signer'] as const;

function HeadFacts({ head }: { head: Head | null }) {
  const t = useWords('setup');
  return <Facts facts={lines.map((line) => ({ label: t(`letterhead.${line}`), value: head?.[line] }))} />;
}

const blank = { above: '', office: '', below: '', address: '', place: '', signer: '' };

function linesOf(head: Head | null): typeof blank {
  if (head === null) return blank;
  const { above, office, below, address, place, signer } = head;
  return { above, office, below, address, place, signer };
}

interface HeadFormProps {
  readonly head: Head | null;
  readonly isSaved: boolean;
}

function HeadForm({ head, isSaved }: HeadFormProps) {
  const t = useWords('setup');
  const record = useCommand(recordLetterhead);
  const [id] = useState(() => newId<LetterheadId>());
  const form = useForm({
    initialValues: { ...linesOf(head), logo: '' as FileId | '', noLogo: false },
  });
  return (
    <Stack gap="md">
      <FormShell
        method={recordLetterhead}
        command={commandInOwnWords(record)}
        form={form}
        submit={t('letterhead.save')}
        toInput={({ logo, noLogo, ...given }) => ({
          id,
          ...given,
          logo: noLogo ? null : logo === '' ? ('keep' as const) : logo,
        })}
        onDone={() => undefined}
      >
        <TextInput
          label={t('letterhead.above')}
          description={t('letterhead.aboveHint')}
          {...form.getInputProps('above')}
        />
        <TextInput label={t('letterhead.office')} required {...form.getInputProps('office')} />
        <TextInput
          label={t('letterhead.below')}
          description={t('letterhead.belowHint')}
          {...form.getInputProps('below')}
        />
        <TextInput label={t('letterhead.address')} {...form.getInputProps('address')} />
        <TextInput
          label={t('letterhead.place')}
          description={t('letterhead.placeHint')}
          {...form.getInputProps('place')}
        />
        <TextInput label={t('letterhead.signer')} {...form.getInputProps('signer')} />
        <UploadInput
          label={t('letterhead.logo')}
          description={t('letterhead.logoHint')}
          accept="image/png,image/jpeg,image/webp"
          prepare={(file) => asPng(file, widestLogo)}
          {...form.getInputProps('logo')}
        />
        {head?.logo === true && (
          <Checkbox label={t('letterhead.noLogo')} {...form.getInputProps('noLogo', { type: 'checkbox' })} />
        )}
        {isSaved && !form.isDirty() && (
          <Alert role="status" color="leaf" variant="light">
            {t('letterhead.saved')}
          </Alert>
        )}
      </FormShell>
    </Stack>
  );
}
