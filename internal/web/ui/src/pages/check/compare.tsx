// This text beside an earlier version of it: what the change did to score and findings.
import { Button, FileButton, Group, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';

import { askJSON, asProblem, type Problem } from '../../api';
import { useWords, type Text } from '../../i18n';
import { points, type Verdict } from '../../proposal/assessment';
import type { Version } from '../../proposal/drafts';
import { useSettledVersion } from '../../proposal/text';
import { Failure } from '../../shared/failure';
import { VerdictBadge } from '../../shared/verdict';
import { readText } from './file';
import { useWork } from './work';

interface Found { code: string; message: Text }
interface Comparison {
  before: { score: number; verdict: Verdict };
  after: { score: number; verdict: Verdict };
  change: number;
  requirements: { requirement: string; title: Text; change: number; findings: { new: Found[]; gone: Found[]; unchanged: number } }[];
  findings: { new: number; gone: number; unchanged: number };
}

export function Compare({ versions, onKeep }: { versions: readonly Version[]; onKeep: () => void }) {
  const { t, lang } = useWords();
  const { store, pack, profile } = useWork();
  const version = useSettledVersion(store, 400);
  const [uploaded, setUploaded] = useState<{ name: string; text: string } | null>(null);
  const [chosen, setChosen] = useState('');
  const [state, setState] = useState<{ comparison?: Comparison; problem?: Problem }>({});
  const [wrong, setWrong] = useState('');
  const choose = async (file: File) => {
    const read = await readText(file);
    setWrong('wrong' in read ? t(read.wrong, { name: file.name }) : '');
    if ('wrong' in read) return;
    setUploaded({ name: file.name, text: read.text });
    setChosen('file');
  };
  const time = (at: number) => new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  const before = chosen === 'file' ? uploaded?.text : (versions.find((v) => String(v.at) === chosen) ?? versions[0])?.text;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (before === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      const form = new FormData();
      form.append('before', new Blob([before], { type: 'application/yaml' }), 'before.yaml');
      form.append('after', new Blob([store.text], { type: 'application/yaml' }), 'after.yaml');
      askJSON<{ comparisons: Comparison[] }>(`/v1/comparisons?${new URLSearchParams({ pack, profile, format: 'json', lang })}`, { lang, body: form, signal: controller.signal }).then(
        (answer) => setState({ comparison: answer.comparisons[0] }),
        (error: unknown) => { if (!controller.signal.aborted) setState({ problem: asProblem(error) }); },
      );
    }, 200);
    return () => { clearTimeout(timer); controller.abort(); };
  }, [before, version, store, pack, profile, lang, turn]);
  const { comparison: c, problem } = state;
  return (
    <div>
      <Group align="end" gap="xs" className="no-print">
        {(versions.length > 0 || uploaded) && (
          <NativeSelect label={t('compare.with')} value={chosen || String(versions[0]?.at ?? 'file')} onChange={(e) => setChosen(e.currentTarget.value)} style={{ flex: '1 1 12rem' }}
            data={[...versions.map((v) => ({ value: String(v.at), label: v.score === '' ? time(v.at) : t('compare.version', { time: time(v.at), score: v.score }) })), ...(uploaded ? [{ value: 'file', label: uploaded.name }] : [])]} />
        )}
        <Button variant="default" onClick={onKeep}>{t('compare.keep')}</Button>
        <FileButton accept=".yaml,.yml,.json" onChange={(f) => { if (f) void choose(f); }}>
          {(props) => <Button variant="default" {...props}>{t('compare.file')}</Button>}
        </FileButton>
      </Group>
      {wrong !== '' && <p className="state bad" role="alert">{wrong}</p>}
      {before === undefined && <p className="soft">{t('compare.none')}</p>}
      {problem && before !== undefined && <Failure problem={problem} again={() => setTurn(turn + 1)} />}
      {c && before !== undefined && !problem && (
        <>
          <p className="result">
            <span className="n">{points(c.before.score)}</span> <VerdictBadge verdict={c.before.verdict} /> → <span className="n">{points(c.after.score)}</span> <VerdictBadge verdict={c.after.verdict} />
          </p>
          <p>{t('compare.findings', { gone: c.findings.gone, fresh: c.findings.new, unchanged: c.findings.unchanged })}</p>
          <ul className="changes">
            {c.requirements.filter((r) => r.findings.new.length + r.findings.gone.length > 0 || r.change !== 0).map((r) => <ChangeView key={r.requirement} change={r} />)}
          </ul>
        </>
      )}
    </div>
  );
}

function ChangeView({ change: r }: { change: Comparison['requirements'][number] }) {
  const { t, pick } = useWords();
  return (
    <li>
      <strong>{pick(r.title)}</strong> <span className={r.change < 0 ? 'points n down' : 'points n'}>{r.change > 0 ? '+' : ''}{points(r.change)}</span>
      <ul>
        {r.findings.gone.map((f, i) => <li key={`g${i}`} className="gone"><span className="mark pass">{t('compare.gone')}</span> {pick(f.message)}</li>)}
        {r.findings.new.map((f, i) => <li key={`n${i}`}><span className="mark error">{t('compare.fresh')}</span> {pick(f.message)}</li>)}
      </ul>
    </li>
  );
}
