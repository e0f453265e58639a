// The text of a proposal with what was found under its lines. It is text wherever it came from: nothing of it is ever HTML.
import { useEffect, useMemo, useRef } from 'react';

import { useWords } from '../i18n';
import './source.css';

/** Something said of a line. */
export interface LineMark {
  /** From 1. */
  line: number;
  kind: 'error' | 'warning' | 'information';
  text: string;
  /** What onMark is called with. */
  key: string;
}

/** at is the line to show; a new object shows the same line again. */
export function SourceView({ text, marks, at, label, onMark }: { text: string; marks: readonly LineMark[]; at?: { line: number }; label: string; onMark?: (key: string) => void }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n'), [text]);
  const byLine = useMemo(() => {
    const out = new Map<number, LineMark[]>();
    for (const m of marks) out.set(m.line, [...(out.get(m.line) ?? []), m]);
    return out;
  }, [marks]);
  useEffect(() => {
    const box = place.current;
    const line = at === undefined ? null : box?.querySelector<HTMLElement>(`[data-line="${at.line}"]`);
    if (!box || !line) return;
    const to = () => line.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - box.clientHeight / 3;
    box.scrollTop = to();
    box.scrollTop = to(); // lines that were not drawn before have their height now
    line.focus({ preventScroll: true });
  }, [at]);
  const shown = at?.line;
  const body = useMemo(() => lines.map((line, i) => {
    const found = byLine.get(i + 1);
    return (
      <div key={i} data-line={i + 1} data-plain-focus tabIndex={-1} className={`line${found ? ` has ${worst(found)}` : ''}${shown === i + 1 ? ' at' : ''}`}>
        <span className="number n" aria-hidden="true">{i + 1}</span>
        <span className="words" lang="zh">{line === '' ? ' ' : line}</span>
        {found && (
          <ul aria-label={t('source.found', { line: String(i + 1) })}>
            {found.map((m, j) => (
              <li key={j} className={m.kind}>{onMark ? <button type="button" className="link" onClick={() => onMark(m.key)}>{m.text}</button> : m.text}</li>
            ))}
          </ul>
        )}
      </div>
    );
  }), [lines, byLine, shown, onMark, t]);
  return <div ref={place} className="sourceview" role="region" aria-label={label} tabIndex={0}>{body}</div>;
}

function worst(found: readonly LineMark[]): LineMark['kind'] {
  return found.some((m) => m.kind === 'error') ? 'error' : found.some((m) => m.kind === 'warning') ? 'warning' : 'information';
}
