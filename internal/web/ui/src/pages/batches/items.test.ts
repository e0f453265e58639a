import { expect, it } from 'vitest';

import { isWorthRetry, rowsOf } from './items';

it('offers to try again what did not fail by its text', () => {
  const item = { sha256: '', attempts: 1, failed: [] };
  const rows = rowsOf([
    { ...item, number: 1, name: 'a.yaml', state: 'done', score: '80.00' },
    { ...item, number: 2, name: 'b.yaml', state: 'failed', problem: { code: 'E_DUP_KEY', title: 'a key stands twice', line: 3, column: 1 } },
    { ...item, number: 3, name: 'c.yaml', state: 'failed', problem: { code: 'E_DEADLINE', title: 'it took too long' } },
    { ...item, number: 4, name: 'd.yaml', state: 'cancelled' },
  ]);
  expect(rows.filter(isWorthRetry).map((r) => r.number)).toEqual([3]);
});
