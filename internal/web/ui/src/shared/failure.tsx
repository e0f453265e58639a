// What is shown when the service gives no answer: what happened, what to do, and for 401 where to enter a key.
import { Button, Group, Loader, PasswordInput, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';

import { keepAccessKey, type Problem, type Resource } from '../api';
import { useWords, type Key } from '../i18n';

const known: Partial<Record<Problem['code'], { title: Key; what: Key }>> = {
  offline: { title: 'problem.offline', what: 'problem.offlineWhat' },
  unauthorized: { title: 'problem.unauthorized', what: 'problem.unauthorizedWhat' },
  forbidden: { title: 'problem.forbidden', what: 'problem.forbiddenWhat' },
  not_found: { title: 'problem.notFound', what: 'problem.notFoundWhat' },
  too_large: { title: 'problem.tooLarge', what: 'problem.tooLargeWhat' },
  too_many_requests: { title: 'problem.tooMany', what: 'problem.tooManyWhat' },
  overloaded: { title: 'problem.overloaded', what: 'problem.overloadedWhat' },
  deadline: { title: 'problem.deadline', what: 'problem.deadlineWhat' },
};

interface Asked {
  /** What was asked for is what the address of the page names: when that is no such name, there is no such thing. */
  byAddress?: boolean;
}

/** Says why there is no answer. again is called when the visitor wants another attempt. */
export function Failure({ problem, again, byAddress = false }: Asked & { problem: Problem; again?: () => void }) {
  const { t } = useWords();
  const [left, setLeft] = useState(problem.retryAfter);
  useEffect(() => setLeft(problem.retryAfter), [problem]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const words = known[byAddress && problem.code === 'bad_request' ? 'not_found' : problem.code];
  const { parameter } = problem.body;
  return (
    <div className="state bad" role="alert">
      <Text fw={700}>{words ? t(words.title) : problem.title || t('problem.other')}</Text>
      <Text>{words ? t(words.what) : problem.detail || t('problem.otherWhat')}</Text>
      {parameter !== undefined && (!words || problem.code === 'too_large') && <Text style={{ overflowWrap: 'anywhere' }}>{t('problem.concerns', { name: parameter })}</Text>}
      {problem.requestId !== '' && !words && <Text size="sm" c="dimmed">{t('problem.id', { id: problem.requestId })}</Text>}
      {problem.code === 'unauthorized' && <KeyForm done={again} />}
      {again && problem.code !== 'unauthorized' && problem.code !== 'too_large' && (
        <Button mt="xs" size="compact-sm" variant="default" disabled={left > 0} onClick={again}>
          {left > 0 ? t('problem.againIn', { n: left }) : t('problem.again')}
        </Button>
      )}
    </div>
  );
}

function KeyForm({ done }: { done?: () => void }) {
  const { t } = useWords();
  const [key, setKey] = useState('');
  return (
    <form onSubmit={(e) => {
      e.preventDefault();
      keepAccessKey(key.trim());
      done?.();
    }}>
      <Group align="end" mt="xs">
        <PasswordInput label={t('problem.key')} description={t('problem.keyWhat')} value={key} onChange={(e) => setKey(e.currentTarget.value)} autoComplete="off" />
        <Button type="submit" disabled={key.trim() === ''}>{t('problem.useKey')}</Button>
      </Group>
    </form>
  );
}

/** Shows what a GET gave, or that it is on its way, or why it failed. */
export function Loaded<T>({ of, byAddress, children }: Asked & { of: Resource<T>; children: (data: T) => ReactNode }) {
  const { t } = useWords();
  if (of.problem) return <Failure problem={of.problem} again={of.again} byAddress={byAddress} />;
  if (of.data === undefined) return <Loader role="status" aria-label={t('loading')} />;
  return <>{children(of.data)}</>;
}
