// A batch in figures: how scores lie, how dimensions spread, which requirements are missed most. Each has its table.
import { lazy, Suspense, useMemo, type ReactNode } from 'react';

import type { Api } from '../../api';
import { useWords } from '../../i18n';
import type { Row } from './items';
import { bins, missed, quartiles } from './statistics';
import type { Dimension } from './table';

const Chart = lazy(() => import('../../shared/chart'));

export function Figures({ rows, dimensions, requirements, onScores, onRequirement }: {
  rows: readonly Row[]; dimensions: readonly Dimension[]; requirements: ReadonlyMap<string, Api['Requirement']>;
  onScores: (least: number, most: number) => void; onRequirement: (id: string) => void;
}) {
  const { t, pick } = useWords();
  const scores = useMemo(() => rows.flatMap((r) => r.score ?? []), [rows]);
  const distribution = useMemo(() => bins(scores), [scores]);
  const spread = useMemo(() => dimensions.map((d) => ({ ...d, of: quartiles(rows.flatMap((r) => r.dimensions?.get(d.id) ?? [])) })).filter((d) => d.of.n > 0), [rows, dimensions]);
  const worst = useMemo(() => missed(rows).slice(0, 15), [rows]);
  const names = useMemo(() => distribution.map((b) => `${b.from}–${b.to}`), [distribution]);
  const heights = useMemo(() => distribution.map((b) => b.n), [distribution]);
  const titles = useMemo(() => spread.map((d) => d.title), [spread]);
  const boxes = useMemo(() => spread.map(({ of }) => [of.min, of.q1, of.median, of.q3, of.max]), [spread]);
  if (scores.length === 0) return <p className="state">{t('figures.none')}</p>;
  const all = quartiles(scores);
  return (
    <div className="charts">
      <Box title={t('figures.scores')} chart={<Chart kind="bars" categories={names} values={heights} label={t('figures.scores')} onChoose={(i) => onScores(distribution[i]!.from, distribution[i]!.to)} />}>
        <p className="soft">{t('figures.summary', { n: all.n, median: all.median.toFixed(2), q1: all.q1.toFixed(2), q3: all.q3.toFixed(2), min: all.min.toFixed(2), max: all.max.toFixed(2) })}</p>
        <details>
          <summary>{t('figures.table')}</summary>
          <table className="table">
            <thead><tr><th scope="col">{t('figures.range')}</th><th scope="col" className="n">{t('batches.proposals')}</th></tr></thead>
            <tbody>{distribution.map((b) => <tr key={b.from}><td><button type="button" className="link" onClick={() => onScores(b.from, b.to)}>{b.from}–{b.to}</button></td><td className="n">{b.n}</td></tr>)}</tbody>
          </table>
        </details>
      </Box>
      {spread.length > 0 && (
        <Box title={t('figures.spread')} chart={<Chart kind="boxes" horizontal categories={titles} values={boxes} label={t('figures.spread')} />}>
          <details>
            <summary>{t('figures.table')}</summary>
            <table className="table">
              <thead><tr><th scope="col">{t('dimensions.dimension')}</th><th scope="col" className="n">{t('figures.least')}</th><th scope="col" className="n">{t('figures.q1')}</th><th scope="col" className="n">{t('figures.median')}</th><th scope="col" className="n">{t('figures.q3')}</th><th scope="col" className="n">{t('figures.most')}</th></tr></thead>
              <tbody>{spread.map((d) => <tr key={d.id}><td>{d.title}</td>{[d.of.min, d.of.q1, d.of.median, d.of.q3, d.of.max].map((v, i) => <td key={i} className="n">{v.toFixed(1)}</td>)}</tr>)}</tbody>
            </table>
          </details>
        </Box>
      )}
      <Box title={t('figures.missed')} whole>
        {worst.length === 0 ? <p className="soft">{t('figures.noneMissed')}</p> : (
          <ol className="worst">
            {worst.map(({ id, n }) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => onRequirement(id)}>{id} {pick(requirements.get(id)?.title)}</button>
                <span className="n">{t('figures.of', { n, all: scores.length })}</span>
                <span className="bar" aria-hidden="true"><span style={{ width: `${(100 * n) / scores.length}%` }} /></span>
              </li>
            ))}
          </ol>
        )}
      </Box>
    </div>
  );
}

function Box({ title, chart, whole = false, children }: { title: string; chart?: ReactNode; whole?: boolean; children: ReactNode }) {
  return (
    <section className={whole ? 'chartbox whole' : 'chartbox'} aria-label={title}>
      <h2>{title}</h2>
      {chart && <Suspense fallback={<div className="chart" />}>{chart}</Suspense>}
      {children}
    </section>
  );
}
