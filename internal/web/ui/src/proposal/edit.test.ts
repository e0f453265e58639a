import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { addItem, apply, numeral, removeItem, scalar, set, type Value } from './edit';
import { find, outline, pathAt, steps, textAt, textsAt, written, type Node, type Step } from './outline';

const examples = join(import.meta.dirname, '../../../../../examples/proposals');
const proposals = readdirSync(examples).map((name) => ({ name, text: readFileSync(join(examples, name, 'proposal.yaml'), 'utf8') }));

/** What an outline says, as another reader of YAML would. */
function plain(node: Node): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map((e) => [e.key, plain(e.value)]));
    case 'list':
      return node.items.map((i) => plain(i.value));
    case 'scalar':
      return node.style === 'plain' ? parse(node.value || 'null') : node.value;
    default:
      return null;
  }
}

function scalars(node: Node, path: Step[] = [], out: Step[][] = []): Step[][] {
  if (node.kind === 'map') for (const e of node.entries) scalars(e.value, [...path, e.key], out);
  else if (node.kind === 'list') for (const [i, item] of node.items.entries()) scalars(item.value, [...path, i], out);
  else out.push(path);
  return out;
}

function lists(node: Node, path: Step[] = [], out: Step[][] = []): Step[][] {
  if (node.kind === 'map') for (const e of node.entries) lists(e.value, [...path, e.key], out);
  else if (node.kind === 'list') {
    out.push(path);
    for (const [i, item] of node.items.entries()) lists(item.value, [...path, i], out);
  }
  return out;
}

function at(value: unknown, path: Step[]): unknown {
  return path.reduce<unknown>((v, s) => (v as Record<string, unknown> | undefined)?.[s as string], value);
}

function changed(value: unknown, path: Step[], to: unknown): unknown {
  const copy = structuredClone(value);
  const parent = at(copy, path.slice(0, -1)) as Record<string, unknown>;
  parent[path.at(-1)! as string] = to;
  return copy;
}

/** Every so manieth, so that the other reader, which takes a fifth of a second for a text, is not asked thousands of times. */
const some = <T>(all: T[], most: number, from: number) => all.filter((_, i) => (i + from) % Math.ceil(all.length / most) === 0);

