// Whether a submission is still under review: neither decided nor taken back.
import type { Api } from '../../api';

export function isOpen(s: Api['Submission']): boolean {
  return !s.closed && !s.withdrawn;
}
