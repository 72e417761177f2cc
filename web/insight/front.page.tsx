import { Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconQrcode, IconRoute } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listFigures, type FigureView } from '#contexts/insight/figure.wire.ts';
import { listDemonstrationAccounts } from '#contexts/people/account.wire.ts';
import { DemoSignIns } from '#web/account/demo-sign-ins.tsx';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { FigureCards } from './figure-cards.tsx';
import classes from './front.module.css';
import { insightPaths } from './paths.ts';

/** What the article counts, in its order. */
const onFront: readonly FigureView['key'][] = [
  'cooperatives',
  'members',
  'cooperativeGroups',
  'farms',
  'chains',
  'cooperativesInChains',
  'meanRevenueVnd',
  'firmContracts',
];

export const load: Load = ({ ask, me }) =>
  Promise.all([ask(listFigures, {}), me.demoSignIns ? ask(listDemonstrationAccounts, {}) : undefined]);

export function Page() {
  const t = useWords('insight');
  const me = useMe();
  const { items } = useAnswer(listFigures, {});
  return (
    <>
      <PageHeader title={t('front.title')} lead={t('front.lead', { province: me.province.name })} />
      <div className={classes['what']}>
        <List spacing="xs" size="lg" icon={<span className={classes['dot']} aria-hidden />}>
          <List.Item>{t('front.what1')}</List.Item>
          <List.Item>{t('front.what2')}</List.Item>
          <List.Item>{t('front.what3')}</List.Item>
        </List>
        <Loose figures={items} />
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" my="xl">
        {me.province.demonstration && <Story />}
        <Trace />
      </SimpleGrid>
      {me.demoSignIns && <DemoSignIns back={insightPaths.home} columns={3} />}
      <Section
        title={t('front.figures')}
        actions={
          <Button
            component={Link}
            to={insightPaths.figures}
            variant="subtle"
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            {t('front.allFigures')}
          </Button>
        }
      >
        <FigureCards figures={items.filter(({ key }) => onFront.includes(key))} />
      </Section>
    </>
  );
}

const valueOf = (figures: readonly FigureView[], key: FigureView['key']): number =>
  figures.find((figure) => figure.key === key)?.value ?? 0;

/** The one problem, as the province's own figures show it. */
function Loose({ figures }: { figures: readonly FigureView[] }) {
  const t = useWords('insight');
  const all = valueOf(figures, 'cooperatives');
  const inChains = valueOf(figures, 'cooperativesInChains');
  return (
    <div className={classes['loose']}>
      <p className={classes['share']} aria-hidden>
        {inChains} / {all}
      </p>
      <Text fw={600}>{t('front.links')}</Text>
      <Text size="sm">{t('front.linksText', { inChains, all })}</Text>
    </div>
  );
}

function Story() {
  const t = useWords('insight');
  return (
    <section className={classes['panel']} aria-labelledby="front-story">
      <Stack gap="xs">
        <Group gap="xs">
          <IconRoute size={22} aria-hidden />
          <h2 id="front-story" className={classes['panelTitle']}>
            {t('front.story')}
          </h2>
        </Group>
        <Text>{t('front.storyLead')}</Text>
        <Button
          component={Link}
          to={insightPaths.walk}
          size="md"
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          {t('front.walk')}
        </Button>
      </Stack>
    </section>
  );
}

function Trace() {
  const t = useWords('insight');
  return (
    <section className={classes['panel']} aria-labelledby="front-trace">
      <Stack gap="xs">
        <Group gap="xs">
          <IconQrcode size={22} aria-hidden />
          <h2 id="front-trace" className={classes['panelTitle']}>
            {t('front.trace')}
          </h2>
        </Group>
        <Text>{t('front.traceText')}</Text>
        <Button component="a" href="/t/" variant="default" size="md">
          {t('front.traceGo')}
        </Button>
      </Stack>
    </section>
  );
}
