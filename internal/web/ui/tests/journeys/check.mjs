// A proposal from the first question to a report, with the page alone.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { kept, keptWith, openExample, paste, settled } from '../desk.mjs';
import { expect, root, visit } from '../harness.mjs';

const score = async (page) => Number(await page.locator('.score strong').textContent());

export default {
  'a template is filled in with the form; comments stay, and what is done is no finding any more': async (v) => {
    const { open, page, t, axe } = v;
    await open('/');
    await page.getByRole('button', { name: t('start.write') }).click();
    await settled(page);
    const before = await kept(page);
    const section = page.locator('.sections select');
    await section.selectOption('project');
    const field = page.locator('[data-path="project.id"]');
    await field.locator('.remark').first().waitFor();
    await field.locator('input').fill('city-inspection-2026');
    await field.locator('input').blur();
    await keptWith(page, 'id: city-inspection-2026');
    await page.waitForFunction(() => document.querySelector('[data-path="project.id"] .remark') === null);
    const after = await kept(page);
    expect(after.split('\n').length, before.split('\n').length, 'lines');
    expect((after.match(/#/g) ?? []).length, (before.match(/#/g) ?? []).length, 'comments');
    await page.locator('[data-path="project.title_zh"] input').fill('城市管网“智能巡检”: 一期 # 1');
    await page.locator('[data-path="project.title_zh"] input').blur();
    await keptWith(page, '"城市管网“智能巡检”: 一期 # 1"');
    await section.selectOption('evidence');
    const entries = await page.locator('.item').count();
    await page.getByRole('button', { name: /添加：|Add: / }).click();
    await page.waitForFunction((n) => document.querySelectorAll('.item').length === n + 1, entries);
    await settled(page);
    await axe('workspace of a template');
  },

  'form and text change each other': async (v) => {
    const { page, t } = v;
    await paste(v, '# mine\napiVersion: hegui/v1\nkind: Proposal\nmeta:\n  language: zh   # stays\n');
    await settled(page);
    await page.locator('[data-path="meta.language"] select').selectOption('en');
    await page.waitForFunction(() => document.querySelector('.cm-content').textContent.includes('language: en   # stays'));
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  call_id: X-17');
    await page.waitForFunction(() => document.querySelector('[data-path="meta.call_id"] input')?.value === 'X-17');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+z'); // takes back what the editor did, then what the form did
    for (let i = 0; i < 30; i++) await page.keyboard.press('Control+z');
    await keptWith(page, 'language: zh   # stays');
  },

  'a finding leads to its field, a repair is inserted': async (v) => {
    const { page, t } = v;
    await paste(v, 'apiVersion: hegui/v1\nkind: Proposal\nmeta:\n  langauge: zh\n');
    await settled(page);
    const insert = page.locator('.finding li').filter({ hasText: 'langauge' }).getByRole('button', { name: t('findings.insert') });
    await insert.click();
    await keptWith(page, ' language: zh');
    await settled(page);
    await page.locator('.finding li').filter({ hasText: 'declarations' }).getByRole('button', { name: t('findings.insert') }).click();
    await keptWith(page, 'declarations:\n  truthful:');
    await openExample(v, 'f12');
    const link = page.locator('.finding .where .link').first();
    await link.click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-path^="employment"]') !== null);
    await page.locator('.finding summary').first().click();
    await page.locator('.finding blockquote mark').waitFor();
    expect(await page.locator('.cm-lint-marker').count() > 0, true, 'marks in the margin');
  },

  'the keyboard alone goes from a finding to its field': async (v) => {
    const { page } = v;
    await openExample(v, 'f12');
    await page.locator('.finding .where .link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('[data-path^="employment"]') !== null);
  },

  'a draft survives a reload and a closed tab': async (v) => {
    const { page, open, t } = v;
    await paste(v, 'apiVersion: hegui/v1\nkind: Proposal\n');
    await settled(page);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# not lost');
    const url = page.url();
    await page.reload(); // at once: nothing waits for a timer
    await settled(page);
    expect((await kept(page)).includes('# not lost'), true, 'kept');
    await page.waitForFunction(() => document.querySelector('.cm-content')?.textContent.includes('# not lost'));
    await open('/');
    await page.getByRole('link', { name: t('start.fileName') }).click();
    expect(page.url(), url, 'address');
    await open('/check/gone');
    await page.getByRole('heading', { name: t('draft.missing') }).waitFor();
    await v.axe('missing draft');
  },

  'two tabs do not overwrite each other unseen': async (v) => {
    const { page, context, t } = v;
    await paste(v, 'apiVersion: hegui/v1\nkind: Proposal\n');
    await settled(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await settled(second);
    await second.locator('.cm-content').click();
    await second.keyboard.press('Control+End');
    await second.keyboard.type('# from the second');
    await page.getByText(t('draft.otherTab')).waitFor();
    await v.axe('conflict');
    await page.getByRole('button', { name: t('draft.takeTheirs') }).click();
    await page.waitForFunction(() => document.querySelector('.cm-content').textContent.includes('# from the second'));
    await second.close();
  },

  'without the service writing goes on, and findings come when it is back': async (v) => {
    const { page, t, allow, axe } = v;
    allow(/ERR_|Failed to load resource/);
    await paste(v, 'apiVersion: hegui/v1\nkind: Proposal\n');
    await settled(page);
    await page.route('**/v1/editor/diagnostics', (r) => r.abort());
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('meta: {langauge: zh}');
    await page.getByText(t('problem.offline')).waitFor();
    await axe('offline');
    await keptWith(page, 'langauge');
    await page.unroute('**/v1/editor/diagnostics');
    await page.getByRole('button', { name: t('problem.again') }).click();
    await page.locator('.findings').getByText('langauge').first().waitFor();
    expect(await page.getByText(t('problem.offline')).count(), 0, 'messages of being offline');
    await page.route('**/v1/editor/diagnostics', (r) => r.fulfill({ status: 429, headers: { 'Retry-After': '7', 'Content-Type': 'application/problem+json' }, body: '{"type":"about:blank","title":"x","status":429,"code":"too_many_requests","request_id":"R"}' }));
    await page.keyboard.type(' ');
    await page.locator('.cm-content').click();
    await page.keyboard.type('#');
    await page.getByText(t('problem.tooMany')).waitFor();
    await page.getByRole('button', { name: t('problem.againIn', { n: 7 }) }).waitFor();
    await page.route('**/v1/editor/diagnostics', (r) => r.fulfill({ status: 401, headers: { 'Content-Type': 'application/problem+json' }, body: '{"type":"about:blank","title":"x","status":401,"code":"unauthorized","request_id":"R"}' }));
    await page.keyboard.type(' ');
    await page.getByText(t('problem.unauthorized')).waitFor({ timeout: 20_000 });
    await axe('without a key');
  },

  'a text that cannot be parsed says where, and what was there stays': async (v) => {
    const { page, t, axe } = v;
    await paste(v, 'apiVersion: hegui/v1\nkind: [Proposal\nmeta: {}\n');
    await page.getByText(t('summary.unreadable')).first().waitFor();
    await page.locator('.findings .link').first().click();
    await page.waitForFunction(() => document.activeElement?.closest('.cm-editor') !== null);
    await axe('unreadable');
  },

  'files that are no proposals are refused in words': async ({ open, page, t }) => {
    await open('/');
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x25, 0x50, 0xff, 0xfe, 0x00]) });
    await page.getByText(t('start.notText', { name: 'plan.pdf' })).waitFor();
    await input.setInputFiles({ name: 'long.yaml', mimeType: 'application/yaml', buffer: Buffer.alloc((1 << 20) + 1, 'a') });
    await page.getByText(t('start.tooLarge', { name: 'long.yaml' })).waitFor();
    await input.setInputFiles({ name: 'mine.yaml', mimeType: 'application/yaml', buffer: await readFile(join(root, 'examples/proposals/f06-tiny-orchard-pest/proposal.yaml')) });
    await settled(page);
    expect(await page.getByLabel(t('draft.name')).inputValue(), 'mine.yaml', 'name');
  },

  'repairs, dimensions and comparison': async (v) => {
    const { page, t, axe } = v;
    await openExample(v, 'f12');
    await page.getByRole('tab', { name: t('tabs.compare') }).click();
    await page.getByRole('button', { name: t('compare.keep') }).click();
    await page.getByRole('tab', { name: t('tabs.repair') }).click();
    await page.locator('.steps li').nth(2).waitFor();
    await axe('repair');
    await page.getByRole('tab', { name: t('tabs.dimensions') }).click();
    await page.locator('.radar svg').waitFor();
    expect(await page.locator('.table tbody tr').count(), 11, 'dimensions');
    await axe('dimensions');
    const before = await score(page);
    await page.getByLabel(t('draft.profile')).selectOption('small-firm');
    await settled(page);
    await page.getByLabel(t('draft.profile')).selectOption('general');
    await settled(page);
    await page.locator('.sections select').selectOption('kpis');
    await page.locator('.item > summary').first().click();
    await page.locator('[data-path="kpis[0].baseline_date"] input').fill('2026-06-30');
    await page.locator('[data-path="kpis[0].baseline_date"] input').blur();
    await page.getByRole('tab', { name: t('tabs.compare') }).click();
    await page.locator('.changes .gone').first().waitFor();
    expect(await score(page) >= before, true, 'score is not lower');
    await axe('comparison');
  },

  'everything can be taken out of the page': async (v) => {
    const { page, t, lang } = v;
    await openExample(v, 'f06');
    const take = async (key) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: t('export.title') }).click();
      await page.getByRole('menuitem', { name: t(key) }).click();
      const file = await download;
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
    };
    const yaml = await take('export.yaml');
    expect(yaml.text, await readFile(join(root, 'examples/proposals/f06-tiny-orchard-pest/proposal.yaml'), 'utf8'), 'the proposal as it is');
    const html = await take('export.html');
    expect(html.name, 'f06.html', 'name');
    expect(html.text.startsWith('<!doctype html>') || html.text.startsWith('<!DOCTYPE html>'), true, 'HTML');
    expect(html.text.includes(`lang="${lang}"`) || html.text.includes(`lang="zh-CN"`), true, 'language of the report');
    const json = await take('export.json');
    expect(JSON.parse(json.text).version, 'hegui/result/v1', 'version');
    const pdf = await page.pdf();
    expect(pdf.length > 10_000, true, 'a printed page');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.locator('.paper .finding').first().waitFor();
    expect(await page.locator('.panegrid').isVisible(), false, 'panes on paper');
  },

  'on a phone there is one pane at a time': async (v) => {
    const { t, browser, address, lang, faults } = v;
    const phone = await visit(browser, { address, lang, width: 400, height: 800, hasTouch: true });
    await phone.open('/');
    await phone.page.getByRole('button', { name: t('examples.f12.title') }).click();
    await settled(phone.page);
    for (const pane of ['form', 'text', 'results']) {
      await phone.page.getByText(t(`panes.${pane}`), { exact: true }).first().click();
      await phone.page.waitForTimeout(300);
      await phone.fits(`pane ${pane}`);
      await phone.axe(`pane ${pane} on a phone`);
    }
    await phone.page.locator('.finding summary').first().click();
    await phone.page.locator('.finding blockquote').waitFor();
    await phone.fits('an open finding');
    await phone.page.locator('.finding .where .link').first().click();
    await phone.page.waitForFunction(() => document.activeElement?.closest('[data-path^="employment"]') !== null);
    faults.push(...phone.faults);
    await phone.close();
  },

  'every section is drawn, readable in dark, and without a fault': async (v) => {
    const { t, browser, address, lang, faults } = v;
    const dark = await visit(browser, { address, lang, colorScheme: 'dark' });
    await dark.open('/');
    await dark.page.getByRole('button', { name: t('examples.f12.title') }).click();
    await settled(dark.page);
    const sections = dark.page.locator('.sections select');
    const keys = await sections.locator('option').evaluateAll((o) => o.map((x) => x.value));
    for (const key of keys) {
      await sections.selectOption(key);
      await dark.page.evaluate(() => document.querySelectorAll('.fields > fieldset > .item').forEach((d) => { d.open = true; }));
      await dark.page.waitForTimeout(150);
    }
    await dark.axe('the last section in dark');
    await sections.selectOption('safety');
    await dark.page.evaluate(() => document.querySelectorAll('.item').forEach((d) => { d.open = true; }));
    await dark.page.waitForTimeout(300);
    await dark.axe('safety in dark');
    faults.push(...dark.faults);
    await dark.close();
  },
};
