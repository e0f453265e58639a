// The proposals of a batch: all of them first, then what each is about, page after page.
import { useEffect, useMemo, useState } from 'react';

import { askJSON, asProblem, type Api, type Problem } from '../../api';
import { useWords } from '../../i18n';

/** A row of the table. */
export interface Row {
  number: number;
  /** By score, the best first, equal ones alike; absent without a score. */
  rank?: number;
  name: string;
  title: string;
  state: Api['Item']['state'];
  verdict?: Api['Verdict'];
  /** Of 100. */
  score?: number;
  failed: readonly string[];
  problem?: Api['ItemProblem'];
  submission?: string;
  /** By dimension, of 100; absent until they are known. */
  dimensions?: ReadonlyMap<string, number>;
}

export interface Items {
  rows: readonly Row[];
  ready: boolean;
  /** The scores by dimension are still on their way. */
  about: boolean;
  problem?: Problem;
  again: () => void;
}

/** Asks anew whenever version is another. */
export function useItems(batch: string, version: string): Items {
  const { lang } = useWords();
  const [items, setItems] = useState<readonly Api['Item'][]>([]);
  const [state, setState] = useState<{ ready: boolean; about: boolean; problem?: Problem }>({ ready: false, about: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const pages = async (query: string, each: (page: Api['Item'][]) => void) => {
      for (let after = ''; ;) {
        const list = await askJSON<Api['ItemList']>(`/v1/batches/${batch}/items?${query}${after}`, { lang, signal });
        each(list.items);
        if (list.next === undefined) return;
        after = `&after=${encodeURIComponent(list.next)}`;
      }
    };
    const load = async () => {
      const all: Api['Item'][] = [];
      await pages('limit=1000', (page) => all.push(...page));
      setItems((before) => {
        const known = new Map(before.map((i) => [i.number, i]));
        return all.map((i) => (known.get(i.number)?.score === i.score ? { ...i, about: known.get(i.number)?.about } : i));
      });
      setState({ ready: true, about: true });
      await pages('limit=500&about=true', (page) => {
        const now = new Map(page.map((i) => [i.number, i]));
        setItems((before) => before.map((i) => now.get(i.number) ?? i));
      });
      setState({ ready: true, about: false });
    };
    load().catch((error: unknown) => {
      if (!signal.aborted) setState((s) => ({ ...s, about: false, problem: asProblem(error) }));
    });
    return () => controller.abort();
    // The language only words problems.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [batch, version, turn]);
  const rows = useMemo(() => rowsOf(items), [items]);
  return { rows, ...state, again: () => setTurn((n) => n + 1) };
}

/** Whether trying again may help. A problem with a place in the text is one of the text, which stays what it is. */
export function isWorthRetry(r: Row): boolean {
  return r.state === 'failed' && r.problem?.line === undefined;
}

/** Rows with their ranks. */
export function rowsOf(items: readonly Api['Item'][]): Row[] {
  const rows = items.map((i): Row => ({
    number: i.number, name: i.name, title: i.about?.title ?? '', state: i.state, verdict: i.verdict, score: i.score === undefined ? undefined : Number(i.score),
    failed: i.failed, problem: i.problem, submission: i.submission, dimensions: i.about && new Map(i.about.dimensions.map((d) => [d.dimension, Number(d.score)])),
  }));
  const scored = rows.filter((r) => r.score !== undefined).sort((a, b) => b.score! - a.score!);
  scored.forEach((r, i) => { r.rank = i > 0 && scored[i - 1]!.score === r.score ? scored[i - 1]!.rank : i + 1; });
  return rows;
}
