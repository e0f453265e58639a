// Which rows of a batch are shown, in which order and with which columns, and views that are kept under a name.
import type { Row } from './items';

export interface View {
  words: string;
  verdict: string;
  state: string;
  /** A requirement that is not met. */
  requirement: string;
  /** Scores between, of 100; empty for any. */
  least: string;
  most: string;
  sorting: { id: string; desc: boolean }[];
  hidden: string[];
}

export const plain: View = { words: '', verdict: '', state: '', requirement: '', least: '', most: '', sorting: [{ id: 'rank', desc: false }], hidden: [] };

export function filtered(rows: readonly Row[], v: View): Row[] {
  const words = v.words.trim().toLowerCase();
  const least = v.least.trim() === '' ? -Infinity : Number(v.least);
  const most = v.most.trim() === '' ? Infinity : Number(v.most);
  return rows.filter((r) =>
    (words === '' || r.name.toLowerCase().includes(words) || r.title.toLowerCase().includes(words)) &&
    (v.verdict === '' || r.verdict === v.verdict) && (v.state === '' || r.state === v.state) &&
    (v.requirement === '' || r.failed.includes(v.requirement)) &&
    (least === -Infinity || (r.score !== undefined && r.score >= least)) && (most === Infinity || (r.score !== undefined && r.score <= most)));
}

const storageKey = 'hegui.batch.views';

/** Views that were kept in this browser, by name. */
export function keptViews(): Map<string, View> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    if (!Array.isArray(kept)) return new Map();
    return new Map(kept.filter((e): e is [string, Partial<View>] => Array.isArray(e) && typeof e[0] === 'string' && typeof e[1] === 'object' && e[1] !== null).map(([name, v]) => [name, tidyView(v)]));
  } catch {
    return new Map();
  }
}

function tidyView(v: Partial<View>): View {
  const text = (x: unknown) => (typeof x === 'string' ? x : '');
  return {
    words: text(v.words), verdict: text(v.verdict), state: text(v.state), requirement: text(v.requirement), least: text(v.least), most: text(v.most),
    sorting: Array.isArray(v.sorting) ? v.sorting.filter((s) => typeof s?.id === 'string').map((s) => ({ id: s.id, desc: s.desc === true })) : plain.sorting,
    hidden: Array.isArray(v.hidden) ? v.hidden.filter((h) => typeof h === 'string') : [],
  };
}

export function keepViews(views: ReadonlyMap<string, View>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...views]));
  } catch {
    // they hold for this visit
  }
}
