import { Anchor, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { listBoundaries } from '#contexts/places/boundary.wire.ts';
import { getUnit } from '#contexts/places/unit.wire.ts';
import { listSeatsElsewhere } from '#contexts/places/waiting-seat.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { ElsewhereSection, elsewhereOf } from './elsewhere-section.tsx';
import { UnitDrawing } from './unit-drawing.tsx';
import { unitText } from './unit-text.tsx';
import { VersionLine } from './unit-versions.tsx';
import { WaySections } from './unit-ways.tsx';

export type UnitView = ReplyOf<typeof getUnit>;

const inputOf = (code: string, search: URLSearchParams) => {
  const from = search.get('from');
  return { code: code as UnitCode, ...(from !== null && { from: from as Day }) };
};

/** Who keeps units, and auditors: they also see which seats do not fit. */
const readers = ['provincial-officer', 'administrator', 'auditor'] as const;

export const load: Load = ({ ask, param, search, me }) =>
  Promise.all([
    ask(getUnit, inputOf(param('code'), search)),
    ask(listBoundaries, {}),
    ...(hasRole(me, ...readers) ? [ask(listSeatsElsewhere, elsewhereOf(param('code') as UnitCode))] : []),
  ]);

export function Page() {
  const t = useWords('places');
  const [search] = useSearchParams();
  const mayRead = hasRole(useMe(), ...readers);
  const unit = useAnswer(getUnit, inputOf(useParam('code'), search));
  return (
    <>
      <PageHeader
        title={unitText(unit)}
        lead={t('unit.lead')}
        crumbs={[{ label: t('unit.list'), to: registryPaths.units }]}
        badges={
          <>
            <StateBadge
              tone={unit.until === null ? 'good' : 'neutral'}
              label={t(unit.until === null ? 'unit.standing' : 'unit.ended')}
            />
            {!unit.verified && <UnverifiedMark />}
          </>
        }
      />
      <UnitFacts unit={unit} />
      <UnitDrawing unit={unit} />
      <WaySections unit={unit} />
      <Section title={t('unit.line')} lead={t('unit.lineLead')}>
        <VersionLine unit={unit} />
      </Section>
      {mayRead && unit.until === null && <ElsewhereSection unit={unit.code} />}
    </>
  );
}

function UnitFacts({ unit }: { unit: UnitView }) {
  const t = useWords('places');
  return (
    <>
      <Facts
        facts={[
          { label: t('unit.code'), value: unit.code },
          { label: t('unit.from'), value: <DayText day={unit.from} /> },
          { label: t('unit.until'), value: unit.until === null ? t('unit.now') : dayText(unit.until) },
          { label: t('unit.district'), value: unit.formerDistrict },
          { label: t('unit.source'), value: unit.source },
        ]}
      />
      {unit.until === null && (
        <Text mt="sm">
          <Anchor component={Link} to={`${registryPaths.organisations}?unit=${unit.code}`}>
            {t('unit.organisations')}
          </Anchor>
        </Text>
      )}
    </>
  );
}
