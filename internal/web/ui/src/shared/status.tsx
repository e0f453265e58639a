import { useWords } from '../i18n';
import type { Result } from '../proposal/assessment';

export type Status = Result['status'];
export const statuses: readonly Status[] = ['pass', 'partial', 'fail', 'not_applicable', 'manual', 'error'];

const looks: Record<Status, string> = { pass: 'pass', partial: 'warning', fail: 'error', not_applicable: 'none', manual: 'information', error: 'error' };

/** What is said of a requirement, in words, with its colour. */
export function StatusMark({ status }: { status: Status }) {
  const { t } = useWords();
  return <span className={`mark ${looks[status]}`}>{t(`status.${status}`)}</span>;
}
