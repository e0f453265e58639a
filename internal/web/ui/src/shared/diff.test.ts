import { describe, expect, it } from 'vitest';

import { diffLines, hunks } from './diff';

/** Puts one side together again. */
const side = (before: string, after: string, other: 'gone' | 'new') => diffLines(before, after).filter((l) => l.kind !== other).map((l) => l.text).join('\n');

describe('diffLines', () => {
  it.each([
    ['', ''], ['a', 'a'], ['a', ''], ['', 'a'], ['a\nb\nc', 'a\nc'], ['a\nc', 'a\nb\nc'], ['a\nb\nc', 'x\ny'], ['a\nb\na\nb', 'b\na\nb\na'], ['a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc'],
  ])('keeps both texts whole: %j and %j', (before, after) => {
    expect(side(before, after, 'new')).toBe(before);
    expect(side(before, after, 'gone')).toBe(after);
  });

  it('keeps both texts whole whatever they are', () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    for (let i = 0; i < 500; i++) {
      const text = () => Array.from({ length: random(12) }, () => 'abc'[random(3)]).join('\n');
      const [before, after] = [text(), text()];
      expect([side(before, after, 'new'), side(before, after, 'gone')]).toEqual([before, after]);
    }
  });

  it('says no more than what changed', () => {
    expect(diffLines('a\nb\nc\nd', 'a\nx\nc\nd').map((l) => l.kind)).toEqual(['same', 'gone', 'new', 'same', 'same']);
    expect(diffLines('a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc').filter((l) => l.kind !== 'same')).toHaveLength(5); // the example of the paper
  });

  it('counts lines in both texts', () => {
    expect(diffLines('a\nb', 'x\na\nb').map((l) => [l.before, l.after])).toEqual([[undefined, 1], [1, 2], [2, 3]]);
  });

  it('gives up on texts that have nothing in common, and still says both', () => {
    const many = (c: string) => Array.from({ length: 4000 }, (_, i) => `${c}${i}`).join('\n');
    expect(diffLines(many('a'), many('b'))).toHaveLength(8000);
  });
});

describe('hunks', () => {
  it('leaves out what is far from any change', () => {
    const before = Array.from({ length: 30 }, (_, i) => String(i)).join('\n');
    const parts = hunks(diffLines(before, before.replace('5\n', 'x\n').replace('\n25', '\ny')), 2);
    expect(parts.map((p) => p[0]!.text)).toEqual(['3', '23']);
  });
});
