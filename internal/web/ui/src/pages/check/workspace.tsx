// A draft being written: the form, the text and what the service says of it, side by side.
import { Button, NativeSelect, SegmentedControl, Tabs, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { useGet, type Api } from '../../api';
import { useWords, type Translate } from '../../i18n';
import { points, type Diagnosis, type Diagnostic } from '../../proposal/assessment';
import { readDraft, type Draft } from '../../proposal/drafts';
import { find, pathAt, type Step } from '../../proposal/outline';
import { readSchema, type Field } from '../../proposal/schema';
import { TextStore } from '../../proposal/text';
import { Link, useParams } from '../../router';
import { Failure, Loaded } from '../../shared/failure';
import { VerdictBadge } from '../../shared/verdict';
import { Compare } from './compare';
import { useDiagnosis, type Checked } from './diagnosis';
import { Dimensions } from './dimensions';
import type { EditorHandle } from './editor';
import { Export } from './export';
import { sectionOf } from './field';
import { FindingList } from './findings';
import { Form, type Target } from './form';
import { useKept } from './keep';
import { RepairPath } from './repair';
import { Undo } from './undo';
import { groupByPath, useCurrent, WorkContext, type Work } from './work';
import './check.css';

const Editor = lazy(() => import('./editor'));

export default function Workspace() {
  const { t } = useWords();
  const id = useParams()['draft']!;
  const [draft] = useState(() => readDraft(id));
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  if (draft === null) {
    return (
      <div className="state">
        <h1>{t('draft.missing')}</h1>
        <p>{t('draft.missingWhat')}</p>
        <Link to="/check">{t('draft.begin')}</Link>
      </div>
    );
  }
  const pack = packs.data?.packs.find((p) => p.id === draft.pack) ?? packs.data?.packs[0];
  return <Desk draft={draft} pack={pack} packs={packs} />;
}

type Pane = 'form' | 'text' | 'results';
const panesKey = 'hegui.panes';
const nothing: readonly Diagnostic[] = [];
const empty: Field = { key: '', label: { zh: '', en: '' }, type: 'object', list: false, date: false, code: false, refs: [], required: true, children: [] };

function firstPanes(): Pane[] {
  try {
    const kept = JSON.parse(localStorage.getItem(panesKey) ?? 'null') as Pane[] | null;
    if (Array.isArray(kept) && kept.length > 0) return kept.filter((p) => ['form', 'text', 'results'].includes(p));
  } catch {
    // as for a first visit
  }
  return innerWidth >= 1200 ? ['form', 'text', 'results'] : ['form', 'results'];
}

function Desk({ draft: first, pack, packs }: { draft: Draft; pack?: Api['Pack']; packs: { problem?: import('../../api').Problem; again: () => void } }) {
  const { t, lang, pick } = useWords();
  const [store] = useState(() => new TextStore(first.text));
  const { draft, saved, elsewhere, save, takeTheirs, keepMine } = useKept(first, store);
  const narrow = useMediaQuery('(max-width: 50em)', innerWidth < 800, { getInitialValueInEffect: false });
  const [panes, setPanes] = useState<Pane[]>(firstPanes);
  const [pane, setPane] = useState<Pane>('form');
  const [tab, setTab] = useState<string | null>('findings');
  const [section, setSection] = useState('meta');
  const [target, setTarget] = useState<Target | null>(null);
  const [printing, setPrinting] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const name = draft.name.trim() || t('start.fileName');
  const packId = pack?.id ?? first.pack;

  const got = useGet<Record<string, unknown>>(pack ? `/v1/packs/${pack.id}/schema` : null, { keep: true });
  const whole = useGet<Api['Pack']>(pack ? `/v1/packs/${pack.id}` : null, { keep: true }); // here, for what is printed cannot be waited for
  const schema = useMemo(() => (got.data ? readSchema(got.data) : empty), [got.data]);
  const checked = useDiagnosis(store, { pack: packId, profile: draft.profile, lang });
  const diagnosis = useMemo(() => forThisPage(checked.diagnosis, t), [checked.diagnosis, t]);
  const diagnostics = diagnosis?.diagnostics ?? nothing;
  const byPath = useMemo(() => groupByPath(diagnostics), [diagnostics]);
  const flags = useMemo(() => new Set((diagnosis?.assessment?.flags ?? []).filter((f) => f.on).map((f) => f.name)), [diagnosis]);
  const shows = useCallback((p: Pane) => (narrow ? pane === p : panes.includes(p)), [narrow, pane, panes]);

  // What the last assessment said stays while the text cannot be read.
  const lastFlags = useRef<ReadonlySet<string>>(flags);
  if (diagnosis?.assessment) lastFlags.current = flags;

  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);

  // Of several drafts in as many tabs each has its own name there.
  const title = diagnosis?.assessment?.title || name;
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);

  const go = useCallback((path: readonly Step[], offset?: number) => {
    const place = offset ?? find(store.outline.root, path)?.from;
    const key = sectionOf(schema, path);
    let inForm = key !== null && shows('form');
    if (key !== null && !inForm && !shows('text')) {
      if (narrow) setPane('form');
      else setPanes((p) => [...p, 'form']);
      inForm = true;
    } else if (key === null && !shows('text')) {
      if (narrow) setPane('text');
      else setPanes((p) => [...p, 'text']);
    }
    if (key !== null) {
      setSection(key);
      if (inForm) setTarget({ path });
    }
    if (place !== undefined) setTimeout(() => editor.current?.show(place, !inForm), key === null ? 150 : 0);
  }, [store, schema, shows, narrow]);

  const showSection = useCallback((offset: number) => {
    const key = sectionOf(schema, pathAt(store.outline.root, offset));
    if (key !== null) setSection(key);
  }, [schema, store]);
  const follow = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onCursor = useCallback((offset: number) => {
    clearTimeout(follow.current);
    follow.current = setTimeout(() => showSection(offset), 300);
  }, [showSection]);

  const work = useMemo<Work>(() => ({ store, schema, pack: packId, profile: draft.profile, diagnosis, version: checked.version, dimensions: whole.data?.dimensions, byPath, flags: lastFlags.current, go }),
    // flags come with diagnosis
    [store, schema, packId, draft.profile, diagnosis, checked.version, whole.data, byPath, go]);

  const keep = useCallback(() => save({ versions: [{ at: Date.now(), text: store.text, score: diagnosis?.score ?? '' }, ...draft.versions].slice(0, 5) }), [save, store, diagnosis, draft.versions]);
  const paneNames: { value: Pane; label: string }[] = [{ value: 'form', label: t('panes.form') }, { value: 'text', label: t('panes.text') }, { value: 'results', label: t('panes.results') }];
  const toggle = (p: Pane) => {
    const next = panes.includes(p) ? panes.filter((x) => x !== p) : [...panes, p];
    if (next.length === 0) return;
    setPanes(next);
    try {
      localStorage.setItem(panesKey, JSON.stringify(next));
    } catch {
      // it holds for this visit
    }
  };

  return (
    <WorkContext value={work}>
      <div className="desk">
        <h1 className="visually-hidden">{t('draft.heading', { name })}</h1>
        <div className="deskbar no-print">
          <TextInput label={t('draft.name')} value={draft.name} onChange={(e) => save({ name: e.currentTarget.value })} size="xs" maxLength={100} className="name" />
          <NativeSelect label={t('draft.profile')} value={draft.profile} onChange={(e) => save({ profile: e.currentTarget.value })} size="xs"
            data={(pack?.profiles ?? []).map((p) => ({ value: p.id, label: pick(p.title) }))} />
          {narrow
            ? <SegmentedControl fullWidth value={pane} onChange={(v) => setPane(v as Pane)} data={paneNames} aria-label={t('panes.label')} className="panes" />
            : (
              <div role="group" aria-label={t('panes.label')} className="panes">
                {paneNames.map((p) => <Button key={p.value} size="compact-sm" variant={panes.includes(p.value) ? 'light' : 'default'} aria-pressed={panes.includes(p.value)} onClick={() => toggle(p.value)}>{p.label}</Button>)}
              </div>
            )}
          <div className="out">
            <span className="soft saved" role="status">{t(saved ? 'draft.saved' : elsewhere !== null ? 'draft.waits' : 'draft.notSaved')}</span>
            <Undo store={store} onChange={showSection} />
            <Export name={name} />
          </div>
        </div>
        {elsewhere !== null && (
          <div className="state" role="alert">
            {elsewhere === 'deleted'
              ? <><strong>{t('draft.deleted')}</strong>{' '}<Button size="compact-sm" onClick={keepMine}>{t('draft.keepAgain')}</Button></>
              : (
                <>
                  <strong>{t('draft.otherTab')}</strong> {t('draft.otherTabWhat')}{' '}
                  <Button size="compact-sm" onClick={() => takeTheirs(elsewhere)}>{t('draft.takeTheirs')}</Button>{' '}
                  <Button size="compact-sm" variant="default" onClick={keepMine}>{t('draft.keepMine')}</Button>
                </>
              )}
          </div>
        )}
        {packs.problem && <Failure problem={packs.problem} again={packs.again} />}
        <Summary checked={{ ...checked, diagnosis }} pack={pack} profile={draft.profile} />
        <div className={`panegrid of${narrow ? 1 : panes.length}`}>
          {shows('form') && (
            <section className="pane" aria-label={t('panes.form')}>
              {got.data ? <Form section={section} onSection={setSection} target={target} /> : <Loaded of={got}>{() => null}</Loaded>}
            </section>
          )}
          {shows('text') && (
            <section className="pane text" aria-label={t('panes.text')}>
              <Suspense fallback={<p className="soft">{t('loading')}</p>}>
                <Editor store={store} diagnostics={diagnostics} version={checked.version} pack={packId} profile={draft.profile} onCursor={onCursor} handle={editor} />
              </Suspense>
            </section>
          )}
          {shows('results') && (
            <section className="pane" aria-label={t('panes.results')}>
              <Tabs value={tab} onChange={setTab} keepMounted={false}>
                <Tabs.List>
                  <Tabs.Tab value="findings">{t('tabs.findings')}</Tabs.Tab>
                  <Tabs.Tab value="repair">{t('tabs.repair')}</Tabs.Tab>
                  <Tabs.Tab value="dimensions">{t('tabs.dimensions')}</Tabs.Tab>
                  <Tabs.Tab value="compare">{t('tabs.compare')}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="findings" pt="sm"><FindingList /></Tabs.Panel>
                <Tabs.Panel value="repair" pt="sm"><RepairPath /></Tabs.Panel>
                <Tabs.Panel value="dimensions" pt="sm"><Dimensions /></Tabs.Panel>
                <Tabs.Panel value="compare" pt="sm"><Compare versions={draft.versions} onKeep={keep} /></Tabs.Panel>
              </Tabs>
            </section>
          )}
        </div>
        {printing && (
          <div className="paper">
            <h2>{diagnosis?.assessment?.title || name}</h2>
            <p>{t('paper.of', { profile: pick(pack?.profiles.find((p) => p.id === draft.profile)?.title), date: diagnosis?.assessment?.as_of ?? '', pack: `${packId} ${pack?.version ?? ''}` })}</p>
            <h2>{t('tabs.dimensions')}</h2>
            <Dimensions chart={false} />
            <h2>{t('tabs.repair')}</h2>
            <RepairPath />
            <h2>{t('tabs.findings')}</h2>
            <FindingList whole />
          </div>
        )}
      </div>
    </WorkContext>
  );
}

