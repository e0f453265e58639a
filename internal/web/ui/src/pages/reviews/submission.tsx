// One submission: its proposal with what the machine found, what people say beside it, its versions, and for the chair who
// reviews it and where they disagree.
import { NativeSelect } from '@mantine/core';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords, type Key } from '../../i18n';
import type { Assessment, Result } from '../../proposal/assessment';
import { useParams, useQuery } from '../../router';
import { useMay } from '../../session';
import { Download } from '../../shared/download';
import { Failure, Loaded } from '../../shared/failure';
import { useList } from '../../shared/list';
import { marksOf, Results, tidy, usePack } from '../../shared/results';
import { SignedIn } from '../../shared/signin';
import { StatusMark } from '../../shared/status';
import { SourceView } from '../../shared/source';
import { Sure } from '../../shared/sure';
import { Tabs } from '../../shared/tabs';
import { useText } from '../../shared/text';
import { useTime } from '../../shared/time';
import { VerdictBadge } from '../../shared/verdict';
import '../check/check.css';
import './reviews.css';
import { History } from './history';
import { isOpen } from './open';
import { Overview } from './overview';
import { People } from './people';
import { Places } from './places';
import { Beside, latest, NoteForm, NoteList } from './say';

export default function SubmissionPage() {
  return <SignedIn title="submission.title" needs="getSubmission">{() => <One />}</SignedIn>;
}

function One() {
  const { t } = useWords();
  const { submission = '' } = useParams();
  const got = useGet<Api['Submission']>(`/v1/submissions/${encodeURIComponent(submission)}`);
  return (
    <>
      <Places />
      {got.data === undefined && <h1>{t('submission.title')}</h1>}
      <Loaded of={got} byAddress>{(s) => <Whole key={s.id} first={s} />}</Loaded>
    </>
  );
}

type Tab = 'results' | 'notes' | 'history' | 'overview' | 'people';
const tabs: { id: Tab; needs: string; words: Key }[] = [
  { id: 'results', needs: 'getAssessment', words: 'submission.results' },
  { id: 'notes', needs: 'listNotes', words: 'submission.notes' },
  { id: 'history', needs: 'listVersions', words: 'submission.history' },
  { id: 'overview', needs: 'getOverview', words: 'submission.overview' },
  { id: 'people', needs: 'listAssignments', words: 'submission.people' },
];

