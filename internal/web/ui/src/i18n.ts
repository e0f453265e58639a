// Words of the pages in Chinese and English: locales/zh.json and locales/en.json, which hold the same keys. A component
// calls useWords() and gets t, typed by the keys, and pick for texts that the service gives in both languages.
import { createContext, useContext } from 'react';

import type { components } from '../../../../examples/clients/typescript/schema';
import type en from './locales/en.json';

export type Lang = 'zh' | 'en';
export type Words = typeof en;
export type Text = components['schemas']['Text'];

/** Texts that depend on a number: which form is used, the language says. */
type Plural = { one: string; other: string };

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string | Plural ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];

/** A key of the words, as "check.title". */
export type Key = Leaves<Words>;

type Values = Record<string, string | number>;

/** Gives the text of a key; {name} stands for the value of that name, and n chooses between forms. */
export type Translate = (key: Key, values?: Values) => string;

const storageKey = 'hegui.lang';

/** The language a visitor has chosen, else the one the browser asks for. */
export function firstLanguage(): Lang {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch {
    // storage is switched off
  }
  return document.documentElement.lang === 'en' ? 'en' : 'zh';
}

/** Keeps a choice for the next visit. */
export function keepLanguage(lang: Lang): void {
  try {
    localStorage.setItem(storageKey, lang);
  } catch {
    // it holds for this visit
  }
}

/** Loads the words of one language only. */
export async function loadWords(lang: Lang): Promise<Words> {
  return lang === 'zh'
    ? ((await import('./locales/zh.json')).default as unknown as Words)
    : (await import('./locales/en.json')).default;
}

/** Makes t of words. */
export function translator(words: Words, lang: Lang): Translate {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en');
  return (key, values = {}) => {
    let at: unknown = words;
    for (const part of key.split('.')) at = (at as Record<string, unknown>)[part];
    if (typeof at === 'object' && at !== null) {
      const forms = at as Partial<Plural>;
      at = (plural.select(Number(values['n'])) === 'one' ? forms.one : undefined) ?? forms.other;
    }
    return String(at).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
    });
  };
}

export interface Language {
  lang: Lang;
  t: Translate;
  /** Of a text that the service gives in both languages, the one to show. */
  pick: (text: Text | undefined) => string;
  choose: (lang: Lang) => void;
}

export const LanguageContext = createContext<Language | null>(null);

/** The words of the page, in the language that is chosen. */
export function useWords(): Language {
  return useContext(LanguageContext)!;
}
