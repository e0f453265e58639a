// What reviewers say: notes, and statuses of requirements beside the machine's, never in its place.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useId, useState } from 'react';

import type { Api } from '../../api';
import { useWords } from '../../i18n';
import type { Result } from '../../proposal/assessment';
import { useMay, useSession } from '../../session';
import { useAct } from '../../shared/act';
import { Failure } from '../../shared/failure';
import { StatusMark, statuses } from '../../shared/status';
import { useTime } from '../../shared/time';
import { useUnsent } from '../../shared/unsent';
import { isOpen } from './open';

interface Props {
  s: Api['Submission'];
  version: number;
}

/** What people say of one requirement, and where to say more. */
export function Beside({ s, version, result, overrides, notes, onOverride, onNote }: Props & {
  result: Result; overrides: readonly Api['Override'][]; notes: readonly Api['Note'][]; onOverride: () => void; onNote: () => void;
}) {
  const { t } = useWords();
  const may = useMay();
  const { me } = useSession();
  const act = useAct();
  const time = useTime();
  const heading = useId();
  const open = isOpen(s);
  return (
    <section aria-labelledby={heading} className="people">
      <h3 id={heading}>{t('say.people')}</h3>
      {overrides.length === 0 && notes.length === 0 && <p className="soft">{t('say.nothing')}</p>}
      <ul className="saidlist">
        {overrides.map((o) => (
          <li key={o.id} className={o.withdrawn ? 'said withdrawn' : 'said'}>
            <StatusMark status={o.status} /> <span className="soft">{t('say.by', { reviewer: o.reviewer, time: time(o.created) })}</span>
            <p className="words">{o.reason}</p>
            {o.withdrawn && <span className="soft">{t('say.withdrawn', { time: time(o.withdrawn) })}</span>}
            {!o.withdrawn && may('withdrawOverride') && o.reviewer === me?.party && open && (
              <Button size="compact-xs" variant="default" loading={act.busy} className="no-print"
                onClick={() => { void act.run(`/v1/submissions/${s.id}/overrides/${o.id}`, { method: 'DELETE' }).then((done) => done && onOverride()); }}>{t('say.withdraw')}</Button>
            )}
          </li>
        ))}
      </ul>
      {act.problem && <Failure problem={act.problem} />}
      <NoteList notes={notes} />
      {open && version === s.version && may('override') && <OverrideForm s={s} version={version} result={result} mine={latest(overrides).find((o) => o.reviewer === me?.party)} onOverride={onOverride} />}
      {open && may('addNote') && <NoteForm s={s} version={version} requirement={result.requirement} onNote={onNote} folded />}
    </section>
  );
}

/** Of several of one reviewer the last that was not taken back. */
export function latest(overrides: readonly Api['Override'][]): Api['Override'][] {
  const out = new Map<string, Api['Override']>();
  for (const o of overrides) if (!o.withdrawn) out.set(o.reviewer, o);
  return [...out.values()];
}

/** Says a status. mine is what the same reviewer says of it now. */
function OverrideForm({ s, version, result, mine, onOverride }: Props & { result: Result; mine?: Api['Override']; onOverride: () => void }) {
  const { t } = useWords();
  const act = useAct();
  const [status, setStatus] = useUnsent(s.id, version, result.requirement, 'status');
  const [reason, setReason] = useUnsent(s.id, version, result.requirement, 'reason');
  const [said, setSaid] = useState(false);
  const same = status === mine?.status && reason.trim() === mine.reason;
  return (
    <form className="formbox" onSubmit={(e) => {
      e.preventDefault();
      if (status === '' || reason.trim() === '' || same) return;
      void act.run<Api['Override']>(`/v1/submissions/${s.id}/overrides`, { json: { version, requirement: result.requirement, status, reason: reason.trim() } }).then((made) => {
        if (!made) return;
        setStatus('');
        setReason('');
        setSaid(true);
        onOverride();
      });
    }}>
      <NativeSelect size="xs" label={t('say.status')} description={t('say.statusWhat')} value={status} onChange={(e) => { setStatus(e.currentTarget.value); setSaid(false); }}
        data={[{ value: '', label: t('say.choose') }, ...statuses.filter((x) => x !== 'error').map((x) => ({ value: x, label: x === result.status ? t('say.asMachine', { status: t(`status.${x}`) }) : t(`status.${x}`) }))]} />
      {status !== '' && <Textarea size="xs" label={t('say.reason')} description={t('say.reasonWhat')} autosize minRows={2} maxLength={6000} value={reason} onChange={(e) => setReason(e.currentTarget.value)} error={same ? t('say.same') : undefined} required withAsterisk={false} />}
      {act.problem && <Failure problem={act.problem} />}
      {status !== '' && <Button type="submit" size="compact-sm" loading={act.busy} disabled={reason.trim() === '' || same}>{t('say.save')}</Button>}
      {said && <p role="status" className="soft">{t('say.saved')}</p>}
    </form>
  );
}

export function NoteList({ notes, place = false }: { notes: readonly Api['Note'][]; place?: boolean }) {
  const { t } = useWords();
  const time = useTime();
  if (notes.length === 0) return null;
  return (
    <ul className="saidlist" aria-label={t('notes.title')}>
      {notes.map((n) => (
        <li key={n.id} className="said">
          <p className="words">{n.text}</p>
          <span className="soft">{t('say.by', { reviewer: n.reviewer, time: time(n.created) })}{place && <> · {n.requirement === undefined ? t('notes.whole', { version: n.version }) : t('notes.on', { requirement: n.requirement, version: n.version })}</>}</span>
        </li>
      ))}
    </ul>
  );
}

export function NoteForm({ s, version, requirement, onNote, folded = false }: Props & { requirement?: string; onNote: () => void; folded?: boolean }) {
  const { t } = useWords();
  const act = useAct();
  const [text, setText] = useUnsent(s.id, version, requirement ?? '', 'note');
  const [open, setOpen] = useState(!folded || text !== '');
  if (!open) return <Button size="compact-sm" variant="default" className="no-print" onClick={() => setOpen(true)} style={{ justifySelf: 'start' }}>{t('notes.add')}</Button>;
  return (
    <form className="formbox" onSubmit={(e) => {
      e.preventDefault();
      if (text.trim() === '') return;
      void act.run<Api['Note']>(`/v1/submissions/${s.id}/notes`, { json: { version, requirement, text: text.trim() } }).then((made) => {
        if (!made) return;
        setText('');
        if (folded) setOpen(false);
        onNote();
      });
    }}>
      <Textarea size="xs" label={t(requirement === undefined ? 'notes.wholeLabel' : 'notes.label')} description={t('notes.what')} autosize minRows={2} maxLength={6000} value={text} onChange={(e) => setText(e.currentTarget.value)} autoFocus={folded && text === ''} data-autofocus />
      {act.problem && <Failure problem={act.problem} />}
      <Button type="submit" size="compact-sm" loading={act.busy} disabled={text.trim() === ''}>{t('notes.save')}</Button>
    </form>
  );
}
