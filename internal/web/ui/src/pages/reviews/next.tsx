// Hands in the next version of a submission, by whoever handed in the first.
import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';

import { type Api } from '../../api';
import { useWords } from '../../i18n';
import { useAct } from '../../shared/act';
import { Failure } from '../../shared/failure';
import { navigate } from '../../router';

export function NextVersion({ s }: { s: Api['Submission'] }) {
  const { t } = useWords();
  const act = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [same, setSame] = useState(false);
  const large = file !== null && file.size > 1 << 20;
  return (
    <form className="formbox" onSubmit={(e) => {
      e.preventDefault();
      if (file === null || large) return;
      // The bytes as they are: read as text, those of another encoding would become U+FFFD, which nobody can refuse.
      void act.run<Api['Submitted']>(`/v1/submissions/${s.id}/versions`, { body: file, type: file.name.endsWith('.json') ? 'application/json' : 'application/yaml' }).then((answer) => {
        if (!answer) return;
        setSame(!answer.new);
        if (answer.new) location.assign(`/reviews/of/${s.id}`);
        else navigate(location.pathname + location.search, 'replace');
      });
    }}>
      <FileInput label={t('next.label')} description={t('next.what')} placeholder={t('next.choose')} accept=".yaml,.yml,.json" value={file} onChange={(f) => { setFile(f); setSame(false); act.clear(); }} error={large ? t('next.large') : undefined} clearable clearButtonProps={{ 'aria-label': t('next.clear') }} />
      {same && <p className="state" role="status">{t('next.same')}</p>}
      {act.problem && <Failure problem={act.problem} />}
      <Button type="submit" loading={act.busy} disabled={file === null || large}>{t('next.send')}</Button>
    </form>
  );
}
