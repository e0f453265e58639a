// Who reviews a submission: the chair assigns and takes back.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Api } from '../../api';
import { useWords } from '../../i18n';
import { useMay } from '../../session';
import { useAct } from '../../shared/act';
import { Failure } from '../../shared/failure';
import { useList } from '../../shared/list';
import { useTime } from '../../shared/time';
import { isOpen } from './open';

export function People({ s }: { s: Api['Submission'] }) {
  const { t } = useWords();
  const may = useMay();
  const time = useTime();
  const act = useAct();
  const list = useList<Api['Assignment'], 'assignments'>(`/v1/submissions/${s.id}/assignments?limit=1000`, 'assignments', { all: true });
  const [reviewer, setReviewer] = useState('');
  const now = list.items.filter((a) => !a.ended);
  return (
    <div className="people">
      {list.problem && <Failure problem={list.problem} again={list.again} />}
      {list.ready && now.length === 0 && <p className="state">{t('people.none')}</p>}
      {list.items.length > 0 && (
        <table className="table cards">
          <caption className="visually-hidden">{t('submission.people')}</caption>
          <thead><tr><th scope="col">{t('people.reviewer')}</th><th scope="col">{t('people.since')}</th><th scope="col">{t('people.ended')}</th><th scope="col"><span className="visually-hidden">{t('people.actions')}</span></th></tr></thead>
          <tbody>
            {list.items.map((a, i) => (
              <tr key={i}>
                <td>{a.reviewer}</td><td>{time(a.created)}</td><td>{a.ended && time(a.ended)}</td>
                <td>{!a.ended && may('unassign') && isOpen(s) && (
                  <Button size="compact-xs" variant="default" disabled={act.busy} aria-label={t('people.endOf', { reviewer: a.reviewer })}
                    onClick={() => { void act.run(`/v1/submissions/${s.id}/assignments?reviewer=${encodeURIComponent(a.reviewer)}`, { method: 'DELETE' }).then((done) => done && list.again()); }}>{t('people.end')}</Button>
                )}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('assign') && isOpen(s) && (
        <form className="formbox" onSubmit={(e) => {
          e.preventDefault();
          if (reviewer.trim() === '') return;
          void act.run(`/v1/submissions/${s.id}/assignments`, { json: { reviewer: reviewer.trim() } }).then((done) => {
            if (!done) return;
            setReviewer('');
            list.again();
          });
        }}>
          <TextInput label={t('people.assign')} description={t('people.assignWhat')} value={reviewer} maxLength={255} onChange={(e) => { setReviewer(e.currentTarget.value); act.clear(); }} />
          {act.problem && <Failure problem={act.problem} />}
          <Button type="submit" loading={act.busy} disabled={reviewer.trim() === ''}>{t('people.save')}</Button>
        </form>
      )}
    </div>
  );
}
