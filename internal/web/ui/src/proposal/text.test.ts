import { describe, expect, it } from 'vitest';

import { set } from './edit';
import { TextStore } from './text';

describe('TextStore', () => {
  it('counts lines as the editor does, whatever ends them', () => {
    const store = new TextStore('a: 1\r\nb: 2\rc: 3\n');
    expect(store.text).toBe('a: 1\nb: 2\nc: 3\n');
    store.change(set(store.outline, ['c'], { number: '4' }), 'form');
    expect(store.text).toBe('a: 1\nb: 2\nc: 4\n');
    store.replace('d: 5\r\ne: 6\r\n');
    expect(store.text).toBe('d: 5\ne: 6\n');
  });
});
