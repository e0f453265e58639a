// The shapes of results that programs ask for most. What the service sends has more: hegui/result/v1 and
// hegui/comparison/v1, as the command line writes them. Scores are in basis points: 8735 is 87.35 of 100.

import type { components } from './schema.js';

export type Verdict = components['schemas']['Verdict'];
export type Text = components['schemas']['Text'];

/** A pack, identified beyond doubt. */
export interface PackVersion {
  id: string;
  version: string;
  digest: string;
}

/** One proposal held against one pack under one profile on one date. */
export interface Assessment {
  file: string;
  sha256: string;
  project: string;
  title: string;
  pack: PackVersion;
  profile: string;
  as_of: string;
  grade: { id: string; title: Text };
  decision: Decision;
  /** What is wrong with the shape of the proposal. */
  form: Finding[];
  results: Result[];
  /** What looks like a slip; costs nothing. */
  hints: Finding[];
  /** The cheapest repairs that reach the best verdict; absent when there is nothing to repair. */
  repair?: Repair;
}

export interface Decision {
  score: number;
  verdict: Verdict;
  dimensions: { dimension: string; score: number; floor: number }[];
  /** Of a verdict other than pass; ids are of requirements or dimensions. */
  reasons: { code: 'error' | 'form' | 'veto' | 'pass_mark' | 'floor' | 'manual'; ids?: string[] }[];
  evaluated: number;
  applicable: number;
}

/** What became of one requirement. */
export interface Result {
  requirement: string;
  title: Text;
  dimension: string;
  status: 'pass' | 'partial' | 'fail' | 'not_applicable' | 'manual' | 'error';
  severity: 'veto' | 'major' | 'minor';
  weight: number;
  /** Per cent. */
  credit: number;
  vetoes: boolean;
  findings: Finding[];
  /** What a person must look at. */
  manual: Finding[];
}

/** One defect. Line and column count code points from 1. */
export interface Finding {
  code: string;
  path: (string | number)[];
  position: { line: number; column: number };
  /** The same in the next draft while the defect is. */
  fingerprint: string;
  message: Text;
  remedy: Text;
}

export interface Repair {
  steps: { requirement: string; effort: number; gain: number; why: 'veto' | 'floor' | 'pass_mark' }[];
  /** Person-days. */
  effort: number;
  score: number;
  reaches: Verdict;
}

/** A proposal that could not be assessed. */
export interface Unreadable {
  file: string;
  code: string;
  position?: { line: number; column: number };
  message: Text;
  remedy: Text;
}

/** What became of one proposal of many: only an assessment has a decision. */
export type Line = Assessment | Unreadable;

/** What changed between two drafts. Changes are of the score of the whole, in basis points. */
export interface Comparison {
  before: ComparisonSide;
  after: ComparisonSide;
  change: number;
  requirements: {
    requirement: string;
    title: Text;
    change: number;
    findings: { new: Finding[]; gone: Finding[]; unchanged: number };
  }[];
  findings: { new: number; gone: number; unchanged: number };
}

export interface ComparisonSide {
  file: string;
  pack: PackVersion;
  profile: string;
  as_of: string;
  score: number;
  verdict: Verdict;
}

/** Says which of the two a line is. */
export function isAssessment(line: Line): line is Assessment {
  return 'decision' in line;
}

/** Writes a score: "87.35". */
export function points(score: number): string {
  return (score / 100).toFixed(2);
}
