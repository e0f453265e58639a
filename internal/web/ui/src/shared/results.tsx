// What the machine says of every requirement, with its findings and the words of the document; beside it, what a page adds.
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';

import { useGet, type Api } from '../api';
import { useWords } from '../i18n';
import type { Assessment, Finding, Result } from '../proposal/assessment';
import { Link } from '../router';
import { QuoteInPlace } from './quote';
import type { LineMark } from './source';
import { StatusMark } from './status';
import './results.css';

/** The pack that an assessment was made with, when the service still has it. */
export function usePack(of: { id: string; digest: string } | undefined): { pack?: Api['Pack']; requirements: ReadonlyMap<string, Api['Requirement']>; gone: boolean } {
  const packs = useGet<Api['PackList']>(of === undefined ? null : '/v1/packs', { keep: true });
  const pack = packs.data?.packs.find((p) => p.id === of?.id && p.digest === of.digest);
  const list = useGet<Api['RequirementList']>(pack === undefined ? null : `/v1/packs/${pack.id}/requirements`, { keep: true });
  const requirements = useMemo(() => new Map((list.data?.requirements ?? []).map((r) => [r.id, r])), [list.data]);
  return { pack, requirements, gone: packs.data !== undefined && pack === undefined };
}

/** The result of hegui/result/v1, whose lists may be null. */
export function tidy(raw: Assessment): Assessment {
  return { ...raw, form: raw.form ?? [], results: raw.results.map((r) => ({ ...r, findings: r.findings ?? [], manual: r.manual ?? [] })) };
}

/** The findings of an assessment by line. */
export function marksOf(as: Assessment, pick: (t: Finding['message']) => string): LineMark[] {
  const out: LineMark[] = as.form.map((f) => ({ line: f.position.line, kind: 'error', text: pick(f.message), key: 'form' }));
  for (const r of as.results) {
    for (const f of r.findings) out.push({ line: f.position.line, kind: r.vetoes ? 'error' : 'warning', text: `${r.requirement} ${pick(f.message)}`, key: r.requirement });
    for (const f of r.manual) out.push({ line: f.position.line, kind: 'information', text: `${r.requirement} ${pick(f.message)}`, key: r.requirement });
  }
  return out;
}

export interface ResultsProps {
  assessment: Assessment;
  pack?: Api['Pack'];
  requirements: ReadonlyMap<string, Api['Requirement']>;
  /** Goes to a line of the proposal. */
  goTo?: (line: number) => void;
  /** What people say of a requirement; shown beside the machine. */
  beside?: (r: Result) => ReactNode;
  /** Marks in the heading of a requirement. */
  chips?: (r: Result) => ReactNode;
  /** Requirements that people said something of. */
  reviewed?: ReadonlySet<string>;
  /** The one that is open; a new object opens the same again. */
  open?: { requirement: string };
}

type Only = 'open' | 'reviewed' | 'all';
const notMet = new Set<Result['status']>(['fail', 'partial', 'manual', 'error']);

