// Takes back what was done last to the text, wherever that was.
import { Button } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';

import { useWords } from '../../i18n';
import type { TextStore } from '../../proposal/text';

/** onChange is told where the text has changed. */
export function Undo({ store, onChange }: { store: TextStore; onChange: (at: number) => void }) {
  const { t } = useWords();
  const undoable = useSyncExternalStore((f) => store.listen(f), () => store.undoable);
  const undo = () => {
    const change = store.undo();
    if (change !== null) onChange(change.from);
  };
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.altKey || e.defaultPrevented) return;
      if (e.target instanceof Element && e.target.closest('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]')) return; // these take back their own
      const key = e.key.toLowerCase();
      const change = key === 'z' ? (e.shiftKey ? store.redo() : store.undo()) : key === 'y' ? store.redo() : null;
      if (change === null) return;
      e.preventDefault();
      onChange(change.from);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [store, onChange]);
  // It stays in reach of the keyboard with nothing to take back: a disabled button would drop the focus that is on it.
  return <Button variant="default" aria-disabled={!undoable} data-disabled={!undoable || undefined} onClick={undo}>{t('draft.undo')}</Button>;
}
