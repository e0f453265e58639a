// Reports of the service as files. They need the key of who is signed in, so a plain link does not do.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';

import { ask, asProblem, type Problem } from '../api';
import { useWords } from '../i18n';
import { Failure } from './failure';

/** Hands a file to the visitor. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export type Format = 'xlsx' | 'csv' | 'html' | 'json' | 'ndjson' | 'yaml';
const accepts: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv', html: 'text/html', json: 'application/json', ndjson: 'application/x-ndjson', yaml: 'text/plain',
};

/** path gives where a format is asked for; name is that of the file, without its ending. */
export function Download({ formats, path, name, label }: { formats: readonly Format[]; path: (format: Format) => string; name: string; label?: string }) {
  const { t, lang } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const get = (format: Format) => {
    setBusy(true);
    setProblem(null);
    ask(path(format), { lang, accept: accepts[format] })
      .then((r) => r.blob())
      .then((b) => save(b, `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}.${format}`))
      .catch((e: unknown) => setProblem(asProblem(e)))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default" loading={busy}>{label ?? t('download.title')}</Button></Menu.Target>
        <Menu.Dropdown>
          {formats.map((f) => <Menu.Item key={f} onClick={() => get(f)}>{t(`download.${f}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {problem && <div className="over"><Failure problem={problem} /></div>}
    </>
  );
}
