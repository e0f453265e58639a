import { useRef, type KeyboardEvent, type ReactNode } from 'react';

/** Tabs as ARIA has them: the arrows move between them. */
export function Tabs({ tabs, chosen, choose, label, children }: { tabs: { id: string; label: string }[]; chosen: string; choose: (id: string) => void; label: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[e.key];
    if (step === undefined) return;
    e.preventDefault();
    const at = tabs.findIndex((x) => x.id === chosen);
    const next = Math.abs(step) === 1 ? (at + step + tabs.length) % tabs.length : step < 0 ? 0 : tabs.length - 1;
    choose(tabs[next]!.id);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="placetabs" ref={list} onKeyDown={onKeyDown}>
        {tabs.map((x) => <button key={x.id} type="button" role="tab" id={`tab-${x.id}`} aria-selected={x.id === chosen} aria-controls="tabpanel" tabIndex={x.id === chosen ? 0 : -1} onClick={() => choose(x.id)}>{x.label}</button>)}
      </div>
      <div role="tabpanel" id="tabpanel" aria-labelledby={`tab-${chosen}`}>{children}</div>
    </>
  );
}
