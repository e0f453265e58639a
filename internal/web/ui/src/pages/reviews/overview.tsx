// By requirement, what the machine and those who review say, and where they are apart.
import { Switch } from '@mantine/core';
import { useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import type { Assessment } from '../../proposal/assessment';
import { Loaded } from '../../shared/failure';
import { StatusMark } from '../../shared/status';

export function Overview({ s, goTo }: { s: Api['Submission']; goTo: (requirement: string) => void }) {
  const { t } = useWords();
  const got = useGet<Api['Overview']>(`/v1/submissions/${s.id}/overview`);
  return <Loaded of={got}>{(o) => (
    o.reviewers.length === 0 ? <div className="state">{t('overview.nobody')}</div>
      : o.requirements.length === 0 ? <div className="state">{t('overview.agreed', { n: o.reviewers.length })}</div>
        : <Grid s={s} overview={o} goTo={goTo} />
  )}</Loaded>;
}

function Grid({ s, overview: o, goTo }: { s: Api['Submission']; overview: Api['Overview']; goTo: (requirement: string) => void }) {
  const { t, pick } = useWords();
  const [only, setOnly] = useState(false);
  const as = useGet<Assessment>(`/v1/submissions/${s.id}/versions/${o.version}/assessment?format=json`);
  const title = (id: string) => pick(as.data?.results.find((r) => r.requirement === id)?.title);
  const apart = o.requirements.filter((r) => r.disagreement).length;
  const shown = o.requirements.filter((r) => !only || r.disagreement);
  return (
    <>
      <p>{t('overview.lead', { n: apart, reviewers: o.reviewers.length, version: o.version })}</p>
      <Switch label={t('overview.only')} checked={only} onChange={(e) => setOnly(e.currentTarget.checked)} className="no-print" mb="xs" />
      <div className="scroll" tabIndex={0} role="region" aria-label={t('submission.overview')}>
        <table className="table">
          <caption className="visually-hidden">{t('submission.overview')}</caption>
          <thead>
            <tr><th scope="col">{t('overview.requirement')}</th><th scope="col">{t('overview.machine')}</th>{o.reviewers.map((r) => <th key={r} scope="col">{r}</th>)}</tr>
          </thead>
          <tbody>
            {shown.map((r) => (
              <tr key={r.requirement}>
                <th scope="row"><button type="button" className="link" onClick={() => goTo(r.requirement)}>{r.requirement}</button> {title(r.requirement)}{r.disagreement && <> <span className="mark apart">{t('overview.apart')}</span></>}</th>
                <td><StatusMark status={r.machine} /></td>
                {o.reviewers.map((name) => {
                  const said = r.reviews.find((x) => x.reviewer === name);
                  return <td key={name}>{said === undefined ? <span className="soft">{t('overview.asMachine')}</span> : <><StatusMark status={said.status} /><p className="soft words">{said.reason}</p></>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="soft">{t('overview.none')}</p>}
    </>
  );
}
