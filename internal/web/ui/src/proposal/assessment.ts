// What the service says of a text: the shapes of hegui/result/v1 that the pages show.
import type { Api } from '../api';
import type { Text } from '../i18n';
import type { Step } from './outline';

export type Verdict = Api['Verdict'];

export interface Finding {
  code: string;
  path: Step[];
  position: { line: number; column: number };
  fingerprint?: string;
  message: Text;
  remedy?: Text;
}

export interface Result {
  requirement: string;
  title: Text;
  dimension: string;
  status: 'pass' | 'partial' | 'fail' | 'not_applicable' | 'manual' | 'error';
  severity: 'veto' | 'major' | 'minor';
  weight: number;
  credit: number;
  vetoes: boolean;
  quote: { sentence: string; offset: number; text: string };
  findings: Finding[];
  manual: Finding[];
}

export interface Assessment {
  project: string;
  title: string;
  profile: string;
  as_of: string;
  grade: { id: string; title: Text };
  pack: { id: string; version: string; digest: string };
  decision: {
    score: number;
    verdict: Verdict;
    dimensions: { dimension: string; score: number; points: number; possible: number; floor: number; floor_holds: boolean }[];
    reasons: { code: string; ids?: string[] }[];
  };
  form: Finding[];
  results: Result[];
  flags: { name: string; on: boolean }[];
  repair?: {
    form: number;
    steps: { requirement: string; effort: number; gain: number; after: number; why: 'veto' | 'floor' | 'pass_mark' }[];
    effort: number;
    score: number;
    reaches: Verdict;
  };
}

export type Diagnostic = Api['Diagnostic'];
export interface Diagnosis {
  diagnostics: Diagnostic[];
  verdict?: Verdict;
  score?: string;
  assessment?: Assessment;
}

/** Findings about one field, each thing once: several requirements may miss the same, and what the form misses they miss too. */
export function withoutRepeats(found: readonly Diagnostic[]): Diagnostic[] {
  const formFault = found.some((d) => d.requirement === undefined && d.severity === 'error');
  const seen = new Set<string>();
  return found.filter((d) => {
    const said = `${d.message}\n${d.remedy ?? ''}`;
    if (seen.has(said) || (formFault && d.code === 'missing')) return false;
    seen.add(said);
    return true;
  });
}

/** Writes basis points: 8735 is "87.35". */
export function points(basis: number): string {
  return (basis / 100).toFixed(2);
}
