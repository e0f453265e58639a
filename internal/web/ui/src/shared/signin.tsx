// Asks for an access key where a page needs to know who is there, and says why a key does not do.
import { Button, Loader, PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import type { Problem } from '../api';
import { useWords, type Key } from '../i18n';
import { askAgain, signIn, signOut, useSession } from '../session';
import { Failure } from './failure';
import './signin.css';

/** Shows a page to whoever is signed in with a role, and asks everyone else for a key. */
export function SignedIn({ title, needs, children }: { title: Key; needs: string; children: () => ReactNode }) {
  const { t, lang } = useWords();
  const { key, me, problem, ended } = useSession();
  if (me !== undefined) {
    if (me.operations.includes(needs)) return <>{children()}</>;
    return (
      <>
        <h1>{t(title)}</h1>
        <div className="state">{t('session.notYours', { role: t(`role.${me.role}`) })}</div>
      </>
    );
  }
  if (key !== '' && problem === undefined) return <Loader role="status" aria-label={t('loading')} />;
  const known = problem === undefined ? undefined : refusals[problem.status];
  return (
    <>
      <h1>{t(title)}</h1>
      {problem !== undefined && key !== '' && known === undefined ? <Failure problem={problem} again={() => askAgain(lang)} /> : <SignIn problem={problem} ended={ended} />}
    </>
  );
}

const refusals: Record<number, Key> = { 401: 'session.wrong', 403: 'session.noRole', 404: 'session.keepsNothing' };

function SignIn({ problem, ended = false }: { problem?: Problem; ended?: boolean }) {
  const { t } = useWords();
  const [key, setKey] = useState('');
  const why = ended ? 'session.ended' : problem === undefined ? undefined : refusals[problem.status];
  return (
    <form className="signin" onSubmit={(e) => {
      e.preventDefault();
      signIn(key.trim());
    }}>
      <p>{t('session.lead')}</p>
      {why !== undefined && <div className="state bad" role="alert">{t(why)}</div>}
      {problem !== undefined && why === undefined && <Failure problem={problem} />}
      <PasswordInput label={t('session.key')} description={t('session.keyWhat')} value={key} onChange={(e) => setKey(e.currentTarget.value)} autoComplete="off" spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('session.show'), tabIndex: 0 }} />
      <Button type="submit" disabled={key.trim() === ''}>{t('session.signIn')}</Button>
    </form>
  );
}

/** In the head of every page: who is signed in, and the way out. */
export function Account({ link }: { link: ReactNode }) {
  const { t } = useWords();
  const { key, me } = useSession();
  if (key === '') return <>{link}</>;
  return (
    <>
      {me !== undefined && <span className="account" title={`${me.name} · ${t(`role.${me.role}`)}`}>{me.party ?? me.name} · {t(`role.${me.role}`)}</span>}
      <Button variant="default" size="compact-sm" onClick={signOut}>{t('session.signOut')}</Button>
    </>
  );
}
