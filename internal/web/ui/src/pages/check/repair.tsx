// The cheapest way to the best verdict, as a list that ticks itself off while the proposal is repaired.
import { memo, useEffect, useState } from 'react';

import { useWords } from '../../i18n';
import { points, type Assessment } from '../../proposal/assessment';
import { VerdictBadge } from '../../shared/verdict';
import { goTo, useWork } from './work';

type Step = NonNullable<Assessment['repair']>['steps'][number];

export const RepairPath = memo(function RepairPath() {
  const { t, pick } = useWords();
  const work = useWork();
  const { diagnosis } = work;
  const as = diagnosis?.assessment;
  const [seen, setSeen] = useState<readonly Step[]>([]);
  useEffect(() => {
    if (as === undefined) return;
    const now = as.repair?.steps ?? [];
    setSeen((before) => [...before.filter((s) => !now.some((n) => n.requirement === s.requirement)), ...now]);
  }, [as]);
  if (as === undefined) return <p className="soft">{t('repair.unknown')}</p>;
  const repair = as.repair;
  const formFaults = as.form.length;
  const done = seen.filter((s) => as.results.find((r) => r.requirement === s.requirement)?.status === 'pass');
  if (repair === undefined) {
    return (
      <div>
        <p className="state">{as.decision.verdict === 'pass' ? t('repair.passes') : t('repair.nothing')}</p>
        {done.length > 0 && <ol className="steps">{done.map((s) => <StepView key={s.requirement} step={s} done title={pick(as.results.find((r) => r.requirement === s.requirement)?.title)} />)}</ol>}
      </div>
    );
  }
  return (
    <div>
      <p>{t('repair.intro', { n: repair.steps.length + (formFaults > 0 ? 1 : 0), days: repair.effort })} <VerdictBadge verdict={repair.reaches} /> <span className="n">{points(repair.score)}</span></p>
      <ol className="steps">
        {done.map((s) => <StepView key={s.requirement} step={s} done title={pick(as.results.find((r) => r.requirement === s.requirement)?.title)} />)}
        {formFaults > 0 && (
          <li><span className="tick" aria-hidden="true">☐</span><span>{t('repair.form', { n: formFaults })}</span></li>
        )}
        {repair.steps.map((s) => {
          const result = as.results.find((r) => r.requirement === s.requirement);
          const first = diagnosis?.diagnostics.find((d) => d.requirement === s.requirement);
          return <StepView key={s.requirement} step={s} title={pick(result?.title)} go={first && (() => goTo(work, first))} />;
        })}
      </ol>
    </div>
  );
});

function StepView({ step, title, done = false, go }: { step: Step; title: string; done?: boolean; go?: () => void }) {
  const { t } = useWords();
  return (
    <li className={done ? 'done' : undefined}>
      <span className="tick" aria-hidden="true">{done ? '☑' : '☐'}</span>
      <span>
        <span className="visually-hidden">{t(done ? 'repair.done' : 'repair.open')} </span>
        {go ? <button type="button" className="link" onClick={go}>{title}</button> : title}
        <span className="soft"> {step.requirement} · {t(`repair.why.${step.why}`)} · {t('repair.days', { n: step.effort })}</span>
      </span>
      <span className="points n">+{points(step.gain)}</span>
    </li>
  );
}
