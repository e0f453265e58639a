// Two or three proposals of a batch side by side: scores, dimensions, and the requirements on which they are apart.
import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';

import { useGet } from '../../api';
import { useWords } from '../../i18n';
import { points, type Assessment, type Result } from '../../proposal/assessment';
import { Link, useParams, useQuery } from '../../router';
import { ScoreBar } from '../../shared/bar';
import { Failure } from '../../shared/failure';
import { tidy, usePack } from '../../shared/results';
import { SignedIn } from '../../shared/signin';
import { StatusMark } from '../../shared/status';
import { VerdictBadge } from '../../shared/verdict';
import '../check/check.css';
import '../reviews/reviews.css';
import './batches.css';

export default function ComparePage() {
  return <SignedIn title="versus.title" needs="getItem">{() => <Side />}</SignedIn>;
}

function Side() {
  const { t, pick } = useWords();
  const { batch = '' } = useParams();
  const [query] = useQuery();
  const numbers = [...new Set((query.get('items') ?? '').split(',').map(Number).filter((n) => Number.isInteger(n) && n > 0))].slice(0, 3);
  const path = (n: number | undefined) => (n === undefined ? null : `/v1/batches/${encodeURIComponent(batch)}/items/${n}/assessment?format=json`);
  const got = [useOne(path(numbers[0])), useOne(path(numbers[1])), useOne(path(numbers[2]))].slice(0, numbers.length);
  const problem = got.find((g) => g.problem);
  const all = got.flatMap((g) => g.assessment ?? []);
  const { pack } = usePack(all[0]?.pack);
  const [apart, setApart] = useState(true);
  return (
    <>
      <p className="no-print"><Link to={`/batches/${batch}`}>{t('item.back')}</Link></p>
      <h1>{t('versus.title')}</h1>
      {numbers.length < 2 && <div className="state">{t('versus.choose')}</div>}
      {problem?.problem && <Failure problem={problem.problem} again={problem.again} />}
      {numbers.length >= 2 && all.length === numbers.length && (
        <>
          <Switch label={t('versus.apart')} checked={apart} onChange={(e) => setApart(e.currentTarget.checked)} className="no-print" mb="sm" />
          <div className="scroll" tabIndex={0} role="region" aria-label={t('versus.title')}>
            <table className="versus">
              <caption className="visually-hidden">{t('versus.title')}</caption>
              <thead><tr><th scope="col">{t('versus.what')}</th>{all.map((a, i) => <th key={i} scope="col"><Link to={`/batches/${batch}/${numbers[i]}`}>{a.title || a.project || numbers[i]}</Link></th>)}</tr></thead>
              <tbody>
                <tr><th scope="row">{t('reviews.verdict')}</th>{all.map((a, i) => <td key={i}><VerdictBadge verdict={a.decision.verdict} /></td>)}</tr>
                <tr><th scope="row">{t('reviews.score')}</th>{all.map((a, i) => <td key={i} className="n"><strong>{points(a.decision.score)}</strong></td>)}</tr>
                {all[0]!.decision.dimensions.map((d) => (
                  <tr key={d.dimension}>
                    <th scope="row">{pick(pack?.dimensions.find((x) => x.id === d.dimension)?.title) || d.dimension}</th>
                    {all.map((a, i) => <Bar key={i} of={a.decision.dimensions.find((x) => x.dimension === d.dimension)} />)}
                  </tr>
                ))}
                <Requirements all={all} apart={apart} />
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function useOne(path: string | null) {
  const got = useGet<{ assessments: Assessment[] }>(path);
  const assessment = useMemo(() => {
    const [first] = got.data?.assessments ?? [];
    return first === undefined ? undefined : tidy(first);
  }, [got.data]);
  return { assessment, problem: got.problem, again: got.again };
}

function Bar({ of: d }: { of?: Assessment['decision']['dimensions'][number] }) {
  const { t } = useWords();
  if (d === undefined || d.possible === 0) return <td className="soft">{t('status.not_applicable')}</td>;
  return <td className="n">{points(d.score)}<ScoreBar of={d} /></td>;
}

function Requirements({ all, apart }: { all: readonly Assessment[]; apart: boolean }) {
  const { pick, t } = useWords();
  const by = all.map((a) => new Map(a.results.map((r): [string, Result] => [r.requirement, r])));
  const rows = all[0]!.results.filter((r) => !apart || new Set(by.map((m) => m.get(r.requirement)?.status)).size > 1);
  return (
    <>
      {rows.map((r) => (
        <tr key={r.requirement} className={apart || new Set(by.map((m) => m.get(r.requirement)?.status)).size > 1 ? 'apart' : undefined}>
          <th scope="row">{r.requirement} {pick(r.title)}</th>
          {by.map((m, i) => {
            const one = m.get(r.requirement);
            return <td key={i}>{one && <><StatusMark status={one.status} />{one.findings.length > 0 && <p className="soft">{pick(one.findings[0]!.message)}{one.findings.length > 1 && ` ${t('versus.more', { n: one.findings.length - 1 })}`}</p>}</>}</td>;
          })}
        </tr>
      ))}
      {rows.length === 0 && <tr><td colSpan={all.length + 1} className="soft">{t('versus.same')}</td></tr>}
    </>
  );
}
