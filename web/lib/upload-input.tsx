import { Button, FileButton, Group, Input, Progress, Stack, Text } from '@mantine/core';
import { IconFileCheck, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { newId, type FileId } from '#kernel/id.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import type { ApiProblem } from './api-problem.ts';
import { bytesText, percentText } from './format.ts';
import { useWords } from './i18n.ts';
import { largestBytes, upload, type Uploaded } from './upload.ts';

interface UploadInputProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  /** As in <input accept>; with image/* a phone offers its camera. */
  readonly accept?: string;
  readonly error?: ReactNode;
  readonly value?: FileId | '';
  readonly onChange?: (id: FileId | '') => void;
  /** Made of the file before it goes up: a picture as PNG, say. */
  readonly prepare?: (file: File) => Promise<File>;
}

/** A file goes up as soon as it is chosen; the form then holds its id. */
export function UploadInput({ label, description, required, accept, error, onChange, prepare }: UploadInputProps) {
  const t = useWords('shell');
  const id = useId();
  const [share, setShare] = useState(0);
  const last = useRef<{ file: File; id: FileId } | undefined>(undefined);
  const sending = useMutation<Uploaded, ApiProblem, File>({
    mutationFn: async (file) => {
      if (last.current?.file !== file) last.current = { file, id: newId<FileId>() };
      setShare(0);
      return upload(prepare === undefined ? file : await prepare(file), { onProgress: setShare, id: last.current.id });
    },
    networkMode: 'always',
    onMutate: () => onChange?.(''),
    onSuccess: (kept) => onChange?.(kept.id),
  });
  const takesPhotos = accept?.includes('image/') ?? false;

  return (
    <Input.Wrapper
      label={label}
      description={description ?? t('upload.limit', { size: bytesText(largestBytes) })}
      error={error}
      required={required ?? false}
      labelElement="div"
      id={id}
    >
      <Stack gap="xs" mt={4} aria-live="polite">
        <Group gap="sm">
          <FileButton onChange={(file) => file && sending.mutate(file)} {...(accept && { accept })}>
            {(button) => (
              <Button
                {...button}
                variant="default"
                leftSection={<IconUpload size={18} aria-hidden />}
                loading={sending.isPending}
                aria-label={`${label}: ${t('upload.choose')}`}
              >
                {sending.data ? t('upload.replace') : t(takesPhotos ? 'upload.take' : 'upload.choose')}
              </Button>
            )}
          </FileButton>
          {sending.data && (
            <Group gap={6}>
              <IconFileCheck size={18} color="var(--lk-mark)" aria-hidden />
              <Text size="sm">
                {t('upload.done', { name: `${sending.data.name} (${bytesText(sending.data.bytes)})` })}
              </Text>
            </Group>
          )}
        </Group>
        {sending.isPending && (
          <Progress value={share * 100} aria-label={t('upload.progress', { percent: percentText(share, 0) })} />
        )}
        <ProblemNote problem={sending.error} />
        {sending.error && sending.variables && (
          <Button variant="subtle" w="fit-content" onClick={() => sending.mutate(sending.variables)}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
