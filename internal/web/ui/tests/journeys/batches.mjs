// Batches: made of an archive or files, watched, ranked, looked into, compared, replayed.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, root } from '../harness.mjs';
import { as, kept } from '../kept.mjs';
import { tar } from '../tar.mjs';

async function enter(visitor, who = 'chair') {
  const service = await kept(visitor.program);
  visitor.moveTo(service.address);
  await as(service, who, visitor);
  return service;
}

/** The examples, and one file that cannot be read. */
export function examples() {
  const dir = join(root, 'examples/proposals');
  return [
    ...readdirSync(dir, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => ({ name: `${e.name}.yaml`, text: readFileSync(join(dir, e.name, 'proposal.yaml'), 'utf8') })),
    { name: 'broken.yaml', text: 'apiVersion: hegui/v1\nkind: Proposal\nkind: Proposal\n' },
  ];
}

/** Makes a batch over HTTP and waits for its end. */
export async function made(service, label, files = examples()) {
  const { id } = await service.request('chair', 'POST', `/v1/batches?label=${encodeURIComponent(label)}`, tar(files), 'application/gzip');
  return settled(service, id);
}

/** Waits for the end of a batch. */
export async function settled(service, id) {
  for (;;) {
    const batch = await service.request('chair', 'GET', `/v1/batches/${id}`);
    if (batch.state === 'done') return batch;
    await new Promise((r) => setTimeout(r, 200));
  }
}

const rows = (page) => page.locator('.vbody [role=row]');

