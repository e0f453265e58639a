// How far a batch is, as it goes: events of the service, and where they do not come through, a question every few seconds.
import { useCallback, useEffect, useState } from 'react';

import { ask, askJSON, asProblem, type Api, type Problem } from '../../api';
import { useWords, type Lang } from '../../i18n';

export type Batch = Api['Batch'];

export interface Watched {
  batch?: Batch;
  problem?: Problem;
  /** How news come; for those who watch over the page. */
  by: 'events' | 'questions' | 'none';
  /** Takes over what an operation answered, and watches again. */
  became: (batch: Batch) => void;
  again: () => void;
}

export const isOver = (b: Batch) => b.state === 'done' || b.state === 'cancelled';

const pause = (ms: number, signal: AbortSignal) => new Promise<void>((resolve) => {
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); });
});

export function useBatch(id: string): Watched {
  const { lang } = useWords();
  const [state, setState] = useState<{ batch?: Batch; problem?: Problem; by: Watched['by'] }>({ by: 'none' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const path = `/v1/batches/${encodeURIComponent(id)}`;
    const look = async () => {
      const batch = await askJSON<Batch>(path, { lang, signal });
      setState((s) => ({ ...s, batch, problem: undefined }));
      return batch;
    };
    const watch = async () => {
      if (isOver(await look())) return;
      for (let failures = 0; !signal.aborted;) {
        try {
          let over = false;
          if (failures < 2) {
            setState((s) => ({ ...s, by: 'events' }));
            over = await follow(`${path}/events`, lang, signal, (batch) => { failures = 0; setState((s) => ({ ...s, batch, problem: undefined })); });
            if (!over) failures++;
          }
          if (over) return;
          setState((s) => ({ ...s, by: 'questions' }));
          if (isOver(await look())) return;
          await pause(2000, signal);
        } catch (error) {
          if (signal.aborted) return;
          const problem = asProblem(error);
          failures++;
          if (problem.status === 401 || problem.status === 403 || problem.status === 404) throw error;
          setState((s) => ({ ...s, problem }));
          await pause(Math.max(2, problem.retryAfter) * 1000, signal);
        }
      }
    };
    watch().catch((error: unknown) => {
      if (!signal.aborted) setState((s) => ({ ...s, problem: asProblem(error) }));
    });
    return () => controller.abort();
    // The language only words problems.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  const became = useCallback((batch: Batch) => {
    setState((s) => ({ ...s, batch }));
    setTurn((n) => n + 1);
  }, []);
  return { ...state, became, again };
}

/** Reads events until they end; true when the batch is over. An EventSource could not say who asks. */
async function follow(path: string, lang: Lang, signal: AbortSignal, news: (batch: Batch) => void): Promise<boolean> {
  const response = await ask(path, { lang, signal, accept: 'text/event-stream' });
  if (response.body === null) return false;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return false;
    text += value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = /^event: (\w+)\ndata: (.*)$/s.exec(text.slice(0, end));
      text = text.slice(end + 2);
      if (event === null) continue;
      const batch = JSON.parse(event[2]!) as Batch;
      news(batch);
      if (event[1] === 'end') return true;
    }
  }
}
