// Measures in Chromium against the local service: a batch of many proposals that is opened, scrolled through, sorted and
// filtered. The proposals are those of `hegui sample`; the batch is assessed before anything is measured.
// Usage: node scroll.mjs HEGUI [PROPOSALS]. Exit code 1 when a frame takes longer than 50 ms at the 99th percentile of scrolling.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { browse, visit } from '../../internal/web/ui/tests/harness.mjs';
import { as, ended, kept } from '../../internal/web/ui/tests/kept.mjs';
import { tar } from '../../internal/web/ui/tests/tar.mjs';

const program = process.argv[2];
const count = Number(process.argv[3] ?? 10_000);
const budget = 50;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
const line = (what, values) => {
  const sorted = values.toSorted((a, b) => a - b);
  console.log(`${what.padEnd(44)} p50 ${at(sorted, 0.5).toFixed(1).padStart(6)} ms   p95 ${at(sorted, 0.95).toFixed(1).padStart(6)} ms   p99 ${at(sorted, 0.99).toFixed(1).padStart(6)} ms   most ${sorted.at(-1).toFixed(1).padStart(6)} ms   n ${sorted.length}`);
  return at(sorted, 0.99);
};
const one = (what, ms) => console.log(`${what.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms`);

process.env.HEGUI_LIMITS_ARCHIVE = '256MiB';
const service = await kept(program);
const dir = mkdtempSync(join(tmpdir(), 'hegui-sample-'));
execFileSync(program, ['sample', '--count', String(count), '--out', dir]);
const files = readdirSync(dir, { recursive: true }).filter((f) => /\.(ya?ml|json)$/.test(f)).map((name) => ({ name, text: readFileSync(join(dir, name)) }));
rmSync(dir, { recursive: true });
let begun = performance.now();
const { id } = await service.request('chair', 'POST', '/v1/batches?label=many', tar(files), 'application/gzip');
one(`upload of ${files.length}`, performance.now() - begun);
for (;;) {
  const batch = await service.request('chair', 'GET', `/v1/batches/${id}`);
  if (batch.state === 'done') break;
  await new Promise((r) => setTimeout(r, 1000));
}
one('upload and assessment', performance.now() - begun);

const browser = await browse();
const visitor = await visit(browser, { address: service.address, lang: 'zh' });
const { page, context, faults } = visitor;
page.setDefaultTimeout(300_000);
await as(service, 'chair', visitor);
begun = performance.now();
await page.goto(`${service.address}/batches/${id}`);
await page.locator('.vbody .vrow').first().waitFor();
one('page to first rows', performance.now() - begun);
await page.locator('.heat').first().waitFor();
one('page to first scores by dimension', performance.now() - begun);
await page.waitForFunction((words) => !document.querySelector('[role=status].soft')?.textContent.includes(words), visitor.t('table.about'));
one('page to all scores by dimension', performance.now() - begun);

const cdp = await context.newCDPSession(page);
await cdp.send('Performance.enable');
const metrics = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
const before = await metrics();
const frames = await page.evaluate(() => new Promise((resolve) => {
  const box = document.querySelector('.vtable');
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    box.scrollTop += 450; // some ten rows a frame
    if (times.length < 600) requestAnimationFrame(step);
    else resolve(times.slice(1));
  };
  requestAnimationFrame(step);
}));
const after = await metrics();
const worst = line('frame while scrolling by 10 rows a frame', frames);
const per = (name) => (1000 * (after[name] - before[name])) / frames.length;
console.log(`per frame: scripts ${per('ScriptDuration').toFixed(2)} ms, style ${per('RecalcStyleDuration').toFixed(2)} ms, layout ${per('LayoutDuration').toFixed(2)} ms, all tasks ${per('TaskDuration').toFixed(2)} ms`);
console.log(`rows drawn ${await page.locator('.vbody .vrow').count()}, elements of the page ${await page.evaluate(() => document.querySelectorAll('*').length)}, heap ${(after.JSHeapUsedSize / 2 ** 20).toFixed(1)} MiB`);

/** From an event to the frame after what it changed. */
const painted = (act) => page.evaluate(async (source) => {
  const begun = performance.now();
  (0, Function)(source)();
  await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
  await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
  return performance.now() - begun;
}, act);
const sorts = [];
for (let i = 0; i < 20; i++) sorts.push(await painted(`document.querySelectorAll('.vhead button')[${[1, 3, 4, 6][i % 4]}].click()`));
line('sort by a column, to the second frame', sorts);
const filters = [];
for (const words of ['智', '智能', '', 'proposal', '平台', '']) {
  filters.push(await painted(`const i = document.querySelector('.filters input[type=search]'); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(i, ${JSON.stringify(words)}); i.dispatchEvent(new Event('input', { bubbles: true }))`));
}
line('filter by words, to the second frame', filters);

await browser.close();
await ended();
for (const f of faults) console.log(f);
process.exit(worst > budget || faults.length > 0 ? 1 : 0);
