import { describe, expect, it } from 'vitest';

import type { Api } from '../../api';
import { filtered, plain } from './filter';
import { rowsOf } from './items';

const item = (number: number, score: string | undefined, more: Partial<Api['Item']> = {}): Api['Item'] => ({ number, name: `${number}.yaml`, sha256: '', state: score === undefined ? 'failed' : 'done', attempts: 1, failed: [], score, ...more });

describe('rowsOf', () => {
  it('ranks by score, equal scores alike, and leaves out what has none', () => {
    expect(rowsOf([item(1, '80.00'), item(2, '90.00'), item(3, undefined), item(4, '80.00'), item(5, '9.50')]).map((r) => r.rank)).toEqual([2, 1, undefined, 2, 4]);
  });
});

describe('filtered', () => {
  const rows = rowsOf([item(1, '80.00', { verdict: 'pass', failed: ['DATA-01'] }), item(2, '9.50', { verdict: 'fail', about: { project: 'p', title: '智能质检', dimensions: [] } }), item(3, undefined)]);
  it.each([
    ['nothing asked', {}, [1, 2, 3]],
    ['a verdict', { verdict: 'fail' }, [2]],
    ['a state', { state: 'failed' }, [3]],
    ['words of the title', { words: '质检' }, [2]],
    ['words of the file', { words: '3.YAML' }, [3]],
    ['a requirement that is not met', { requirement: 'DATA-01' }, [1]],
    ['a least score', { least: '10' }, [1]],
    ['a greatest score', { most: '10' }, [2]],
  ])('%s', (_, change, want) => {
    expect(filtered(rows, { ...plain, ...change }).map((r) => r.number)).toEqual(want);
  });
});
