import { expect, it } from 'vitest';

import { sizeOf } from './size';

it('says how much a file holds, and a small one does not hold nothing', () => {
  expect([700, 20 * 1024, 3 << 19, 250 << 20].map(sizeOf)).toEqual(['0.68 KiB', '20 KiB', '1.50 MiB', '250 MiB']);
});
