import { useWords } from '../i18n';
import type { Verdict } from '../proposal/assessment';

/** A verdict in words, with its colour. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  return <span className={`badge ${verdict}`}>{t(`verdict.${verdict}`)}</span>;
}
