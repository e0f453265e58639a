// The form of a proposal, read from the pack's JSON Schema: what fields are called, hold and refer to.
import type { Text } from '../i18n';
import type { Step } from './outline';

export interface Field {
  key: string;
  label: Text;
  unit?: Text;
  /** Of a list, of its items. */
  type: 'object' | 'string' | 'integer' | 'number' | 'boolean';
  list: boolean;
  date: boolean;
  /** Of a fixed form, as ids and codes of regions are. */
  code: boolean;
  enum?: string[];
  /** The only value. */
  constant?: string;
  /** Lists whose items have ids, "safety.risks", or sections, that the value names. */
  refs: string[];
  required: boolean;
  /** The trait of a project that makes the field necessary. */
  when?: string;
  least?: number;
  most?: number;
  shortest?: number;
  longest?: number;
  sample?: string;
  children: Field[];
}

type Schema = Record<string, unknown>;

/** Reads a schema. */
export function readSchema(schema: Schema): Field {
  return readField('', schema, schema, true);
}

function resolve(s: Schema | undefined, root: Schema): Schema {
  let out: Schema = s ?? {};
  for (let i = 0; i < 8; i++) {
    const ref = out['$ref'];
    if (typeof ref !== 'string') return out;
    const target = (root['$defs'] as Record<string, Schema> | undefined)?.[ref.replace('#/$defs/', '')] ?? {};
    const { $ref: _, ...own } = out;
    out = { ...target, ...own };
  }
  return out;
}

const text = (v: unknown): Text | undefined => (typeof v === 'object' && v !== null ? (v as Text) : undefined);
const count = (v: unknown): number | undefined => (typeof v === 'number' ? v : undefined);

function readField(key: string, schema: Schema, root: Schema, required: boolean): Field {
  const own = resolve(schema, root);
  const list = own['type'] === 'array';
  const s = list ? resolve(own['items'] as Schema | undefined, root) : own;
  const needed = (s['required'] as string[] | undefined) ?? [];
  const children = Object.entries((s['properties'] as Record<string, Schema> | undefined) ?? {})
    .map(([name, child]) => ({ order: count(child['x-order']) ?? 0, field: readField(name, child, root, needed.includes(name)) }))
    .sort((a, b) => a.order - b.order)
    .map((c) => c.field);
  const examples = s['examples'] as unknown[] | undefined;
  return {
    key, children, list, required,
    label: text(own['x-label']) ?? { zh: key, en: key },
    unit: text(s['x-unit']) ?? text(own['x-unit']),
    type: (s['type'] as Field['type'] | undefined) ?? (children.length > 0 ? 'object' : 'string'),
    date: s['format'] === 'date',
    code: typeof s['pattern'] === 'string',
    enum: s['enum'] as string[] | undefined,
    constant: typeof s['const'] === 'string' ? s['const'] : undefined, // one that is true is a declaration to be made
    refs: ((own['x-ref'] ?? s['x-ref']) as string[] | undefined) ?? [],
    when: own['x-when'] as string | undefined,
    least: count(s['minimum']), most: count(s['maximum']),
    shortest: count(s['minLength']), longest: count(s['maxLength']),
    sample: examples && examples.length > 0 ? String(examples[0]) : undefined,
  };
}

/** The field at a path of a proposal. */
export function fieldAt(root: Field, path: readonly Step[]): Field | undefined {
  let at: Field | undefined = root;
  for (const step of path) {
    if (typeof step === 'number') continue;
    at = at?.children.find((c) => c.key === step);
  }
  return at;
}

/** Keys at a path in the order of the form. */
export function orderAt(root: Field, path: readonly Step[]): string[] {
  return fieldAt(root, path)?.children.map((c) => c.key) ?? [];
}

/** Whether a project with these traits is asked for the field: as `hegui init` decides. */
export function wanted(f: Field, on: ReadonlySet<string>): boolean {
  if (f.when !== undefined) return on.has(f.when);
  if (f.required) return true;
  return f.children.some((c) => (c.when !== undefined && on.has(c.when)) || (c.children.length > 0 && !c.required && wanted(c, on)));
}

/** A new item of a list of objects, as YAML: its id, or its first field, to be filled in. */
export function newItem(f: Field, ids: readonly string[]): string {
  const id = f.children.find((c) => c.key === 'id');
  if (id !== undefined) return `id: ${nextId(ids, id.sample ?? f.key.slice(0, 1).toUpperCase())}`;
  return `${(f.children.find((c) => c.required) ?? f.children[0])?.key ?? 'id'}:`;
}

/** The id after those that there are: "EV-07" after "EV-06". */
export function nextId(ids: readonly string[], sample: string): string {
  const last = ids.at(-1) ?? sample.replace(/\d+$/, (n) => '0'.repeat(n.length));
  const found = /^(.*?)(\d+)$/.exec(last);
  const prefix = found?.[1] ?? `${last}-`;
  let n = found ? Number(found[2]) : 0;
  let id: string;
  do {
    n++;
    id = prefix + String(n).padStart(found?.[2]?.length ?? 1, '0');
  } while (ids.includes(id));
  return id;
}
