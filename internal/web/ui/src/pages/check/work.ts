// What the panes of a draft share.
import { createContext, useContext, useSyncExternalStore } from 'react';

import type { Api } from '../../api';
import type { Text } from '../../i18n';
import { find, steps, textAt, type Node, type Step } from '../../proposal/outline';
import type { Diagnosis, Diagnostic } from '../../proposal/assessment';
import type { Field } from '../../proposal/schema';
import { offsetOf, type TextStore } from '../../proposal/text';

export interface Work {
  store: TextStore;
  schema: Field;
  pack: string;
  /** Of the pack; absent until they are known. */
  dimensions?: Api['Pack']['dimensions'];
  profile: string;
  diagnosis?: Diagnosis;
  /** Of the text that diagnosis is about: ranges in it are places in that text only. */
  version: number;
  /** Findings by the field they are about, "kpis[0].baseline". */
  byPath: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Traits of the project, as the service sees them. */
  flags: ReadonlySet<string>;
  /** Shows a field in the panes that are open. */
  go: (path: readonly Step[], offset?: number) => void;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  return useContext(WorkContext)!;
}

/** Whether the text is still the one that diagnosis is about. */
export function useCurrent(): boolean {
  const { store, version } = useWork();
  return useSyncExternalStore((f) => store.listen(f), () => store.version === version);
}

/** Shows what a finding is about; when the text has changed since, by its path alone. */
export function goTo({ store, version, go }: Work, d: Diagnostic): void {
  go(steps(d.path ?? ''), store.version === version ? offsetOf(store.text, d.range.start) : undefined);
}

export function groupByPath(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const out = new Map<string, Diagnostic[]>();
  for (const d of diagnostics) {
    if (d.path === undefined) continue;
    const known = out.get(d.path);
    if (known) known.push(d);
    else out.set(d.path, [d]);
  }
  return out;
}

/** What an item of a list is called: its name or title, else its id. */
export function itemName(node: Node): string {
  if (node.kind !== 'map') return node.kind === 'scalar' ? node.value : '';
  const id = textAt(node, ['id']);
  const name = node.entries.find((e) => /^(name|title|label|stratum|task|statement)(_zh)?$/.test(e.key));
  const text = name?.value.kind === 'scalar' ? name.value.value : '';
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return [id, short].filter((s) => s !== '').join(' ');
}

/** The way to a field in words: "绩效指标 2 › 基线日期". */
export function inWords(schema: Field, root: Node, path: readonly Step[], pick: (t: Text | undefined) => string): string {
  const out: string[] = [];
  let field: Field | undefined = schema;
  for (const [i, step] of path.entries()) {
    if (typeof step === 'number') {
      const item = find(root, path.slice(0, i + 1));
      const name = item === null ? '' : textAt(item, ['id']);
      out.push(`${out.pop() ?? ''} ${name === '' ? step + 1 : name}`);
    } else {
      field = field?.children.find((c) => c.key === step);
      out.push(field === undefined ? step : pick(field.label));
    }
  }
  return out.join(' › ');
}

/** The ids that a reference may name: of the items of lists, or the names of sections. */
export function idsOf(root: Node, refs: readonly string[]): { value: string; label: string }[] {
  return refs.flatMap((ref) => {
    const node = find(root, ref.split('.'));
    if (node?.kind === 'list') {
      return node.items.flatMap((item) => {
        const id = textAt(item.value, ['id']);
        return id === '' ? [] : [{ value: id, label: itemName(item.value) }];
      });
    }
    return ref.includes('.') || node?.kind !== 'map' ? [] : [{ value: ref, label: ref }];
  });
}
