// One field of the form: what fits its kind, what it is for, and the findings about it.
import { Button, Checkbox, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { memo, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { useWords } from '../../i18n';
import { addItem, numeral, removeItem, set, type Value } from '../../proposal/edit';
import { withoutRepeats } from '../../proposal/assessment';
import { find, textAt, textsAt, written, type Node, type Step } from '../../proposal/outline';
import { fieldAt, newItem, orderAt, wanted, type Field } from '../../proposal/schema';
import { valueWords } from '../../proposal/values';
import { Insert } from './insert';
import { idsOf, itemName, useWork } from './work';

const separators = [',', '，', '、', ';', '；']; // between ids and codes; a text may hold them
const pause = 60; // ms after which what is typed goes into the text

interface At {
  field: Field;
  path: readonly Step[];
  all: boolean;
}

/** Fields below a path, those that the project is asked for first of all. */
export function Fields({ field, path, all }: At) {
  const { store, flags } = useWork();
  const node = find(store.outline.root, path);
  const there = new Set(node?.kind === 'map' ? node.entries.map((e) => e.key) : []);
  return field.children
    .filter((c) => c.constant === undefined && (all || there.has(c.key) || wanted(c, flags)))
    .map((c) => <FieldView key={c.key} field={c} path={[...path, c.key]} all={all} />);
}

function FieldView({ field, path, all }: At) {
  const { pick } = useWords();
  const { store } = useWork();
  if (field.type === 'object' && field.list) return <List field={field} path={path} all={all} />;
  if (field.type === 'object') {
    return (
      <fieldset className="group">
        <legend>{pick(field.label)}</legend>
        <Findings path={path} />
        <Fields field={field} path={path} all={all} />
      </fieldset>
    );
  }
  const root = store.outline.root;
  const node = find(root, path);
  if (node?.kind === 'odd' || node?.kind === 'map' || (node?.kind === 'list') !== field.list && node?.kind === 'list') return <InText field={field} path={path} node={node} />;
  return field.list
    ? <Texts field={field} path={path} values={textsAt(root, path).join('\n')} />
    : <Scalar field={field} path={path} value={textAt(root, path)} />;
}

/** A value that the form cannot show. */
function InText({ field, path, node }: { field: Field; path: readonly Step[]; node: Node }) {
  const { t, pick } = useWords();
  const { go } = useWork();
  return (
    <div className="field">
      <span className="label">{pick(field.label)}</span>
      <p className="soft">{t('form.inText')} <Button size="compact-xs" variant="default" onClick={() => go(path, node.from)}>{t('form.showText')}</Button></p>
    </div>
  );
}

/** A list whose items have fields of their own. */
export function List({ field, path, all }: At) {
  const { t, pick } = useWords();
  const { store, schema } = useWork();
  const node = find(store.outline.root, path);
  const items = node?.kind === 'list' ? node.items : [];
  const place = useRef<HTMLFieldSetElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set(items.length === 1 ? [0] : []));
  const add = () => {
    const ids = items.map((i) => textAt(i.value, ['id']));
    store.change(addItem(store.outline, path, newItem(field, ids), (p) => orderAt(schema, p)), 'form');
    setOpened(new Set([...opened, items.length]));
  };
  const remove = (i: number) => {
    flushSync(() => {
      store.change(removeItem(store.outline, path, i), 'form');
      setOpened(new Set([...opened].filter((n) => n !== i).map((n) => (n > i ? n - 1 : n))));
    });
    // The button is gone; who works with the keyboard goes on with the next item, or behind the last.
    const next = place.current?.querySelectorAll<HTMLElement>(':scope > .item > summary')[i] ?? place.current?.querySelector<HTMLElement>(':scope > button');
    next?.focus();
  };
  const depth = path.filter((s) => typeof s === 'string').length;
  return (
    <fieldset className={depth === 1 ? 'group plain' : 'group'} ref={place} data-list={written(path)}>
      <legend>{pick(field.label)}<span className="soft"> {t('form.items', { n: items.length })}</span></legend>
      <Findings path={path} />
      {node !== null && node.kind !== 'list' && node.kind !== 'empty' && <p className="soft">{t('form.inText')}</p>}
      {items.map((item, i) => (
        <details key={i} className="item" data-item={written([...path, i])} open={opened.has(i)} onToggle={(e) => {
          const next = new Set(opened);
          if (e.currentTarget.open) next.add(i);
          else next.delete(i);
          if (next.has(i) !== opened.has(i)) setOpened(next);
        }}>
          <summary><ItemTitle item={item.value} n={i + 1} /><Count path={[...path, i]} /></summary>
          {opened.has(i) && (
            <div className="fields">
              <Findings path={[...path, i]} />
              <Fields field={field} path={[...path, i]} all={all} />
              <Button size="compact-xs" variant="subtle" color="red" className="remove" onClick={() => remove(i)}>{t('form.remove', { name: itemName(item.value) || String(i + 1) })}</Button>
            </div>
          )}
        </details>
      ))}
      <Button size="compact-sm" variant="default" onClick={add}>{t('form.add', { name: pick(field.label) })}</Button>
    </fieldset>
  );
}

function ItemTitle({ item, n }: { item: Node; n: number }) {
  const { t } = useWords();
  return <span>{itemName(item) || t('form.item', { n })}</span>;
}

/** How many findings there are at a path and below it. */
export function Count({ path }: { path: readonly Step[] }) {
  const { t } = useWords();
  const { byPath } = useWork();
  const key = written(path);
  let n = 0;
  for (const [at, found] of byPath) {
    if (at === key || (at.startsWith(key) && /[.[]/.test(at[key.length]!))) n += found.filter((d) => d.severity !== 'hint').length;
  }
  return n === 0 ? null : <span className="count"><span aria-hidden="true">{n}</span><span className="visually-hidden">{t('form.findings', { n })}</span></span>;
}

/** What the service says of a field, under it. */
export function Findings({ path }: { path: readonly Step[] }) {
  const { t } = useWords();
  const { byPath } = useWork();
  const found = withoutRepeats(byPath.get(written(path)) ?? []);
  return found.slice(0, 8).map((d, i) => (
    <p key={`${d.code}${i}`} className={`remark ${d.severity}`}>
      <span className="visually-hidden">{t(`severityOf.${d.severity}`)} </span>
      {d.message}{d.remedy !== undefined && <span className="remedy">{d.remedy}</span>}
      {d.edit && <Insert edit={d.edit} variant="default" mt={4} />}
    </p>
  ));
}

/** What is asked of a value, in words. */
function useHelp(field: Field): string {
  const { t, pick } = useWords();
  const parts: string[] = [];
  if (field.unit) parts.push(t('form.unit', { unit: pick(field.unit) }));
  if (field.shortest !== undefined && field.shortest > 1 && field.longest !== undefined) parts.push(t('form.between', { least: field.shortest, most: field.longest }));
  else if (field.shortest !== undefined && field.shortest > 1) parts.push(t('form.shortest', { n: field.shortest }));
  else if (field.longest !== undefined) parts.push(t('form.longest', { n: field.longest }));
  if (field.least !== undefined && field.most !== undefined && !/\d/.test(pick(field.unit))) parts.push(`${field.least}–${field.most}`);
  if (field.sample !== undefined && !field.date) parts.push(t('form.sample', { sample: field.sample }));
  return parts.join(t('form.and'));
}

const Scalar = memo(function Scalar({ field, path, value }: { field: Field; path: readonly Step[]; value: string }) {
  const { t, pick, lang } = useWords();
  const { store, schema } = useWork();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<string | null>(null);
  const help = useHelp(field);
  const list = useId();
  const write = (text: string) => {
    latest.current = null;
    const number = field.type === 'number' || field.type === 'integer' ? numeral(text) : null;
    const as: Value = text.trim() === '' ? null
      : field.type === 'boolean' ? { boolean: text === 'true' }
      : number !== null ? { number }
      : { text: field.date || field.type !== 'string' ? text.trim() : text };
    if (text !== textAt(store.outline.root, path)) store.change(set(store.outline, path, as, (p) => orderAt(schema, p)), 'form');
  };
  const change = (text: string) => {
    setTyped(text);
    latest.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write(text), pause);
  };
  const flush = () => {
    clearTimeout(timer.current);
    if (latest.current !== null) write(latest.current);
  };
  const leave = () => {
    flush();
    setTyped(null);
  };
  // Neither a field nor a page that goes away may take with it what was typed.
  const flushing = useRef(flush);
  flushing.current = flush;
  useEffect(() => {
    const end = store.onFlush(() => flushing.current());
    return () => {
      flushing.current();
      end();
    };
  }, [store]);
  const shown = typed ?? value;
  const refs = field.refs.length > 0 ? idsOf(store.outline.root, field.refs) : [];
  const common = {
    label: pick(field.label), description: help === '' ? undefined : help, withAsterisk: field.required, onBlur: leave, name: written(path), autoComplete: 'off',
    error: undefined,
  };
  const unit = field.unit ? pick(field.unit) : '';
  return (
    <div className="field" data-path={written(path)}>
      {field.enum || field.type === 'boolean' ? (
        <NativeSelect {...common} value={shown} onChange={(e) => { change(e.currentTarget.value); leave(); }}
          data={[
            { value: '', label: t('form.choose') },
            ...(field.type === 'boolean' ? [{ value: 'true', label: t('form.yes') }, { value: 'false', label: t('form.no') }] : field.enum!.map((v) => ({ value: v, label: valueWords(field.key, v, lang) }))),
            ...(shown !== '' && field.type !== 'boolean' && !field.enum!.includes(shown) ? [{ value: shown, label: shown }] : []),
          ]} />
      ) : isLong(field) ? (
        <Textarea {...common} value={shown} autosize={false} rows={Math.min(10, Math.max(3, Math.ceil(shown.length / 40)))} onChange={(e) => change(e.currentTarget.value)}
          rightSection={null} inputContainer={(input) => <>{input}<span className="soft length" aria-hidden="true">{t('form.length', { n: [...shown].length })}</span></>} />
      ) : (
        <>
          <TextInput {...common} value={shown} onChange={(e) => change(e.currentTarget.value)}
            type={field.date && (shown === '' || /^\d{4}-\d{2}-\d{2}$/.test(shown)) ? 'date' : 'text'}
            inputMode={field.type === 'number' ? 'decimal' : field.type === 'integer' ? 'numeric' : undefined}
            list={refs.length > 0 ? list : undefined}
            rightSection={unit !== '' && unit.length <= 8 ? <span className="soft">{unit}</span> : undefined} rightSectionWidth={`${Math.min(unit.length, 8) + 1.5}em`} rightSectionPointerEvents="none" />
          {refs.length > 0 && <datalist id={list}>{refs.map((r) => <option key={r.value} value={r.value}>{r.label}</option>)}</datalist>}
        </>
      )}
      <Findings path={path} />
    </div>
  );
});

function isLong(f: Field): boolean {
  return f.type === 'string' && f.enum === undefined && ((f.shortest ?? 0) >= 20 || (f.longest ?? 0) > 150 || /(description|detail|statement|summary|method|reason|approach|process|contribution|mitigation|content|measure|basis|plan)(_zh)?$/.test(f.key));
}

/** A list of words, ids or texts. */
function Texts({ field, path, values: joined }: { field: Field; path: readonly Step[]; values: string }) {
  const { pick, lang, t } = useWords();
  const { store, schema } = useWork();
  const help = useHelp(field);
  const values = joined === '' ? [] : joined.split('\n');
  const write = (next: string[]) => {
    const list = find(store.outline.root, path);
    const now = textsAt(store.outline.root, path);
    // One at a time where that is enough, so that comments beside the others stay.
    if (list?.kind === 'list' && !list.flow && now.length > 0) {
      if (next.length === now.length + 1 && now.every((v, i) => v === next[i])) return store.change(addItem(store.outline, path, JSON.stringify(next.at(-1))), 'form');
      const gone = now.findIndex((v, i) => v !== next[i]);
      if (next.length === now.length - 1 && now.toSpliced(gone, 1).every((v, i) => v === next[i])) return store.change(removeItem(store.outline, path, gone), 'form');
    }
    store.change(set(store.outline, path, { texts: next }, (p) => orderAt(schema, p)), 'form');
  };
  const refs = field.refs.length > 0 ? idsOf(store.outline.root, field.refs) : [];
  const common = { label: pick(field.label), description: help === '' ? undefined : help, withAsterisk: field.required, value: values, onChange: write, comboboxProps: { withinPortal: true } };
  return (
    <div className="field" data-path={written(path)}>
      {field.enum
        ? (
          <Checkbox.Group label={common.label} description={common.description} withAsterisk={field.required} value={values} onChange={write}>
            <div className="boxes">
              {[...new Set([...field.enum, ...values])].map((v) => <Checkbox key={v} value={v} size="sm" label={valueWords(field.key, v, lang)} />)}
            </div>
          </Checkbox.Group>
        )
        : <TagsInput {...common} splitChars={field.refs.length > 0 || field.code ? separators : []} data={refs.map((r) => r.value)} placeholder={values.length === 0 ? t(refs.length > 0 ? 'form.pickOrType' : 'form.typeAndEnter') : undefined}
            renderOption={({ option }) => <span>{refs.find((r) => r.value === option.value)?.label ?? option.value}</span>} />}
      <Findings path={path} />
    </div>
  );
}

/** The section that a path is in. */
export function sectionOf(schema: Field, path: readonly Step[]): string | null {
  const first = path[0];
  return typeof first === 'string' && fieldAt(schema, [first])?.constant === undefined && fieldAt(schema, [first]) !== undefined ? first : null;
}
