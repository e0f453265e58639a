// The ranked table of a batch. Ten thousand rows are kept; those that can be seen are drawn.
import { columnVisibilityFeature, createColumnHelper, createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef, type ReactNode } from 'react';

import { useWords } from '../../i18n';
import { Link } from '../../router';
import { VerdictBadge } from '../../shared/verdict';
import type { Row } from './items';

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, Row>();

/** Of a row, in pixels; the style sheet says the same. */
export const rowHeight = 44;

/** How many can be laid side by side. */
export const mostChosen = 3;

export interface Dimension {
  id: string;
  title: string;
}

const widths: Record<string, number> = { choose: 48, rank: 64, name: 320, verdict: 136, score: 84, failed: 96 };
const verdictOrder: Record<string, number> = { pass: 0, review: 1, fail: 2, error: 3 };

export interface TableProps {
  batch: string;
  rows: readonly Row[];
  dimensions: readonly Dimension[];
  sorting: SortingState;
  onSorting: (sorting: SortingState) => void;
  hidden: ReadonlySet<string>;
  chosen: ReadonlySet<number>;
  onChoose: (number: number) => void;
}

export function BatchTable({ batch, rows, dimensions, sorting, onSorting, hidden, chosen, onChoose }: TableProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => helper.columns([
    helper.accessor((r) => r.rank, { id: 'rank', sortUndefined: 'last' }),
    helper.accessor((r) => r.title || r.name, { id: 'name', sortFn: (a, b) => (a.original.title || a.original.name).localeCompare(b.original.title || b.original.name, 'zh') }),
    helper.accessor((r) => (r.verdict === undefined ? undefined : verdictOrder[r.verdict]), { id: 'verdict', sortUndefined: 'last' }),
    helper.accessor((r) => r.score, { id: 'score', sortUndefined: 'last', sortDescFirst: true }),
    helper.accessor((r) => (r.score === undefined ? undefined : r.failed.length), { id: 'failed', sortUndefined: 'last', sortDescFirst: true }),
    ...dimensions.map((d) => helper.accessor((r) => r.dimensions?.get(d.id), { id: d.id, sortUndefined: 'last', sortDescFirst: true })),
  ]), [dimensions]);
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map((id) => [id, false])), [hidden]);
  const table = useTable({
    features, columns, data: rows as Row[], getRowId: (r: Row) => String(r.number), state: { sorting, columnVisibility }, enableSortingRemoval: false,
    onSortingChange: (next) => onSorting(typeof next === 'function' ? next(sorting) : next),
  });
  const sorted = table.getRowModel().rows;
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => place.current, estimateSize: () => rowHeight, overscan: 8, getItemKey: (i) => sorted[i]!.id });
  const shown = useMemo(() => dimensions.filter((d) => !hidden.has(d.id)), [dimensions, hidden]);
  const heads: { id: string; words: string; number?: boolean; width: number; grow?: boolean }[] = [
    { id: 'rank', words: t('table.rank'), number: true, width: widths['rank']! },
    { id: 'name', words: t('table.proposal'), width: widths['name']!, grow: true },
    { id: 'verdict', words: t('reviews.verdict'), width: widths['verdict']! },
    { id: 'score', words: t('reviews.score'), number: true, width: widths['score']! },
    { id: 'failed', words: t('table.failed'), number: true, width: widths['failed']! },
    ...shown.map((d) => ({ id: d.id, words: d.title, number: true, width: 100 })),
  ];
  const count = heads.filter((h) => !hidden.has(h.id)).length + 1;
  return (
    <div ref={place} className="vtable" tabIndex={0} role="region" aria-label={t('table.title')}>
      <div role="table" aria-label={t('table.title')} aria-rowcount={sorted.length + 1} aria-colcount={count}>
        <div role="rowgroup" className="vhead">
          <div role="row" className="vrow" aria-rowindex={1}>
            <div role="columnheader" className="vcell" style={{ width: widths['choose'] }}><span className="visually-hidden">{t('table.choose')}</span></div>
            {heads.filter((h) => !hidden.has(h.id)).map((h) => {
              const direction = sorting[0]?.id === h.id ? (sorting[0].desc ? 'descending' : 'ascending') : undefined;
              return (
                <div key={h.id} role="columnheader" aria-sort={direction ?? 'none'} className={`vcell${h.number ? ' n' : ''}${h.grow ? ' grow' : ''}`} style={{ width: h.width }}>
                  <button type="button" onClick={() => table.getColumn(h.id)?.toggleSorting()}>{h.words}<span aria-hidden="true">{direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}</span></button>
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup" className="vbody" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((v) => {
            const row = sorted[v.index]!.original;
            return <Line key={v.key} batch={batch} row={row} index={v.index} start={v.start} dimensions={shown} hidden={hidden} chosen={chosen.has(row.number)} full={chosen.size >= mostChosen} onChoose={onChoose} />;
          })}
        </div>
      </div>
    </div>
  );
}

const Line = memo(function Line({ batch, row, index, start, dimensions, hidden, chosen, full, onChoose }: {
  batch: string; row: Row; index: number; start: number; dimensions: readonly Dimension[]; hidden: ReadonlySet<string>; chosen: boolean; full: boolean; onChoose: (number: number) => void;
}) {
  const { t } = useWords();
  const cell = (id: string, content: ReactNode, more = '') => hidden.has(id) ? null : <div key={id} role="cell" className={`vcell ${more}`} style={{ width: widths[id] ?? 100 }}>{content}</div>;
  return (
    <div role="row" aria-rowindex={index + 2} className={chosen ? 'vrow chosen' : 'vrow'} style={{ transform: `translateY(${start}px)` }}>
      <div role="cell" className="vcell" style={{ width: widths['choose'] }}>
        {row.score !== undefined && <input type="checkbox" checked={chosen} disabled={full && !chosen} onChange={() => onChoose(row.number)} aria-label={t('table.chooseThis', { name: row.title || row.name })} />}
      </div>
      {cell('rank', row.rank, 'n')}
      {cell('name', (
        <span className="two">
          <Link to={`/batches/${batch}/${row.number}`} title={row.title ? `${row.title} · ${row.name}` : row.name}>{row.title || row.name}</Link>
          <span className="soft">{row.problem ? row.problem.title : row.title ? row.name : ''}</span>
        </span>
      ), 'grow')}
      {cell('verdict', row.verdict ? <VerdictBadge verdict={row.verdict} /> : <span className="soft">{t(`itemState.${row.state}`)}</span>)}
      {cell('score', row.score?.toFixed(2), 'n')}
      {cell('failed', row.score === undefined ? null : row.failed.length, 'n')}
      {dimensions.map((d) => cell(d.id, <Heat score={row.dimensions?.get(d.id)} />, 'n'))}
    </div>
  );
});

/** A score whose colour says roughly what the number says. */
function Heat({ score }: { score: number | undefined }) {
  if (score === undefined) return null;
  return <span className={`heat ${score < 60 ? 'h0' : score < 80 ? 'h1' : score < 95 ? 'h2' : 'h3'}`}>{score.toFixed(1)}</span>;
}
