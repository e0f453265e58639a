// Puts into the text what a finding proposes.
import { Button, type ButtonProps } from '@mantine/core';

import { useWords } from '../../i18n';
import type { Diagnostic } from '../../proposal/assessment';
import { offsetOf } from '../../proposal/text';
import { useCurrent, useWork } from './work';

/** after is told where in the text it was put. The place is known of the text that was checked, so that another text, as after a first click, has to be checked before. */
export function Insert({ edit, after, ...look }: { edit: NonNullable<Diagnostic['edit']>; after?: (from: number) => void } & ButtonProps) {
  const { t } = useWords();
  const { store, version } = useWork();
  const current = useCurrent();
  const insert = () => {
    if (store.version !== version) return;
    const from = offsetOf(store.text, edit.range.start);
    store.change({ from, to: offsetOf(store.text, edit.range.end), insert: edit.text }, 'repair');
    after?.(from);
  };
  return <Button size="compact-xs" disabled={!current} onClick={insert} {...look}>{t('findings.insert')}</Button>;
}