const comments = (text: string) => text.split('\n').flatMap((l) => /(?:^|\s)(#.*)$/.exec(l.replace(/"[^"]*"/g, ''))?.[1] ?? []);

describe('outline', () => {
  it.each(proposals)('reads $name as another reader does', ({ text }) => {
    expect(plain(outline(text).root)).toEqual(parse(text));
  });

  it.each([
    ['a: "x\\n\\u00e9\\"y"', 'x\né"y'], ["a: 'it''s'", "it's"], ['a: |-\n  one\n\n  two\n', 'one\n\ntwo'], ['a: |\n  one\n', 'one\n'],
    ['a: >-\n  one\n  two\n', 'one two'], ['a: one\n  two', 'one two'], ['a: x # no', 'x'], ['a:   # no', ''], ['a: ~', ''], ['a: "#yes"', '#yes'],
  ])('%s is %s', (text, want) => {
    expect(textAt(outline(text).root, ['a'])).toBe(want);
  });

  it('takes keys of objects for keys', () => {
    const o = outline('__proto__: {x: 1}\nconstructor: y\n');
    expect(textAt(o.root, ['__proto__', 'x'])).toBe('1');
    expect(textAt(o.root, ['constructor'])).toBe('y');
    expect(textAt(o.root, ['toString'])).toBe('');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each(['a: [', 'a: "', '- - -', 'a: *b', '? x\n: y', '{{{', ':', 'a:\n\t- b', '!!python/object x', '\u0000', 'a: &x 1\nb: *x'])('does not fail on %s', (text) => {
    const o = outline(text);
    expect(o.text).toBe(text);
    set(o, ['a'], { text: 'x' });
    addItem(o, ['a'], 'id: 1');
    removeItem(o, ['a'], 0);
  });

  it('finds the path of a place', () => {
    const text = 'a:\n  - b: 1\n    c: 2\n  - b: 3\nd: 4\n';
    expect(written(pathAt(outline(text).root, text.indexOf('3')))).toBe('a[1].b');
    expect(written(pathAt(outline(text).root, text.indexOf('4')))).toBe('d');
    expect(steps('data.datasets[0].strata')).toEqual(['data', 'datasets', 0, 'strata']);
  });
});

describe('set', () => {
  const values: [Value, unknown][] = [
    [{ text: 'x' }, 'x'], [{ text: 'a: b # c' }, 'a: b # c'], [{ text: '12' }, '12'], [{ text: 'true' }, 'true'], [{ text: '- x' }, '- x'],
    [{ text: 'one\ntwo\n\nthree' }, 'one\ntwo\n\nthree'], [{ text: ' “引号”与逗号，' }, ' “引号”与逗号，'], [{ text: '[x], {y}' }, '[x], {y}'],
    [{ number: '12.5' }, 12.5], [{ boolean: false }, false], [null, null],
  ];

  it.each(proposals)('changes one value of $name and keeps every comment', ({ text }) => {
    const before = parse(text) as unknown;
    const o = outline(text);
    for (const [i, path] of some(scalars(o.root), 6, text.length).entries()) {
      const [value, want] = values[i % values.length]!;
      if (value === null && typeof path.at(-1) === 'number') continue;
      const after = apply(text, set(o, path, value));
      expect(parse(after), `${written(path)} to ${JSON.stringify(value)}`).toEqual(changed(before, path, want));
      expect(comments(after).length, written(path)).toBe(comments(text).length);
    }
  }, 120_000);

  it.each(proposals.slice(0, 4))('adds and removes items of $name', ({ text }) => {
    const before = parse(text) as unknown;
    const o = outline(text);
    for (const path of some(lists(o.root), 4, text.length)) {
      const list = at(before, path) as unknown[];
      const ofMaps = list.length === 0 || typeof list[0] === 'object';
      const added = apply(text, addItem(o, path, ofMaps ? 'id: NEW' : 'NEW'));
      expect(parse(added), `to ${written(path)}`).toEqual(changed(before, path, [...list, ofMaps ? { id: 'NEW' } : 'NEW']));
      if (list.length > 0) {
        const i = list.length >> 1;
        const removed = apply(text, removeItem(o, path, i));
        expect(parse(removed), `from ${written(path)}`).toEqual(changed(before, path, list.toSpliced(i, 1)));
      }
      if (!ofMaps) {
        expect(parse(apply(text, set(o, path, { texts: ['A', 'b, c'] }))), `all of ${written(path)}`).toEqual(changed(before, path, ['A', 'b, c']));
      }
    }
  }, 120_000);

  it.each([
    ['writes into an empty value and keeps the comment', 'a:   # note\nb: 1\n', ['a'], { text: 'x' }, 'a: x # note\nb: 1\n'],
    ['keeps the column of the comment where there is room', 'a:             # note\n', ['a'], { text: 'x' }, 'a: x           # note\n'],
    ['takes a value away and keeps the comment', 'a: x # note\n', ['a'], null, 'a:   # note\n'],
    ['adds a key at the end of its section', 'a:\n  b: 1 # one\n\n# two\nc: 3\n', ['a', 'd'], { text: 'x' }, 'a:\n  b: 1 # one\n  d: x\n\n# two\nc: 3\n'],
    ['adds sections', 'a: 1\n', ['b', 'c', 'd'], { number: '2' }, 'a: 1\nb:\n  c:\n    d: 2\n'],
    ['adds to an empty section', 'a:   # note\nb: 1\n', ['a', 'c'], { text: 'x' }, 'a:   # note\n  c: x\nb: 1\n'],
    ['adds to a flow mapping', 'a: {b: 1}\n', ['a', 'c'], { text: 'x, y' }, 'a: {b: 1, c: "x, y"}\n'],
    ['adds to an empty flow mapping', 'a: {}\n', ['a', 'c'], { text: 'x' }, 'a: {c: x}\n'],
    ['adds to an item', 'a:\n  - b: 1\n  - b: 2\nz: 1\n', ['a', 0, 'c'], { text: 'x' }, 'a:\n  - b: 1\n    c: x\n  - b: 2\nz: 1\n'],
    ['adds to an empty item', 'a:\n  -\n', ['a', 0, 'c'], { text: 'x' }, 'a:\n  - c: x\n'],
    ['fills an empty text', '', ['a', 'b'], { text: 'x' }, 'a:\n  b: x\n'],
    ['replaces a block of text', 'a: |-\n  one\n  two\nb: 1\n', ['a'], { text: 'x' }, 'a: x\nb: 1\n'],
    ['writes a block of text', 'a:\n  b: x\nc: 1\n', ['a', 'b'], { text: 'one\ntwo' }, 'a:\n  b: |-\n    one\n    two\nc: 1\n'],
    ['writes a list', 'a: []   # note\n', ['a'], { texts: ['x', 'z, z'] }, 'a: [x, "z, z"]   # note\n'],
    ['quotes what would be a number', 'a:\n', ['a'], { text: '330100' }, 'a: "330100"\n'],
    ['leaves a date alone', 'a:\n', ['a'], { text: '2026-10-15' }, 'a: 2026-10-15\n'],
  ] as [string, string, Step[], Value, string][])('%s', (_, text, path, value, want) => {
    expect(apply(text, set(outline(text), path, value))).toBe(want);
  });

  it('puts a new key after those that stand before it in the form', () => {
    const text = 'a:\n  one: 1\n  three: 3\n';
    expect(apply(text, set(outline(text), ['a', 'two'], { number: '2' }, () => ['one', 'two', 'three']))).toBe('a:\n  one: 1\n  two: 2\n  three: 3\n');
  });

  it('refuses what only the text can change', () => {
    const o = outline('a: &x 1\nb: *x\nc: {d: 1}\n');
    expect(set(o, ['b'], { text: 'y' })).toBeNull();
    expect(set(o, ['c'], { text: 'y' })).toBeNull();
  });
});

describe('items', () => {
  it.each([
    ['into an empty list, whose comment stays', 'a: []   # note\nb: 1\n', 'a:    # note\n  - id: 1\n    x:\nb: 1\n'],
    ['into nothing', 'a:  # note\n', 'a:  # note\n  - id: 1\n    x:\n'],
    ['behind the last', 'a:\n- id: 0 # zero\n\n# b\nb: 1\n', 'a:\n- id: 0 # zero\n- id: 1\n  x:\n\n# b\nb: 1\n'],
    ['where there is no list', 'b: 1\n', 'b: 1\na:\n  - id: 1\n    x:\n'],
  ])('are added %s', (_, text, want) => {
    expect(apply(text, addItem(outline(text), ['a'], 'id: 1\nx:'))).toBe(want);
  });

  it('are removed; the last leaves an empty list', () => {
    const text = 'a:  # note\n  - id: 1\n  - id: 2\nb: 1\n';
    const one = apply(text, removeItem(outline(text), ['a'], 0));
    expect(one).toBe('a:  # note\n  - id: 2\nb: 1\n');
    const none = apply(one, removeItem(outline(one), ['a'], 0));
    expect(parse(none)).toEqual({ a: [], b: 1 });
    expect(none).toContain('# note');
    expect(textsAt(outline('a: [x, "y, z"]').root, ['a'])).toEqual(['x', 'y, z']);
    expect(find(outline('a: [x]').root, ['a', 3])).toBeNull();
  });
});

describe('scalar', () => {
  it.each(['', ' ', 'null', 'yes', 'No', '~', '1', '1.5', '-3', '0x1f', '1e3', '12:30', '1_000', '.5', '.inf', 'a\tb', '#x', 'a #b', 'a: b', 'a:', '- a', '-', '?', '@a', '`a', '%a', '!a', '&a', '*a', '|', '>', "'a", '"a', 'a"b', '[a', 'a]', '{a', 'a, b', 'x\ny', 'x\n\ny', ' x\ny', 'x\n', '\n', '\u2028', '\u0085x', '\ufeffx', '<script>', '“中文”：，', '合规#1', '<<', '='])('keeps %j', (text) => {
    expect(parse(`a: ${scalar(text, false, 0)}\n`)).toEqual({ a: text });
    expect(parse(`a: [${scalar(text, true, 0)}, b]\n`)).toEqual({ a: [text, 'b'] });
  });
});

describe('a number that is typed', () => {
  it.each([['05', '5'], ['0', '0'], ['000', '0'], ['-05.50', '-5.50'], ['0.5', '0.5'], ['１２．５', '12.5'], ['－３', '-3'], [' 7 ', '7']])('%s is %s', (typed, is) => expect(numeral(typed)).toBe(is));
  it.each(['', '5.', 'x', '1e3', '1,5', '--1'])('%s is none', (typed) => expect(numeral(typed)).toBeNull());
});
