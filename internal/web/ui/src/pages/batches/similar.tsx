// Long passages that proposals of a batch share, with what is the same marked. It takes a while, so it is asked for.
import { Button, Loader } from '@mantine/core';
import { useState } from 'react';

import { useGet } from '../../api';
import { useWords } from '../../i18n';
import { Loaded } from '../../shared/failure';
import type { Batch } from './watch';

interface Side { name: string; applicant: string; project: string }
interface Place { position: { line: number }; parts: { text: string; shared: boolean }[] }
interface Pair { a: Side; b: Side; similarity: number; shared: number; passages: { shared: number; a: Place; b: Place }[] }
interface Answer { proposals: number; min_characters: number; copies: Pair[]; same_applicant: Pair[] }

export function Similar({ batch }: { batch: Batch }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(batch.items <= 500);
  const got = useGet<Answer>(asked ? `/v1/batches/${batch.id}/similar?format=json` : null);
  if (!asked) return <div className="state"><p>{t('similar.ask', { n: batch.items })}</p><Button onClick={() => setAsked(true)}>{t('similar.begin')}</Button></div>;
  if (got.loading) return <p><Loader role="status" aria-label={t('loading')} size="sm" /> {t('similar.busy')}</p>;
  return (
    <Loaded of={got}>
      {(a) => {
        const lists = [{ id: 'different' as const, pairs: a.copies ?? [] }, { id: 'same' as const, pairs: a.same_applicant ?? [] }];
        return (
          <>
            <p className="soft">{t('similar.lead', { n: a.proposals, min: a.min_characters })}</p>
            {lists.every((l) => l.pairs.length === 0) && <div className="state">{t('similar.none')}</div>}
            {lists.map((l) => l.pairs.length > 0 && (
              <section key={l.id}>
                <h2>{t(`similar.${l.id}`)}</h2>
                <ol className="pairs">{l.pairs.slice(0, 200).map((p, i) => <PairView key={i} pair={p} />)}</ol>
              </section>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function PairView({ pair: p }: { pair: Pair }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p><strong>{p.a.name}</strong> ↔ <strong>{p.b.name}</strong></p>
      <p className="soft">{t('similar.share', { n: p.shared, percent: (p.similarity / 10).toFixed(1) })} · {p.a.applicant === p.b.applicant ? p.a.applicant : `${p.a.applicant} · ${p.b.applicant}`}</p>
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{t('similar.passages', { n: p.passages.length })}</summary>
        {open && p.passages.map((x, i) => (
          <div key={i} className="passage" lang="zh">{[x.a, x.b].map((side, j) => <p key={j}><span className="soft" lang="">{t('results.line', { line: String(side.position.line) })} </span>{side.parts.map((part, k) => (part.shared ? <mark key={k}>{part.text}</mark> : around(part.text, k === 0, k === side.parts.length - 1)))}</p>)}</div>
        ))}
      </details>
    </li>
  );
}

/** What is not shared, shortened before and after a passage. */
function around(text: string, first: boolean, last: boolean): string {
  const letters = [...text];
  if (letters.length <= 41) return text;
  if (first) return `…${letters.slice(-20).join('')}`;
  if (last) return `${letters.slice(0, 20).join('')}…`;
  return text;
}
