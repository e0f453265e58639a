// Colours and type. Text on every ground keeps a contrast of 4.5:1 at least, in light and dark; axe holds the pages to it.
import { createTheme, localStorageColorSchemeManager, type CSSVariablesResolver } from '@mantine/core';

const sans = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const mono = 'ui-monospace, "SFMono-Regular", Consolas, "Liberation Mono", "Noto Sans Mono CJK SC", monospace';

export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: { fontFamily: sans, fontWeight: '650', textWrap: 'balance' },
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    dark: ['#e7ebf2', '#c8d0dc', '#aab5c5', '#8794a8', '#465264', '#343f4f', '#1f2733', '#161c25', '#12161d', '#0d1015'],
    brand: ['#edf3fc', '#d6e4f7', '#aecbf0', '#8bb8f5', '#7fb0f2', '#4683d3', '#2a68bd', '#1d57a8', '#17478a', '#10356a'],
  },
});

/** The words that style.css uses for colours, in both schemes. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4a5567',
    '--mantine-color-text': '#1a2230',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-placeholder': '#5c6779',
    '--mantine-color-error': '#a3161a',
    '--mantine-color-default-border': '#b9c1ce',
  },
  dark: {
    '--mantine-color-dimmed': '#aab5c5',
    '--mantine-color-text': '#e7ebf2',
    '--mantine-color-body': '#12161d',
    '--mantine-color-placeholder': '#98a4b5',
    '--mantine-color-error': '#ff9f99',
    '--mantine-color-default': '#1b212b',
    '--mantine-color-default-hover': '#232b37',
    '--mantine-color-default-border': '#465264',
  },
});

export const schemeManager = localStorageColorSchemeManager({ key: 'hegui.scheme' });
