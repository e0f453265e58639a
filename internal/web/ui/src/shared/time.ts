import { useMemo } from 'react';

import { useWords } from '../i18n';

/** Writes times of the service in the language of the page, "2026-11-29 11:15" in the visitor's own time. */
export function useTime(): (at: string) => string {
  const { lang } = useWords();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
    return (at) => {
      const date = new Date(at);
      return Number.isNaN(date.getTime()) ? at : format.format(date);
    };
  }, [lang]);
}
