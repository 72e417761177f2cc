import type { OrganisationId, SeasonId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { notify } from '#platform/session/notify.ts';

interface StageTold {
  readonly season: SeasonId;
  readonly stage: string;
  readonly organisation: OrganisationId;
  readonly plotCode: string;
  readonly unit: UnitCode;
}

interface HeldTold {
  readonly season: SeasonId;
  readonly organisation: OrganisationId;
  readonly harvests: readonly string[];
}

const seasonLink = (season: SeasonId): string => `/production/seasons/${season}`;

/** The officer of the place hears that a stage waits; the organisation hears what became of it. */
const tellStage: Subscriber = {
  name: 'production-stage-notice',
  topics: ['production.stage.submitted', 'production.stage.returned', 'production.stage.signed-off'],
  work: async (db, { topic, payload }) => {
    const told = payload as unknown as StageTold;
    const officers = { unit: told.unit, role: 'commune-officer' } as const;
    await notify(db, {
      topic,
      params: { stage: told.stage, plot: told.plotCode },
      link: seasonLink(told.season),
      to: topic === 'production.stage.submitted' ? officers : { organisation: told.organisation },
    });
  },
};

const tellHeld: Subscriber = {
  name: 'production-held-notice',
  topics: ['production.harvest.held'],
  work: async (db, { topic, payload }) => {
    const { season, organisation, harvests } = payload as unknown as HeldTold;
    await notify(db, { topic, params: { count: harvests.length }, link: seasonLink(season), to: { organisation } });
  },
};

export const noticeSubscribers: readonly Subscriber[] = [tellStage, tellHeld];
