import { useEffect, useState } from 'react';

import { ask, asProblem, type Problem } from '../api';
import { useWords } from '../i18n';

/** The text of a proposal, which comes as text and not as JSON. */
export function useText(path: string): { text?: string; problem?: Problem; again: () => void } {
  const { lang } = useWords();
  const [state, setState] = useState<{ text?: string; problem?: Problem }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setState({});
    ask(path, { lang, accept: 'text/plain', signal: controller.signal }).then((r) => r.text()).then(
      (text) => setState({ text }),
      (error: unknown) => { if (!controller.signal.aborted) setState({ problem: asProblem(error) }); },
    );
    return () => controller.abort();
    // The language only words problems.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path, turn]);
  return { ...state, again: () => setTurn((n) => n + 1) };
}
