// The batches there are, and where a new one begins: an archive, or many files.
import { Button, NativeSelect, Progress, TextInput } from '@mantine/core';
import { useState, type DragEvent } from 'react';

import { ask, asProblem, useGet, type Api, type Problem } from '../../api';
import { useWords } from '../../i18n';
import { Link, navigate } from '../../router';
import { useMay } from '../../session';
import { Failure } from '../../shared/failure';
import { useList } from '../../shared/list';
import { SignedIn } from '../../shared/signin';
import { sizeOf } from '../../shared/size';
import { useTime } from '../../shared/time';
import '../check/check.css';
import '../reviews/reviews.css';
import './batches.css';
import type { Batch } from './watch';

export default function BatchesPage() {
  return <SignedIn title="batches.title" needs="listBatches">{() => <Batches />}</SignedIn>;
}

function Batches() {
  const { t } = useWords();
  const may = useMay();
  const time = useTime();
  const list = useList<Batch, 'batches'>('/v1/batches?limit=100', 'batches');
  return (
    <>
      <h1>{t('batches.title')}</h1>
      <p className="soft">{t('batches.lead')}</p>
      {may('createBatch') && <NewBatch />}
      {list.problem && <Failure problem={list.problem} again={list.again} />}
      {list.ready && list.items.length === 0 && <div className="state">{t(may('createBatch') ? 'batches.none' : 'batches.noneToSee')}</div>}
      {list.items.length > 0 && (
        <table className="table cards">
          <caption className="visually-hidden">{t('batches.title')}</caption>
          <thead><tr><th scope="col">{t('batches.label')}</th><th scope="col">{t('batches.stateHead')}</th><th scope="col" className="n">{t('batches.proposals')}</th><th scope="col" className="n">{t('verdict.pass')}</th><th scope="col" className="n">{t('verdict.review')}</th><th scope="col" className="n">{t('verdict.fail')}</th><th scope="col">{t('batches.rules')}</th><th scope="col">{t('batches.created')}</th></tr></thead>
          <tbody>
            {list.items.map((b) => (
              <tr key={b.id}>
                <td><Link to={`/batches/${b.id}`}>{b.label || t('batches.unnamed', { id: b.id.slice(0, 6) })}</Link></td>
                <td>{t(`batchState.${b.state}`)}</td>
                <td className="n" data-label={t('batches.proposals')}>{b.items}</td>
                <td className="n" data-label={t('verdict.pass')}>{b.progress.verdicts.pass}</td><td className="n" data-label={t('verdict.review')}>{b.progress.verdicts.review}</td><td className="n" data-label={t('verdict.fail')}>{b.progress.verdicts.fail}</td>
                <td>{b.pack.id} {b.pack.version} · {b.profile} · {b.as_of}</td>
                <td>{time(b.created)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.more && <Button variant="default" loading={list.loading} onClick={list.more}>{t('reviews.more')}</Button>}
    </>
  );
}

/** What an upload is: one archive as it is, else a form with all files. */
function uploadOf(files: readonly File[]): { body: BodyInit; type?: string } {
  const [first] = files;
  if (files.length === 1 && first !== undefined) {
    if (/\.zip$/i.test(first.name)) return { body: first, type: 'application/zip' };
    if (/\.(tar\.gz|tgz)$/i.test(first.name)) return { body: first, type: 'application/gzip' };
    if (/\.(ndjson|jsonl)$/i.test(first.name)) return { body: first, type: 'application/x-ndjson' };
  }
  const form = new FormData();
  for (const f of files) form.append('proposal', f, f.webkitRelativePath || f.name);
  return { body: form };
}

const readable = /\.(ya?ml|json|zip|tar\.gz|tgz|ndjson|jsonl)$/i;
const archive = /\.(zip|tar\.gz|tgz|ndjson|jsonl)$/i;

function NewBatch() {
  const { t, lang, pick } = useWords();
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  const [label, setLabel] = useState('');
  const [chosen, setPack] = useState('');
  const [profile, setProfile] = useState('');
  const [asOf, setAsOf] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key, setKey] = useState('');
  const pack = packs.data?.packs.find((p) => p.id === chosen) ?? packs.data?.packs[0];
  const odd = files.filter((f) => !readable.test(f.name));
  const mixed = files.length > 1 && files.some((f) => archive.test(f.name));
  const size = files.reduce((n, f) => n + f.size, 0);
  const take = (list: FileList | null) => {
    if (list === null || list.length === 0) return;
    setFiles([...list]);
    setProblem(null);
    setKey(''); // another upload is another request
  };
  const send = () => {
    const once = key || Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
    setKey(once);
    setBusy(true);
    setProblem(null);
    const query = new URLSearchParams();
    if (pack) query.set('pack', pack.id);
    if (profile !== '') query.set('profile', profile);
    if (asOf !== '') query.set('as_of', asOf);
    if (label.trim() !== '') query.set('label', label.trim());
    ask(`/v1/batches?${query}`, { lang, ...uploadOf(files), idempotencyKey: once })
      .then((r) => r.json() as Promise<Batch>)
      .then((b) => navigate(`/batches/${b.id}`))
      .catch((e: unknown) => setProblem(asProblem(e)))
      .finally(() => setBusy(false));
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    take(e.dataTransfer.files);
  };
  return (
    <form className={over ? 'newbatch over' : 'newbatch'} onSubmit={(e) => { e.preventDefault(); send(); }}
      onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <h2>{t('batches.new')}</h2>
      <p className="soft">{t('batches.newWhat')}</p>
      <label className="filefield">
        <span>{t('batches.files')}</span>
        <input type="file" multiple accept=".zip,.gz,.tgz,.yaml,.yml,.json,.ndjson,.jsonl" onChange={(e) => take(e.currentTarget.files)} disabled={busy} />
      </label>
      {files.length > 0 && <p role="status">{files.length === 1 ? t('batches.chosenOne', { name: files[0]!.name, size: sizeOf(size) }) : t('batches.chosen', { n: files.length, size: sizeOf(size) })}</p>}
      {odd.length > 0 && <div className="state bad" role="alert">{t('batches.odd', { name: odd[0]!.name })}</div>}
      {mixed && <div className="state bad" role="alert">{t('batches.mixed')}</div>}
      <div className="formgrid">
        <TextInput label={t('batches.label')} description={t('batches.labelWhat')} value={label} maxLength={200} onChange={(e) => setLabel(e.currentTarget.value)} />
        {(packs.data?.packs.length ?? 0) > 1 && <NativeSelect label={t('waivers.pack')} value={pack?.id} onChange={(e) => { setPack(e.currentTarget.value); setProfile(''); }} data={packs.data!.packs.map((p) => ({ value: p.id, label: pick(p.title) }))} />}
        {pack && <NativeSelect label={t('reviews.profile')} value={profile || 'general'} onChange={(e) => setProfile(e.currentTarget.value)} data={pack.profiles.map((p) => ({ value: p.id, label: pick(p.title) }))} />}
        <TextInput type="date" label={t('batches.asOf')} description={t('batches.asOfWhat')} value={asOf} onChange={(e) => setAsOf(e.currentTarget.value)} />
      </div>
      {busy && <div><p role="status">{t('batches.sending')}</p><Progress value={100} animated striped aria-label={t('batches.sending')} /></div>}
      {problem && <Failure problem={problem} />}
      <Button type="submit" loading={busy} disabled={files.length === 0 || odd.length > 0 || mixed}>{t('batches.begin')}</Button>
    </form>
  );
}
