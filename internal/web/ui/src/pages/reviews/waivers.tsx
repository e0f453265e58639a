// Waivers: projects that are excused from a requirement, by whom, why and until when.
import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import { useMay } from '../../session';
import { useAct } from '../../shared/act';
import { Failure } from '../../shared/failure';
import { useList } from '../../shared/list';
import { SignedIn } from '../../shared/signin';
import { useTime } from '../../shared/time';
import '../check/check.css';
import './reviews.css';
import { Places } from './places';

export default function WaiversPage() {
  return <SignedIn title="waivers.title" needs="listWaivers">{() => <Waivers />}</SignedIn>;
}

const empty = { pack: '', requirement: '', project: '', profile: '', reason: '', owner: '', expires: '' };

function Waivers() {
  const { t } = useWords();
  const may = useMay();
  const time = useTime();
  const act = useAct();
  const list = useList<Api['Waiver'], 'waivers'>('/v1/waivers?limit=1000', 'waivers', { all: true });
  const [past, setPast] = useState(false);
  const today = new Date().toISOString().slice(0, 10);
  const counts = (w: Api['Waiver']) => !w.revoked && w.expires >= today;
  const shown = list.items.filter((w) => past || counts(w));
  return (
    <>
      <Places />
      <h1>{t('waivers.title')}</h1>
      <p className="soft">{t('waivers.lead')}</p>
      {list.problem && <Failure problem={list.problem} again={list.again} />}
      {act.problem && <Failure problem={act.problem} />}
      <Switch label={t('waivers.past')} checked={past} onChange={(e) => setPast(e.currentTarget.checked)} className="no-print" />
      {list.ready && shown.length === 0 && <p className="state">{t('waivers.none')}</p>}
      {shown.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('waivers.title')}>
          <table className="table cards">
            <caption className="visually-hidden">{t('waivers.title')}</caption>
            <thead><tr><th scope="col">{t('waivers.project')}</th><th scope="col">{t('waivers.requirement')}</th><th scope="col">{t('interests.reason')}</th><th scope="col">{t('waivers.owner')}</th><th scope="col">{t('waivers.approver')}</th><th scope="col">{t('waivers.expires')}</th><th scope="col"><span className="visually-hidden">{t('people.actions')}</span></th></tr></thead>
            <tbody>
              {shown.map((w) => (
                <tr key={w.id}>
                  <td>{w.project === '*' ? t('waivers.everyProject') : w.project}{w.profile && <span className="soft"> · {w.profile}</span>}</td><td>{w.pack} {w.requirement}</td><td className="words">{w.reason}</td><td>{w.owner}</td><td>{w.approver}</td>
                  <td>{w.revoked ? t('waivers.revokedAt', { time: time(w.revoked) }) : w.expires}</td>
                  <td>{may('revokeWaiver') && counts(w) && <Button size="compact-xs" variant="default" disabled={act.busy} aria-label={t('waivers.revokeOf', { requirement: w.requirement, project: w.project })}
                    onClick={() => { void act.run(`/v1/waivers/${w.id}`, { method: 'DELETE' }).then((done) => done && list.again()); }}>{t('waivers.revoke')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may('addWaiver') && <NewWaiver onMade={list.again} />}
    </>
  );
}

function NewWaiver({ onMade }: { onMade: () => void }) {
  const { t, pick } = useWords();
  const act = useAct();
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  const [w, setW] = useState(empty);
  const pack = packs.data?.packs.find((p) => p.id === w.pack) ?? packs.data?.packs[0];
  const requirements = useGet<Api['RequirementList']>(pack === undefined ? null : `/v1/packs/${pack.id}/requirements`, { keep: true });
  const set = (change: Partial<typeof empty>) => setW((before) => ({ ...before, ...change }));
  const whole = w.requirement !== '' && w.project.trim() !== '' && w.reason.trim() !== '' && w.owner.trim() !== '' && w.expires !== '';
  return (
    <form className="formbox" style={{ marginTop: '1rem' }} onSubmit={(e) => {
      e.preventDefault();
      if (!whole || pack === undefined) return;
      void act.run('/v1/waivers', { json: { pack: pack.id, requirement: w.requirement, project: w.project.trim(), profile: w.profile || undefined, reason: w.reason.trim(), owner: w.owner.trim(), expires: w.expires } }).then((made) => {
        if (!made) return;
        setW(empty);
        onMade();
      });
    }}>
      <h2>{t('waivers.new')}</h2>
      <p className="soft">{t('waivers.newWhat')}</p>
      <div className="formgrid">
        {(packs.data?.packs.length ?? 0) > 1 && <NativeSelect label={t('waivers.pack')} value={pack?.id ?? ''} onChange={(e) => set({ pack: e.currentTarget.value, requirement: '' })} data={packs.data!.packs.map((p) => ({ value: p.id, label: pick(p.title) }))} />}
        <NativeSelect label={t('waivers.requirement')} value={w.requirement} onChange={(e) => set({ requirement: e.currentTarget.value })}
          data={[{ value: '', label: t('waivers.choose') }, ...(requirements.data?.requirements ?? []).map((r) => ({ value: r.id, label: `${r.id} ${pick(r.title)}` }))]} />
        <TextInput label={t('waivers.project')} description={t('waivers.projectWhat')} value={w.project} maxLength={255} onChange={(e) => set({ project: e.currentTarget.value })} />
        <NativeSelect label={t('reviews.profile')} value={w.profile} onChange={(e) => set({ profile: e.currentTarget.value })} data={[{ value: '', label: t('reviews.any') }, ...(pack?.profiles ?? []).map((p) => ({ value: p.id, label: pick(p.title) }))]} />
        <TextInput label={t('waivers.owner')} description={t('waivers.ownerWhat')} value={w.owner} maxLength={255} onChange={(e) => set({ owner: e.currentTarget.value })} />
        <TextInput type="date" label={t('waivers.expires')} value={w.expires} onChange={(e) => set({ expires: e.currentTarget.value })} />
      </div>
      <Textarea label={t('interests.reason')} autosize minRows={2} maxLength={6000} value={w.reason} onChange={(e) => set({ reason: e.currentTarget.value })} />
      {act.problem && <Failure problem={act.problem} />}
      <Button type="submit" loading={act.busy} disabled={!whole}>{t('waivers.save')}</Button>
    </form>
  );
}
