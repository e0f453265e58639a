// The text that is worked on: one value, changed by the form, the editor and repairs, each of which hears of the others'
// changes. Its outline is read when it is first asked for. Changes of all of them are taken back in one order, the editor's
// too: two histories of one text would undo each other's places.
import { useEffect, useState, useSyncExternalStore } from 'react';

import { apply, type Change } from './edit';
import { outline, type Outline } from './outline';

/** Who made a change. */
export type Origin = 'form' | 'editor' | 'repair' | 'other';
type Listener = (change: Change, origin: Origin) => void;

interface Step {
  /** What takes it back. */
  back: Change;
  origin: Origin;
  at: number;
}

const mostSteps = 200;
const pauseOfTyping = 500; // ms within which what is typed at one place is one step

export class TextStore {
  version = 0;
  private read: Outline | null = null;
  private readonly listeners = new Set<Listener>();
  private readonly done: Step[] = [];
  private readonly undone: Change[] = [];
  private readonly typed = new Set<() => void>();

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
    if (change === null || this.text.slice(change.from, change.to) === change.insert) return;
    this.take({ ...change, insert: unified(change.insert) }, origin, false);
  }

  /** Takes a change that the editor has made already. One that goes on with what was just done there is undone with it. */
  take(change: Change, origin: Origin, goesOn: boolean): void {
    this.undone.length = 0;
    const last = this.done.at(-1);
    const now = Date.now();
    if (last !== undefined && last.origin === origin && (goesOn || now - last.at < pauseOfTyping) && (origin === 'editor' || last.back.from < last.back.to) && touches(change, last.back)) { // two entries removed quickly are two steps
      last.back = joined(last.back, change, this.text);
      last.at = now;
    } else {
      this.done.push({ back: inverse(change, this.text), origin, at: now });
      if (this.done.length > mostSteps) this.done.shift();
    }
    this.become(change, origin);
  }

  get undoable(): boolean {
    return this.done.length > 0;
  }

  /** Takes the last change back and gives what did so. */
  undo(): Change | null {
    this.flush();
    const step = this.done.pop();
    if (step === undefined) return null;
    this.undone.push(inverse(step.back, this.text));
    this.become(step.back, 'other');
    return step.back;
  }

  /** Makes again what was taken back last. */
  redo(): Change | null {
    const change = this.undone.pop();
    if (change === undefined) return null;
    this.done.push({ back: inverse(change, this.text), origin: 'other', at: 0 });
    this.become(change, 'other');
    return change;
  }

  /** A field that waits for a pause of typing gives how to write at once; the result ends that. */
  onFlush(write: () => void): () => void {
    this.typed.add(write);
    return () => this.typed.delete(write);
  }

  /** Has everything written that waits for a pause of typing. */
  flush(): void {
    for (const write of [...this.typed]) write();
  }

  private become(change: Change, origin: Origin): void {
    this.text = apply(this.text, change);
    this.read = null;
    this.version++;
    for (const listener of [...this.listeners]) listener(change, origin);
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

/** What takes a change back that is made to a text. */
function inverse(change: Change, text: string): Change {
  return { from: change.from, to: change.from + change.insert.length, insert: text.slice(change.from, change.to) };
}

/** Whether a change begins in or right beside what the last one put there. */
function touches(change: Change, back: Change): boolean {
  return change.from <= back.to && change.to >= back.from;
}

/** What takes back a change to a text and the one before it, which back takes back. */
function joined(back: Change, change: Change, text: string): Change {
  const from = Math.min(back.from, change.from);
  const to = Math.max(back.to, change.to);
  return { from, to: to + change.insert.length - (change.to - change.from), insert: text.slice(from, back.from) + back.insert + text.slice(back.to, to) };
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
