import type { PlotId, SeasonId } from '#kernel/id.ts';
import type { ProtocolId } from '#contexts/production/protocol.ts';

const withSearch = (path: string, search: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** Every address of this context's pages; links are made with these, never by hand. */
export const productionPaths = {
  plots: '/production/plots',
  newPlot: '/production/plots/new',
  plot: (id: PlotId | ':id') => `/production/plots/${id}`,
  changePlot: (id: PlotId | ':id') => `/production/plots/${id}/change`,
  correctPlot: (id: PlotId | ':id') => `/production/plots/${id}/correct`,
  seasons: '/production/seasons',
  newSeason: (plot?: PlotId) => withSearch('/production/seasons/new', { plot }),
  season: (id: SeasonId | ':id', stage?: string) => withSearch(`/production/seasons/${id}`, { stage }),
  newEntry: (
    id: SeasonId | ':id',
    at: { family?: string; step?: string; occurrence?: string; replaces?: string } = {},
  ) => withSearch(`/production/seasons/${id}/log`, at),
  newHarvest: (id: SeasonId | ':id', replaces?: string) =>
    withSearch(`/production/seasons/${id}/harvest`, { replaces }),
  protocols: '/production/protocols',
  protocol: (id: ProtocolId | ':id') => `/production/protocols/${id}`,
} as const;
