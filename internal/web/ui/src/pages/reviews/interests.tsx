// Conflicts of interest: a reviewer declares its own, the chair those of any reviewer.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Api } from '../../api';
import { useWords } from '../../i18n';
import { useQuery } from '../../router';
import { useMay, useSession } from '../../session';
import { useAct } from '../../shared/act';
import { Failure } from '../../shared/failure';
import { useList } from '../../shared/list';
import { SignedIn } from '../../shared/signin';
import { useTime } from '../../shared/time';
import '../check/check.css';
import './reviews.css';
import { Places } from './places';

export default function InterestsPage() {
  return <SignedIn title="interests.title" needs="listInterests">{() => <Interests />}</SignedIn>;
}

function Interests() {
  const { t } = useWords();
  const { me } = useSession();
  const own = me!.role === 'reviewer';
  const [query, set] = useQuery();
  const [asked, setAsked] = useState(query.get('reviewer') ?? '');
  const reviewer = own ? me!.party! : query.get('reviewer') ?? '';
  return (
    <>
      <Places />
      <h1>{t('interests.title')}</h1>
      <p className="soft">{t('interests.lead')}</p>
      {!own && (
        <form className="filters" onSubmit={(e) => { e.preventDefault(); set('reviewer', asked.trim()); }}>
          <TextInput label={t('people.reviewer')} value={asked} maxLength={255} onChange={(e) => setAsked(e.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={asked.trim() === ''}>{t('interests.show')}</Button>
        </form>
      )}
      {reviewer !== '' && <Of key={reviewer} reviewer={reviewer} own={own} />}
    </>
  );
}

function Of({ reviewer, own }: { reviewer: string; own: boolean }) {
  const { t } = useWords();
  const may = useMay();
  const time = useTime();
  const act = useAct();
  const list = useList<Api['Interest'], 'interests'>(`/v1/interests?limit=1000${own ? '' : `&reviewer=${encodeURIComponent(reviewer)}`}`, 'interests', { all: true });
  const [applicant, setApplicant] = useState('');
  const [reason, setReason] = useState('');
  return (
    <div className="people">
      {list.problem && <Failure problem={list.problem} again={list.again} />}
      {list.ready && list.items.length === 0 && <p className="state">{t('interests.none')}</p>}
      {list.items.length > 0 && (
        <table className="table cards">
          <caption className="visually-hidden">{t('interests.title')}</caption>
          <thead><tr><th scope="col">{t('reviews.applicant')}</th><th scope="col">{t('interests.reason')}</th><th scope="col">{t('interests.declared')}</th><th scope="col"><span className="visually-hidden">{t('people.actions')}</span></th></tr></thead>
          <tbody>
            {list.items.map((x) => (
              <tr key={x.applicant}>
                <td>{x.applicant}</td><td className="words">{x.reason}</td><td>{time(x.created)}</td>
                <td>{may('endInterest') && (
                  <Button size="compact-xs" variant="default" disabled={act.busy} aria-label={t('interests.endOf', { applicant: x.applicant })}
                    onClick={() => { void act.run(`/v1/interests?${new URLSearchParams({ reviewer, applicant: x.applicant })}`, { method: 'DELETE' }).then((done) => done && list.again()); }}>{t('interests.end')}</Button>
                )}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('declareInterest') && (
        <form className="formbox" onSubmit={(e) => {
          e.preventDefault();
          if (applicant.trim() === '' || reason.trim() === '') return;
          void act.run('/v1/interests', { json: { reviewer: own ? undefined : reviewer, applicant: applicant.trim(), reason: reason.trim() } }).then((done) => {
            if (!done) return;
            setApplicant('');
            setReason('');
            list.again();
          });
        }}>
          <h2>{t('interests.declare')}</h2>
          <p className="soft">{t('interests.declareWhat')}</p>
          <TextInput label={t('reviews.applicant')} description={t('interests.applicantWhat')} value={applicant} maxLength={255} onChange={(e) => setApplicant(e.currentTarget.value)} />
          <Textarea label={t('interests.reason')} autosize minRows={2} maxLength={6000} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
          {act.problem && <Failure problem={act.problem} />}
          <Button type="submit" loading={act.busy} disabled={applicant.trim() === '' || reason.trim() === ''}>{t('interests.save')}</Button>
        </form>
      )}
    </div>
  );
}
