import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getRatingCard, getSizeCard } from '#contexts/books/card.wire.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { booksPaths } from './paths.ts';
import { RatingSection } from './rating-section.tsx';
import { SizeSection } from './size-section.tsx';

export const load: Load = ({ ask, param }) => {
  const asked = { organisation: param('id'), year: Number(param('year')) };
  return Promise.all([ask(getSizeCard, asked), ask(getRatingCard, asked)]);
};

/** The classes of a year with every row, point and blank they rest on. */
export function Page() {
  const t = useWords('books');
  const asked = { organisation: useParam<OrganisationId>('id'), year: Number(useParam('year')) };
  const size = useAnswer(getSizeCard, asked);
  const rating = useAnswer(getRatingCard, asked);
  return (
    <>
      <PageHeader
        title={t('card.title', { year: asked.year })}
        lead={t('card.lead', { on: dayText(size.rulesOn) })}
        crumbs={[
          { label: size.organisation.name, to: registryPaths.organisation(asked.organisation) },
          {
            label: t('update.titleOf', { year: asked.year }),
            to: booksPaths.update(asked.organisation, asked.year),
          },
        ]}
      />
      <SizeSection card={size} />
      <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} mt="xl">
        {t('card.forceUncertain')}
      </Alert>
      <RatingSection card={rating} />
    </>
  );
}