function Whole({ first }: { first: Api['Submission'] }) {
  const { t } = useWords();
  const may = useMay();
  const time = useTime();
  const [s, setSubmission] = useState(first);
  const [query, set] = useQuery();
  const shown = tabs.filter((x) => may(x.needs));
  const tab = shown.find((x) => x.id === query.get('tab'))?.id ?? 'results';
  const version = Math.min(s.version, Math.max(1, Number(query.get('version') ?? s.version) || s.version));
  const [open, setOpen] = useState<{ requirement: string }>();
  useEffect(() => {
    document.title = `${s.assessment?.title ?? s.reference} · ${t('brand')}`;
  }, [s, t]);
  const goTo = useCallback((requirement: string) => {
    setOpen({ requirement });
    set('tab', null);
  }, [set]);
  return (
    <>
      <div className="submissionhead">
        <h1>{s.assessment?.title ?? s.reference}</h1>
        {s.assessment && <><span className="score n"><strong>{s.assessment.score}</strong></span> <VerdictBadge verdict={s.assessment.verdict} /></>}
        {s.closed && <span className="mark none">{t('submission.closedAt', { time: time(s.closed) })}</span>}
        {s.withdrawn && <span className="mark none">{t('say.withdrawn', { time: time(s.withdrawn) })}</span>}
        {s.hold && <span className="mark information">{t('submission.hold', { reason: s.hold })}</span>}
      </div>
      <Facts s={s} />
      <div className="filters no-print">
        {s.version > 1 && tab !== 'history' && (
          <NativeSelect label={t('submission.version')} value={String(version)} onChange={(e) => set('version', e.currentTarget.value === String(s.version) ? null : e.currentTarget.value)}
            data={Array.from({ length: s.version }, (_, i) => ({ value: String(s.version - i), label: t(i === 0 ? 'submission.current' : 'submission.earlier', { n: s.version - i }) }))} />
        )}
        <Download formats={['html', 'json', 'yaml']} name={`${s.reference}-${version}`}
          path={(format) => `/v1/submissions/${s.id}/versions/${version}/${format === 'yaml' ? 'proposal' : `assessment?format=${format}`}`} />
        {may('closeSubmission') && isOpen(s) && <Sure ask={t('submission.close')} what={t('submission.closeWhat')} yes={t('submission.closeYes')} no={t('submission.cancel')} path={`/v1/submissions/${s.id}/close`} method="POST" onDone={setSubmission} />}
        {may('withdrawSubmission') && isOpen(s) && <Sure ask={t('say.withdraw')} what={t('say.withdrawWhat')} yes={t('say.withdrawYes')} no={t('submission.cancel')} path={`/v1/submissions/${s.id}/withdraw`} method="POST" onDone={setSubmission} />}
      </div>
      {version !== s.version && <div className="state">{t('submission.old', { n: version, current: s.version })}</div>}
      <Tabs tabs={shown.map((x) => ({ id: x.id, label: t(x.words) }))} chosen={tab} choose={(id) => set('tab', id === 'results' ? null : id)} label={t('submission.parts')}>
        {tab === 'results' && <Assessed key={version} s={s} version={version} open={open} />}
        {tab === 'notes' && <Notes key={version} s={s} version={version} />}
        {tab === 'history' && <History s={s} />}
        {tab === 'overview' && <Overview s={s} goTo={goTo} />}
        {tab === 'people' && <People s={s} />}
      </Tabs>
    </>
  );
}

function Facts({ s }: { s: Api['Submission'] }) {
  const { t, pick } = useWords();
  const time = useTime();
  const { pack } = usePack(s.assessment?.pack);
  return (
    <dl className="facts">
      {s.assessment?.title && <><dt>{t('reviews.reference')}</dt><dd>{s.reference}</dd></>}
      <dt>{t('reviews.applicant')}</dt><dd>{s.applicant}</dd>
      {s.assessment && (
        <>
          <dt>{t('submission.under')}</dt>
          <dd>{t('submission.rules', { pack: pick(pack?.title) || s.assessment.pack.id, version: s.assessment.pack.version, profile: pick(pack?.profiles.find((p) => p.id === s.assessment!.profile)?.title) || s.assessment.profile, date: s.assessment.as_of })}</dd>
        </>
      )}
      <dt>{t('reviews.changed')}</dt><dd>{time(s.changed)}</dd>
    </dl>
  );
}

