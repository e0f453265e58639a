import { describe, expect, it } from 'vitest';

import { set } from './edit';
import { TextStore, type Origin } from './text';

describe('TextStore', () => {
  it('counts lines as the editor does, whatever ends them', () => {
    const store = new TextStore('a: 1\r\nb: 2\rc: 3\n');
    expect(store.text).toBe('a: 1\nb: 2\nc: 3\n');
    store.change(set(store.outline, ['c'], { number: '4' }), 'form');
    expect(store.text).toBe('a: 1\nb: 2\nc: 4\n');
    store.replace('d: 5\r\ne: 6\r\n');
    expect(store.text).toBe('d: 5\ne: 6\n');
  });

  it('takes changes back in the order they were made in, whoever made them', () => {
    const store = new TextStore('a: 1\nb: 2\n');
    const seen = [store.text];
    const change = (from: number, to: number, insert: string, origin: Origin) => {
      if (origin === 'editor') store.take({ from, to, insert }, origin, false);
      else store.change({ from, to, insert }, origin);
      seen.push(store.text);
    };
    change(3, 4, '15', 'form');
    change(0, 0, '# x\n', 'editor');
    change(0, 9, '', 'repair');
    for (const text of seen.toReversed().slice(1)) {
      store.undo();
      expect(store.text).toBe(text);
    }
    expect(store.undo()).toBe(null);
    for (const text of seen.slice(1)) {
      store.redo();
      expect(store.text).toBe(text);
    }
    expect(store.redo()).toBe(null);
    store.undo();
    store.change({ from: 0, to: 0, insert: '# y\n' }, 'form');
    expect(store.redo()).toBe(null); // something else was done since
  });

  it('takes back one by one what is removed in the form, however quickly', () => {
    const store = new TextStore('- a\n- b\n');
    store.change({ from: 0, to: 4, insert: '' }, 'form');
    store.change({ from: 0, to: 4, insert: '' }, 'form');
    store.undo();
    expect(store.text).toBe('- b\n');
  });

  it('takes back together what is typed at one place', () => {
    const store = new TextStore('a: x, b: y');
    const type = (from: number, to: number, insert: string) => store.take({ from, to, insert }, 'editor', false);
    type(3, 4, 'n');
    type(4, 4, 'e');
    type(5, 5, 'w');
    type(5, 6, ''); // a character deleted
    type(2, 3, ''); // and the one before
    expect(store.text).toBe('a:ne, b: y');
    type(9, 10, 'far away');
    store.undo();
    expect(store.text).toBe('a:ne, b: y');
    store.undo();
    expect(store.text).toBe('a: x, b: y');
    expect(store.undoable).toBe(false);
  });

  it('has what waits for a pause of typing written first', () => {
    const store = new TextStore('a: 1\n');
    const end = store.onFlush(() => { end(); store.change({ from: 3, to: 4, insert: '2' }, 'form'); });
    store.flush();
    expect(store.text).toBe('a: 2\n');
    store.undo();
    expect(store.text).toBe('a: 1\n');
  });
});
