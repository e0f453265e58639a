// Scores by dimension: a radar for the eye, a table for everyone.
import { lazy, memo, Suspense, useMemo } from 'react';

import { useWords } from '../../i18n';
import { points } from '../../proposal/assessment';
import { ScoreBar } from '../../shared/bar';
import { useWork } from './work';

const Radar = lazy(() => import('./radar'));

export const Dimensions = memo(function Dimensions({ chart = true }: { chart?: boolean }) {
  const { t, pick } = useWords();
  const { diagnosis, dimensions } = useWork();
  const rows = useMemo(() => (diagnosis?.assessment?.decision.dimensions ?? []).map((d) => ({
    ...d, name: pick(dimensions?.find((x) => x.id === d.dimension)?.title) || d.dimension,
  })), [diagnosis, dimensions, pick]);
  const axes = useMemo(() => rows.filter((r) => r.possible > 0), [rows]);
  if (rows.length === 0) return <p className="soft">{t('dimensions.none')}</p>;
  return (
    <div>
      {chart && axes.length > 2 && (
        <Suspense fallback={<div className="radar" />}>
          <Radar axes={axes} label={t('dimensions.chart')} scoreLabel={t('dimensions.score')} floorLabel={t('dimensions.floor')} />
        </Suspense>
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label={t('dimensions.table')}>
        <table className="table">
          <caption className="visually-hidden">{t('dimensions.table')}</caption>
          <thead><tr><th scope="col">{t('dimensions.dimension')}</th><th scope="col" className="n">{t('dimensions.score')}</th><th scope="col" className="n">{t('dimensions.floor')}</th></tr></thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.dimension}>
                <th scope="row">{r.name}
                  <ScoreBar of={r} />
                </th>
                <td className="n">{r.possible === 0 ? t('dimensions.notAsked') : points(r.score)}</td>
                <td className="n">{r.possible === 0 ? '' : r.floor_holds ? (r.score < r.floor ? t('dimensions.below', { floor: points(r.floor) }) : points(r.floor)) : t('dimensions.noFloor')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
});