export function Results({ assessment: as, pack, requirements, goTo, beside, chips, reviewed, open }: ResultsProps) {
  const { t, pick } = useWords();
  const [chosen, setOnly] = useState<Only>('open');
  const [dimension, setDimension] = useState('');
  const opened = open !== undefined ? as.results.find((r) => r.requirement === open.requirement) : undefined;
  const has: Record<Only, (r: Result) => boolean> = {
    open: (r) => notMet.has(r.status), reviewed: (r) => reviewed?.has(r.requirement) ?? false, all: () => true,
  };
  const only = opened !== undefined && !has[chosen](opened) ? 'all' : chosen;
  const number = (o: Only) => as.results.filter(has[o]).length;
  const shown = as.results.filter((r) => has[only](r) && (dimension === '' || r.dimension === dimension || r === opened));
  const names = new Map(pack?.dimensions.map((d) => [d.id, pick(d.title)]));
  return (
    <div className="results">
      <h2 className="visually-hidden">{t('results.heading')}</h2>
      <div className="filters no-print">
        <SegmentedControl size="xs" value={only} onChange={(v) => setOnly(v as Only)} aria-label={t('results.only')}
          data={[
            { value: 'open', label: t('results.open', { n: number('open') }) },
            ...(reviewed ? [{ value: 'reviewed', label: t('results.reviewed', { n: number('reviewed') }) }] : []),
            { value: 'all', label: t('results.all', { n: as.results.length }) },
          ]} />
        <NativeSelect size="xs" aria-label={t('results.dimension')} value={dimension} onChange={(e) => setDimension(e.currentTarget.value)}
          data={[{ value: '', label: t('results.everyDimension') }, ...as.decision.dimensions.map((d) => ({ value: d.dimension, label: names.get(d.dimension) ?? d.dimension }))]} />
      </div>
      {as.form.length > 0 && (
        <section className="requirementcard form">
          <h3>{t('results.form')}</h3>
          <FindingsOf findings={as.form} goTo={goTo} />
        </section>
      )}
      {shown.length === 0 && <p className="soft">{t(only === 'reviewed' ? 'results.noneReviewed' : 'results.none')}</p>}
      {shown.map((r) => (
        <Card key={r.requirement} result={r} packId={as.pack.id} whole={requirements.get(r.requirement)} goTo={goTo} beside={beside} chips={chips?.(r)} open={open?.requirement === r.requirement ? open : undefined} />
      ))}
    </div>
  );
}

function Card({ result: r, packId, whole, goTo, beside, chips, open }: { result: Result; packId: string; whole?: Api['Requirement']; chips?: ReactNode; open?: object } & Pick<ResultsProps, 'goTo' | 'beside'>) {
  const { t, pick } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [last, setLast] = useState<object>();
  if (open !== last) {
    setLast(open);
    if (open !== undefined) setOpen(true);
  }
  return (
    <details className="requirementcard" open={isOpen} onToggle={(e) => setOpen(e.currentTarget.open)} id={`r-${r.requirement}`}>
      <summary>
        <span className="id">{r.requirement}</span>
        <StatusMark status={r.status} />
        {r.vetoes && <span className="mark error">{t('severity.veto')}</span>}
        {chips}
        <span className="title">{pick(r.title)}</span>
      </summary>
      {isOpen && (
        <div className={beside ? 'sides' : undefined}>
          <section aria-label={t('results.machine')} className="machine">
            <h3>{t('results.machine')}</h3>
            <p><StatusMark status={r.status} /> <span className="soft">{t('results.weight', { weight: r.weight, severity: t(`severity.${r.severity}`) })}</span></p>
            <FindingsOf findings={[...r.findings, ...r.manual]} goTo={goTo} />
            {whole !== undefined ? <QuoteInPlace quote={whole.quote} pack={packId} /> : <figure className="quote"><blockquote lang="zh">{r.quote.text}</blockquote><figcaption className="soft">{r.quote.sentence}</figcaption></figure>}
            {whole !== undefined && <p className="soft">{pick(whole.reading)} <Link to={`/document/${packId}/${r.requirement}`}>{t('results.more', { id: r.requirement })}</Link></p>}
          </section>
          {beside?.(r)}
        </div>
      )}
    </details>
  );
}

function FindingsOf({ findings, goTo }: { findings: readonly Finding[]; goTo?: (line: number) => void }) {
  const { t, pick } = useWords();
  if (findings.length === 0) return null;
  return (
    <ul className="found">
      {findings.map((f, i) => (
        <li key={i}>
          <p>{pick(f.message)}</p>
          {f.remedy && <p className="remedy">{pick(f.remedy)}</p>}
          {goTo && <p className="where"><button type="button" className="link" onClick={() => goTo(f.position.line)}>{t('results.line', { line: String(f.position.line) })}</button></p>}
        </li>
      ))}
    </ul>
  );
}
