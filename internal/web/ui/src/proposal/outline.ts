// Reads YAML as it is being written: every value with its place in the text, so that a form can change one value and leave
// everything else, comments above all, as it is. What a form cannot show (anchors, tags, aliases) is "odd" and is left to
// the text. Keys are kept in lists, never as properties of objects, so "__proto__" is a key like any other.
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/yaml';

export type Step = string | number;

interface Place {
  from: number;
  to: number;
}

/** A value that is written out. */
export interface Scalar extends Place {
  kind: 'scalar';
  /** Without quotes, escapes and indentation. */
  value: string;
  style: 'plain' | 'quoted' | 'block';
}

/** A key without a value; from and to are where one would stand, right after the colon or dash. */
export interface Empty extends Place {
  kind: 'empty';
}

export interface Entry extends Place {
  key: string;
  /** Right after the colon. */
  colon: number;
  value: Node;
}

export interface Mapping extends Place {
  kind: 'map';
  flow: boolean;
  /** Columns before its keys; of a flow mapping nothing. */
  indent: number;
  entries: Entry[];
}

export interface Item extends Place {
  /** Right after the dash; in flow style where the value begins. */
  dash: number;
  value: Node;
}

export interface Sequence extends Place {
  kind: 'list';
  flow: boolean;
  /** Columns before its dashes. */
  indent: number;
  items: Item[];
}

/** Something that only the text can show. */
export interface Odd extends Place {
  kind: 'odd';
}

export type Node = Scalar | Empty | Mapping | Sequence | Odd;

/** A text and the values in it. */
export interface Outline {
  text: string;
  root: Node;
}

/** Reads a text; it never fails: what cannot be read is left out or odd. */
export function outline(text: string): Outline {
  const tree = parser.parse(text);
  const document = tree.topNode.getChild('Document');
  const value = document === null ? null : valueIn(document);
  return { text, root: value === null ? { kind: 'empty', from: text.length, to: text.length } : read(value, text) };
}

/** The child of a node that is its value. */
function valueIn(node: SyntaxNode): SyntaxNode | null {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (/^(Block|Flow)(Mapping|Sequence)$|Literal$|^Tagged$|^Anchored$|^Alias$/.test(child.name)) return child;
  }
  return null;
}

function column(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function read(node: SyntaxNode, text: string): Node {
  const { from, to } = node;
  switch (node.name) {
    case 'BlockMapping':
    case 'FlowMapping':
      return readMapping(node, text);
    case 'BlockSequence':
    case 'FlowSequence':
      return readSequence(node, text);
    case 'Literal':
      return { kind: 'scalar', style: 'plain', from, to, value: fold(text.slice(from, to)) };
    case 'QuotedLiteral':
      return { kind: 'scalar', style: 'quoted', from, to, value: unquote(text.slice(from, to)) };
    case 'BlockLiteral':
      return { kind: 'scalar', style: 'block', from, to, value: unblock(text.slice(from, to)) };
    default:
      return { kind: 'odd', from, to };
  }
}

function readMapping(node: SyntaxNode, text: string): Mapping | Odd {
  const flow = node.name === 'FlowMapping';
  const entries: Entry[] = [];
  for (let pair = node.firstChild; pair !== null; pair = pair.nextSibling) {
    if (pair.name !== 'Pair') continue;
    const name = pair.getChild('Key');
    const literal = name === null ? null : valueIn(name);
    if (name === null || literal === null || (literal.name !== 'Literal' && literal.name !== 'QuotedLiteral')) continue;
    const sign = pair.getChild(':');
    const colon = sign === null ? name.to : sign.to;
    const value = valueIn(pair);
    const key = read(literal, text) as Scalar;
    entries.push({
      key: key.value, from: pair.from, to: pair.to, colon,
      value: value === null || value.from < colon ? { kind: 'empty', from: colon, to: colon } : read(value, text),
    });
  }
  const first = entries[0];
  if (!flow && first === undefined) return { kind: 'odd', from: node.from, to: node.to }; // keys that are no texts
  return { kind: 'map', flow, from: first && !flow ? first.from : node.from, to: node.to, indent: first && !flow ? column(text, first.from) : 0, entries };
}

function readSequence(node: SyntaxNode, text: string): Sequence {
  const flow = node.name === 'FlowSequence';
  const items: Item[] = [];
  let dash: SyntaxNode | null = null;
  let indent = 0;
  const push = (item: SyntaxNode | null) => {
    const value = item === null ? null : valueIn(item);
    const from = dash !== null ? dash.from : item!.from;
    const after = dash !== null ? dash.to : from;
    items.push({ from, to: item === null ? after : item.to, dash: after, value: value === null ? { kind: 'empty', from: after, to: after } : read(value, text) });
  };
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === '-') {
      if (dash !== null) push(null); // one without a value
      else if (items.length === 0) indent = column(text, child.from);
      dash = child;
    } else if (child.name === 'Item') {
      push(child);
      dash = null;
    }
  }
  if (dash !== null) push(null);
  const first = items[0];
  return { kind: 'list', flow, from: first && !flow ? first.from : node.from, to: node.to, indent, items };
}

