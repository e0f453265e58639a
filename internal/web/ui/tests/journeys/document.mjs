// The document and its requirements.
import { expect } from '../harness.mjs';

export default {
  'a sentence shows what it asks for, and a requirement shows everything about itself': async ({ open, page, t, axe, fits, lang }) => {
    await open('/');
    await page.getByRole('link', { name: t('nav.document') }).click();
    await page.locator('#L19-S2').click();
    await page.locator('.aside').getByRole('link', { name: /DATA-07/ }).waitFor();
    await axe('document');
    await page.locator('#L1-S1').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t('document.sentence', { id: 'L1-S1' }) }).waitFor();
    expect(new URL(page.url()).hash, '#L1-S1', 'address');
    await page.getByLabel(t('document.filter')).fill('DATA-07');
    await page.locator('section').getByRole('link', { name: /DATA-07/ }).click();
    await page.locator('.facts').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id), 'main', 'focus');
    expect((await page.title()).startsWith('DATA-07'), true, 'title');
    await axe('requirement');
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('requirement');
    await axe('requirement at 400 px');
    await page.goBack();
    await page.locator('#L1-S1').waitFor();
    await fits('document');
  },
  'every requirement can be opened': async ({ address, open, page, lang }) => {
    const list = await (await fetch(`${address}/v1/packs/aiplus/requirements`)).json();
    await open('/document/aiplus');
    for (const r of list.requirements.filter((_, i) => i % 6 === 0)) {
      await open(`/document/aiplus/${r.id}`);
      await page.getByRole('heading', { name: r.title[lang] }).waitFor();
    }
  },
  'a requirement or a pack that does not exist says so': async ({ open, page, t, axe, allow }) => {
    allow(/status of 404/);
    await open('/document/aiplus/NONE-99');
    await page.getByText(t('problem.notFound')).first().waitFor();
    await axe('no requirement');
    await open('/document/nothing');
    await page.getByText(t('problem.notFoundWhat')).waitFor();
  },
};
