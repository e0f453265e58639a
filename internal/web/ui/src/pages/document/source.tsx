// The source document, sentence by sentence, shaded by what each sentence asks for.
import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';

import { useGet, type Api } from '../../api';
import { useWords } from '../../i18n';
import { Link, navigate, useParams } from '../../router';
import { Loaded } from '../../shared/failure';
import '../check/check.css';
import './document.css';

type Sentence = Api['Sentence'];

export default function Source() {
  const { t } = useWords();
  const asked = useParams()['pack'];
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  return (
    <>
      <h1>{t('document.title')}</h1>
      <Loaded of={packs}>
        {(list) => {
          const pack = asked === undefined ? list.packs[0] : list.packs.find((p) => p.id === asked);
          return pack === undefined ? <p className="state">{t('problem.notFoundWhat')}</p> : <Reader key={pack.id} pack={pack} packs={list.packs} />;
        }}
      </Loaded>
    </>
  );
}

/** The part of a page that a sentence is in: the line of the document. */
const lineOf = (id: string) => id.split('-')[0]!;

function coverage(s: Sentence): 'ruled' | 'held' | 'manual' | 'context' {
  if (s.ruled_by.length > 0) return 'ruled';
  if (s.manual) return 'manual';
  return s.held_by.length > 0 ? 'held' : 'context';
}

function Reader({ pack, packs }: { pack: Api['Pack']; packs: Api['Pack'][] }) {
  const { t, pick } = useWords();
  const document = useGet<Api['SourceDocument']>(`/v1/packs/${pack.id}/document`, { keep: true });
  const requirements = useGet<Api['RequirementList']>(`/v1/packs/${pack.id}/requirements`, { keep: true });
  const [chosen, setChosen] = useState(location.hash.slice(1));
  const found = document.data?.sentences.find((s) => s.id === chosen);
  useEffect(() => {
    if (document.data && chosen !== '') window.document.getElementById(chosen)?.scrollIntoView({ block: innerWidth < 1024 ? 'start' : 'center' }); // on a phone the lower half shows what it asks
    // once, for a link to a sentence
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document.data]);
  const choose = (id: string) => {
    setChosen(id);
    history.replaceState(null, '', `${location.pathname}#${id}`);
  };
  return (
    <>
      {packs.length > 1 && <NativeSelect label={t('document.pack')} value={pack.id} onChange={(e) => navigate(`/document/${e.currentTarget.value}`)} data={packs.map((p) => ({ value: p.id, label: pick(p.title) }))} />}
      <Loaded of={document}>
        {(d) => (
          <>
            <p><strong lang="zh">{pick(d.source.title)}</strong> <span className="soft">{pick(d.source.publisher)}</span></p>
            <p>{t('document.lead', { n: pack.requirements, sentences: d.sentences.filter((s) => s.ruled_by.length > 0).length, all: d.sentences.length })}</p>
            <ul className="legend" aria-label={t('document.legend')}>
              <li><span className="s ruled">{t('document.ruled')}</span></li>
              <li><span className="s held">{t('document.held')}</span></li>
              {d.sentences.some((s) => coverage(s) === 'manual') && <li><span className="s manual">{t('document.manual')}</span></li>}
              <li><span className="s context">{t('document.context')}</span></li>
            </ul>
            <div className="reader">
              <Text sentences={d.sentences} chosen={chosen} choose={choose} />
              <aside className="aside" aria-label={t('document.chosen')} aria-live="polite" tabIndex={0}>
                {found ? <Chosen pack={pack.id} sentence={found} requirements={requirements.data?.requirements ?? []} /> : <p className="soft">{t('document.choose')}</p>}
              </aside>
            </div>
          </>
        )}
      </Loaded>
      <All pack={pack} of={requirements} />
    </>
  );
}

function Text({ sentences, chosen, choose }: { sentences: Sentence[]; chosen: string; choose: (id: string) => void }) {
  const { t } = useWords();
  const lines = useMemo(() => {
    const out: Sentence[][] = [];
    for (const s of sentences) {
      if (out.length > 0 && lineOf(out.at(-1)![0]!.id) === lineOf(s.id)) out.at(-1)!.push(s);
      else out.push([s]);
    }
    return out;
  }, [sentences]);
  return (
    <div className="source" lang="zh">
      {lines.map((line) => (
        <p key={line[0]!.id}>
          {line.map((s) => (
            <span key={s.id} id={s.id} role="button" tabIndex={0} aria-pressed={chosen === s.id} aria-describedby={undefined} title={t('document.sentence', { id: s.id })}
              className={`s ${coverage(s)}${s.ruled_by.length > 2 ? ' many' : ''}`} onClick={() => choose(s.id)}
              onKeyDown={(e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); choose(s.id); } }}>{s.text}</span>
          ))}
        </p>
      ))}
    </div>
  );
}

function Chosen({ pack, sentence, requirements }: { pack: string; sentence: Sentence; requirements: Api['Requirement'][] }) {
  const { t, pick } = useWords();
  const list = (ids: string[]) => (
    <ul className="reqs">
      {ids.map((id) => {
        const r = requirements.find((x) => x.id === id);
        return <li key={id}><Link to={`/document/${pack}/${id}`}>{id}{r ? ` ${pick(r.title)}` : ''}</Link>{r && r.quote.sentence === sentence.id && <span className="soft" lang="zh"> “{r.quote.text}”</span>}</li>;
      })}
    </ul>
  );
  return (
    <>
      <h2>{t('document.sentence', { id: sentence.id })}</h2>
      <blockquote className="quote" lang="zh">{sentence.text}</blockquote>
      {sentence.ruled_by.length > 0 && <><h3>{t('document.asks')}</h3>{list(sentence.ruled_by)}</>}
      {sentence.held_by.length > 0 && <><h3>{t('document.heldBy')}</h3>{list(sentence.held_by)}</>}
      {sentence.manual && <p>{pick(sentence.manual)}</p>}
      {sentence.reason && <p>{pick(sentence.reason)}</p>}
    </>
  );
}

function All({ pack, of }: { pack: Api['Pack']; of: ReturnType<typeof useGet<Api['RequirementList']>> }) {
  const { t, pick } = useWords();
  const [words, setWords] = useState('');
  return (
    <section aria-labelledby="all">
      <h2 id="all">{t('document.all')}</h2>
      <TextInput label={t('document.filter')} type="search" value={words} onChange={(e) => setWords(e.currentTarget.value)} maw="24rem" />
      <Loaded of={of}>
        {(list) => {
          const wanted = words.trim().toLowerCase();
          const shown = list.requirements.filter((r) => wanted === '' || [r.id, r.title.zh, r.title.en, r.quote.text, pick(r.reading)].some((s) => s.toLowerCase().includes(wanted)));
          if (shown.length === 0) return <p className="soft">{t('document.noMatch')}</p>;
          return pack.dimensions.map((d) => {
            const rows = shown.filter((r) => r.dimension === d.id);
            return rows.length === 0 ? null : (
              <div key={d.id}>
                <h3>{pick(d.title)}</h3>
                <ul className="reqs">
                  {rows.map((r) => <li key={r.id}><Link to={`/document/${pack.id}/${r.id}`}>{r.id} {pick(r.title)}</Link> <span className="soft">{t(`severity.${r.severity}`)} · {t('document.weight', { n: r.weight })}</span></li>)}
                </ul>
              </div>
            );
          });
        }}
      </Loaded>
    </section>
  );
}
