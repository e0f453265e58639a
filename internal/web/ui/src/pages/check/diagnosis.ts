// Findings while a text is written: asked for when typing pauses, and an outdated request is cancelled. When the service
// cannot answer, what was last known stays, and it is asked again by itself.
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';

import { askJSON, asProblem, type Problem } from '../../api';
import type { Lang } from '../../i18n';
import type { Diagnosis } from '../../proposal/assessment';
import type { TextStore } from '../../proposal/text';

const pause = 80; // ms without a change before the service is asked
const longest = 1000; // ms after which it is asked although typing goes on
const retry = 5000; // ms after a failure

export interface Checked {
  diagnosis?: Diagnosis;
  /** Of the text that diagnosis is about. */
  version: number;
  problem?: Problem;
  busy: boolean;
  again: () => void;
}

export function useDiagnosis(store: TextStore, o: { pack: string; profile: string; lang: Lang }): Checked {
  const [state, setState] = useState<Omit<Checked, 'again'>>({ version: -1, busy: true });
  const turn = useRef(() => {});
  useEffect(() => {
    let controller: AbortController | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = 0;
    const ask = () => {
      clearTimeout(timer);
      waiting = 0;
      controller?.abort();
      const mine = new AbortController();
      controller = mine;
      const { version, text } = store;
      askJSON<Diagnosis>('/v1/editor/diagnostics', { lang: o.lang, signal: mine.signal, json: { text, pack: o.pack || undefined, profile: o.profile, lang: o.lang, assessment: true } }).then(
        (diagnosis) => {
          if (mine.signal.aborted) return;
          startTransition(() => setState({ diagnosis, version, busy: store.version !== version })); // typing goes before drawing
        },
        (error: unknown) => {
          if (mine.signal.aborted) return;
          const problem = asProblem(error);
          setState((s) => ({ ...s, problem, busy: false }));
          if (['offline', 'overloaded', 'too_many_requests', 'deadline'].includes(problem.code)) timer = setTimeout(ask, Math.max(retry, problem.retryAfter * 1000));
        },
      );
    };
    const soon = () => {
      setState((s) => (s.busy ? s : { ...s, busy: true }));
      const now = performance.now();
      if (waiting === 0) waiting = now;
      clearTimeout(timer);
      timer = setTimeout(ask, Math.max(0, Math.min(pause, waiting + longest - now)));
    };
    turn.current = ask;
    setState((s) => ({ ...s, busy: true, problem: undefined }));
    ask();
    const end = store.listen(soon);
    return () => {
      end();
      clearTimeout(timer);
      controller?.abort();
    };
  }, [store, o.pack, o.profile, o.lang]);
  useEffect(() => {
    if (state.version < 0) return;
    performance.clearMarks('hegui.shown');
    performance.mark('hegui.shown', { detail: state.version }); // for bench/web
  }, [state.version, state.diagnosis]);
  return { ...state, again: useCallback(() => turn.current(), []) };
}
