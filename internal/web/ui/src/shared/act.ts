// Does something through the service, once: a click on a button that waits does nothing, and a request that is sent again
// after a lost answer carries the same key.
import { useCallback, useRef, useState } from 'react';

import { askJSON, asProblem, type Ask, type Problem } from '../api';
import { useWords } from '../i18n';

export interface Act {
  busy: boolean;
  problem?: Problem;
  /** Gives the answer; undefined when there is none, and then problem says why. */
  run: <T>(path: string, o: Omit<Ask, 'lang' | 'idempotencyKey'>) => Promise<T | undefined>;
  clear: () => void;
}

export function useAct(): Act {
  const { lang } = useWords();
  const [state, setState] = useState<{ busy: boolean; problem?: Problem }>({ busy: false });
  const under = useRef(false);
  const last = useRef({ what: '', key: '' });
  const run = useCallback(async <T,>(path: string, o: Omit<Ask, 'lang' | 'idempotencyKey'>): Promise<T | undefined> => {
    if (under.current) return undefined;
    under.current = true;
    const what = JSON.stringify([path, o.method, o.json, nameOf(o.body)]);
    if (last.current.what !== what) last.current = { what, key: keyOf() };
    setState({ busy: true });
    try {
      const answer = await askJSON<T>(path, { ...o, lang, idempotencyKey: last.current.key });
      last.current = { what: '', key: '' };
      setState({ busy: false });
      return answer;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status >= 400 && problem.status < 500) last.current = { what: '', key: '' }; // it was refused, so the next is another
      setState({ busy: false, problem });
      return undefined;
    } finally {
      under.current = false;
    }
  }, [lang]);
  const clear = useCallback(() => setState({ busy: false }), []);
  return { ...state, run, clear };
}

/** Of what is sent, what makes it another request. */
function nameOf(body: Ask['body']): unknown {
  return body instanceof File ? [body.name, body.size, body.lastModified] : typeof body === 'string' ? body : '';
}

/** A name that nobody else makes up; randomUUID is only there over TLS and on this machine. */
function keyOf(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}
