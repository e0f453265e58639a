import { describe, expect, it } from 'vitest';

import { bins, missed, quartiles } from './statistics';

describe('bins', () => {
  it('holds each score once, 100 in the last', () => {
    const got = bins([0, 4.99, 5, 99.99, 100]);
    expect([got[0]!.n, got[1]!.n, got[19]!.n]).toEqual([2, 1, 2]);
    expect(got.reduce((n, b) => n + b.n, 0)).toBe(5);
  });
});

describe('quartiles', () => {
  it.each([
    [[], [0, 0, 0, 0, 0]],
    [[7], [7, 7, 7, 7, 7]],
    [[4, 1, 3, 2], [1, 1.75, 2.5, 3.25, 4]],
  ])('of %j', (values, want) => {
    const q = quartiles(values);
    expect([q.min, q.q1, q.median, q.q3, q.max]).toEqual(want);
  });
});

describe('missed', () => {
  it('counts proposals, most first, equal ones by name', () => {
    const row = (...failed: string[]) => ({ number: 1, name: '', title: '', state: 'done' as const, failed });
    expect(missed([row('B', 'A'), row('B'), row('C', 'A')])).toEqual([{ id: 'A', n: 2 }, { id: 'B', n: 2 }, { id: 'C', n: 1 }]);
  });
});
