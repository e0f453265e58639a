// The dimensions as a radar; the table beside it says the same. Loaded on demand.
import { useComputedColorScheme } from '@mantine/core';
import { RadarChart } from 'echarts/charts';
import { AriaComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([RadarChart, RadarComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface Axis {
  name: string;
  /** In basis points. */
  score: number;
  floor: number;
}

export default function Radar({ axes, label, scoreLabel, floorLabel }: { axes: Axis[]; label: string; scoreLabel: string; floorLabel: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const made = echarts.init(place.current!, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => {
      made.resize();
      made.setOption({ radar: { radius: radiusIn(place.current!) } });
    });
    watch.observe(place.current!);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    chart.current?.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      aria: { enabled: false }, // the figure has a label, and the table says the rest
      radar: {
        indicator: axes.map((a) => ({ name: a.name, max: 100 })), radius: radiusIn(place.current!),
        axisName: { color: colour('--soft'), fontSize: 12, formatter: (name?: string) => wrapped((name ?? '').replace(/[{}|]/g, ' ')) },
        splitLine: { lineStyle: { color: colour('--line') } }, axisLine: { lineStyle: { color: colour('--line') } }, splitArea: { show: false },
      },
      series: [{
        type: 'radar', symbolSize: 5,
        data: [
          { name: scoreLabel, value: axes.map((a) => a.score / 100), areaStyle: { opacity: 0.25 }, lineStyle: { width: 2, color: colour('--blue') }, itemStyle: { color: colour('--blue') } },
          { name: floorLabel, value: axes.map((a) => a.floor / 100), symbol: 'none', lineStyle: { width: 1.5, type: 'dashed', color: colour('--warn') }, itemStyle: { color: colour('--warn') } },
        ],
      }],
    });
  }, [axes, scheme, scoreLabel, floorLabel]);
  return <div ref={place} className="radar" role="img" aria-label={label} />;
}

/** Where there is little room beside the figure, names get more of it. */
const radiusIn = (place: HTMLElement) => (place.clientWidth < 420 ? '48%' : '62%');

/** Breaks a name into short lines: between words, or after some Chinese characters. */
function wrapped(name: string): string {
  const chinese = /[\u4e00-\u9fff]/.test(name);
  const length = Math.ceil(name.length / Math.ceil(name.length / 4)); // lines of one length
  const parts = chinese ? (name.match(new RegExp(`.{1,${length}}`, 'gu')) ?? []) : name.split(' ');
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && !chinese && last.length + part.length < 14) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines.join('\n');
}
