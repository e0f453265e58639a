import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { translator, type Words } from '../i18n';
import en from './en.json';
import zh from './zh.json';

type Tree = { [key: string]: string | Tree };

const isPlural = (t: Tree) => typeof t['other'] === 'string' && Object.keys(t).every((k) => k === 'one' || k === 'other');

/** Keys with what stands in braces, as both languages must have them. */
function leaves(tree: Tree, prefix = ''): Map<string, string[]> {
  const out = new Map<string, string[]>();
  const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!))].sort();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(prefix + key, names(value));
    else if (isPlural(value)) out.set(prefix + key, names(value['other'] as string));
    else for (const [k, v] of leaves(value, `${prefix}${key}.`)) out.set(k, v);
  }
  return out;
}

describe('words', () => {
  it('stand in both languages under the same keys, with the same values in braces', () => {
    expect(Object.fromEntries(leaves(zh as Tree))).toEqual(Object.fromEntries(leaves(en as Tree)));
  });

  it('are used: no key is left over', () => {
    const files = (dir: string): string[] =>
      readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? files(join(dir, e.name)) : /\.tsx?$/.test(e.name) && !e.name.includes('.test.') ? [join(dir, e.name)] : []));
    const source = files(join(import.meta.dirname, '..')).map((f) => readFileSync(f, 'utf8')).join('\n');
    const unused = [...leaves(en as Tree).keys()].filter((key) => {
      const parts = key.split('.');
      const families = parts.slice(1).map((_, i) => `${parts.slice(0, i + 1).join('.')}.`);
      return !source.includes(`'${key}'`) && !families.some((f) => source.includes(`\`${f}\${`));
    });
    expect(unused).toEqual([]);
  });

  it('are Chinese in Chinese, with its punctuation', () => {
    const wrong: string[] = [];
    const look = (tree: Tree, prefix: string) => {
      for (const [key, value] of Object.entries(tree)) {
        if (typeof value !== 'string') look(value, `${prefix}${key}.`);
        else if (/[一-鿿][,;:!?]|[一-鿿]\.(\s|$)/.test(value)) wrong.push(`${prefix}${key}: ${value}`);
      }
    };
    look(zh as Tree, '');
    expect(wrong).toEqual([]);
  });
});

describe('t', () => {
  const words = { problem: { againIn: { one: 'in {n} second', other: 'in {n} seconds' }, id: 'no. {id}' } } as unknown as Words;
  const t = translator(words, 'en');

  it('chooses the form that the number asks for', () => {
    expect(t('problem.againIn', { n: 1 })).toBe('in 1 second');
    expect(t('problem.againIn', { n: 1200 })).toBe('in 1,200 seconds');
  });

  it('counts in English as one counts', () => {
    const english = translator(en, 'en');
    expect((['form', 'veto', 'floor', 'manual', 'error'] as const).map((code) => english(`reason.${code}`, { n: 1 }))).toEqual([
      '1 defect of form', '1 veto', '1 dimension below its floor', '1 point for a person to judge', '1 rule could not be evaluated',
    ]);
  });

  it('leaves braces alone that no value is given for', () => {
    expect(t('problem.id', { other: 'x' })).toBe('no. {id}');
  });
});
