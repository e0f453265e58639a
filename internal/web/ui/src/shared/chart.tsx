// A chart of bars or boxes, drawn as SVG. What it shows stands in a table beside it. Loaded on demand.
import { useComputedColorScheme } from '@mantine/core';
import { BarChart, BoxplotChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([BarChart, BoxplotChart, GridComponent, TooltipComponent, SVGRenderer]);

export interface ChartProps {
  kind: 'bars' | 'boxes';
  categories: readonly string[];
  /** Of bars a number each; of boxes least, lower quartile, median, upper quartile, greatest. */
  values: readonly (number | readonly number[])[];
  label: string;
  horizontal?: boolean;
  onChoose?: (index: number) => void;
}

export default function Chart({ kind, categories, values, label, horizontal = false, onChoose }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const made = echarts.init(place.current!, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (e) => choose.current?.(e.dataIndex));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current!);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const text = { color: colour('--soft'), fontSize: 12 };
    const category = { type: 'category' as const, data: [...categories], axisLabel: { ...text, interval: horizontal ? 0 : 'auto' as const, showMinLabel: true, showMaxLabel: true, width: horizontal ? 110 : undefined, overflow: 'truncate' as const }, axisLine: { lineStyle: { color: colour('--line') } }, axisTick: { show: false }, inverse: horizontal };
    const value = { type: 'value' as const, axisLabel: text, splitLine: { lineStyle: { color: colour('--line') } }, ...(kind === 'boxes' ? { min: 0, max: 100 } : { minInterval: 1 }) };
    chart.current?.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      aria: { enabled: false }, // the figure has a label, and the table says the rest
      grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
      xAxis: horizontal ? value : category,
      yAxis: horizontal ? category : value,
      series: [kind === 'bars'
        ? { type: 'bar', data: values as number[], itemStyle: { color: colour('--blue') }, barCategoryGap: '12%' }
        : { type: 'boxplot', data: values as number[][], itemStyle: { color: colour('--info-back'), borderColor: colour('--blue'), borderWidth: 1.5 } }],
    }, true);
  }, [kind, categories, values, horizontal, scheme]);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}
