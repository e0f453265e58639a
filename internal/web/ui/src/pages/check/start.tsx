// Where a check begins: a draft of before, a template, an example, a file, or pasted text.
import { Button, Checkbox, FileButton, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';

import { askJSON, asProblem, offline, useGet, type Api, type Problem } from '../../api';
import { useWords } from '../../i18n';
import { listDrafts, newDraft, removeDraft, writeDraft, type Draft } from '../../proposal/drafts';
import { navigate, Link } from '../../router';
import { Failure, Loaded } from '../../shared/failure';
import { exampleIds, loadExample } from './examples';
import { mostBytes, readText } from './file';
import './check.css';

export default function Start() {
  const { t } = useWords();
  const packs = useGet<Api['PackList']>('/v1/packs', { keep: true });
  return (
    <>
      <h1>{t('check.title')}</h1>
      <p className="lead">{t('start.lead')}</p>
      <Drafts />
      <Loaded of={packs}>{(list) => (list.packs.length === 0 ? <p className="state">{t('start.noPack')}</p> : <Ways packs={list.packs} />)}</Loaded>
    </>
  );
}

function Drafts() {
  const { t, lang } = useWords();
  const [drafts, setDrafts] = useState<Draft[]>(listDrafts);
  const [asked, setAsked] = useState('');
  if (drafts.length === 0) return null;
  const time = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' });
  const nameOf = (d: Draft) => d.name.trim() || t('start.fileName');
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t('start.drafts')}</h2>
      <p className="soft">{t('start.draftsWhat')}</p>
      <ul className="drafts">
        {drafts.map((d) => (
          <li key={d.id}>
            <Link to={`/check/${d.id}`}>{nameOf(d)}</Link>
            <span className="soft">{time.format(d.saved)} · {t('start.lines', { n: d.text.split('\n').length })}</span>
            {asked === d.id
              ? <Button size="compact-xs" color="red" onClick={() => { removeDraft(d.id); setDrafts(listDrafts()); }}>{t('start.reallyRemove', { name: nameOf(d) })}</Button>
              : <Button size="compact-xs" variant="default" onClick={() => setAsked(d.id)}>{t('start.remove')}<span className="visually-hidden"> {nameOf(d)}</span></Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ packs }: { packs: Api['Pack'][] }) {
  const { t, pick } = useWords();
  const [packId, setPack] = useState(packs[0]!.id);
  const pack = packs.find((p) => p.id === packId) ?? packs[0]!;
  const [profile, setProfile] = useState('general');
  const [full, setFull] = useState(false);
  const begin = (text: string, name: string) => {
    const draft = newDraft({ text, name, pack: pack.id, profile });
    if (writeDraft(draft)) navigate(`/check/${draft.id}`);
    else setFull(true);
  };
  useEffect(() => {
    if (!pack.profiles.some((p) => p.id === profile)) setProfile(pack.profiles[0]?.id ?? 'general');
  }, [pack, profile]);
  const shared = { pack, begin };
  return (
    <>
      <div className="choices">
        {packs.length > 1 && <NativeSelect label={t('start.pack')} value={pack.id} onChange={(e) => setPack(e.currentTarget.value)} data={packs.map((p) => ({ value: p.id, label: pick(p.title) }))} />}
        <NativeSelect label={t('start.profile')} description={t('start.profileWhat')} value={profile} onChange={(e) => setProfile(e.currentTarget.value)} data={pack.profiles.map((p) => ({ value: p.id, label: pick(p.title) }))} />
      </div>
      {full && <p className="state bad" role="alert">{t('start.full')}</p>}
      <div className="ways">
        <Template {...shared} />
        <div>
          <Bring {...shared} />
          {pack.id === 'aiplus' && <Examples {...shared} />}
        </div>
      </div>
    </>
  );
}

interface Way {
  pack: Api['Pack'];
  begin: (text: string, name: string) => void;
}

function Template({ pack, begin }: Way) {
  const { t, lang, pick } = useWords();
  const questions = useGet<Api['DraftQuestions']>(`/v1/packs/${pack.id}/draft`, { keep: true });
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [traits, setTraits] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const write = () => {
    setBusy(true);
    setProblem(null);
    askJSON<Api['Draft']>('/v1/editor/draft', { lang, json: { pack: pack.id, lang, ...answers, traits: [...traits] } })
      .then((d) => begin(d.text, t('start.fileName')))
      .catch((e: unknown) => setProblem(asProblem(e)))
      .finally(() => setBusy(false));
  };
  return (
    <section className="way" aria-labelledby="template">
      <h2 id="template">{t('start.template')}</h2>
      <p>{t('start.templateWhat')}</p>
      <Loaded of={questions}>
        {(q) => {
          const kind = answers['type'] ?? q.choices.find((c) => c.name === 'type')?.otherwise ?? '';
          const has = (name: string) => traits.has(name) || (q.traits.find((x) => x.name === name)?.given_by.includes(kind) ?? false);
          return (
            <form onSubmit={(e) => { e.preventDefault(); write(); }}>
              {q.choices.map((c) => (
                <NativeSelect key={c.name} label={pick(c.question)} value={answers[c.name] ?? c.otherwise} onChange={(e) => setAnswers({ ...answers, [c.name]: e.currentTarget.value })}
                  data={c.options.map((o) => ({ value: o.value, label: pick(o.title) }))} mb="sm" />
              ))}
              {q.traits.length > 0 && (
                <fieldset className="group">
                  <legend>{t('start.traits')}</legend>
                  {q.traits.filter((x) => x.after === undefined || has(x.after)).map((x) => {
                    const given = x.given_by.includes(kind);
                    return <Checkbox key={x.name} label={pick(x.question)} mb={6} disabled={given} checked={given || traits.has(x.name)} onChange={(e) => {
                      const next = new Set(traits);
                      if (e.currentTarget.checked) next.add(x.name);
                      else next.delete(x.name);
                      setTraits(next);
                    }} />;
                  })}
                </fieldset>
              )}
              {problem && <Failure problem={problem} again={write} />}
              <Button type="submit" loading={busy}>{t('start.write')}</Button>
            </form>
          );
        }}
      </Loaded>
    </section>
  );
}

function Examples({ begin }: Way) {
  const { t, lang } = useWords();
  const [failed, setFailed] = useState<{ problem: Problem; again: () => void } | null>(null);
  const open = (id: (typeof exampleIds)[number]) => {
    setFailed(null);
    loadExample(id).then((text) => begin(text, `${id}.yaml`), () => setFailed({ problem: offline(), again: () => open(id) }));
  };
  return (
    <section className="way" aria-labelledby="examples">
      <h2 id="examples">{t('start.examples')}</h2>
      <ul className="examples">
        {exampleIds.map((id) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => open(id)}>{t(`examples.${id}.title`)}</button>
            <span className="soft"> {t(`examples.${id}.what`)}{lang === 'en' && id !== 'e15' ? ` ${t('start.inChinese')}` : ''}{lang === 'zh' && id === 'e15' ? t('start.inChinese') : ''}</span>
          </li>
        ))}
      </ul>
      {failed && <Failure {...failed} />}
    </section>
  );
}

function Bring({ begin }: Way) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState('');
  const read = async (file: File) => {
    const read = await readText(file);
    if ('wrong' in read) setWrong(t(read.wrong, { name: file.name }));
    else begin(read.text, file.name);
  };
  return (
    <section className={over ? 'way over' : 'way'} aria-labelledby="bring"
      onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        const file = e.dataTransfer.files[0];
        if (file) void read(file);
      }}>
      <h2 id="bring">{t('start.bring')}</h2>
      <p>{t('start.bringWhat')}</p>
      <FileButton accept=".yaml,.yml,.json,application/yaml,application/json" onChange={(f) => { if (f) void read(f); }} inputProps={{ 'aria-label': t('start.upload') }}>
        {(props) => <Button variant="default" {...props}>{t('start.upload')}</Button>}
      </FileButton>
      {wrong !== '' && <p className="state bad" role="alert">{wrong}</p>}
      <form onSubmit={(e) => {
        e.preventDefault();
        if (new Blob([text]).size > mostBytes) setWrong(t('start.tooLarge', { name: t('start.fileName') }));
        else begin(text, t('start.fileName'));
      }}>
        <Textarea label={t('start.paste')} value={text} onChange={(e) => setText(e.currentTarget.value)} rows={5} mt="sm" mb="xs" styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />
        <Button type="submit" variant="default" disabled={text.trim() === ''}>{t('start.check')}</Button>
      </form>
    </section>
  );
}
