import type { EChartsCoreOption } from 'echarts/core';
import { numberText } from '#web/lib/format.ts';

const colours = {
  light: {
    text: '#4c5049',
    line: '#d8d7cc',
    series: ['#2a683b', '#cf751c', '#386d90', '#8b8d82', '#b53a2c', '#69a676'],
  },
  dark: {
    text: '#bcc4bb',
    line: '#434d45',
    series: ['#69a676', '#efb46c', '#8bb2cb', '#97a297', '#e48d82', '#b4d4ba'],
  },
} as const;

/** The house's colours, and tooltips that are text: a name with markup in it stays a name. */
export function chartLook(scheme: 'light' | 'dark'): EChartsCoreOption {
  const { text, line, series } = colours[scheme];
  return {
    color: [...series],
    textStyle: { fontFamily: "'Be Vietnam Pro', 'Noto Sans Thai', sans-serif", color: text },
    legend: { textStyle: { color: text }, bottom: 0, itemGap: 24 },
    tooltip: { renderMode: 'richText', trigger: 'axis', confine: true, valueFormatter: numberOnAxis },
    grid: { left: 8, right: 8, top: 16, bottom: 36, containLabel: true },
    axisPointer: { lineStyle: { color: line } },
    animation: false,
  };
}

/** The axes in the house's colours: given as a theme, so that a chart's own axes keep what they say besides. */
export function axisLook(scheme: 'light' | 'dark') {
  const { text, line } = colours[scheme];
  const axis = {
    axisLabel: { color: text },
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    splitLine: { lineStyle: { color: line } },
  };
  return { categoryAxis: axis, valueAxis: axis, timeAxis: axis };
}

/** Numbers on an axis in the signs of the language: `yAxis: { axisLabel: { formatter: numberOnAxis } }`. */
export const numberOnAxis = (value: unknown): string => numberText(Number(value), 2);
