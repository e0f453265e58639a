// Keeps a draft in the browser while it is written: soon after a change, and at once when the page goes away. Another tab may
// have the same draft open; what it does to the text is asked about, and until that is answered nothing is written over.
import { useCallback, useEffect, useRef, useState } from 'react';

import { onOtherTab, writeDraft, type Draft } from '../../proposal/drafts';
import type { TextStore } from '../../proposal/text';

/** What another tab made of the draft: one of another text, or nothing, for it was deleted. */
export type Elsewhere = Draft | 'deleted';

export interface Kept {
  draft: Draft;
  saved: boolean;
  elsewhere: Elsewhere | null;
  /** Keeps the text as it is, and with it what else has changed. */
  save: (changed?: Partial<Draft>) => void;
  takeTheirs: (theirs: Draft) => void;
  keepMine: () => void;
}

export function useKept(first: Draft, store: TextStore): Kept {
  const [draft, setDraft] = useState(first);
  const [saved, setSaved] = useState(true);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const latest = useRef(draft);
  const asked = useRef(false);

  const take = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const ask = useCallback((about: Elsewhere | null) => {
    asked.current = about !== null;
    setElsewhere(about);
  }, []);
  const save = useCallback((changed: Partial<Draft> = {}) => {
    const next = { ...latest.current, ...changed, text: store.text, saved: Date.now() };
    take(next);
    setSaved(!asked.current && writeDraft(next));
  }, [store, take]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      store.flush();
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      save();
    };
    const end = store.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(now, 300);
    });
    addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      now();
      end();
      removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [store, save]);

  useEffect(() => onOtherTab(first.id, (theirs) => {
    if (theirs?.text !== store.text) {
      setSaved(false);
      ask(theirs ?? 'deleted');
      return;
    }
    take(theirs); // its name or kind of call may be another
    setSaved(true);
    ask(null);
  }), [first.id, store, take, ask]);

  useEffect(() => {
    if (elsewhere === null) return;
    const stay = (e: BeforeUnloadEvent) => e.preventDefault(); // the text here is nowhere else
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [elsewhere]);

  const takeTheirs = useCallback((theirs: Draft) => {
    ask(null);
    take(theirs);
    store.replace(theirs.text);
    save();
  }, [store, take, ask, save]);
  const keepMine = useCallback(() => {
    ask(null);
    save();
  }, [ask, save]);
  return { draft, saved, elsewhere, save, takeTheirs, keepMine };
}
