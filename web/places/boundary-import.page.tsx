import { Button, FileButton, Group, Input, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { BoundaryTrouble } from '#contexts/places/boundary-check.ts';
import { importBoundaries, listBoundaries } from '#contexts/places/boundary.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { readBoundaryFile, type BoundaryFile } from './boundary-file.ts';
import { BoundaryPreview } from './boundary-preview.tsx';
import { placesPaths } from './paths.ts';

type Units = ReplyOf<typeof listBoundaries>['units'];

export const load: Load = ({ ask }) => ask(listBoundaries, {});

/** What the server found beside the rules of one file, above all neighbours in use that it would cover. */
function foundBy(problem: ApiProblem | null, units: Units): BoundaryTrouble[] {
  if (problem?.code !== 'places.boundary.not-sound') return [];
  const nameOf = (code: string | null): string => units.find((unit) => unit.code === code)?.name ?? code ?? '';
  return (problem.obstacles as unknown as readonly BoundaryTrouble[]).map((trouble) => ({
    ...trouble,
    unit: nameOf(trouble.unit),
    other: trouble.other === null ? null : nameOf(trouble.other),
  }));
}

function useNotYet(file: BoundaryFile | undefined, may: boolean): string[] {
  const t = useWords('places');
  if (!may) return [t('shell:page.forbiddenText')];
  if (file === undefined) return [t('boundary.chooseFirst')];
  return file.fileTroubles.length + file.troubles.length > 0 ? [t('boundary.hasTroubles')] : [];
}

/** A file of outlines is read and looked at here; what is sound goes to the server, all or nothing. */
export function Page() {
  const t = useWords('places');
  const navigate = useNavigate();
  const { items, units, may } = useAnswer(listBoundaries, {});
  const [file, setFile] = useState<BoundaryFile>();
  const send = useCommand(importBoundaries, { stale: ['registry'] });
  const form = useForm({ initialValues: { source: '' } });
  const notYet = useNotYet(file, may.import);
  const found = foundBy(send.error, units);
  const shown = file === undefined ? undefined : { ...file, troubles: [...file.troubles, ...found] };
  const back = () => void navigate(placesPaths.boundaries);
  const take = (chosen: File | null) => {
    if (chosen === null) return;
    send.reset();
    void readBoundaryFile(chosen, units).then(setFile);
  };
  return (
    <>
      <PageHeader
        title={t('boundary.import')}
        lead={t('boundary.importLead')}
        crumbs={[{ label: t('boundary.title'), to: placesPaths.boundaries }]}
      />
      <FormShell
        method={importBoundaries}
        command={send}
        form={form}
        submit={t('boundary.import')}
        toInput={({ source }) => ({
          source,
          items: (file?.matched ?? []).map(({ unit, feature }) => ({
            unit: { code: unit.code, from: unit.from },
            geometry: feature.geometry as never,
          })),
        })}
        notYet={notYet}
        onDone={back}
        onCancel={back}
      >
        <Input.Wrapper label={t('boundary.file')} required labelElement="div">
          <Group gap="sm" mt={4}>
            <FileButton onChange={take} accept=".geojson,.json,application/geo+json,application/json">
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconFileImport size={18} aria-hidden />}>
                  {t('boundary.choose')}
                </Button>
              )}
            </FileButton>
            {file !== undefined && <Text size="sm">{t('boundary.chosen', { name: file.name })}</Text>}
          </Group>
        </Input.Wrapper>
        <TextInput
          label={t('boundary.source')}
          description={t('boundary.sourceHint')}
          required
          maxLength={300}
          {...form.getInputProps('source')}
        />
        {shown !== undefined && <BoundaryPreview file={shown} inForce={items.map(({ unit }) => unit.code)} />}
      </FormShell>
    </>
  );
}
