// Who is signed in: the access key of this tab, and what its role may do. A key that the service refuses is forgotten.
import { useEffect, useSyncExternalStore } from 'react';

import { accessKey, askJSON, asProblem, keepAccessKey, onAccessKey, type Api, type Problem } from './api';
import { useWords, type Lang } from './i18n';

export type Me = Api['Me'];

export interface Session {
  /** Empty when nobody is signed in. */
  key: string;
  /** Absent until the service has answered, and for a key without a role. */
  me?: Me;
  /** Why there is no me. */
  problem?: Problem;
  /** Somebody was signed in until the service refused the key. */
  ended?: boolean;
}

let session: Session = { key: accessKey() };
let asked = '';
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

onAccessKey(() => {
  const key = accessKey();
  if (key === session.key) return;
  asked = '';
  // What was refused last is still said where a key is asked for.
  become(key === '' && session.key !== '' ? { key, problem: session.problem, ended: session.me !== undefined } : { key });
});

/** Asks once for each key. */
function load(lang: Lang): void {
  const { key } = session;
  if (key === '' || key === asked) return;
  asked = key;
  askJSON<Me>('/v1/me', { lang }).then(
    (me) => { if (session.key === key) become({ key, me }); },
    (error: unknown) => {
      const problem = asProblem(error);
      if (session.key === key || (session.key === '' && problem.status === 401)) become({ key: session.key, problem });
    },
  );
}

/** Asks again, after a problem. */
export function askAgain(lang: Lang): void {
  asked = '';
  become({ key: session.key });
  load(lang);
}

/** Signs in with a key; what comes of it, the session says. */
export function signIn(key: string): void {
  become({ key: '' });
  keepAccessKey(key);
}

/** Forgets the key, and all that this tab keeps for whoever it belongs to. */
export function signOut(): void {
  become({ key: '' });
  keepAccessKey('');
  try {
    sessionStorage.clear();
  } catch {
    // storage is switched off
  }
}

/** Who is signed in. The service is asked when a key is there. */
export function useSession(): Session {
  const { lang } = useWords();
  const now = useSyncExternalStore((f) => { listeners.add(f); return () => listeners.delete(f); }, () => session);
  useEffect(() => load(lang), [now.key, lang]);
  return now;
}

/** Whether the role of who is signed in may do an operation of the interface, by its operationId. */
export function useMay(): (operation: string) => boolean {
  const { me } = useSession();
  return (operation) => me?.operations.includes(operation) ?? false;
}
