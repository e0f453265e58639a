// Figures over the rows of a batch.
import type { Row } from './items';

export interface Bin { from: number; to: number; n: number }

/** Scores of 100 in steps of five; 100 is in the last step. */
export function bins(scores: readonly number[]): Bin[] {
  const out = Array.from({ length: 20 }, (_, i): Bin => ({ from: i * 5, to: i * 5 + 5, n: 0 }));
  for (const s of scores) out[Math.min(19, Math.max(0, Math.floor(s / 5)))]!.n++;
  return out;
}

export interface Quartiles { n: number; min: number; q1: number; median: number; q3: number; max: number }

/** Quartiles as spreadsheets have them: between two values in proportion. */
export function quartiles(values: readonly number[]): Quartiles {
  const v = [...values].sort((a, b) => a - b);
  const at = (p: number) => {
    const i = (v.length - 1) * p;
    const low = v[Math.floor(i)] ?? 0;
    return low + ((v[Math.ceil(i)] ?? 0) - low) * (i - Math.floor(i));
  };
  return { n: v.length, min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) };
}

/** Requirements by how many proposals do not meet them, most first. */
export function missed(rows: readonly Row[]): { id: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const r of rows) for (const id of r.failed) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n || a.id.localeCompare(b.id));
}
