// One batch: how far it is, its ranked table, its figures, and what its proposals share.
import { Button, Checkbox, NativeSelect, Popover, TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';

import type { Api } from '../../api';
import { useWords } from '../../i18n';
import { Link, navigate, useParams, useQuery } from '../../router';
import { useMay } from '../../session';
import { useAct } from '../../shared/act';
import { Download } from '../../shared/download';
import { Failure } from '../../shared/failure';
import { usePack } from '../../shared/results';
import { SignedIn } from '../../shared/signin';
import { Sure } from '../../shared/sure';
import { useTime } from '../../shared/time';
import { Tabs } from '../../shared/tabs';
import '../check/check.css';
import '../reviews/reviews.css';
import './batches.css';
import { Figures } from './figures';
import { filtered, keepViews, keptViews, plain, type View } from './filter';
import { isWorthRetry, useItems, type Items, type Row } from './items';
import { NewReplay } from './newreplay';
import { Similar } from './similar';
import { missed } from './statistics';
import { BatchTable, mostChosen } from './table';
import { isOver, useBatch, type Batch, type Watched } from './watch';

export default function BatchPage() {
  return <SignedIn title="batch.title" needs="getBatch">{() => <One />}</SignedIn>;
}

function One() {
  const { t } = useWords();
  const { batch: id = '' } = useParams();
  const watched = useBatch(id);
  const { batch } = watched;
  useEffect(() => {
    if (batch) document.title = `${batch.label || t('batch.title')} · ${t('brand')}`;
  }, [batch, t]);
  return (
    <>
      <p className="no-print"><Link to="/batches">{t('batches.title')}</Link></p>
      {batch === undefined && <h1>{t('batch.title')}</h1>}
      {watched.problem && <Failure problem={watched.problem} again={watched.again} byAddress />}
      {batch && <Whole batch={batch} watched={watched} />}
    </>
  );
}

function Whole({ batch, watched }: { batch: Batch; watched: Watched }) {
  const { t, pick } = useWords();
  const may = useMay();
  const [query, set] = useQuery();
  const { pack, requirements, gone } = usePack(batch.pack);
  // While it runs the table is drawn again for every twentieth part of it, and at its end.
  const { progress: p } = batch;
  const version = `${batch.state} ${batch.items === 0 ? 0 : Math.floor((20 * (p.done + p.failed)) / batch.items)} ${p.pending === 0 ? p.done : ''}`;
  const items = useItems(batch.id, version);
  const [view, setView] = useState<View>(plain);
  const tabs = [
    { id: 'table', label: t('batch.table') }, { id: 'figures', label: t('batch.figures') },
    ...(may('similarInBatch') ? [{ id: 'similar', label: t('batch.similar') }] : []),
    ...(may('replayBatch') ? [{ id: 'replay', label: t('batch.replay') }] : []),
  ];
  const tab = tabs.find((x) => x.id === query.get('tab'))?.id ?? 'table';
  const dimensions = useMemo(() => {
    if (pack) return pack.dimensions.map((d) => ({ id: d.id, title: pick(d.title) }));
    const ids = new Set(items.rows.flatMap((r) => [...(r.dimensions?.keys() ?? [])]));
    return [...ids].map((id) => ({ id, title: id }));
  }, [pack, pick, items.rows]);
  const only = useCallback((change: Partial<View>) => {
    setView({ ...plain, ...change });
    set('tab', null);
  }, [set]);
  return (
    <>
      <h1>{batch.label || t('batches.unnamed', { id: batch.id.slice(0, 6) })}</h1>
      <p className="soft">{t('submission.rules', { pack: pick(pack?.title) || batch.pack.id, version: batch.pack.version, profile: pick(pack?.profiles.find((x) => x.id === batch.profile)?.title) || batch.profile, date: batch.as_of })}</p>
      {gone && <div className="state">{t('batch.packGone')}</div>}
      <Progress batch={batch} watched={watched} />
      <Controls batch={batch} watched={watched} rows={items.rows} />
      <Tabs tabs={tabs} chosen={tab} choose={(id) => set('tab', id === 'table' ? null : id)} label={t('batch.parts')}>
        {tab === 'table' && <Ranked batch={batch} items={items} dimensions={dimensions} requirements={requirements} view={view} setView={setView} />}
        {tab === 'figures' && <Figures rows={items.rows} dimensions={dimensions} requirements={requirements} onScores={(least, most) => only({ least: String(least), most: String(most) })} onRequirement={(requirement) => only({ requirement })} />}
        {tab === 'similar' && <Similar batch={batch} />}
        {tab === 'replay' && <NewReplay batch={batch} pack={pack} />}
      </Tabs>
    </>
  );
}

function Progress({ batch, watched }: { batch: Batch; watched: Watched }) {
  const { t } = useWords();
  const time = useTime();
  const { progress: p } = batch;
  const done = p.done + p.failed + p.cancelled;
  const parts = [['pass', p.verdicts.pass], ['review', p.verdicts.review], ['fail', p.verdicts.fail], ['failed', p.verdicts.error + p.failed]] as const;
  return (
    <section aria-label={t('batch.progress')}>
      <div className="bars" role="progressbar" aria-label={t('batch.progress')} aria-valuemin={0} aria-valuemax={batch.items} aria-valuenow={done} aria-valuetext={t('batch.done', { done, all: batch.items })}>
        {batch.items > 0 && parts.map(([kind, n]) => <span key={kind} className={kind} style={{ width: `${(100 * n) / batch.items}%` }} />)}
      </div>
      <ul className="counts">
        <li><strong>{t(`batchState.${batch.state}`)}</strong></li>
        <li>{t('batch.done', { done, all: batch.items })}</li>
        {(['pass', 'review', 'fail', 'error'] as const).map((v) => (v !== 'error' || p.verdicts.error > 0) && <li key={v}><span className={`badge ${v}`}>{t(`verdict.${v}`)}</span> <span className="n">{p.verdicts[v]}</span></li>)}
        {p.failed > 0 && <li>{t('batch.failed', { n: p.failed })}</li>}
        {p.cancelled > 0 && <li>{t('batch.cancelled', { n: p.cancelled })}</li>}
        <li className="soft">{isOver(batch) ? t('batch.ended', { time: time(batch.changed) }) : watched.by === 'questions' ? t('batch.asking') : ''}</li>
      </ul>
      <p className="visually-hidden" role="status">{isOver(batch) ? t('batch.over', { done, all: batch.items }) : ''}</p>
    </section>
  );
}

function Controls({ batch, watched, rows }: { batch: Batch; watched: Watched; rows: readonly Row[] }) {
  const { t } = useWords();
  const may = useMay();
  const act = useAct();
  const { state, progress } = batch;
  const again = useMemo(() => rows.filter(isWorthRetry).length, [rows]);
  const move = (what: string) => {
    void act.run<Batch>(`/v1/batches/${batch.id}/${what}`, { method: 'POST' }).then((b) => b && watched.became(b));
  };
  return (
    <div className="batchbar no-print">
      {may('pauseBatch') && state === 'running' && <Button variant="default" loading={act.busy} onClick={() => move('pause')}>{t('batch.pause')}</Button>}
      {may('resumeBatch') && state === 'paused' && <Button loading={act.busy} onClick={() => move('resume')}>{t('batch.resume')}</Button>}
      {may('cancelBatch') && (state === 'running' || state === 'paused') && (
        <Sure key="cancel" ask={t('batch.cancel')} what={t('batch.cancelWhat')} yes={t('batch.cancelYes')} no={t('batch.keep')} danger path={`/v1/batches/${batch.id}/cancel`} method="POST" onDone={watched.became} />
      )}
      {may('retryBatch') && again > 0 && state !== 'open' && <Button variant="default" loading={act.busy} onClick={() => move('retry')}>{t('batch.retry', { n: again })}</Button>}
      {may('exportBatch') && isOver(batch) && progress.done > 0 && <Download formats={['xlsx', 'csv', 'html', 'ndjson']} name={batch.label || `batch-${batch.id.slice(0, 6)}`} path={(format) => `/v1/batches/${batch.id}/export?format=${format}`} />}
      {may('deleteBatch') && isOver(batch) && (
        <Sure key="delete" ask={t('batch.delete')} what={t('batch.deleteWhat')} yes={t('batch.deleteYes')} no={t('batch.deleteNo')} danger path={`/v1/batches/${batch.id}`} method="DELETE" onDone={() => navigate('/batches', 'replace')} />
      )}
      {act.problem && <Failure problem={act.problem} />}
    </div>
  );
}

function Ranked({ batch, items, dimensions, requirements, view, setView }: {
  batch: Batch; items: Items; dimensions: { id: string; title: string }[]; requirements: ReadonlyMap<string, Api['Requirement']>; view: View; setView: (v: View) => void;
}) {
  const { t, pick } = useWords();
  const later = useDeferredValue(view);
  const rows = useMemo(() => filtered(items.rows, later), [items.rows, later]);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const hidden = useMemo(() => new Set(view.hidden), [view.hidden]);
  const change = (c: Partial<View>) => setView({ ...view, ...c });
  const wanted = useMemo(() => missed(items.rows).map((m) => m.id).sort(), [items.rows]);
  const onChoose = useCallback((number: number) => setChosen((before) => {
    const next = new Set(before);
    if (!next.delete(number) && next.size < mostChosen) next.add(number);
    return next;
  }), []);
  const onSorting = (sorting: { id: string; desc: boolean }[]) => change({ sorting });
  if (!items.ready && items.problem) return <Failure problem={items.problem} again={items.again} />;
  return (
    <>
      <div className="filters no-print">
        <TextInput label={t('table.find')} type="search" value={view.words} onChange={(e) => change({ words: e.currentTarget.value })} />
        <NativeSelect label={t('reviews.verdict')} value={view.verdict} onChange={(e) => change({ verdict: e.currentTarget.value })}
          data={[{ value: '', label: t('reviews.any') }, ...(['pass', 'review', 'fail', 'error'] as const).map((v) => ({ value: v, label: t(`verdict.${v}`) }))]} />
        <NativeSelect label={t('table.missing')} value={view.requirement} onChange={(e) => change({ requirement: e.currentTarget.value })} maw="18rem"
          data={[{ value: '', label: t('reviews.any') }, ...[...new Set([...wanted, ...(view.requirement ? [view.requirement] : [])])].map((id) => ({ value: id, label: `${id} ${pick(requirements.get(id)?.title)}` }))]} />
        <TextInput label={t('table.least')} inputMode="decimal" w="6rem" value={view.least} onChange={(e) => change({ least: e.currentTarget.value })} />
        <TextInput label={t('table.most')} inputMode="decimal" w="6rem" value={view.most} onChange={(e) => change({ most: e.currentTarget.value })} />
        {batch.progress.failed > 0 && <NativeSelect label={t('batches.stateHead')} value={view.state} onChange={(e) => change({ state: e.currentTarget.value })}
          data={[{ value: '', label: t('reviews.any') }, ...(['done', 'failed', 'pending', 'cancelled'] as const).map((s) => ({ value: s, label: t(`itemState.${s}`) }))]} />}
        <Columns dimensions={dimensions} hidden={view.hidden} setHidden={(h) => change({ hidden: h })} />
        {JSON.stringify(view) !== JSON.stringify(plain) && <Button variant="subtle" onClick={() => setView(plain)}>{t('table.reset')}</Button>}
      </div>
      <Views view={view} setView={setView} />
      <div className="filters">
        <span role="status" className="soft">{t('table.shown', { n: rows.length, all: items.rows.length })}{items.about && items.ready ? ` · ${t('table.about')}` : ''}</span>
        {chosen.size > 0 && (
          <span className="views no-print">
            <Button size="compact-sm" disabled={chosen.size < 2} onClick={() => navigate(`/batches/${batch.id}/compare?items=${[...chosen].join(',')}`)}>{t('table.compare', { n: chosen.size })}</Button>
            <Button size="compact-sm" variant="default" onClick={() => setChosen(new Set())}>{t('table.unchoose')}</Button>
          </span>
        )}
      </div>
      {items.problem && <Failure problem={items.problem} again={items.again} />}
      {items.ready && rows.length === 0 && <div className="state">{t(items.rows.length === 0 ? 'table.empty' : 'table.noMatch')}</div>}
      {rows.length > 0 && <BatchTable batch={batch.id} rows={rows} dimensions={dimensions} sorting={view.sorting} onSorting={onSorting} hidden={hidden} chosen={chosen} onChoose={onChoose} />}
      <p className="soft paper">{t('table.print')}</p>
    </>
  );
}

function Columns({ dimensions, hidden, setHidden }: { dimensions: { id: string; title: string }[]; hidden: string[]; setHidden: (hidden: string[]) => void }) {
  const { t } = useWords();
  const toggle = (id: string) => setHidden(hidden.includes(id) ? hidden.filter((h) => h !== id) : [...hidden, id]);
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target><Button variant="default">{t('table.columns')}</Button></Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        {[{ id: 'failed', title: t('table.failed') }, ...dimensions].map((d) => <Checkbox key={d.id} my={6} label={d.title} checked={!hidden.includes(d.id)} onChange={() => toggle(d.id)} />)}
      </Popover.Dropdown>
    </Popover>
  );
}

