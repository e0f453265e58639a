// The form: one section at a time, drawn from the pack's schema.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { memo, useEffect, useRef, useState } from 'react';

import { useWords } from '../../i18n';
import { find, written, type Step } from '../../proposal/outline';
import { wanted } from '../../proposal/schema';
import { useSettledVersion } from '../../proposal/text';
import { Fields, Findings, List, sectionOf } from './field';
import { useWork } from './work';

/** What the form shall show; every target is a new object, so that the same place can be shown again. */
export interface Target {
  path: readonly Step[];
}

export const Form = memo(function Form({ section, onSection, target }: { section: string; onSection: (key: string) => void; target: Target | null }) {
  const { t, pick } = useWords();
  const { store, schema, flags, byPath } = useWork();
  useSettledVersion(store);
  const [all, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const root = store.outline.root;
  const there = new Set(root.kind === 'map' ? root.entries.map((e) => e.key) : []);
  const sections = schema.children.filter((c) => c.constant === undefined && c.type === 'object');
  const asked = sections.filter((s) => there.has(s.key) || wanted(s, flags));
  const others = sections.filter((s) => !asked.includes(s));
  const field = sections.find((s) => s.key === section) ?? asked[0] ?? sections[0];
  const at = asked.findIndex((s) => s.key === field?.key);

  // Unfolds the items on the way to the target, then puts the focus into the field.
  useEffect(() => {
    if (target === null || place.current === null) return;
    let frame = 0;
    let tries = 0;
    const step = () => {
      const here = place.current;
      if (here === null) return;
      let closed = false;
      for (let depth = 1; depth <= target.path.length; depth++) {
        if (typeof target.path[depth - 1] !== 'number') continue;
        const item = here.querySelector<HTMLDetailsElement>(`[data-item="${CSS.escape(written(target.path.slice(0, depth)))}"]`);
        if (item && !item.open) {
          item.open = true;
          closed = true;
        }
      }
      let found: HTMLElement | null = null;
      for (let depth = target.path.length; depth > 0 && found === null; depth--) {
        const key = CSS.escape(written(target.path.slice(0, depth)));
        found = here.querySelector<HTMLElement>(`[data-path="${key}"], [data-item="${key}"]`);
        if (depth < target.path.length && tries < 5) found = null; // it may still come
      }
      if ((closed || found === null) && tries++ < 10) {
        frame = requestAnimationFrame(step);
        return;
      }
      const input = found?.querySelector<HTMLElement>('input, select, textarea, summary');
      found?.scrollIntoView({ block: 'center' });
      input?.focus({ preventScroll: true });
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);

  if (field === undefined) return null;
  const count = (key: string) => [...byPath].reduce((n, [path, found]) => n + (sectionOf(schema, [path.split(/[.[]/)[0]!]) === key ? found.filter((d) => d.severity === 'error' || d.severity === 'warning').length : 0), 0);
  const option = (s: (typeof sections)[number]) => {
    const n = count(s.key);
    return { value: s.key, label: n > 0 ? t('form.section', { name: pick(s.label), n }) : pick(s.label) };
  };
  return (
    <div ref={place}>
      <div className="sections">
        <NativeSelect label={t('form.sections')} value={field.key} onChange={(e) => onSection(e.currentTarget.value)} style={{ flex: 1 }}
          data={others.length === 0 ? asked.map(option) : [{ group: t('form.asked'), items: asked.map(option) }, { group: t('form.notAsked'), items: others.map(option) }]} />
        <Button variant="default" disabled={at <= 0} onClick={() => onSection(asked[at - 1]!.key)} aria-label={t('form.previous')}>‹</Button>
        <Button variant="default" disabled={at < 0 || at >= asked.length - 1} onClick={() => onSection(asked[at + 1]!.key)} aria-label={t('form.next')}>›</Button>
      </div>
      <Checkbox mt="xs" size="xs" checked={all} onChange={(e) => setAll(e.currentTarget.checked)} label={t('form.all')} />
      <div className="fields" key={field.key}>
        {find(root, [field.key]) === null && !there.has(field.key) && others.includes(field) && <p className="soft">{t('form.notAskedWhat')}</p>}
        {field.list ? <List field={field} path={[field.key]} all={all} /> : (
          <fieldset className="group plain">
            <legend className="visually-hidden">{pick(field.label)}</legend>
            <Findings path={[field.key]} />
            <Fields field={field} path={[field.key]} all={all} />
          </fieldset>
        )}
      </div>
      {at >= 0 && at < asked.length - 1 && (
        <Button variant="light" onClick={() => { onSection(asked[at + 1]!.key); place.current?.parentElement?.scrollTo(0, 0); }}>{t('form.nextNamed', { name: pick(asked[at + 1]!.label) })}</Button>
      )}
    </div>
  );
});