/** Lines of a plain value are one text; an empty line between them is a line break. */
function fold(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').map((l) => l.trim());
  let out = lines[0]!;
  for (let i = 1; i < lines.length; i++) {
    if (lines[i] === '') {
      let breaks = 0;
      while (i < lines.length && lines[i] === '') {
        breaks++;
        i++;
      }
      out += '\n'.repeat(breaks) + (lines[i] ?? '');
    } else out += ` ${lines[i]}`;
  }
  return out;
}

const escapes: Record<string, string> = { 0: '\0', a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' };

function unquote(text: string): string {
  const closed = text.length > 1 && text.endsWith(text[0]!);
  const inner = text.slice(1, closed ? -1 : undefined);
  if (text.startsWith("'")) return fold(inner).replaceAll("''", "'");
  const joined = fold(inner.replace(/\\\n[ \t]*/g, ''));
  return joined.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/gs, (whole, code: string) => {
    if (code.length > 1) {
      const n = Number.parseInt(code.slice(1), 16);
      return n <= 0x10ffff ? String.fromCodePoint(n) : whole;
    }
    return escapes[code] ?? whole;
  });
}

/** The text of a block: "|" keeps lines, ">" joins them; "-" drops the last line break. */
function unblock(text: string): string {
  const end = text.indexOf('\n');
  const header = end < 0 ? text : text.slice(0, end);
  const lines = end < 0 ? [] : text.slice(end + 1).split('\n');
  const depth = Math.min(...lines.filter((l) => l.trim() !== '').map((l) => l.length - l.trimStart().length));
  const body = lines.map((l) => l.slice(Number.isFinite(depth) ? depth : 0));
  while (body.length > 0 && body.at(-1)!.trim() === '') body.pop();
  const joined = header.startsWith('>') ? fold(body.join('\n')) : body.join('\n');
  return header.includes('-') || joined === '' ? joined : `${joined}\n`;
}

/** The value at a path; null when there is none. */
export function find(root: Node, path: readonly Step[]): Node | null {
  let at: Node = root;
  for (const step of path) {
    const next: Node | undefined =
      at.kind === 'map' && typeof step === 'string' ? entryOf(at, step)?.value : at.kind === 'list' && typeof step === 'number' ? at.items[step]?.value : undefined;
    if (next === undefined) return null;
    at = next;
  }
  return at;
}

/** The entry of a key. */
export function entryOf(map: Mapping, key: string): Entry | undefined {
  return map.entries.find((e) => e.key === key);
}

/** What is written at a path; empty when nothing is. */
export function textAt(root: Node, path: readonly Step[]): string {
  const node = find(root, path);
  return node?.kind === 'scalar' && !isNull(node) ? node.value : '';
}

/** Whether a value says that there is none. */
export function isNull(node: Node): boolean {
  return node.kind === 'empty' || (node.kind === 'scalar' && node.style === 'plain' && /^(null|Null|NULL|~)$/.test(node.value));
}

/** The texts of a list at a path. */
export function textsAt(root: Node, path: readonly Step[]): string[] {
  const node = find(root, path);
  return node?.kind === 'list' ? node.items.map((i) => (i.value.kind === 'scalar' ? i.value.value : '')) : [];
}

/** The path to what stands at a place in the text, as deep as it goes. */
export function pathAt(root: Node, at: number): Step[] {
  const path: Step[] = [];
  let node: Node = root;
  for (;;) {
    if (node.kind === 'map') {
      const entry: Entry | undefined = node.entries.findLast((e) => e.from <= at);
      if (entry === undefined) return path;
      path.push(entry.key);
      node = entry.value;
    } else if (node.kind === 'list') {
      const i: number = node.items.findLastIndex((item) => item.from <= at);
      if (i < 0) return path;
      path.push(i);
      node = node.items[i]!.value;
    } else return path;
  }
}

/** A path as the service writes it: "data.datasets[0].strata". */
export function written(path: readonly Step[]): string {
  return path.map((s, i) => (typeof s === 'number' ? `[${s}]` : i === 0 ? s : `.${s}`)).join('');
}

/** Reads a path as the service writes it. */
export function steps(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((m) => (m[1] !== undefined ? Number(m[1]) : m[2]!));
}
