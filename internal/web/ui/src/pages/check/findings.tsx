// Findings as a list, one entry per requirement: what it costs, where it is, how to repair it, and what asks for it.
import { Button, CopyButton, SegmentedControl } from '@mantine/core';
import { memo, useMemo, useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import type { Diagnostic, Result } from '../../proposal/assessment';
import { steps } from '../../proposal/outline';
import { Link } from '../../router';
import { Loaded } from '../../shared/failure';
import { QuoteInPlace } from '../../shared/quote';
import { Insert } from './insert';
import { goTo, inWords, useWork } from './work';

interface Group {
  key: string;
  requirement?: string;
  result?: Result;
  /** Of 100. */
  points: number;
  found: Diagnostic[];
}

const rank = { error: 0, warning: 1, information: 2, hint: 3 };

/** Findings by requirement, those first that fail the proposal, then by what they cost. */
export function groups(diagnostics: readonly Diagnostic[], results: readonly Result[]): Group[] {
  const out = new Map<string, Group>();
  for (const d of diagnostics) {
    const key = d.requirement ?? (d.severity === 'error' ? 'form' : d.severity);
    let g = out.get(key);
    if (g === undefined) out.set(key, (g = { key, requirement: d.requirement, result: results.find((r) => r.requirement === d.requirement), points: Number(d.points ?? 0), found: [] }));
    g.found.push(d);
  }
  const worst = (g: Group) => Math.min(...g.found.map((d) => rank[d.severity]));
  return [...out.values()].sort((a, b) => Number(a.key !== 'form') - Number(b.key !== 'form') || worst(a) - worst(b) || b.points - a.points);
}

const shownAtFirst = 40;

export const FindingList = memo(function FindingList({ whole = false }: { whole?: boolean }) {
  const { t } = useWords();
  const { diagnosis } = useWork();
  const [only, setOnly] = useState<'all' | 'error' | 'warning' | 'information'>('all');
  const [most, setMost] = useState(whole ? 2000 : shownAtFirst);
  const all = useMemo(() => groups(diagnosis?.diagnostics ?? [], diagnosis?.assessment?.results ?? []), [diagnosis]);
  const number = (s: string) => diagnosis?.diagnostics.filter((d) => d.severity === s).length ?? 0;
  const shown = all.map((g) => ({ ...g, found: g.found.filter((d) => only === 'all' || d.severity === only || (only === 'information' && d.severity === 'hint')) })).filter((g) => g.found.length > 0);
  if (diagnosis !== undefined && diagnosis.diagnostics.length === 0) return <p className="state">{t('findings.none')}</p>;
  return (
    <div>
      {!whole && <SegmentedControl size="xs" fullWidth value={only} onChange={(v) => setOnly(v as typeof only)} aria-label={t('findings.only')} className="no-print"
        data={[
          { value: 'all', label: t('findings.all', { n: diagnosis?.diagnostics.length ?? 0 }) },
          { value: 'error', label: t('findings.errors', { n: number('error') }) },
          { value: 'warning', label: t('findings.warnings', { n: number('warning') }) },
          { value: 'information', label: t('findings.looks', { n: number('information') + number('hint') }) },
        ]} />}
      <ol className="findings">{shown.slice(0, most).map((g) => <GroupView key={g.key} group={g} />)}</ol>
      {shown.length > most && <Button variant="default" onClick={() => setMost(most + shownAtFirst)}>{t('findings.more', { n: shown.length - most })}</Button>}
      {shown.length === 0 && <p className="soft">{t('findings.noneOfKind')}</p>}
    </div>
  );
});

function GroupView({ group }: { group: Group }) {
  const { t, pick } = useWords();
  const { pack } = useWork();
  const { requirement, result, found } = group;
  const [open, setOpen] = useState(false);
  const worst = found.reduce((w, d) => (rank[d.severity] < rank[w] ? d.severity : w), 'hint' as Diagnostic['severity']);
  const heading = result !== undefined ? pick(result.title) : t(group.key === 'form' ? 'findings.form' : 'findings.hints');
  return (
    <li className={`finding ${worst}`}>
      <h2>
        <span className={`mark ${worst}`}>{result?.vetoes ? t('severity.veto') : t(`severityOf.${worst}`)}</span>
        {heading}
        {group.points > 0 && <span className="points n">{t('findings.points', { n: group.points.toFixed(2) })}</span>}
      </h2>
      <ul>{found.map((d, i) => <FindingView key={`${d.code}${d.path ?? ''}${i}`} d={d} />)}</ul>
      {requirement !== undefined && (
        <details onToggle={(e) => setOpen(e.currentTarget.open)} className="no-print">
          <summary>{t('findings.why', { id: requirement })}</summary>
          {open && <Why pack={pack} requirement={requirement} />}
        </details>
      )}
    </li>
  );
}

function FindingView({ d }: { d: Diagnostic }) {
  const { t, pick } = useWords();
  const work = useWork();
  const { store, schema, go } = work;
  const path = d.path === undefined ? [] : steps(d.path);
  const line = String(d.range.start.line + 1);
  return (
    <li>
      <p>{d.message}</p>
      {d.remedy !== undefined && <p className="remedy">{d.remedy}</p>}
      <p className="where">
        <button type="button" className="link" onClick={() => goTo(work, d)}>
          {path.length > 0 ? t('findings.at', { place: inWords(schema, store.outline.root, path, pick), line }) : t('findings.line', { line })}
        </button>
        {d.edit && <Insert edit={d.edit} after={(from) => go(path, from)} variant="light" className="no-print" />}
      </p>
      {d.edit && d.edit.text.trim() !== '' && <pre className="snippet no-print" tabIndex={0}>{d.edit.text.replace(/^\n/, '')}</pre>}
    </li>
  );
}

/** What the document says, how it is read, and an example of how to do it. */
export function Why({ pack, requirement }: { pack: string; requirement: string }) {
  const { t, pick } = useWords();
  const got = useGet<Api['Requirement']>(`/v1/packs/${pack}/requirements/${requirement}`, { keep: true });
  return (
    <Loaded of={got}>
      {(r) => (
        <div className="why">
          <QuoteInPlace quote={r.quote} pack={pack} />
          <p>{pick(r.reading)}</p>
          {r.example && (
            <>
              <h3>{t('findings.example')}</h3>
              <pre className="snippet" tabIndex={0}>{pick(r.example)}</pre>
              <CopyButton value={pick(r.example)}>{({ copied, copy }) => <Button size="compact-xs" variant="default" onClick={copy}>{t(copied ? 'findings.copied' : 'findings.copy')}</Button>}</CopyButton>
            </>
          )}
          <p><Link to={`/document/${pack}/${requirement}`}>{t('findings.requirement', { id: requirement })}</Link></p>
        </div>
      )}
    </Loaded>
  );
}
