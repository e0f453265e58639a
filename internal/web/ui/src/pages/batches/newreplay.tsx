// Asks what a change of rules would do to the proposals of a batch: another pack, kind of call or date.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import { Link, navigate } from '../../router';
import { useAct } from '../../shared/act';
import { Failure } from '../../shared/failure';
import { useList } from '../../shared/list';
import type { Batch } from './watch';

export function NewReplay({ batch, pack }: { batch: Batch; pack?: Api['Pack'] }) {
  const { t, pick } = useWords();
  const act = useAct();
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  const others = useList<Batch, 'batches'>('/v1/batches?limit=200', 'batches');
  const [chosen, setPack] = useState('');
  const [profile, setProfile] = useState('');
  const [asOf, setAsOf] = useState('');
  const after = packs.data?.packs.find((p) => p.id === (chosen || pack?.id || batch.pack.id));
  const same = after?.digest === batch.pack.digest && (profile === '' || profile === batch.profile) && (asOf === '' || asOf === batch.as_of);
  const alike = others.items.filter((b) => b.id !== batch.id && b.items === batch.items && b.state === 'done');
  return (
    <>
      <p>{t('replay.lead')}</p>
      <form className="formbox" onSubmit={(e) => {
        e.preventDefault();
        void act.run<Batch>(`/v1/batches/${batch.id}/replays`, { json: { pack: chosen || undefined, profile: profile || undefined, as_of: asOf || undefined, label: t('replay.labelOf', { label: batch.label || batch.id.slice(0, 6) }).slice(0, 200) } }).then((made) => {
          if (made) navigate(`/batches/${made.id}/replay?before=${batch.id}`);
        });
      }}>
        <div className="formgrid">
          <NativeSelect label={t('waivers.pack')} value={after?.id ?? ''} onChange={(e) => { setPack(e.currentTarget.value); setProfile(''); }}
            data={(packs.data?.packs ?? []).map((p) => ({ value: p.id, label: `${pick(p.title)} ${p.version}${p.id === batch.pack.id && p.digest !== batch.pack.digest ? ` (${t('replay.changed')})` : ''}` }))} />
          <NativeSelect label={t('reviews.profile')} value={profile || batch.profile} onChange={(e) => setProfile(e.currentTarget.value)} data={(after?.profiles ?? []).map((p) => ({ value: p.id, label: pick(p.title) }))} />
          <TextInput type="date" label={t('batches.asOf')} value={asOf || batch.as_of} onChange={(e) => setAsOf(e.currentTarget.value)} />
        </div>
        {same && <p className="soft">{t('replay.same')}</p>}
        {act.problem && <Failure problem={act.problem} />}
        <Button type="submit" loading={act.busy} disabled={same || after === undefined}>{t('replay.begin')}</Button>
      </form>
      {alike.length > 0 && (
        <>
          <h2>{t('replay.others')}</h2>
          <p className="soft">{t('replay.othersWhat')}</p>
          <ul className="reqs">{alike.slice(0, 20).map((b) => <li key={b.id}><Link to={`/batches/${b.id}/replay?before=${batch.id}`}>{b.label || b.id.slice(0, 6)}</Link> <span className="soft">{b.pack.id} {b.pack.version} · {b.profile} · {b.as_of}</span></li>)}</ul>
        </>
      )}
    </>
  );
}
