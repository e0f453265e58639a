// The submissions that who is signed in may see: a reviewer's queue, an applicant's own, all of them for chair and admin.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import { Link, useQuery } from '../../router';
import { useMay, useSession } from '../../session';
import { Download } from '../../shared/download';
import { Failure } from '../../shared/failure';
import { useList } from '../../shared/list';
import { SignedIn } from '../../shared/signin';
import { useTime } from '../../shared/time';
import { VerdictBadge } from '../../shared/verdict';
import '../check/check.css';
import './reviews.css';
import { Places } from './places';

export default function QueuePage() {
  return <SignedIn title="reviews.title" needs="listSubmissions">{() => <Queue />}</SignedIn>;
}

const verdicts = ['pass', 'review', 'fail', 'error'] as const;
const states = ['open', 'closed', 'withdrawn'] as const;

function Queue() {
  const { t, pick } = useWords();
  const { me } = useSession();
  const may = useMay();
  const [query, set] = useQuery();
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  const verdict = query.get('verdict') ?? '';
  const profile = query.get('profile') ?? '';
  const state = query.get('state') ?? '';
  const order = query.get('order') === 'score' ? 'score' : 'newest';
  const asked = new URLSearchParams({ order });
  if (verdict !== '') asked.set('verdict', verdict);
  if (profile !== '') asked.set('profile', profile);
  if (state !== '') asked.set('state', state);
  const list = useList<Api['Submission'], 'submissions'>(`/v1/submissions?${asked}&limit=200`, 'submissions');
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words).trim().toLowerCase();
  const shown = useMemo(() => list.items.filter((s) => wanted === '' || [s.reference, s.applicant, s.assessment?.title ?? ''].some((x) => x.toLowerCase().includes(wanted))), [list.items, wanted]);
  const profiles = packs.data?.packs.flatMap((p) => p.profiles) ?? [];
  const filtered = wanted !== '' || verdict !== '' || profile !== '' || state !== '';
  return (
    <>
      <Places />
      <h1>{t(`reviews.headingOf.${me!.role}`)}</h1>
      <p className="soft">{t(`reviews.leadOf.${me!.role}`)}</p>
      <div className="filters no-print">
        <TextInput label={t('reviews.find')} type="search" value={words} onChange={(e) => setWords(e.currentTarget.value)} />
        <NativeSelect label={t('reviews.verdict')} value={verdict} onChange={(e) => set('verdict', e.currentTarget.value)}
          data={[{ value: '', label: t('reviews.any') }, ...verdicts.map((v) => ({ value: v, label: t(`verdict.${v}`) }))]} />
        {profiles.length > 0 && (
          <NativeSelect label={t('reviews.profile')} value={profile} onChange={(e) => set('profile', e.currentTarget.value)}
            data={[{ value: '', label: t('reviews.any') }, ...profiles.map((p) => ({ value: p.id, label: pick(p.title) }))]} />
        )}
        <NativeSelect label={t('reviews.state')} value={state} onChange={(e) => set('state', e.currentTarget.value)}
          data={[{ value: '', label: t('reviews.any') }, ...states.map((v) => ({ value: v, label: t(`reviews.stateOf.${v}`) }))]} />
        <NativeSelect label={t('reviews.order')} value={order} onChange={(e) => set('order', e.currentTarget.value === 'score' ? 'score' : null)}
          data={[{ value: 'newest', label: t('reviews.newest') }, { value: 'score', label: t('reviews.byScore') }]} />
        {may('exportSubmissions') && list.items.length > 0 && (
          <Download formats={['xlsx', 'csv', 'html']} name={`hegui-${profile || 'general'}`} label={profile === '' ? t('reviews.exportGeneral') : undefined}
            path={(format) => `/v1/submissions/export?${new URLSearchParams({ ...Object.fromEntries(asked), profile: profile || 'general', format })}`} />
        )}
      </div>
      {list.problem && <Failure problem={list.problem} again={list.again} />}
      {list.ready && list.items.length === 0 && <div className="state">{filtered ? t('reviews.noMatch') : t(`reviews.noneOf.${me!.role}`)}</div>}
      {list.ready && list.items.length > 0 && shown.length === 0 && <div className="state">{t('reviews.noMatch')}</div>}
      {shown.length > 0 && <Rows rows={shown} profiles={profiles} />}
      {list.ready && <p className="soft" role="status">{t('reviews.shown', { n: shown.length })}</p>}
      {list.more && <Button variant="default" loading={list.loading} onClick={list.more}>{t('reviews.more')}</Button>}
    </>
  );
}

function Rows({ rows, profiles }: { rows: readonly Api['Submission'][]; profiles: readonly Api['Profile'][] }) {
  const { t, pick } = useWords();
  const time = useTime();
  return (
    <table className="table cards">
      <caption className="visually-hidden">{t('reviews.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reviews.reference')}</th><th scope="col">{t('reviews.applicant')}</th><th scope="col">{t('reviews.verdict')}</th><th scope="col" className="n">{t('reviews.score')}</th>
          <th scope="col">{t('reviews.profile')}</th><th scope="col" className="n">{t('reviews.version')}</th><th scope="col">{t('reviews.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((s) => (
          <tr key={s.id}>
            <td><Link to={`/reviews/of/${s.id}`}>{s.reference}</Link>{s.closed && <> <span className="mark none">{t('reviews.closed')}</span></>}{s.withdrawn && <> <span className="mark none">{t('say.withdrawn', { time: time(s.withdrawn) })}</span></>}{s.hold && <> <span className="mark information">{t('reviews.held')}</span></>}{s.assessment?.title && <div className="soft">{s.assessment.title}</div>}</td>
            <td>{s.applicant}</td>
            <td>{s.assessment && <VerdictBadge verdict={s.assessment.verdict} />}</td>
            <td className="n" data-label={t('reviews.score')}>{s.assessment?.score}</td>
            <td>{pick(profiles.find((p) => p.id === s.assessment?.profile)?.title) || s.assessment?.profile}</td>
            <td className="n" data-label={t('reviews.version')}>{s.version}</td>
            <td data-label={t('reviews.changed')}>{time(s.changed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

