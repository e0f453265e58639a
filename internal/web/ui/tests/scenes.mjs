// The pages as they are pictured: a name, how it is reached, and whether in English or dark.
import { made as makeBatch, settled } from './journeys/batches.mjs';
import { as, example, kept } from './kept.mjs';

const openExample = async ({ open, page, t }, id) => {
  await open('/');
  await page.getByRole('button', { name: t(`examples.${id}.title`) }).click();
  await page.locator('.score').waitFor();
};
const showPane = async ({ page, t }, name) => {
  if ((page.viewportSize()?.width ?? 0) < 800) await page.getByText(t(`panes.${name}`), { exact: true }).first().click();
};

/** Signs in to a service that holds submissions and a batch, made once for all pictures. */
let filled = null;
const fill = async (program) => {
  const service = await kept(program);
  const made = [];
  for (const [reference, name] of [['2026-0811', 'f02-typical-county-imaging'], ['2026-0812', 'f03-checkbox-smart-city'], ['2026-0813', 'f06-tiny-orchard-pest'], ['2026-0814', 'f13-hotline-12345'], ['2026-0815', 'f12-ai-customer-service']]) made.push(await service.submit(reference, example(name)));
  const s = made.at(-1);
  const post = (who, path, body) => service.request(who, 'POST', path, JSON.stringify(body));
  for (const reviewer of ['li', 'zhao']) for (const { id } of made) await post('chair', `/v1/submissions/${id}/assignments`, { reviewer });
  await post('li', `/v1/submissions/${s.id}/overrides`, { version: 1, requirement: 'EMPL-01', status: 'pass', reason: '附件三列明了受影响岗位和人数，申报系统没有提取到。' });
  await post('zhao', `/v1/submissions/${s.id}/overrides`, { version: 1, requirement: 'EMPL-04', status: 'partial', reason: '培训计划覆盖了其中 420 人。' });
  await post('zhao', `/v1/submissions/${s.id}/notes`, { version: 1, requirement: 'EMPL-01', text: '请申报单位补充附件三的人数口径。' });
  const batch = await makeBatch(service, '2026 年秋季批次');
  const replay = await post('chair', `/v1/batches/${batch.id}/replays`, { profile: 'industry', label: '产业方案推演' });
  await settled(service, replay.id);
  return { service, s, batch, replay };
};
const signedIn = (who, path) => async (v) => {
  filled ??= fill(v.program);
  const f = await filled;
  v.moveTo(f.service.address);
  await as(f.service, who, v);
  await v.open(path(f));
};

export const scenes = [
  { name: 'start', run: async ({ open, page }) => { await open('/'); await page.locator('#template').waitFor(); }, whole: true },
  { name: 'start-en-dark', lang: 'en', dark: true, run: async ({ open, page }) => { await open('/'); await page.locator('#template').waitFor(); } },
  { name: 'form', run: async (v) => { await openExample(v, 'f12'); await v.page.locator('.fields').first().waitFor(); await v.page.waitForTimeout(700); } },
  { name: 'findings', run: async (v) => { await openExample(v, 'f12'); await showPane(v, 'results'); await v.page.locator('.finding').first().waitFor(); await v.page.locator('.finding summary').first().click(); await v.page.waitForTimeout(700); } },
  { name: 'text-en', lang: 'en', run: async (v) => { await openExample(v, 'e15'); await showPane(v, 'text'); await v.page.locator('.cm-content').waitFor(); await v.page.waitForTimeout(700); } },
  { name: 'dimensions', run: async (v) => { await openExample(v, 'f02'); await showPane(v, 'results'); await v.page.getByRole('tab', { name: v.t('tabs.dimensions') }).click(); await v.page.locator('.radar svg').waitFor(); await v.page.waitForTimeout(600); } },
  { name: 'repair-dark', dark: true, run: async (v) => { await openExample(v, 'f12'); await showPane(v, 'results'); await v.page.getByRole('tab', { name: v.t('tabs.repair') }).click(); await v.page.locator('.steps li').first().waitFor(); await v.page.waitForTimeout(500); } },
  { name: 'document', run: async ({ open, page }) => { await open('/document/aiplus#L19-S2'); await page.locator('.aside .reqs').waitFor(); await page.waitForTimeout(300); } },
  { name: 'requirement', run: async ({ open, page }) => { await open('/document/aiplus/DATA-07'); await page.locator('.facts').waitFor(); }, whole: true },
  { name: 'signin', run: async (v) => { const { address } = await kept(v.program); v.moveTo(address); await v.open('/reviews'); await v.page.locator('.signin').waitFor(); } },
  { name: 'queue', run: async (v) => { await signedIn('li', () => '/reviews')(v); await v.page.locator('table').waitFor(); } },
  { name: 'submission', run: async (v) => { await signedIn('li', ({ s }) => `/reviews/of/${s.id}`)(v); await v.page.locator('#r-EMPL-01 summary').click(); await v.page.locator('.sourceview .line').first().waitFor(); await v.page.waitForTimeout(400); } },
  { name: 'disagreement-en', lang: 'en', run: async (v) => { await signedIn('chair', ({ s }) => `/reviews/of/${s.id}?tab=overview`)(v); await v.page.locator('.table td .mark').first().waitFor(); await v.page.waitForTimeout(300); } },
  { name: 'waivers', run: async (v) => { await signedIn('chair', () => '/reviews/waivers')(v); await v.page.locator('.formbox').waitFor(); } },
  { name: 'batches', run: async (v) => { await signedIn('chair', () => '/batches')(v); await v.page.locator('table').waitFor(); } },
  { name: 'ranking', run: async (v) => { await signedIn('chair', ({ batch }) => `/batches/${batch.id}`)(v); await v.page.locator('.heat').first().waitFor(); await v.page.waitForTimeout(300); } },
  { name: 'ranking-en-dark', lang: 'en', dark: true, run: async (v) => { await signedIn('chair', ({ batch }) => `/batches/${batch.id}`)(v); await v.page.locator('.heat').first().waitFor(); await v.page.waitForTimeout(300); } },
  { name: 'figures', run: async (v) => { await signedIn('chair', ({ batch }) => `/batches/${batch.id}?tab=figures`)(v); await v.page.locator('.chart svg').nth(1).waitFor(); await v.page.waitForTimeout(700); }, whole: true },
  { name: 'item-dark', dark: true, run: async (v) => { await signedIn('chair', ({ batch }) => `/batches/${batch.id}/12`)(v); await v.page.locator('.sourceview .line').first().waitFor(); await v.page.locator('.requirementcard').first().waitFor(); } },
  { name: 'versus', run: async (v) => { await signedIn('chair', ({ batch }) => `/batches/${batch.id}/compare?items=3,4,12`)(v); await v.page.locator('tr.apart').first().waitFor(); await v.page.waitForTimeout(200); } },
  { name: 'similar', run: async (v) => { await signedIn('chair', ({ batch }) => `/batches/${batch.id}?tab=similar`)(v); await v.page.locator('.pairs summary').first().click(); await v.page.locator('.passage').first().waitFor(); } },
  { name: 'replay', run: async (v) => { await signedIn('chair', ({ batch, replay }) => `/batches/${replay.id}/replay?before=${batch.id}`)(v); await v.page.locator('h2').nth(3).waitFor(); }, whole: true },
];
