// Takes the text and its report out of the page: as files, or on paper.
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';

import { ask, asProblem, type Problem } from '../../api';
import { useWords } from '../../i18n';
import { Failure } from '../../shared/failure';
import { useWork } from './work';

/** Hands a file to the visitor. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function Export({ name }: { name: string }) {
  const { t, lang } = useWords();
  const { store, pack, profile } = useWork();
  const [problem, setProblem] = useState<Problem | null>(null);
  const stem = name.replace(/\.(ya?ml|json)$/i, '');
  const report = (format: 'html' | 'json') => {
    setProblem(null);
    ask(`/v1/assessments?${new URLSearchParams({ pack, profile, format, lang, name })}`, { lang, body: store.text, type: 'application/yaml', accept: format === 'html' ? 'text/html' : 'application/json' })
      .then((r) => r.blob())
      .then((b) => save(b, `${stem}.${format}`))
      .catch((e: unknown) => setProblem(asProblem(e)));
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default">{t('export.title')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save(new Blob([store.text], { type: 'application/yaml' }), `${stem}.yaml`)}>{t('export.yaml')}</Menu.Item>
          <Menu.Item onClick={() => report('html')}>{t('export.html')}</Menu.Item>
          <Menu.Item onClick={() => report('json')}>{t('export.json')}</Menu.Item>
          <Menu.Item onClick={() => setTimeout(print, 200)}>{t('export.print')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem && <div className="over"><Failure problem={problem} /></div>}
    </>
  );
}