export default {
  'an archive is dropped, watched to its end, and ranked': async (v) => {
    const { page, open, t, axe, fits, lang } = v;
    await enter(v);
    await open('/batches');
    await page.getByRole('heading', { level: 1, name: t('batches.title') }).waitFor();
    await axe('batches');
    const begin = page.getByRole('button', { name: t('batches.begin') });
    expect(await begin.isDisabled(), true, 'beginning without files');
    await page.locator('input[type=file]').setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('x') });
    await page.getByRole('alert').waitFor();
    await axe('a wrong file');
    await page.locator('input[type=file]').setInputFiles({ name: 'all.tar.gz', mimeType: 'application/gzip', buffer: tar(examples()) });
    await page.getByLabel(t('batches.label')).fill(`dropped-${lang}`);
    await begin.click();
    await page.getByRole('heading', { level: 1, name: `dropped-${lang}` }).waitFor();
    await page.getByText(t('batchState.done'), { exact: true }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length >= 10);
    await page.getByText(t('batch.failed', { n: 1 }), { exact: true }).waitFor();
    const scores = await page.locator('.vbody .vrow > :nth-child(5)').allTextContents();
    expect(scores.filter((s) => s !== '').join(), [...scores.filter((s) => s !== '')].sort((a, b) => Number(b) - Number(a)).join(), 'scores from the best down');
    await page.locator('.heat').first().waitFor();
    await axe('ranking');
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('ranking at 400 px');
    await axe('ranking at 400 px');
    await open('/batches');
    await page.getByRole('link', { name: `dropped-${lang}` }).first().waitFor();
    await fits('batches at 400 px');
  },
  'many files make a batch': async (v) => {
    const { page, open, t, lang } = v;
    await enter(v);
    await open('/batches');
    await page.locator('input[type=file]').setInputFiles(examples().slice(0, 3).map((f) => ({ name: f.name, mimeType: 'application/yaml', buffer: Buffer.from(f.text) })));
    await page.getByRole('status').filter({ hasText: 'KiB' }).waitFor();
    await page.getByLabel(t('batches.label')).fill(`files-${lang}`);
    await page.getByRole('button', { name: t('batches.begin') }).click();
    await page.getByRole('heading', { level: 1, name: `files-${lang}` }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length === 3);
  },
  'a file that is refused is named': async (v) => {
    const { page, open, t, axe, allow, lang } = v;
    await enter(v);
    allow(/status of 4(13|22)/);
    await open('/batches');
    const good = examples()[0];
    for (const [name, text] of [['empty.yaml', ''], ['large.yaml', '#'.repeat((1 << 20) + 1)]]) {
      await page.locator('input[type=file]').setInputFiles({ name: `${lang}.tar.gz`, mimeType: 'application/gzip', buffer: tar([good, { name, text }]) });
      await page.getByRole('button', { name: t('batches.begin') }).click();
      await page.getByRole('alert').filter({ hasText: name }).waitFor();
      await axe(`refused: ${name}`);
    }
  },
  'a mistyped address of a batch or a proposal says that there is none': async (v) => {
    const { page, open, t, allow, lang } = v;
    const service = await enter(v);
    allow(/status of 40[04]/);
    const { id } = await made(service, `mistyped-${lang}`, examples().slice(0, 1));
    for (const path of ['/batches/3', '/batches/3/replay', `/batches/${id}/abc`, `/batches/${id}/77`, '/reviews/of/3']) {
      await open(path);
      await page.getByRole('alert').filter({ hasText: t('problem.notFound') }).waitFor();
    }
  },
  'without events the page asks': async (v) => {
    const { page, open, t, allow, lang } = v;
    const service = await enter(v);
    allow(/Failed to load resource|ERR_/);
    await page.route('**/events', (r) => r.abort());
    const { id } = await service.request('chair', 'POST', `/v1/batches?label=asked-${lang}`, tar(examples()), 'application/gzip');
    await open(`/batches/${id}`);
    await page.getByText(t('batchState.done'), { exact: true }).waitFor();
  },
  'rows are filtered, sorted, their columns hidden, and the view kept': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `views-${lang}`);
    await open(`/batches/${batch.id}`);
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length >= 10);
    await page.getByLabel(t('reviews.verdict')).selectOption('fail');
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length === 3);
    await page.getByRole('columnheader', { name: t('reviews.score') }).getByRole('button').click();
    await page.waitForFunction(() => { const n = [...document.querySelectorAll('.vbody .vrow > :nth-child(5)')].map((e) => Number(e.textContent)); return n.length === 3 && n[0] >= n[1] && n[1] >= n[2]; });
    await page.getByRole('button', { name: t('table.columns') }).click();
    await page.getByLabel(t('table.failed')).uncheck();
    await axe('columns');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('columnheader', { name: t('table.failed') }).count(), 0, 'a hidden column');
    await page.getByLabel(t('views.name')).fill('不通过');
    await page.getByRole('button', { name: t('views.keep') }).click();
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length >= 10);
    await page.getByRole('button', { name: '不通过', exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length === 3);
    await axe('a kept view');
    await page.getByLabel(t('table.find')).fill('没有这样的项目');
    await page.getByText(t('table.noMatch')).waitFor();
  },
  'figures lead to rows': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `figures-${lang}`);
    await open(`/batches/${batch.id}?tab=figures`);
    await page.locator('.chart svg').first().waitFor();
    const bins = (await page.getByRole('region', { name: t('figures.scores') }).locator('tbody tr td:first-child').allTextContents());
    for (const bin of [bins[0], bins.at(-1)]) await page.locator('.chart svg text').filter({ hasText: bin }).first().waitFor();
    await page.getByText(t('figures.table')).first().click();
    await axe('figures');
    await page.locator('.worst .link').first().click();
    await page.waitForFunction(() => { const n = document.querySelectorAll('.vbody [role=row]').length; return n > 0 && n < 15; });
  },
  'shared text is shown, and does not leave the page': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `similar-${lang}`);
    await open(`/batches/${batch.id}?tab=similar`);
    await page.getByRole('heading', { name: t('similar.same') }).waitFor();
    await page.locator('.pairs summary').first().click();
    await page.locator('.passage mark').first().waitFor();
    await axe('shared text');
  },
  'two proposals are laid side by side, and one is opened with findings in its text': async (v) => {
    const { page, open, t, axe, fits, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `compare-${lang}`);
    await open(`/batches/${batch.id}`);
    await page.getByLabel(t('table.find')).fill('f12');
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length === 2);
    for (const box of await rows(page).getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: t('table.compare', { n: 2 }) }).click();
    await page.getByRole('heading', { level: 1, name: t('versus.title') }).waitFor();
    await page.locator('tr.apart').first().waitFor();
    await axe('side by side');
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('side by side at 400 px');
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.locator('.versus thead').getByRole('link').last().click();
    await page.locator('.requirementcard summary').first().click();
    await page.locator('.sourceview .has').first().waitFor();
    await axe('one proposal');
    const where = page.locator('.requirementcard .where button').first();
    const line = /[\d,]+/.exec(await where.textContent())[0];
    await where.click();
    await page.waitForFunction((n) => document.activeElement?.dataset.line === n, line);
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('one proposal at 400 px');
  },
  'what cannot be read says where and why': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `broken-${lang}`, examples().slice(-2));
    await open(`/batches/${batch.id}`);
    await page.getByRole('link', { name: 'broken.yaml' }).click();
    await page.locator('.state.bad').waitFor();
    await page.locator('.sourceview .has.error').waitFor();
    expect(await page.locator('.sourceview .has.error').getAttribute('data-line'), '3', 'the line');
    const [box, source] = await Promise.all(['.state.bad', '.sourceview'].map((c) => page.locator(c).boundingBox()));
    expect(source.x === box.x && source.width === box.width && source.y > box.y + box.height + 8, true, 'the source below the problem, as wide, and apart from it');
    await axe('unreadable');
    await open(`/batches/${batch.id}`);
    await page.getByText(t('batch.failed', { n: 1 }), { exact: true }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length > 0);
    expect(await page.getByRole('button', { name: t('batch.retry', { n: 1 }) }).count(), 0, 'ways to try again what cannot be read');
  },
  'a batch is paused, goes on, and is cancelled': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v);
    const many = Array.from({ length: 60 }, () => examples().slice(0, 15)).flat().map((f, i) => ({ name: `${i}-${f.name}`, text: `${f.text}\n# ${lang} ${i}\n` }));
    const { id } = await service.request('chair', 'POST', `/v1/batches?label=long-${lang}`, tar(many), 'application/gzip');
    await open(`/batches/${id}`);
    await page.getByRole('button', { name: t('batch.pause') }).click();
    await page.getByRole('button', { name: t('batch.resume') }).waitFor();
    await axe('paused');
    await page.getByRole('button', { name: t('batch.resume') }).click();
    await page.getByRole('button', { name: t('batch.pause') }).waitFor();
    await page.getByRole('button', { name: t('batch.cancel') }).click();
    await page.getByRole('button', { name: t('batch.cancelYes') }).click();
    await page.getByRole('region', { name: t('batch.progress') }).getByText(t('batchState.cancelled'), { exact: true }).waitFor();
    const { progress: p, items } = await service.request('chair', 'GET', `/v1/batches/${id}`);
    expect(p.done + p.failed + p.cancelled + p.pending, items, 'proposals in all');
    await axe('cancelled');
    await page.getByRole('button', { name: t('batch.delete'), exact: true }).click();
    await page.getByRole('button', { name: t('batch.deleteYes') }).click();
    await page.getByRole('heading', { level: 1, name: t('batches.title') }).waitFor();
    expect(await page.getByRole('link', { name: `long-${lang}`, exact: true }).count(), 0, 'batches of that name');
  },
  'a batch is exported': async (v) => {
    const { page, open, t, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `export/${lang}<b>`);
    await open(`/batches/${batch.id}`);
    const dir = mkdtempSync(join(tmpdir(), 'hegui-export-'));
    for (const [format, head] of [['xlsx', 'PK'], ['csv', '\ufeff'], ['html', '<!']]) {
      await page.getByRole('button', { name: t('download.title') }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: t(`download.${format}`) }).click()]);
      expect(file.suggestedFilename(), `export-${lang}-b-.${format}`, 'name of the file');
      await file.saveAs(join(dir, format));
      expect(readFileSync(join(dir, format), 'utf8').startsWith(head), true, `the beginning of ${format}`);
    }
  },
  'a replay under another kind of call says who moves and how groups fare': async (v) => {
    const { page, open, t, axe, fits, lang } = v;
    const service = await enter(v);
    const batch = await made(service, `replay-${lang}`);
    await open(`/batches/${batch.id}?tab=replay`);
    const begin = page.getByRole('button', { name: t('replay.begin') });
    await begin.waitFor();
    expect(await begin.isDisabled(), true, 'a replay under the same rules');
    await axe('a new replay');
    await page.getByLabel(t('reviews.profile')).selectOption('industry');
    await begin.click();
    await page.getByRole('heading', { level: 1, name: t('replay.title') }).waitFor();
    await page.getByRole('heading', { name: t('replay.groups') }).waitFor();
    await page.getByLabel(t('replay.allGroups')).check();
    await axe('a replay');
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('a replay at 400 px');
  },
  'a reviewer sees batches and no way to change them': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v, 'li');
    const batch = await made(service, `seen-${lang}`, examples().slice(0, 3));
    await open('/batches');
    await page.getByRole('link', { name: `seen-${lang}` }).click();
    await page.waitForFunction(() => document.querySelectorAll('.vbody [role=row]').length === 3);
    for (const name of ['batch.cancel', 'download.title']) expect(await page.getByRole('button', { name: t(name) }).count(), 0, name);
    expect(await page.getByRole('tab').count(), 2, 'tabs of a reviewer');
    await axe('a batch, to a reviewer');
    void batch;
  },
};
