// Words for the values of enumerations: values.json has the Chinese, by value or by "field.value" where the field decides;
// in English a value reads as it is written.
import type { Lang } from '../i18n';
import chinese from './values.json';

const known = chinese as Record<string, string>;

/** A value as people call it, with the value itself where they differ. */
export function valueWords(field: string, value: string, lang: Lang): string {
  if (lang === 'en') return /^[a-z_]+$/.test(value) ? value.replaceAll('_', ' ') : value;
  const words = Object.hasOwn(known, `${field}.${value}`) ? known[`${field}.${value}`] : Object.hasOwn(known, value) ? known[value] : undefined;
  return words === undefined ? value : `${words}（${value}）`;
}
