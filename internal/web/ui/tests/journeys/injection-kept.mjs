// Text of proposals, names of files, references, notes, reasons and labels never runs where they are kept and shown to others.
import { expect } from '../harness.mjs';
import { applicant, as, kept } from '../kept.mjs';
import { tar } from '../tar.mjs';
import { payloads, proposal, untouched } from './injection.mjs';

/** The page is Chinese for these: what is shown is the same. */
export const once = true;

const texts = payloads.map((p) => p.replace(/[\u202e\u2066\u2069\ufeff]/g, ''));
const short = (i, n) => [...texts[i % texts.length]].slice(0, n).join('');

async function enter(visitor, who) {
  const service = await kept(visitor.program);
  visitor.moveTo(service.address);
  await as(service, who, visitor);
  return service;
}

export default {
  'in submissions, notes, reasons, waivers and conflicts': async (v) => {
    const { page, open, t } = v;
    const service = await enter(v, 'chair');
    const foreign = `"><svg onload="window.__ran=1">`;
    let shown = 0;
    for (let i = 0; i < 6; i++) {
      const s = await service.submit(`${i}${short(i, 200)}`, proposal(i), i % 2 === 0 ? applicant : foreign);
      await service.submit(`${i}${short(i, 200)}`, proposal(i + 20), i % 2 === 0 ? applicant : foreign);
      await service.request('chair', 'POST', `/v1/submissions/${s.id}/assignments`, '{"reviewer":"li"}');
      for (let k = 0; k < 8; k++) {
        await service.request('li', 'POST', `/v1/submissions/${s.id}/notes`, JSON.stringify({ version: 2, requirement: k % 2 ? 'DATA-07' : undefined, text: texts[(i * 8 + k) % texts.length] }));
        await service.request('li', 'POST', `/v1/submissions/${s.id}/overrides`, JSON.stringify({ version: 2, requirement: `DATA-0${k + 1}`, status: k % 2 ? 'pass' : 'fail', reason: texts[(i * 8 + k + 4) % texts.length] }));
        shown += 2;
      }
      await open(`/reviews/of/${s.id}`);
      await page.locator('.requirementcard').first().waitFor();
      await page.locator('.sourceview .line').first().waitFor();
      await page.getByText(t('results.all', { n: 75 })).click();
      for (const card of (await page.locator('.requirementcard summary').all()).slice(0, 9)) await card.click();
      await page.locator('.said').first().waitFor();
      await untouched(page, `submission ${i}`);
      for (const tab of ['notes', 'history', 'overview', 'people']) {
        await page.getByRole('tab', { name: t(`submission.${tab}`) }).click();
        await page.waitForTimeout(150);
        await untouched(page, `${tab} of submission ${i}`);
      }
    }
    for (const text of texts) await service.request('chair', 'POST', '/v1/waivers', JSON.stringify({ pack: 'aiplus', requirement: 'DATA-07', project: short(texts.indexOf(text), 80), reason: text, owner: short(texts.indexOf(text) + 1, 80), expires: '2027-01-31' }));
    await service.request('chair', 'POST', '/v1/interests', JSON.stringify({ reviewer: 'zhao', applicant: short(1, 80), reason: texts[3] }));
    for (const path of ['/reviews', '/reviews/waivers', '/reviews/interests?reviewer=zhao', `/reviews/interests?reviewer=${encodeURIComponent(texts[2])}`]) {
      await open(path);
      await page.locator('table, .state').first().waitFor();
      await untouched(page, path);
    }
    expect(shown, 96, 'notes and reasons');
  },
  'in batches: names of files, titles, problems and labels': async (v) => {
    const { page, open, t } = v;
    const service = await enter(v, 'chair');
    const names = texts.map((text, i) => `${i}-${[...text].filter((c) => !/[\\/:\x00-\x1f]/.test(c)).slice(0, 40).join('')}.yaml`);
    const files = names.map((name, i) => ({ name: Buffer.byteLength(name) > 99 ? `${i}.yaml` : name, text: i % 5 === 4 ? `${texts[i]}: [` : proposal(i) }));
    const { id } = await service.request('chair', 'POST', `/v1/batches?label=${encodeURIComponent(short(1, 150))}`, tar(files), 'application/gzip');
    await open('/batches');
    await page.locator('table').waitFor();
    await untouched(page, 'batches');
    await open(`/batches/${id}`);
    await page.getByText(t('batchState.done'), { exact: true }).waitFor();
    await page.locator('.vbody .vrow').first().waitFor();
    for (let y = 0; y < 2000; y += 500) {
      await page.locator('.vtable').evaluate((e, to) => { e.scrollTop = to; }, y);
      await page.waitForTimeout(60);
    }
    await untouched(page, 'ranking');
    for (const tab of ['figures', 'similar', 'replay']) {
      await page.getByRole('tab', { name: t(`batch.${tab}`) }).click();
      await page.waitForTimeout(700);
      await untouched(page, tab);
    }
    for (const n of [1, 3, 5]) {
      await open(`/batches/${id}/${n}`);
      await page.locator('.sourceview .line').first().waitFor();
      await untouched(page, `proposal ${n}`);
    }
    await open(`/batches/${id}/compare?items=1,2,3`);
    await page.locator('.versus').waitFor();
    await untouched(page, 'side by side');
    const replay = await service.request('chair', 'POST', `/v1/batches/${id}/replays`, '{"profile":"industry"}');
    await open(`/batches/${replay.id}/replay?before=${id}`);
    await page.getByRole('heading', { name: t('replay.groups') }).waitFor();
    await untouched(page, 'replay');
    await page.evaluate(() => localStorage.setItem('hegui.batch.views', JSON.stringify([['<img src=x onerror=window.__ran=1>', { sorting: [{ id: '__proto__' }], hidden: ['constructor', 1] }], '__proto__', ['x']])));
    await open(`/batches/${id}`);
    await page.getByRole('button', { name: '<img src=x onerror=window.__ran=1>', exact: true }).click();
    await page.locator('.vbody .vrow').first().waitFor();
    await untouched(page, 'kept views');
  },
};
