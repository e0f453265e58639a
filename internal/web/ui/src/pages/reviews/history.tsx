// The versions of a submission, and what changed between two of them: in the result and in the text.
import { NativeSelect } from '@mantine/core';
import { Fragment, useMemo } from 'react';

import { useGet, type Api } from '../../api';
import { useWords, type Text } from '../../i18n';
import { points, type Verdict } from '../../proposal/assessment';
import { useQuery } from '../../router';
import { useMay } from '../../session';
import { diffLines, hunks } from '../../shared/diff';
import { Failure, Loaded } from '../../shared/failure';
import { useList } from '../../shared/list';
import { useText } from '../../shared/text';
import { useTime } from '../../shared/time';
import { VerdictBadge } from '../../shared/verdict';
import { NextVersion } from './next';

interface Found { code: string; message: Text }
interface Comparison {
  before: { score: number; verdict: Verdict };
  after: { score: number; verdict: Verdict };
  requirements: { requirement: string; title: Text; change: number; findings: { new: Found[]; gone: Found[]; unchanged: number } }[];
  findings: { new: number; gone: number; unchanged: number };
}

export function History({ s }: { s: Api['Submission'] }) {
  const { t } = useWords();
  const may = useMay();
  const time = useTime();
  const [query, set] = useQuery();
  const versions = useList<Api['Version'], 'versions'>(`/v1/submissions/${s.id}/versions?limit=1000`, 'versions', { all: true });
  const within = (name: string, other: number) => Math.min(s.version, Math.max(1, Number(query.get(name)) || other));
  const from = within('from', Math.max(1, s.version - 1));
  const to = within('to', s.version);
  const options = versions.items.map((v) => ({ value: String(v.number), label: t('history.version', { n: v.number }) }));
  return (
    <div className="people">
      {versions.problem && <Failure problem={versions.problem} again={versions.again} />}
      <table className="table cards">
        <caption className="visually-hidden">{t('submission.history')}</caption>
        <thead><tr><th scope="col">{t('reviews.version')}</th><th scope="col">{t('history.received')}</th><th scope="col">{t('reviews.verdict')}</th><th scope="col" className="n">{t('reviews.score')}</th><th scope="col">{t('history.digest')}</th></tr></thead>
        <tbody>
          {[...versions.items].reverse().map((v) => (
            <tr key={v.number}>
              <td>{t('history.version', { n: v.number })}</td><td>{time(v.created)}</td><td>{v.assessment && <VerdictBadge verdict={v.assessment.verdict} />}</td>
              <td className="n" data-label={t('reviews.score')}>{v.assessment?.score}</td><td><code title={v.sha256}>{v.sha256.slice(0, 12)}</code></td>
            </tr>
          ))}
        </tbody>
      </table>
      {may('resubmit') && !s.closed && <NextVersion s={s} />}
      {s.version === 1 ? <p className="soft">{t('history.only')}</p> : (
        <>
          <h2>{t('history.compare')}</h2>
          <div className="filters no-print">
            <NativeSelect label={t('history.from')} value={String(from)} data={options} onChange={(e) => set('from', e.currentTarget.value)} />
            <NativeSelect label={t('history.to')} value={String(to)} data={options} onChange={(e) => set('to', e.currentTarget.value)} />
          </div>
          {from === to ? <p className="soft">{t('history.same')}</p> : <Between key={`${from} ${to}`} s={s} from={from} to={to} />}
        </>
      )}
    </div>
  );
}

function Between({ s, from, to }: { s: Api['Submission']; from: number; to: number }) {
  const { t, pick } = useWords();
  const got = useGet<{ comparisons: Comparison[] }>(`/v1/submissions/${s.id}/comparison?${new URLSearchParams({ from: String(from), to: String(to), format: 'json' })}`);
  return (
    <>
      <Loaded of={got}>
        {({ comparisons: [c] }) => c === undefined ? null : (
          <>
            <p className="result">
              <span className="n">{points(c.before.score)}</span> <VerdictBadge verdict={c.before.verdict} /> → <span className="n">{points(c.after.score)}</span> <VerdictBadge verdict={c.after.verdict} />
            </p>
            <p>{t('history.findings', { gone: c.findings.gone, fresh: c.findings.new, unchanged: c.findings.unchanged })}</p>
            <ul className="changes">
              {c.requirements.filter((r) => r.change !== 0 || r.findings.new.length + r.findings.gone.length > 0).map((r) => (
                <li key={r.requirement}>
                  <strong>{r.requirement} {pick(r.title)}</strong> <span className={r.change < 0 ? 'points n down' : 'points n'}>{r.change > 0 ? '+' : ''}{points(r.change)}</span>
                  <ul>
                    {r.findings.gone.map((f, i) => <li key={`g${i}`} className="gone"><span className="mark pass">{t('history.gone')}</span> {pick(f.message)}</li>)}
                    {r.findings.new.map((f, i) => <li key={`n${i}`}><span className="mark error">{t('history.fresh')}</span> {pick(f.message)}</li>)}
                  </ul>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <h3>{t('history.text')}</h3>
      <TextChanges base={`/v1/submissions/${s.id}/versions`} from={from} to={to} />
    </>
  );
}

function TextChanges({ base, from, to }: { base: string; from: number; to: number }) {
  const { t } = useWords();
  const before = useText(`${base}/${from}/proposal`);
  const after = useText(`${base}/${to}/proposal`);
  const parts = useMemo(() => (before.text === undefined || after.text === undefined ? undefined : hunks(diffLines(before.text, after.text))), [before.text, after.text]);
  const problem = before.problem ?? after.problem;
  if (problem) return <Failure problem={problem} again={() => { before.again(); after.again(); }} />;
  if (parts === undefined) return null;
  if (parts.length === 0) return <p className="soft">{t('history.sameText')}</p>;
  return (
    <div className="diff" role="region" aria-label={t('history.text')} tabIndex={0}>
      <table>
        <thead className="visually-hidden"><tr><th scope="col">{t('history.lineBefore')}</th><th scope="col">{t('history.lineAfter')}</th><th scope="col">{t('history.line')}</th></tr></thead>
        <tbody>
          {parts.map((part, i) => (
            <Fragment key={i}>
              {i > 0 && <tr className="gap"><td colSpan={3}>⋯</td></tr>}
              {part.map((l, j) => (
                <tr key={j} className={l.kind}>
                  <td className="n">{l.before}</td><td className="n">{l.after}</td>
                  <td lang="zh">{l.kind !== 'same' && <span className="visually-hidden">{t(l.kind === 'gone' ? 'history.removed' : 'history.added')}</span>}<span aria-hidden="true">{l.kind === 'gone' ? '− ' : l.kind === 'new' ? '+ ' : '  '}</span>{l.text}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
