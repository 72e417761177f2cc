import { Box, SegmentedControl, Table, Text, useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#web/lib/i18n.ts';
import { axisLook, chartLook } from './chart-look.ts';

use([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface ChartTable {
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

interface ChartProps {
  readonly title: string;
  readonly option: EChartsCoreOption;
  /** The same figures for those who do not see the picture, and for the paper. */
  readonly table: ChartTable;
  readonly height?: number;
}

/** A chart with the table it was made from. */
export function Chart({ title, option, table, height = 280 }: ChartProps) {
  const t = useWords('shell');
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <Box component="figure" m={0}>
      <Text component="figcaption" fw={600} mb="xs">
        {title}
      </Text>
      <SegmentedControl
        size="xs"
        mb="xs"
        data-noprint
        aria-label={title}
        value={shown}
        onChange={(value) => setShown(value)}
        data={[
          { value: 'chart', label: t('chart.chart') },
          { value: 'table', label: t('chart.table') },
        ]}
      />
      {shown === 'chart' ? (
        <Drawing title={title} option={option} height={height} />
      ) : (
        <Figures title={title} table={table} />
      )}
    </Box>
  );
}

function Drawing({ title, option, height }: Required<Omit<ChartProps, 'table'>>) {
  const t = useWords('shell');
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, axisLook(scheme), { renderer: 'canvas' });
    chart.setOption({ ...chartLook(scheme), ...option });
    const sized = new ResizeObserver(() => chart.resize());
    sized.observe(box.current);
    return () => {
      sized.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);
  return <div ref={box} style={{ height }} role="img" aria-label={t('chart.label', { title })} />;
}

function Figures({ title, table }: { title: string; table: ChartTable }) {
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={title} striped>
        <Table.Thead>
          <Table.Tr>
            {table.columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map(([name, ...values]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {values.map((value, index) => (
                <Table.Td key={table.columns[index + 1]}>{value}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
