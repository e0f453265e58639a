// Changes of one value in a text, as small replacements: nothing else of the text moves. A change is made for a text and its
// outline; after it the text is read again.
import { find, isNull, type Entry, type Mapping, type Node, type Outline, type Sequence, type Step } from './outline';

/** A piece of the text and what replaces it. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/** Makes the change. */
export function apply(text: string, change: Change | null): string {
  return change === null ? text : text.slice(0, change.from) + change.insert + text.slice(change.to);
}

export type Value = { text: string } | { number: string } | { boolean: boolean } | { texts: string[] } | null;

/** What a new key is put after: keys that come before it in the form. */
export type Order = (path: readonly Step[]) => string[];

/** Writes a value at a path, with what has to be there above it. null when that is not possible in this text. */
export function set(o: Outline, path: readonly Step[], value: Value, order: Order = () => []): Change | null {
  const node = find(o.root, path);
  if (node === null) return value === null ? null : insert(o, path, value, order);
  if (node.kind === 'odd') return null;
  if ('texts' in (value ?? {}) && (node.kind === 'scalar' || node.kind === 'empty' || node.kind === 'list')) {
    return replace(o, node, flowList((value as { texts: string[] }).texts));
  }
  if (node.kind === 'map' || node.kind === 'list') return value === null ? replace(o, node, node.kind === 'list' ? '[]' : '') : null;
  return replace(o, node, written(value, inFlow(o, path), indentOf(o, path)));
}

/** Adds an item, written as YAML whose lines have no indentation, to the list at a path. */
export function addItem(o: Outline, path: readonly Step[], item: string, order: Order = () => []): Change | null {
  const node = find(o.root, path);
  const lines = item.split('\n');
  const block = (indent: number) => lines.map((l, i) => `\n${' '.repeat(indent)}${i === 0 ? '- ' : '  '}${l}`).join('');
  if (node === null) return insert(o, path, { block }, order);
  if (node.kind === 'odd' || node.kind === 'map' || (node.kind === 'scalar' && !isNull(node))) return null;
  if (node.kind === 'list' && node.items.length > 0) {
    if (node.flow) return lines.length > 1 ? null : { from: node.items.at(-1)!.to, to: node.items.at(-1)!.to, insert: `, ${item}` };
    const at = lineEnd(o.text, lastContent(node));
    return { from: at, to: at, insert: block(node.indent) };
  }
  // "[]", "null" or nothing: the value goes, the comment beside it stays
  const emptied = node.kind === 'empty' ? o.text : `${o.text.slice(0, node.from)}${o.text.slice(node.to)}`;
  const after = lineEnd(emptied, node.from);
  const rest = emptied.slice(node.from, after);
  return { from: node.from, to: node.kind === 'empty' ? after : after + (node.to - node.from), insert: rest.trimEnd() + block(indentOf(o, path) + 2) };
}

/** Takes an item out of the list at a path; a list without items becomes []. */
export function removeItem(o: Outline, path: readonly Step[], index: number): Change | null {
  const list = find(o.root, path);
  const item = list?.kind === 'list' ? list.items[index] : undefined;
  if (list?.kind !== 'list' || item === undefined) return null;
  if (list.items.length === 1) return list.flow ? { from: list.from, to: list.to, insert: '[]' } : emptyList(o, list);
  if (list.flow) {
    const next = list.items[index + 1];
    return next ? { from: item.from, to: next.from, insert: '' } : { from: list.items[index - 1]!.to, to: item.to, insert: '' };
  }
  const from = lineStart(o.text, item.from);
  const end = lineEnd(o.text, lastContent(item.value, item.dash));
  return { from, to: Math.min(end + 1, o.text.length), insert: '' };
}

function emptyList(o: Outline, list: Sequence): Change {
  // from the end of the line that holds the key
  const line = lineStart(o.text, list.from) - 1;
  return { from: Math.max(line, 0), to: lineEnd(o.text, lastContent(list)), insert: beforeComment(o.text, line) };
}

/** "key:   # note" keeps its note: the empty list is put on a line of its own only when nothing else is possible. */
function beforeComment(text: string, end: number): string {
  const indent = /^ */.exec(text.slice(lineStart(text, end)))![0];
  return `\n${indent}  []`;
}

// A block is written at an indentation that is known only where it is inserted.
type New = Exclude<Value, null> | { block: (indent: number) => string };