/** Remedies that name a command say what there is on these pages in its place. */
function forThisPage(diagnosis: Diagnosis | undefined, t: Translate): Diagnosis | undefined {
  return diagnosis && { ...diagnosis, diagnostics: diagnosis.diagnostics.map((d) => (d.code === 'E_EMPTY' || d.code === 'E_ROOT' ? { ...d, remedy: t(`remedy.${d.code}`) } : d)) };
}

/** Score and verdict, always in sight. */
function Summary({ checked, pack, profile }: { checked: Checked; pack?: Api['Pack']; profile: string }) {
  const { t, pick } = useWords();
  const { diagnosis, problem, busy, again } = checked;
  const current = useCurrent();
  const outdated = problem !== undefined && diagnosis !== undefined && !current;
  const mark = pack?.profiles.find((p) => p.id === profile)?.pass_mark;
  const as = diagnosis?.assessment;
  const unreadable = diagnosis !== undefined && as === undefined;
  const n = diagnosis?.diagnostics.filter((d) => d.severity === 'error' || d.severity === 'warning').length ?? 0;
  const spoken = useSettled(diagnosis === undefined ? '' : unreadable ? t('summary.unreadable') : t('summary.spoken', { score: diagnosis.score ?? '', verdict: t(`verdict.${diagnosis.verdict ?? 'error'}`), n }));
  return (
    <div className="summary">
      {problem && <Failure problem={problem} again={again} />}
      {outdated && <p className="soft">{t('summary.outdated')}</p>}
      {unreadable && <p className="state bad"><strong>{t('summary.unreadable')}</strong> {diagnosis.diagnostics[0]?.message}{diagnosis.diagnostics[0]?.remedy !== undefined && <span className="remedy">{diagnosis.diagnostics[0].remedy}</span>}</p>}
      {as !== undefined && (
        <p className={outdated ? 'result old' : 'result'}>
          <span className="score n"><strong>{diagnosis?.score}</strong> / 100</span>
          <VerdictBadge verdict={as.decision.verdict} />
          <span>{t('summary.grade', { grade: pick(as.grade.title) })}</span>
          {mark !== undefined && <span className="soft">{t('summary.passMark', { mark: points(mark) })}</span>}
          <span className="soft why">{as.decision.reasons.map((r) => t(`reason.${r.code as 'form'}`, { n: r.ids?.length ?? as.form.length })).join(t('form.and'))}</span>
        </p>
      )}
      <span className={busy && !current ? 'busy on' : 'busy'} aria-hidden="true">{t('summary.busy')}</span>
      <span className="visually-hidden" role="status">{spoken}</span>
    </div>
  );
}

/** What is read out waits until typing has paused, so that it does not talk over itself. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 1500);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
