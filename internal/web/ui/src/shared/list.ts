// A list of the service, page after page.
import { useCallback, useEffect, useState } from 'react';

import { askJSON, asProblem, type Problem } from '../api';
import { useWords } from '../i18n';

export interface Listing<T> {
  items: readonly T[];
  /** The first page is there. */
  ready: boolean;
  loading: boolean;
  problem?: Problem;
  /** Loads the next page; absent on the last. */
  more?: () => void;
  again: () => void;
}

type Page<K extends string, T> = { [key in K]: T[] } & { next?: string };

/** Asks for a path and gives what stands under name. With all it goes on to the last page. A path of null asks nothing. */
export function useList<T, K extends string = string>(path: string | null, name: K, o: { all?: boolean } = {}): Listing<T> {
  const { lang } = useWords();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ path: string | null; items: T[]; next?: string; ready: boolean; loading: boolean; problem?: Problem }>({ path: null, items: [], ready: false, loading: false });
  const [wanted, setWanted] = useState(1);
  const all = o.all ?? false;
  useEffect(() => {
    setWanted(1);
  }, [path]);
  useEffect(() => {
    if (path === null) return;
    const controller = new AbortController();
    let next: string | undefined;
    const items: T[] = [];
    const load = async () => {
      for (let page = 0; all || page < wanted; page++) {
        const url = next === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
        const answer = await askJSON<Page<K, T>>(url, { lang, signal: controller.signal });
        items.push(...answer[name]);
        next = answer.next;
        setState({ path, items: [...items], next, ready: true, loading: all && next !== undefined });
        if (next === undefined) return;
      }
    };
    setState((s) => (s.path === path ? { ...s, loading: true, problem: undefined } : { path, items: [], ready: false, loading: true }));
    load().catch((error: unknown) => {
      if (!controller.signal.aborted) setState({ path, items: [...items], next, ready: items.length > 0, loading: false, problem: asProblem(error) });
    });
    return () => controller.abort();
    // The language only words problems.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path, name, all, wanted, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  const current = state.path === path ? state : { items: [], ready: false, loading: path !== null, next: undefined, problem: undefined };
  return {
    items: current.items, ready: current.ready, loading: current.loading, problem: current.problem, again,
    more: !all && current.next !== undefined ? () => setWanted((n) => n + 1) : undefined,
  };
}