function Assessed({ s, version, open: asked }: { s: Api['Submission']; version: number; open?: { requirement: string } }) {
  const { t, pick } = useWords();
  const may = useMay();
  const base = `/v1/submissions/${s.id}`;
  const raw = useGet<Assessment>(`${base}/versions/${version}/assessment?format=json`);
  const source = useText(`${base}/versions/${version}/proposal`);
  const overrides = useList<Api['Override'], 'overrides'>(may('listOverrides') ? `${base}/overrides?limit=1000` : null, 'overrides', { all: true });
  const notes = useList<Api['Note'], 'notes'>(may('listNotes') ? `${base}/notes?limit=1000` : null, 'notes', { all: true });
  const decision = useGet<Api['DecisionOverview']>(!may('listOverrides') && may('getDecision') && s.closed && version === s.version ? `${base}/decision` : null);
  const decided = useMemo(() => new Map(decision.data?.requirements.map((r) => [r.requirement, r.reviews])), [decision.data]);
  const assessment = useMemo(() => (raw.data === undefined ? undefined : tidy(raw.data)), [raw.data]);
  const { pack, requirements, gone } = usePack(assessment?.pack);
  const [at, setAt] = useState<{ line: number }>();
  const [open, setOpen] = useState(asked);
  useEffect(() => setOpen(asked), [asked]);
  useEffect(() => {
    if (open !== undefined && assessment !== undefined) document.getElementById(`r-${open.requirement}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, assessment]);
  const marks = useMemo(() => (assessment === undefined ? [] : marksOf(assessment, pick)), [assessment, pick]);
  const onMark = useCallback((key: string) => setOpen({ requirement: key }), []);
  const said = useMemo(() => overrides.items.filter((o) => o.version === version), [overrides.items, version]);
  const noted = useMemo(() => notes.items.filter((n) => n.version === version), [notes.items, version]);
  const reviewed = useMemo(() => new Set([...said.filter((o) => !o.withdrawn).map((o) => o.requirement), ...noted.flatMap((n) => n.requirement ?? [])]), [said, noted]);
  const people = may('listOverrides');
  const chips = (r: Result) => {
    const now = latest(said.filter((o) => o.requirement === r.requirement));
    const apart = now.filter((o) => o.status !== r.status).length;
    const count = noted.filter((n) => n.requirement === r.requirement).length;
    return (
      <>
        {apart > 0 && <span className="mark apart">{t('submission.apart', { n: apart })}</span>}
        {now.length > apart && <span className="mark chip">{t('submission.agreed', { n: now.length - apart })}</span>}
        {count > 0 && <span className="mark chip">{t('submission.noted', { n: count })}</span>}
      </>
    );
  };
  return (
    <>
      {gone && <div className="state">{t('submission.packGone')}</div>}
      {[overrides, notes].map((l, i) => l.problem && <Failure key={i} problem={l.problem} again={l.again} />)}
      <div className="twopane">
        <section className="resultpane" aria-label={t('submission.results')}>
          <Loaded of={{ ...raw, data: assessment }}>
            {(as) => (
              <Results assessment={as} pack={pack} requirements={requirements} goTo={(line) => setAt({ line })} open={open} chips={people ? chips : decided.size > 0 ? (r) => decided.has(r.requirement) && <span className="mark chip">{t('say.people')}</span> : undefined} reviewed={people ? reviewed : undefined}
                beside={people ? (r) => (
                  <Beside s={s} version={version} result={r} overrides={said.filter((o) => o.requirement === r.requirement)} notes={noted.filter((n) => n.requirement === r.requirement)}
                    onOverride={overrides.again} onNote={notes.again} />
                ) : decided.size > 0 ? (r) => <Decided reviews={decided.get(r.requirement) ?? []} /> : undefined} />
            )}
          </Loaded>
        </section>
        <div>
          {source.problem && <Failure problem={source.problem} again={source.again} />}
          {source.text !== undefined && <SourceView text={source.text} marks={marks} at={at} label={t('submission.source')} onMark={onMark} />}
        </div>
      </div>
    </>
  );
}

/** What was said of a requirement by the time of the decision, without whose word it is. */
function Decided({ reviews }: { reviews: readonly Api['NamelessReview'][] }) {
  const { t } = useWords();
  const heading = useId();
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="people">
      <h3 id={heading}>{t('say.people')}</h3>
      <ul className="saidlist">
        {reviews.map((r, i) => <li key={i} className="said"><StatusMark status={r.status} /><p className="words">{r.reason}</p></li>)}
      </ul>
    </section>
  );
}

function Notes({ s, version }: { s: Api['Submission']; version: number }) {
  const { t } = useWords();
  const may = useMay();
  const notes = useList<Api['Note'], 'notes'>(`/v1/submissions/${s.id}/notes?limit=1000`, 'notes', { all: true });
  return (
    <div className="people">
      {notes.problem && <Failure problem={notes.problem} again={notes.again} />}
      {notes.ready && notes.items.length === 0 && <p className="soft">{t('notes.none')}</p>}
      <NoteList notes={notes.items} place />
      {may('addNote') && isOpen(s) && <NoteForm s={s} version={version} onNote={notes.again} />}
      {s.closed && <p className="soft">{t('notes.closed')}</p>}
    </div>
  );
}
