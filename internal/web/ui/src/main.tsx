// The start: language, colours, pages.
import '@mantine/core/styles.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app';
import { firstLanguage, loadWords } from './i18n';

const lang = firstLanguage();
const words = await loadWords(lang);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App lang={lang} words={words} />
  </StrictMode>,
);
