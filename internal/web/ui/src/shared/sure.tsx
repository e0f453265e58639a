// A button for what cannot be undone: it says first what will come of it, and asks again.
import { Button } from '@mantine/core';
import { useState } from 'react';

import { Failure } from './failure';
import { useAct } from './act';

export function Sure<T>({ ask, what, yes, no, danger = false, path, method, onDone }: {
  ask: string; what: string; yes: string; no: string; danger?: boolean; path: string; method: 'POST' | 'DELETE'; onDone: (answer: T) => void;
}) {
  const act = useAct();
  const [asked, setAsked] = useState(false);
  if (!asked) return <Button variant="default" onClick={() => setAsked(true)}>{ask}</Button>;
  return (
    <div className="formbox" role="group" aria-label={ask}>
      <p>{what}</p>
      <span className="filters">
        <Button color={danger ? 'red.9' : undefined} loading={act.busy} onClick={() => { void act.run<T>(path, { method }).then((answer) => answer && onDone(answer)); }}>{yes}</Button>
        <Button variant="default" autoFocus onClick={() => setAsked(false)}>{no}</Button>
      </span>
      {act.problem && <Failure problem={act.problem} />}
    </div>
  );
}
