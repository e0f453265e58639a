// What a change of rules did to the proposals of a batch: who gets another verdict, who moves, and how groups fare.
import { Progress as Bar, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';

import { useGet } from '../../api';
import { useWords, type Key, type Text } from '../../i18n';
import { points, type Verdict } from '../../proposal/assessment';
import { Link, useParams, useQuery } from '../../router';
import { Download } from '../../shared/download';
import { Failure, Loaded } from '../../shared/failure';
import { SignedIn } from '../../shared/signin';
import { VerdictBadge } from '../../shared/verdict';
import '../check/check.css';
import '../reviews/reviews.css';
import './batches.css';
import { groupWords } from './groups';
import { isOver, useBatch } from './watch';

interface Rules { pack: { id: string; version: string; digest: string }; profile: string; as_of: string }
interface End { verdict: Verdict; score: number; rank: number }
interface Side { n: number; flips: number; better: number; worse: number; median: number }
interface Test { made: boolean; adjusted: number; notable: boolean }
interface Answer {
  before: Rules; after: Rules; proposals: number; changed: number; flips: number; better: number; worse: number;
  verdicts: { from: Verdict; to: Verdict; n: number }[];
  scores: { n: number; rose: number; fell: number; median: number; q1: number; q3: number; min: number; max: number };
  ranks: { moved: number; tau?: number };
  dimensions: { id: string; n: number; rose: number; fell: number; mean: number; title: Text }[];
  requirements: { id: string; changed: number; moved: number; title: Text }[];
  groups: { tests: number; notable: number; groups: { trait: string; value: string; in: Side; rest: Side; flips: Test; scores: Test }[] };
  rows: { file: string; project: string; before: End; after: End }[];
}

export default function ReplayPage() {
  return <SignedIn title="replay.title" needs="getReplay">{() => <One />}</SignedIn>;
}

function One() {
  const { t } = useWords();
  const { batch: id = '' } = useParams();
  const [query] = useQuery();
  const before = query.get('before') ?? '';
  const watched = useBatch(id);
  const { batch } = watched;
  const ready = batch !== undefined && isOver(batch);
  return (
    <>
      <p className="no-print"><Link to={`/batches/${before || id}`}>{t('item.back')}</Link></p>
      <h1>{t('replay.title')}</h1>
      {watched.problem && <Failure problem={watched.problem} again={watched.again} byAddress />}
      {batch && !ready && (
        <>
          <p role="status">{t('batch.done', { done: batch.progress.done + batch.progress.failed, all: batch.items })}</p>
          <Bar value={batch.items === 0 ? 0 : (100 * (batch.progress.done + batch.progress.failed)) / batch.items} aria-label={t('batch.progress')} />
        </>
      )}
      {ready && before === '' && <div className="state">{t('replay.noBefore')}</div>}
      {ready && before !== '' && <Report id={id} before={before} />}
    </>
  );
}

function Report({ id, before }: { id: string; before: string }) {
  const { t } = useWords();
  const path = `/v1/batches/${id}/replay?before=${encodeURIComponent(before)}`;
  const got = useGet<Answer>(`${path}&format=json`);
  return (
    <>
      <Loaded of={got}>
        {(a) => (
          <>
            <div className="batchbar no-print"><Download formats={['html', 'json']} name="replay" path={(f) => `${path}&format=${f}`} /></div>
            <dl className="facts">
              {(['before', 'after'] as const).map((side) => <Ruled key={side} label={`replay.${side}`} rules={a[side]} />)}
            </dl>
            <p>{t('replay.summary', { n: a.proposals, changed: a.changed })}</p>
            <Verdicts a={a} />
            <Moves a={a} />
            <Changes a={a} />
            <Groups a={a} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Ruled({ label, rules: r }: { label: Key; rules: Rules }) {
  const { t } = useWords();
  return <><dt>{t(label)}</dt><dd>{r.pack.id} {r.pack.version} ({r.pack.digest.slice(0, 12)}) · {r.profile} · {r.as_of}</dd></>;
}

const order: Verdict[] = ['pass', 'review', 'fail', 'error'];

function Verdicts({ a }: { a: Answer }) {
  const { t } = useWords();
  const known = order.filter((v) => a.verdicts.some((x) => x.from === v || x.to === v));
  return (
    <section>
      <h2>{t('replay.verdicts')}</h2>
      <p>{t('replay.flips', { n: a.flips, better: a.better, worse: a.worse })}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('replay.verdicts')}>
        <table className="table">
          <caption className="visually-hidden">{t('replay.verdicts')}</caption>
          <thead><tr><th scope="col">{t('replay.fromTo')}</th>{known.map((v) => <th key={v} scope="col" className="n">{t(`verdict.${v}`)}</th>)}</tr></thead>
          <tbody>{known.map((from) => <tr key={from}><th scope="row">{t(`verdict.${from}`)}</th>{known.map((to) => <td key={to} className="n">{a.verdicts.find((x) => x.from === from && x.to === to)?.n ?? 0}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}

const shownRows = 100;

function Moves({ a }: { a: Answer }) {
  const { t } = useWords();
  const [only, setOnly] = useState(false);
  const flips = (r: Answer['rows'][number]) => r.before.verdict !== r.after.verdict;
  const rows = useMemo(() => a.rows.filter((r) => (only ? flips(r) : flips(r) || r.before.score !== r.after.score || r.before.rank !== r.after.rank))
    .sort((x, y) => Number(flips(y)) - Number(flips(x)) || Math.abs(y.after.rank - y.before.rank) - Math.abs(x.after.rank - x.before.rank) || Math.abs(y.after.score - y.before.score) - Math.abs(x.after.score - x.before.score)), [a, only]);
  return (
    <section>
      <h2>{t('replay.moves')}</h2>
      <p>{t('replay.scores', { rose: a.scores.rose, fell: a.scores.fell, median: signed(a.scores.median), min: signed(a.scores.min), max: signed(a.scores.max) })} {t('replay.ranks', { n: a.ranks.moved })}</p>
      <Switch label={t('replay.onlyFlips')} checked={only} onChange={(e) => setOnly(e.currentTarget.checked)} className="no-print" mb="xs" />
      {rows.length === 0 ? <p className="state">{t('replay.none')}</p> : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('replay.moves')}>
          <table className="table">
            <caption className="visually-hidden">{t('replay.moves')}</caption>
            <thead><tr><th scope="col">{t('table.proposal')}</th><th scope="col">{t('reviews.verdict')}</th><th scope="col" className="n">{t('reviews.score')}</th><th scope="col" className="n">{t('table.rank')}</th></tr></thead>
            <tbody>
              {rows.slice(0, shownRows).map((r) => (
                <tr key={r.file}>
                  <th scope="row">{r.file}</th>
                  <td>{flips(r) ? <><VerdictBadge verdict={r.before.verdict} /> → <VerdictBadge verdict={r.after.verdict} /></> : <VerdictBadge verdict={r.after.verdict} />}</td>
                  <td className="n">{points(r.before.score)} → {points(r.after.score)} ({signed(r.after.score - r.before.score)})</td>
                  <td className="n">{r.before.rank} → {r.after.rank}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shownRows && <p className="soft">{t('replay.rest', { n: rows.length - shownRows })}</p>}
    </section>
  );
}

function Changes({ a }: { a: Answer }) {
  const { t, pick } = useWords();
  const dimensions = a.dimensions.filter((d) => d.rose + d.fell > 0);
  if (dimensions.length === 0 && a.requirements.length === 0) return null;
  return (
    <section>
      <h2>{t('replay.where')}</h2>
      {dimensions.length > 0 && (
        <table className="table">
          <thead><tr><th scope="col">{t('dimensions.dimension')}</th><th scope="col" className="n">{t('replay.rose')}</th><th scope="col" className="n">{t('replay.fell')}</th><th scope="col" className="n">{t('replay.mean')}</th></tr></thead>
          <tbody>{dimensions.map((d) => <tr key={d.id}><td>{pick(d.title)}</td><td className="n">{d.rose}</td><td className="n">{d.fell}</td><td className="n">{signed(d.mean)}</td></tr>)}</tbody>
        </table>
      )}
      {a.requirements.length > 0 && (
        <table className="table">
          <thead><tr><th scope="col">{t('waivers.requirement')}</th><th scope="col" className="n">{t('replay.otherStatus')}</th><th scope="col" className="n">{t('replay.onMean')}</th></tr></thead>
          <tbody>{a.requirements.slice(0, 30).map((r) => <tr key={r.id}><td>{r.id} {pick(r.title)}</td><td className="n">{r.changed}</td><td className="n">{signed(r.moved)}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}

function Groups({ a }: { a: Answer }) {
  const { t, lang } = useWords();
  const [all, setAll] = useState(false);
  const tested = a.groups.groups.filter((g) => g.flips.made || g.scores.made);
  const notable = (g: Answer['groups']['groups'][number]) => g.flips.notable || g.scores.notable;
  const shown = all ? tested : tested.filter(notable);
  return (
    <section>
      <h2>{t('replay.groups')}</h2>
      <p>{a.groups.notable === 0 ? t('replay.noNotable', { n: a.groups.tests }) : t('replay.notable', { n: a.groups.notable, tests: a.groups.tests })}</p>
      {tested.length > 0 && <Switch label={t('replay.allGroups')} checked={all} onChange={(e) => setAll(e.currentTarget.checked)} className="no-print" mb="xs" />}
      {shown.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('replay.groups')}>
          <table className="table">
            <caption className="visually-hidden">{t('replay.groups')}</caption>
            <thead><tr><th scope="col">{t('replay.group')}</th><th scope="col" className="n">{t('batches.proposals')}</th><th scope="col" className="n">{t('replay.flipsIn')}</th><th scope="col" className="n">{t('replay.flipsRest')}</th><th scope="col" className="n">{t('replay.medianIn')}</th><th scope="col" className="n">{t('replay.medianRest')}</th><th scope="col">{t('replay.differs')}</th></tr></thead>
            <tbody>
              {shown.map((g) => (
                <tr key={`${g.trait} ${g.value}`}>
                  <th scope="row">{groupWords(g.trait, g.value, lang)}</th><td className="n">{g.in.n}</td><td className="n">{g.in.flips}/{g.in.n}</td><td className="n">{g.rest.flips}/{g.rest.n}</td>
                  <td className="n">{signed(g.in.median)}</td><td className="n">{signed(g.rest.median)}</td><td>{notable(g) ? <strong>{t('replay.yes')}</strong> : <span className="soft">{t('replay.no')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="soft">{t('replay.cause')}</p>
    </section>
  );
}

function signed(basis: number): string {
  return `${basis > 0 ? '+' : ''}${points(basis)}`;
}