function insert(o: Outline, path: readonly Step[], value: New, order: Order): Change | null {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = find(o.root, path.slice(0, depth));
    if (parent === null) continue;
    const rest = path.slice(depth);
    if (rest.some((s) => typeof s === 'number')) return null; // items are added one by one
    const keys = rest as string[];
    if (parent.kind === 'map') return parent.flow ? intoFlow(parent, keys, value) : intoBlock(o, parent, keys, value, order(path.slice(0, depth)));
    if (parent.kind === 'empty' || isNull(parent)) return intoEmpty(o, parent, path.slice(0, depth), keys, value);
    if (parent.kind === 'list' && parent.items.length === 0) return null;
    return null;
  }
  return null;
}

/** "a:\n  b: value" at an indentation, without a line break before it. */
function nested(keys: string[], value: New, indent: number): string {
  const lines = keys.map((k, i) => `${' '.repeat(indent + 2 * i)}${keyText(k)}:`).join('\n');
  const deep = indent + 2 * (keys.length - 1);
  if ('block' in value) return lines + value.block(deep + 2);
  const text = 'texts' in value ? flowList(value.texts) : written(value, false, deep);
  return text === '' ? lines : `${lines} ${text}`;
}

function intoBlock(o: Outline, map: Mapping, keys: string[], value: New, order: string[]): Change {
  const before = order.slice(0, Math.max(order.indexOf(keys[0]!), 0));
  const after: Entry | undefined = map.entries.findLast((e) => before.includes(e.key)) ?? (before.length === 0 || map.indent > 0 ? map.entries.at(-1) : undefined);
  const text = nested(keys, value, map.indent);
  const entry = after ?? map.entries.at(-1)!;
  const at = lineEnd(o.text, lastContent(entry.value, entry.colon));
  return { from: at, to: at, insert: `\n${text}` };
}

function intoFlow(map: Mapping, keys: string[], value: New): Change | null {
  if ('block' in value) return null;
  let text = 'texts' in value ? flowList(value.texts) : written(value, true, 0);
  for (const key of keys.slice(1).reverse()) text = `{${keyText(key)}: ${text}}`;
  const at = map.entries.at(-1)?.to ?? map.from + 1;
  return { from: at, to: at, insert: `${map.entries.length > 0 ? ', ' : ''}${keyText(keys[0]!)}: ${text}` };
}

function intoEmpty(o: Outline, parent: Node, path: readonly Step[], keys: string[], value: New): Change {
  if (path.length === 0) {
    const text = nested(keys, value, 0);
    const gap = o.text === '' || o.text.endsWith('\n') ? '' : '\n';
    return { from: o.text.length, to: o.text.length, insert: `${gap}${text}\n` };
  }
  const last = path.at(-1);
  const indent = indentOf(o, path) + 2;
  if (typeof last === 'number') return { from: parent.from, to: parent.to, insert: ` ${nested(keys, value, indent).trimStart()}` };
  const end = lineEnd(o.text, parent.to);
  const kept = o.text.slice(parent.to, end).trimEnd();
  return { from: parent.from, to: end, insert: `${kept}\n${nested(keys, value, indent)}` };
}

