import { loadPlot, PlotEdit } from './plot-edit.tsx';

export const load = loadPlot;
export const Page = () => <PlotEdit kind="correct" />;
