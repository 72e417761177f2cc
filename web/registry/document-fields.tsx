import { Anchor, Fieldset, SimpleGrid, Space, Text, TextInput } from '@mantine/core';
import { today, type Day } from '#kernel/day.ts';
import type { FileId } from '#kernel/id.ts';
import { fileUrl } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { UploadInput } from '#web/lib/upload-input.tsx';
import { DayInput } from '#web/ui/day-input.tsx';

/** The paper a change rests on, as the form holds it; blank is ''. */
export interface DocumentValues {
  readonly documentNumber: string;
  readonly documentOn: Day | '';
  readonly documentIssuer: string;
  readonly documentFile: FileId | '';
}

export const blankDocument: DocumentValues = {
  documentNumber: '',
  documentOn: '',
  documentIssuer: '',
  documentFile: '',
};

/** As an earlier asking told it. */
export const paperValues = (told: (Told & { readonly file: FileId | null }) | undefined): DocumentValues =>
  told === undefined
    ? blankDocument
    : {
        documentNumber: told.document ?? '',
        documentOn: told.documentOn ?? '',
        documentIssuer: told.documentIssuer ?? '',
        documentFile: told.file ?? '',
      };

export const documentNames = {
  'document.number': 'documentNumber',
  'document.on': 'documentOn',
  'document.issuer': 'documentIssuer',
  'document.file': 'documentFile',
  document: 'documentNumber',
} as const;

export const documentOf = ({ documentNumber, documentOn, documentIssuer, documentFile }: DocumentValues) => ({
  number: documentNumber,
  on: documentOn,
  issuer: documentIssuer,
  ...(documentFile !== '' && { file: documentFile }),
});

/** What of it is sent; nothing where none is needed and nothing was told. */
export function documentInput(values: DocumentValues, isNeeded: boolean) {
  const document = documentOf(values);
  return isNeeded || Object.values(document).some((one) => one !== '') ? { document } : {};
}

interface DocumentFieldsProps {
  readonly form: { readonly getInputProps: (path: keyof DocumentValues) => object };
  readonly hint: string;
  readonly required: boolean;
}

export function DocumentFields({ form, hint, required }: DocumentFieldsProps) {
  const t = useWords('registry');
  return (
    <Fieldset legend={t('organisation.document')}>
      <Text size="sm" c="dimmed" mb="xs">
        {hint}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t('organisation.documentNumber')}
          required={required}
          {...form.getInputProps('documentNumber')}
        />
        <DayInput
          label={t('organisation.documentOn')}
          max={today()}
          required={required}
          {...form.getInputProps('documentOn')}
        />
        <TextInput
          label={t('organisation.documentIssuer')}
          required={required}
          {...form.getInputProps('documentIssuer')}
        />
      </SimpleGrid>
      <Space h="sm" />
      <UploadInput
        label={t('organisation.documentFile')}
        accept="application/pdf,image/*"
        {...form.getInputProps('documentFile')}
      />
    </Fieldset>
  );
}

interface Told {
  readonly document: string | null;
  readonly documentOn: Day | null;
  readonly documentIssuer: string | null;
}

/** A paper in one line: number, issuer, day. */
export const paperText = ({ document, documentOn, documentIssuer }: Told): string =>
  [document, documentIssuer, documentOn && dayText(documentOn)].filter(Boolean).join(', ');

export function PaperLink({ file }: { file: FileId | null }) {
  const t = useWords('registry');
  return file === null ? null : (
    <Anchor href={fileUrl(file)} download size="sm" py={4} display="inline-block">
      {t('organisation.documentOpen')}
    </Anchor>
  );
}
