// One proposal of a batch: what the machine says of each requirement, beside the text.
import { useCallback, useEffect, useMemo, useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import { points, type Assessment } from '../../proposal/assessment';
import { Link, useParams } from '../../router';
import { Download } from '../../shared/download';
import { Failure, Loaded } from '../../shared/failure';
import { marksOf, Results, tidy, usePack } from '../../shared/results';
import { SignedIn } from '../../shared/signin';
import { SourceView } from '../../shared/source';
import { useText } from '../../shared/text';
import { VerdictBadge } from '../../shared/verdict';
import '../check/check.css';
import '../reviews/reviews.css';
import './batches.css';

export default function ItemPage() {
  return <SignedIn title="item.title" needs="getItem">{() => <One />}</SignedIn>;
}

function One() {
  const { t } = useWords();
  const { batch = '', item = '' } = useParams();
  const got = useGet<Api['Item']>(`/v1/batches/${encodeURIComponent(batch)}/items/${encodeURIComponent(item)}`);
  return (
    <>
      <p className="no-print"><Link to={`/batches/${batch}`}>{t('item.back')}</Link></p>
      {got.data === undefined && <h1>{t('item.title')}</h1>}
      <Loaded of={got} byAddress>{(i) => <Whole batch={batch} item={i} />}</Loaded>
    </>
  );
}

function Whole({ batch, item: i }: { batch: string; item: Api['Item'] }) {
  const { t, pick } = useWords();
  const path = `/v1/batches/${batch}/items/${i.number}`;
  const raw = useGet<{ assessments: Assessment[] }>(i.score === undefined ? null : `${path}/assessment?format=json`);
  const source = useText(`${path}/proposal`);
  const assessment = useMemo(() => {
    const [first] = raw.data?.assessments ?? [];
    return first === undefined ? undefined : tidy(first);
  }, [raw.data]);
  const { pack, requirements } = usePack(assessment?.pack);
  const [at, setAt] = useState<{ line: number } | undefined>(i.problem?.line === undefined ? undefined : { line: i.problem.line });
  const [open, setOpen] = useState<{ requirement: string }>();
  const onMark = useCallback((key: string) => setOpen({ requirement: key }), []);
  useEffect(() => {
    if (open !== undefined) document.getElementById(`r-${open.requirement}`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  useEffect(() => {
    document.title = `${assessment?.title || i.name} · ${t('brand')}`;
  }, [assessment, i.name, t]);
  const { problem } = i;
  const marks = useMemo(() => {
    if (assessment !== undefined) return marksOf(assessment, pick);
    return problem?.line === undefined ? [] : [{ line: problem.line, kind: 'error' as const, text: problem.title, key: 'form' }];
  }, [assessment, problem, pick]);
  return (
    <>
      <div className="submissionhead">
        <h1>{assessment?.title || i.name}</h1>
        {i.score !== undefined && <span className="score n"><strong>{i.score}</strong></span>} {i.verdict && <VerdictBadge verdict={i.verdict} />}
      </div>
      <dl className="facts">
        <dt>{t('item.file')}</dt><dd>{i.name}</dd>
        {assessment && <><dt>{t('waivers.project')}</dt><dd>{assessment.project}</dd></>}
        {i.submission && <><dt>{t('submission.title')}</dt><dd><Link to={`/reviews/of/${i.submission}`}>{i.submission}</Link></dd></>}
        {assessment && <><dt>{t('item.grade')}</dt><dd>{pick(assessment.grade.title)}</dd></>}
      </dl>
      {problem && <div className="state bad"><strong>{problem.title}</strong>{problem.detail && <p>{problem.detail}</p>}</div>}
      {i.score !== undefined && <div className="batchbar no-print"><Download formats={['html', 'xlsx', 'json', 'yaml']} name={assessment?.project || `item-${i.number}`} path={(format) => `${path}/${format === 'yaml' ? 'proposal' : `assessment?format=${format}`}`} /></div>}
      {assessment && (
        <details className="chartbox">
          <summary>{t('item.dimensions')}</summary>
          <table className="table">
            <thead><tr><th scope="col">{t('dimensions.dimension')}</th><th scope="col" className="n">{t('reviews.score')}</th></tr></thead>
            <tbody>{assessment.decision.dimensions.filter((d) => d.possible > 0).map((d) => <tr key={d.dimension}><td>{pick(pack?.dimensions.find((x) => x.id === d.dimension)?.title) || d.dimension}</td><td className="n">{points(d.score)}</td></tr>)}</tbody>
          </table>
        </details>
      )}
      <div className={i.score === undefined && problem ? 'onepane' : 'twopane'}>
        {(i.score !== undefined || !problem) && <section className="resultpane" aria-label={t('submission.results')}>
          {i.score !== undefined && <Loaded of={{ ...raw, data: assessment }}>{(as) => <Results assessment={as} pack={pack} requirements={requirements} goTo={(line) => setAt({ line })} open={open} />}</Loaded>}
          {i.score === undefined && <p className="state">{t(`itemState.${i.state}`)}</p>}
        </section>}
        <div>
          {source.problem && <Failure problem={source.problem} again={source.again} />}
          {source.text !== undefined && <SourceView text={source.text} marks={marks} at={at} label={t('submission.source')} onMark={onMark} />}
        </div>
      </div>
    </>
  );
}
