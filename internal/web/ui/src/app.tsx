// What all pages share: language, colours, navigation, and what is shown when a page fails.
import { ActionIcon, Button, Loader, MantineProvider, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Component, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';

import { offline } from './api';
import { keepLanguage, LanguageContext, loadWords, translator, useWords, type Lang, type Language, type Words } from './i18n';
import { pages } from './pages';
import { Link, match, ParamsContext, usePath } from './router';
import { useSession } from './session';
import { Failure } from './shared/failure';
import { Account } from './shared/signin';
import { schemeManager, theme, variables } from './theme';

/** The nonce with which this page may add styles. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export function App({ lang: firstLang, words: firstWords }: { lang: Lang; words: Words }) {
  const [{ lang, words }, setLanguage] = useState({ lang: firstLang, words: firstWords });
  const choose = useCallback((next: Lang) => {
    void loadWords(next).then((loaded) => {
      keepLanguage(next);
      setLanguage({ lang: next, words: loaded });
    });
  }, []);
  const language = useMemo<Language>(
    () => ({ lang, t: translator(words, lang), pick: (text) => (text === undefined ? '' : text[lang]), choose }),
    [lang, words, choose],
  );
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} colorSchemeManager={schemeManager} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <LanguageContext value={language}>
        <Frame />
      </LanguageContext>
    </MantineProvider>
  );
}

function Frame() {
  const { lang, t, choose } = useWords();
  const path = usePath();
  const { me } = useSession();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const found = useMemo(() => {
    for (const page of pages) {
      const params = match(page.path, path.length > 1 ? path.replace(/\/$/, '') : path);
      if (params !== null) return { page, params };
    }
    return null;
  }, [path]);
  useLayoutEffect(() => { // before the effects of the page, which may have a title of its own
    document.title = `${t(found?.page.title ?? 'missing.title')} · ${t('brand')}`;
  }, [found, t]);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (location.hash === '') scrollTo(0, 0);
    main.current?.focus({ preventScroll: true }); // whoever reads by ear is told that the page is another
  }, [path]);
  const keepsNothing = !/^\/(reviews|batches)(\/|$)/.test(path); // what is handed in and put into batches is kept
  return (
    <>
      <a className="skip" href="#main">{t('skip')}</a>
      <header className="top">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="26" height="26" />
          {t('brand')}
        </Link>
        <nav aria-label={t('nav.label')}>
          {pages.filter((p) => p.nav && (p.needs === undefined || me?.operations.includes(p.needs))).map((p) => (
            <Link key={p.path} to={p.path} aria-current={path === p.path || path.startsWith(`${p.path}/`) || (path === '/' && p.path === '/check') ? 'page' : undefined}>
              {t(p.nav!)}
            </Link>
          ))}
        </nav>
        <div className="tools">
          <Account link={<Link to="/reviews" className="plainlink">{t('session.signIn')}</Link>} />
          <Button variant="default" size="compact-sm" lang={lang === 'zh' ? 'en' : 'zh'} onClick={() => choose(lang === 'zh' ? 'en' : 'zh')}>
            {lang === 'zh' ? 'English' : '中文'}
          </Button>
          <SchemeSwitch />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={found?.page.wide ? 'page wide' : 'page'}>
        <Guard key={path} t={t}>
          <Suspense fallback={<Loader role="status" aria-label={t('loading')} />}>
            {found === null ? <Missing /> : (
              <ParamsContext value={found.params}>
                <found.page.component />
              </ParamsContext>
            )}
          </Suspense>
        </Guard>
      </main>
      <footer className="foot">
        {keepsNothing && <span>{t('foot.private')}</span>}
        <a href={`/docs?lang=${lang}`}>{t('foot.api')}</a>
      </footer>
    </>
  );
}

function SchemeSwitch() {
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon variant="default" size="md" aria-label={t(dark ? 'scheme.light' : 'scheme.dark')} title={t(dark ? 'scheme.light' : 'scheme.dark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
      <span aria-hidden="true">{dark ? '☀' : '☾'}</span>
    </ActionIcon>
  );
}

function Missing() {
  const { t } = useWords();
  return (
    <div className="state">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.what')}</p>
      <Link to="/">{t('missing.home')}</Link>
    </div>
  );
}

/** How browsers say that a part of the program could not be fetched. */
const notLoaded = /dynamically imported module|module script failed|preload/i;

/** Shows what to do when a page fails: most often the service was replaced while the page was open. */
class Guard extends Component<{ children: ReactNode; t: Language['t'] }, { failed: boolean; away: boolean }> {
  override state = { failed: false, away: false };

  static getDerivedStateFromError(error: unknown) {
    return { failed: true, away: notLoaded.test(String(error)) };
  }

  override render() {
    const { t, children } = this.props;
    if (!this.state.failed) return children;
    if (this.state.away) return <Failure problem={offline()} again={() => location.reload()} />;
    return (
      <div className="state bad" role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.what')}</p>
        <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
      </div>
    );
  }
}