/** Puts a text in the place of a value. A comment behind an empty value keeps its column where there is room. */
function replace(o: Outline, node: Node, text: string): Change {
  if (node.kind === 'empty') {
    if (text === '') return { from: node.from, to: node.from, insert: '' };
    const gap = /^ */.exec(o.text.slice(node.from))![0].length;
    const comment = o.text[node.from + gap] === '#';
    const room = comment && !text.includes('\n') ? Math.min(text.length + 1, Math.max(gap - 1, 0)) : 0;
    if (comment && text.includes('\n')) { // a block begins its line's end
      const end = lineEnd(o.text, node.from);
      const [head, ...body] = text.split('\n');
      return { from: node.from, to: end, insert: ` ${head}${o.text.slice(node.from, end)}\n${body.join('\n')}` };
    }
    return { from: node.from, to: node.from + room, insert: ` ${text}` };
  }
  const block = node.kind === 'list' && !node.flow;
  if (block) { // from the end of the line above to the last item
    const from = Math.max(lineStart(o.text, node.from) - 1, 0);
    const value = colonBefore(o.text, from);
    return value === null
      ? { from, to: lastContent(node), insert: `\n${' '.repeat(node.indent + 2)}${text}` }
      : { from: value, to: lastContent(node), insert: ` ${text}${o.text.slice(value, from)}` };
  }
  if (node.kind === 'scalar' && node.style === 'block' && !text.includes('\n')) {
    const head = lineEnd(o.text, node.from);
    const comment = o.text.slice(node.from, head).match(/\s+#.*$/)?.[0] ?? '';
    return { from: node.from, to: node.to, insert: text + comment };
  }
  const gone = text === '' && o.text[node.from - 1] === ' ' ? 1 : 0; // "key: " ends with its colon
  if (gone === 1 && o.text.slice(node.to, lineEnd(o.text, node.to)).trim() !== '') {
    return { from: node.from, to: node.to, insert: ' '.repeat(Math.max(node.to - node.from, 1)) };
  }
  return { from: node.from - gone, to: node.to, insert: text };
}

/** Where the value of "key:  # note" would stand, on the line that ends at a place. */
function colonBefore(text: string, end: number): number | null {
  const from = lineStart(text, end);
  const found = /^(?:\s*-\s+)?[^#"']*?:(?=\s|$)/.exec(text.slice(from, end));
  return found === null ? null : from + found[0].length;
}

/** Where the content of a value ends; comments behind it are not part of it. */
function lastContent(node: Node, otherwise = node.to): number {
  switch (node.kind) {
    case 'map': {
      const last = node.entries.at(-1);
      return node.flow || last === undefined ? node.to : lastContent(last.value, last.colon);
    }
    case 'list': {
      const last = node.items.at(-1);
      return node.flow || last === undefined ? node.to : lastContent(last.value, last.dash);
    }
    case 'empty':
      return otherwise;
    default:
      return node.to;
  }
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Columns before the key, or the dash, that a path ends with. */
function indentOf(o: Outline, path: readonly Step[]): number {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = find(o.root, path.slice(0, depth));
    if (parent?.kind === 'map' && !parent.flow) return parent.indent;
    if (parent?.kind === 'list' && !parent.flow) return parent.indent;
  }
  return 0;
}

function inFlow(o: Outline, path: readonly Step[]): boolean {
  return path.some((_, depth) => {
    const parent = find(o.root, path.slice(0, depth));
    return (parent?.kind === 'map' || parent?.kind === 'list') && parent.flow;
  });
}

function written(value: Value, flow: boolean, indent: number): string {
  if (value === null) return '';
  if ('number' in value) return value.number;
  if ('boolean' in value) return String(value.boolean);
  if ('texts' in value) return flowList(value.texts);
  return scalar(value.text, flow, indent);
}

function flowList(texts: string[]): string {
  return `[${texts.map((t) => scalar(t, true, 0)).join(', ')}]`;
}

/** What other readers of YAML take for something else than a text. */
const taken = /^(?:|~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan)|\.nan|<<|=)$/i;
// A date is not among them: the form has dates unquoted.
const number = /^[-+]?(?:\d[\d_,]*)?(?:\.\d*)?(?:e[-+]?\d+)?$|^0[xob]|^\d+(?::\d+)+/i;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/** What is typed as a number, as YAML has numbers: full-width digits and zeros in front are no part of one. null when it is none. */
export function numeral(typed: string): string | null {
  const found = /^(-?)0*(\d+(?:\.\d+)?)$/.exec(typed.normalize('NFKC').trim());
  return found === null ? null : `${found[1]}${found[2]}`;
}

/** A text as a value: plain where that is safe, in quotes or as a block where it is not. */
export function scalar(text: string, flow: boolean, indent: number): string {
  const lines = text.split('\n');
  if (lines.length > 1 && !flow && !controls.test(text) && !text.includes('\t') && lines[0]!.trim() !== '' && !/^\s/.test(lines[0]!) && lines.at(-1) !== '') {
    const pad = ' '.repeat(indent + 2);
    return `|-\n${lines.map((l) => (l === '' ? '' : pad + l)).join('\n')}`;
  }
  const unsafe =
    taken.test(text) || number.test(text) || text !== text.trim() || lines.length > 1 || controls.test(text) || text.includes('\t') ||
    /^[-?:,[\]{}#&*!|>'"%@`]/.test(text) || /:(?:\s|$)|\s#/.test(text) || (flow && /[,[\]{}]/.test(text));
  return unsafe ? quoted(text) : text;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const keyText = (key: string) => (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? key : quoted(key));

/** Keys as they stand at a path. */
export function keysAt(root: Node, path: readonly Step[]): string[] {
  const node = find(root, path);
  return node?.kind === 'map' ? node.entries.map((e) => e.key) : [];
}

