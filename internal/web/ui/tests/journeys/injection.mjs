// Text of a proposal never runs, wherever it is shown (group W of the security goals).
import { expect } from '../harness.mjs';

/** The page is Chinese for these: what is shown is the same. */
export const once = true;

const marker = 'window.__ran=(window.__ran||0)+1';
export const payloads = [
  `<script>${marker}</script>`, `"><script>${marker}</script>`, `'><img src=x onerror="${marker}">`, `<svg onload="${marker}">`, `<svg><script>${marker}</script></svg>`,
  `<iframe srcdoc="<script>parent.${marker}</script>"></iframe>`, `<a href="javascript:${marker}">x</a>`, `javascript:${marker}`, `<details open ontoggle="${marker}">`, `<input autofocus onfocus="${marker}">`,
  `<math><mtext></table></math><img src onerror="${marker}">`, `<style>@import 'javascript:${marker}';</style>`, `<body onload="${marker}">`, `<object data="javascript:${marker}">`, `<base href="https://evil.invalid/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${marker}">`, `<form action="javascript:${marker}"><button>x</button></form>`, `{{constructor.constructor('${marker}')()}}`, `\${${marker}}`, `<template><script>${marker}</script></template>`,
  `[x](javascript:${marker})`, `![x](x" onerror="${marker})`, `<xss style="animation-name:x" onanimationstart="${marker}">`, `<video><source onerror="${marker}">`, `<img src="data:text/html,<script>${marker}</script>">`, `--><script>${marker}</script><!--`, `</textarea><script>${marker}</script>`, `</title><script>${marker}</script>`, `</style><script>${marker}</script>`, `</script><script>${marker}</script>`,
  `\u202e<script>${marker}</script>`, `\u2066evil\u2069`, `\ufeff<img src=x onerror=${marker}>`, `＜script＞${marker}＜/script＞`, `<ſcript>${marker}</ſcript>`, `&lt;script&gt;${marker}&lt;/script&gt;`, `&#60;script&#62;${marker}`, `%3Cscript%3E${marker}%3C/script%3E`, `\\u003cscript\\u003e${marker}`, `<link rel=stylesheet href="https://evil.invalid/x.css">`, `url(javascript:${marker})`, `expression(${marker})`, `<img src="https://evil.invalid/x.png">`, `<noscript><p title="</noscript><img src=x onerror=${marker}>">`,
];
// What is invisible is written as an escape: the service refuses it as it is, and the page must show what the escape means.
const q = (text) => JSON.stringify(text).replace(/[\u202e\u2066\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A proposal whose every text is a payload; with ids so that lists and references show them, too. */
export function proposal(i) {
  const p = (k) => q(payloads[(i * 7 + k) % payloads.length]);
  const key = (k) => q(payloads[(i * 7 + k) % 24]);
  return `# ${payloads[i % payloads.length].replace(/[\u202e\u2066\u2069\ufeff]/g, '')}
apiVersion: hegui/v1
kind: Proposal
meta: {submitted_on: 2026-10-15, language: zh, confidentiality: ${p(0)}, call_id: ${p(1)}, ${key(2)}: ${p(3)}}
project:
  type: ${p(4)}
  id: ${p(5)}
  title_zh: ${p(6)}
  title_en: ${p(7)}
  summary_zh: ${p(8)}
  stage: pilot
  problem: {statement_zh: ${p(9)}, evidence: [${p(10)}, ${p(11)}]}
applicant: {name: ${p(12)}, uscc: ${p(13)}, contact: {name: ${p(14)}, role: ${p(15)}, email: ${p(16)}}}
scenarios:
  - {id: ${p(17)}, name_zh: ${p(18)}, description_zh: ${p(19)}, target_groups: [${p(20)}]}
kpis:
  - {id: ${p(21)}, name_zh: ${p(22)}, unit: ${p(23)}, baseline_source: ${p(24)}, baseline_date: ${p(25)}, method_zh: ${p(26)}}
data:
  datasets:
    - {id: ${p(27)}, name_zh: ${p(28)}, source: ${p(29)}, source_detail_zh: ${p(30)}, licence_spdx: ${p(31)}, licence_evidence: [${p(32)}]}
models:
  - {id: ${p(33)}, name_zh: ${p(34)}, origin: ${p(35)}}
evidence:
  - {id: ${p(36)}, title_zh: ${p(37)}, kind: ${p(38)}, issuer: ${p(39)}, sha256: ${p(40)}}
${key(3)}: ${p(42)}
`;
}

async function paste({ open, page, t }, text) {
  await open('/check');
  await page.getByLabel(t('start.paste')).fill(text);
  await page.getByRole('button', { name: t('start.check') }).click();
  await page.waitForURL(/\/check\/.+/);
  await page.waitForFunction(() => (document.querySelector('.score, .summary .state.bad') !== null) && document.querySelector('.busy.on') === null);
}

export async function untouched(page, what) {
  expect(await page.evaluate(() => window.__ran ?? 0), 0, `${what}: scripts that ran`);
  expect(await page.evaluate(() => Object.keys(Object.prototype).length + (({}).polluted === undefined ? 0 : 1)), 0, `${what}: Object.prototype`);
  expect(await page.evaluate(() => [...document.querySelectorAll('a[href]')].filter((a) => !/^(https?:|blob:)/.test(a.href)).length), 0, `${what}: links that are none`);
  expect(await page.evaluate(() => document.querySelectorAll('iframe, object, embed, base, main script, main style[data-evil], main img:not([src^="/"])').length), 0, `${what}: elements of the proposal`);
}

export default {
  'in every field, list, finding, link and name of a file': async (v) => {
    const { page, t } = v;
    let shown = 0;
    let read = 0;
    for (let i = 0; i < 12; i++) {
      await paste(v, proposal(i));
      read += await page.locator('.score').count();
      const sections = page.locator('.sections select');
      for (const key of ['meta', 'project', 'applicant', 'scenarios', 'kpis', 'data', 'models', 'evidence']) {
        await sections.selectOption(key);
        await page.evaluate(() => document.querySelectorAll('.item').forEach((d) => { d.open = true; }));
        await page.waitForTimeout(60);
        shown += await page.locator('.fields input, .fields textarea').count();
      }
      for (const s of (await page.locator('.finding summary').all()).slice(0, 2)) await s.click();
      for (const tab of ['repair', 'dimensions', 'compare', 'findings']) await page.getByRole('tab', { name: t(`tabs.${tab}`) }).click();
      await page.getByLabel(t('draft.name')).fill(payloads[i]);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.locator('.paper').waitFor({ state: 'attached' });
      await untouched(page, `proposal ${i}`);
    }
    expect(read, 12, 'proposals that could be read, so that there is something to show');
    await v.open('/');
    await untouched(page, 'list of drafts');
    console.log(`     ${shown} fields with ${payloads.length} payloads`);
  },

  'keys such as __proto__ are keys': async (v) => {
    const { page, t } = v;
    await paste(v, 'apiVersion: hegui/v1\nkind: Proposal\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nmeta: {__proto__: {polluted: 1}, toString: x, hasOwnProperty: y}\nproject: {__proto__: x, title_zh: 项目名称一二三}\ndata: {datasets: [{__proto__: {polluted: 1}, id: __proto__, name_zh: constructor}]}\nkpis: [__proto__, {id: toString}]\n');
    for (const key of ['meta', 'project', 'data', 'kpis']) await page.locator('.sections select').selectOption(key);
    await page.locator('.item summary').first().click();
    await untouched(page, 'keys');
  },

  'the report that is downloaded is inert, too': async (v) => {
    const { page, t, context, address } = v;
    await paste(v, proposal(3));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t('export.title') }).click();
    await page.getByRole('menuitem', { name: t('export.html') }).click();
    const path = await (await download).path();
    const report = await context.newPage();
    const ran = [];
    report.on('dialog', (d) => { ran.push(d.message()); d.dismiss(); });
    report.on('request', (r) => { if (!r.url().startsWith('file:') && !r.url().startsWith('data:')) ran.push(r.url()); });
    const { readFileSync } = await import('node:fs');
    await report.setContent(readFileSync(path, 'utf8'));
    expect(await report.evaluate(() => window.__ran ?? 0), 0, 'scripts that ran in the report');
    expect(ran.join(' '), '', 'dialogs and requests');
    await report.close();
  },

  'a fragment or a query of the address is text': async ({ open, page }) => {
    for (const where of ['/?lang=%3Cscript%3E', '/document/aiplus#%22%3E%3Cimg%20src=x%20onerror=window.__ran=1%3E', '/check?draft=javascript:window.__ran=1#<script>']) {
      await open(where);
      await page.locator('h1').first().waitFor();
      await untouched(page, where);
    }
  },
};
