// One requirement: what the document says, how it is read, missed and met, and the numbers it uses with their sources.
import { CopyButton, Button } from '@mantine/core';
import { useEffect } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import { Link, useParams } from '../../router';
import { Loaded } from '../../shared/failure';
import { QuoteInPlace } from '../../shared/quote';
import '../check/check.css';
import './document.css';

export default function RequirementPage() {
  const { t } = useWords();
  const { pack = '', requirement = '' } = useParams();
  const got = useGet<Api['Requirement']>(`/v1/packs/${encodeURIComponent(pack)}/requirements/${encodeURIComponent(requirement)}`, { keep: true });
  const all = useGet<Api['RequirementList']>(`/v1/packs/${encodeURIComponent(pack)}/requirements`, { keep: true });
  const ids = all.data?.requirements.map((r) => r.id) ?? [];
  const at = ids.indexOf(requirement);
  return (
    <article className="requirement">
      <nav className="pager" aria-label={t('requirement.title')}>
        <Link to={`/document/${pack}`}>{t('requirement.back')}</Link>
        {at > 0 && <Link to={`/document/${pack}/${ids[at - 1]}`}>{t('requirement.previous', { id: ids[at - 1]! })}</Link>}
        {at >= 0 && at < ids.length - 1 && <Link to={`/document/${pack}/${ids[at + 1]}`}>{t('requirement.next', { id: ids[at + 1]! })}</Link>}
      </nav>
      {got.data === undefined && <h1>{requirement}</h1>}
      <Loaded of={got}>{(r) => <Whole r={r} pack={pack} />}</Loaded>
    </article>
  );
}

function Whole({ r, pack }: { r: Api['Requirement']; pack: string }) {
  const { t, pick } = useWords();
  useEffect(() => {
    document.title = `${r.id} ${pick(r.title)} · ${t('brand')}`;
  }, [r, pick, t]);
  return (
    <>
      <h1>{r.id} {pick(r.title)}</h1>
      <h2>{t('requirement.quote')}</h2>
      <QuoteInPlace quote={r.quote} pack={pack} />
      <h2>{t('requirement.reading')}</h2>
      <p>{pick(r.reading)}</p>
      <dl className="facts">
        <dt>{t('requirement.applies')}</dt><dd>{pick(r.applies) || t('requirement.appliesAll')}</dd>
        <dt>{t('requirement.severity')}</dt><dd>{t(`severity.${r.severity}`)}{r.veto_when.length > 0 && <> · {t('requirement.vetoWhen', { traits: r.veto_when.map(pick).join(t('form.and')) })}</>}</dd>
        <dt>{t('requirement.weight')}</dt><dd className="n">{r.weight}</dd>
        <dt>{t('requirement.effort')}</dt><dd>{t('requirement.effortDays', { n: r.effort })}</dd>
      </dl>
      {r.confirm && <><h2>{t('requirement.confirm')}</h2><p>{pick(r.confirm)}</p></>}
      {r.example && (
        <>
          <h2>{t('requirement.example')}</h2>
          <pre className="snippet" tabIndex={0}>{pick(r.example)}</pre>
          <CopyButton value={pick(r.example)}>{({ copied, copy }) => <Button size="compact-sm" variant="default" onClick={copy} className="no-print">{t(copied ? 'findings.copied' : 'findings.copy')}</Button>}</CopyButton>
        </>
      )}
      <h2>{t('requirement.codes')}</h2>
      <table className="table cards">
        <thead><tr><th scope="col">{t('requirement.found')}</th><th scope="col">{t('requirement.remedy')}</th><th scope="col">{t('requirement.basis')}</th></tr></thead>
        <tbody>
          {r.codes.map((c) => <tr key={c.code}><td><Filled text={pick(c.message)} /></td><td><Filled text={pick(c.remedy)} /></td><td className="soft">{t(`basisOf.${c.basis}`)}</td></tr>)}
        </tbody>
      </table>
      {r.thresholds.length > 0 && (
        <>
          <h2>{t('requirement.thresholds')}</h2>
          <table className="table cards">
            <thead><tr><th scope="col">{t('requirement.number')}</th><th scope="col" className="n">{t('requirement.value')}</th><th scope="col">{t('requirement.basis')}</th><th scope="col">{t('requirement.source')}</th></tr></thead>
            <tbody>
              {r.thresholds.map((x) => <tr key={x.name}><td>{pick(x.title)}</td><td className="n">{x.value} {pick(x.unit)}</td><td className="soft">{t(`basisOf.${x.basis}`)}</td><td className="soft">{pick(x.source)}</td></tr>)}
            </tbody>
          </table>
        </>
      )}
      {r.readings.length > 0 && (
        <>
          <h2>{t('requirement.readings')}</h2>
          <p className="soft">{t('requirement.readingsWhat')}</p>
          {r.readings.map((x) => (
            <div key={x.id}>
              <blockquote className="quote" lang="zh">{x.quote}</blockquote>
              <ol>{x.alternatives.map((a) => <li key={a.id}>{pick(a.title)}</li>)}</ol>
            </div>
          ))}
        </>
      )}
      <p className="soft">{t('requirement.rule', { file: r.rule })}</p>
    </>
  );
}

/** A message whose values, in braces, are filled in when a proposal is assessed. */
function Filled({ text }: { text: string }) {
  return text.split(/(\{\w+\})/).map((part, i) => (/^\{\w+\}$/.test(part) ? <span key={i} className="soft">…</span> : part));
}
