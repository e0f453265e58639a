// The text that is worked on: one value, changed by the form, the editor and repairs, each of which hears of the others'
// changes. Its outline is read when it is first asked for.
import { useEffect, useState, useSyncExternalStore } from 'react';

import { apply, type Change } from './edit';
import { outline, type Outline } from './outline';

/** Who made a change. */
export type Origin = 'form' | 'editor' | 'repair' | 'other';
type Listener = (changes: readonly Change[], origin: Origin) => void;

export class TextStore {
  version = 0;
  private read: Outline | null = null;
  private readonly listeners = new Set<Listener>();

  text: string;

  constructor(text: string) {
    this.text = unified(text);
  }

  /** The values of the text. */
  get outline(): Outline {
    this.read ??= outline(this.text);
    return this.read;
  }

  /** Makes a change; null is none. */
  change(change: Change | null, origin: Origin): void {
    if (change === null || (change.from === change.to && change.insert === '')) return;
    this.become(apply(this.text, change), [change], origin);
  }

  /** Takes over a text as the editor has it. */
  become(text: string, changes: readonly Change[], origin: Origin): void {
    this.text = unified(text);
    this.read = null;
    this.version++;
    for (const listener of [...this.listeners]) listener(changes, origin);
  }

  /** Puts another text in the place of this one. */
  replace(text: string): void {
    this.change({ from: 0, to: this.text.length, insert: text }, 'other');
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Every line ends with \n, for the editor counts its end as one character whatever it is written as. */
const unified = (text: string) => text.replace(/\r\n?/g, '\n');

/** The version of a text; a component that uses it is drawn again with every change. */
export function useVersion(store: TextStore): number {
  return useSyncExternalStore((f) => store.listen(f), () => store.version);
}

/** As useVersion, but what is typed in the editor counts when it pauses: the form beside it is not drawn with every key. */
export function useSettledVersion(store: TextStore, pause = 200): number {
  const [version, setVersion] = useState(store.version);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => setVersion(store.version);
    take();
    const end = store.listen((_, origin) => {
      clearTimeout(timer);
      if (origin === 'editor') timer = setTimeout(take, pause);
      else take();
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [store, pause]);
  return version;
}

/** Where a line and a UTF-16 column of the service are in a text. */
export function offsetOf(text: string, at: { line: number; character: number }): number {
  let from = 0;
  for (let i = 0; i < at.line; i++) {
    const end = text.indexOf('\n', from);
    if (end < 0) return text.length;
    from = end + 1;
  }
  const end = text.indexOf('\n', from);
  return Math.min(from + at.character, end < 0 ? text.length : end);
}
