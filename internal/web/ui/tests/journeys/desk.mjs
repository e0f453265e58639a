// A draft that is being written: what is typed, inserted, taken back and kept, whatever happens meanwhile.
import { kept, keptWith, paste, settled } from '../desk.mjs';
import { expect } from '../harness.mjs';

const head = 'apiVersion: hegui/v1\nkind: Proposal\n';

export default {
  'what a finding proposes is inserted once, and only into the text that was checked': async (v) => {
    const { page, t, allow } = v;
    allow(/ERR_|Failed to load resource/);
    await paste(v, `${head}meta:\n  language: zh\n  langauge: zh\n`);
    await settled(page);
    const insert = page.locator('.finding li').filter({ hasText: 'declarations' }).getByRole('button', { name: t('findings.insert') });
    await insert.dblclick();
    await keptWith(page, 'declarations:');
    await settled(page);
    expect((await kept(page)).match(/declarations:/g).length, 1, 'insertions');
    await page.route('**/v1/editor/diagnostics', (r) => r.abort());
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# a line above');
    await page.keyboard.press('Enter');
    await page.getByText(t('summary.outdated')).waitFor();
    expect(await page.locator('.findings, .fields').getByRole('button', { name: t('findings.insert'), disabled: false }).count(), 0, 'buttons that insert');
    await v.axe('findings of an earlier text');
    await page.locator('.finding li').filter({ hasText: 'langauge' }).locator('.where .link').click();
    await page.waitForFunction(() => document.querySelector('.cm-activeLine').textContent.includes('langauge'));
    await page.unroute('**/v1/editor/diagnostics');
    await page.getByText(t('summary.outdated')).waitFor({ state: 'detached' }); // it asks again by itself
    await page.locator('.findings').getByRole('button', { name: t('findings.insert'), disabled: false }).first().waitFor();
  },
};