function Views({ view, setView }: { view: View; setView: (v: View) => void }) {
  const { t } = useWords();
  const [views, setViews] = useState(keptViews);
  const [name, setName] = useState('');
  const become = (next: Map<string, View>) => {
    setViews(next);
    keepViews(next);
  };
  return (
    <div className="views no-print">
      {views.size > 0 && <span className="soft">{t('views.kept')}</span>}
      {[...views].map(([n, v]) => (
        <span key={n} className="views">
          <Button size="compact-sm" variant="light" onClick={() => setView(v)}>{n}</Button>
          <Button size="compact-sm" variant="default" aria-label={t('views.remove', { name: n })} onClick={() => { const next = new Map(views); next.delete(n); become(next); }}>×</Button>
        </span>
      ))}
      {JSON.stringify(view) !== JSON.stringify(plain) && (
        <form className="views" onSubmit={(e) => {
          e.preventDefault();
          if (name.trim() === '') return;
          become(new Map(views).set(name.trim(), view));
          setName('');
        }}>
          <TextInput size="xs" aria-label={t('views.name')} placeholder={t('views.name')} maxLength={40} value={name} onChange={(e) => setName(e.currentTarget.value)} />
          <Button size="compact-sm" type="submit" variant="default" disabled={name.trim() === ''}>{t('views.keep')}</Button>
        </form>
      )}
    </div>
  );
}
