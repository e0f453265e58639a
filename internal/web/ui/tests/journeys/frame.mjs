// What all pages share.
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';

import { expect } from '../harness.mjs';

export default {
  'the first page has a heading, the language of the browser, and no fault': async ({ open, page, axe, fits, lang }) => {
    await open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang), lang, 'language');
    await axe('first page');
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('first page at 400 px');
    await axe('first page at 400 px');
  },
  'the language is switched and kept': async ({ open, page, lang }) => {
    await open('/');
    const other = lang === 'zh' ? 'en' : 'zh';
    await page.getByRole('button', { name: lang === 'zh' ? 'English' : '中文' }).click();
    await page.waitForFunction((l) => document.documentElement.lang === l, other);
    await page.reload();
    await page.waitForFunction((l) => document.documentElement.lang === l, other);
    await open(`/?lang=${lang}`);
    await page.waitForFunction((l) => document.documentElement.lang === l, lang);
  },
  'dark colours are chosen, kept and readable': async ({ open, page, axe, t }) => {
    await open('/');
    await page.getByRole('button', { name: t('scheme.dark') }).click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme), 'dark', 'scheme');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await axe('first page, dark');
  },
  'the content security policy has no gap': async ({ page, address }) => {
    for (const path of ['/', '/check', '/reviews', '/batches', '/docs', '/v1/packs', '/v1/nothing']) {
      const policy = (await page.request.get(address + path)).headers()['content-security-policy'];
      expect(typeof policy, 'string', `policy of ${path}`);
      const gaps = new CspEvaluator(new CspParser(policy).csp).evaluate().filter((f) => f.severity < Severity.MEDIUM_MAYBE);
      expect(gaps.map((f) => `${f.directive}: ${f.description}`).join('\n'), '', `gaps of ${path}`);
    }
  },
  'a page that does not exist says so': async ({ open, page, t, axe, allow }) => {
    allow(/status of 404/);
    for (const path of ['/check/a/b', '/nowhere', '/nowhere/at/all']) {
      await open(path);
      await page.getByRole('heading', { name: t('missing.title') }).waitFor();
    }
    await axe('missing page');
  },
  'the keyboard reaches the content first': async ({ open, page, t }) => {
    await open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent), t('skip'), 'first stop');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id), 'main', 'after the link');
  },
};
