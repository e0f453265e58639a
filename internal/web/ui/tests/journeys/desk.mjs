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

  'what was done last is taken back, by the form as by the editor': async (v) => {
    const { page, t } = v;
    const text = `${head}meta:\n  language: zh\nkpis:\n  - id: K1   # first\n  - id: K2\n    unit: h\n`;
    await paste(v, text);
    await settled(page);
    await page.locator('.sections select').selectOption('kpis');
    await page.locator('.item > summary').first().click();
    await page.getByRole('button', { name: t('form.remove', { name: 'K1' }) }).click();
    expect(await page.evaluate(() => document.activeElement.matches('summary') && document.activeElement.textContent.includes('K2')), true, 'focus on the next entry');
    await page.locator('.item > summary').first().press('Enter');
    await page.getByRole('button', { name: t('form.remove', { name: 'K2' }) }).press('Enter');
    expect(await page.evaluate(() => document.activeElement.tagName), 'BUTTON', 'focus behind the last entry');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# mine');
    await page.keyboard.press('Enter');
    await keptWith(page, '# mine\n');
    const undo = page.getByRole('button', { name: t('draft.undo') });
    await undo.click(); // what the editor did
    await page.waitForFunction(() => !document.querySelector('.cm-content').textContent.includes('# mine'));
    await page.locator('.sections select').focus();
    await page.keyboard.press('Control+z'); // what the form did, outside of all fields
    await page.waitForFunction(() => document.querySelectorAll('.item').length === 1);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+z'); // and the same by the editor
    await keptWith(page, text);
    expect(await undo.getAttribute('aria-disabled'), 'true', 'nothing is left to take back');
    await page.keyboard.press('Control+y');
    await page.waitForFunction(() => document.querySelectorAll('.item').length === 1);
    await page.keyboard.press('Control+z');
    await keptWith(page, text);
    expect(await kept(page), text, 'the text');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# end'); // places in editor and store are still the same
    await keptWith(page, `${text}# end`);
    await v.axe('undo');
  },

  'what is typed into a field is kept although the page goes away at once': async (v) => {
    const { page } = v;
    await paste(v, `${head}meta:\n  language: zh\n`);
    await settled(page);
    await page.locator('.sections select').selectOption('project');
    await page.locator('[data-path="project.id"] input').fill('x-17');
    await page.reload();
    await settled(page);
    expect((await kept(page)).includes('id: x-17'), true, 'kept');
  },

  'a draft that two tabs have open is lost in neither': async (v) => {
    const { page, context, t } = v;
    await paste(v, head);
    await settled(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await settled(second);
    const profile = second.getByLabel(t('draft.profile'));
    await profile.selectOption('small-firm');
    await page.waitForFunction((label) => [...document.querySelectorAll('label')].find((l) => l.textContent === label).control.value === 'small-firm', t('draft.profile'));
    await second.locator('.cm-content').click();
    await second.keyboard.press('Control+End');
    await second.keyboard.type('# from the second');
    await page.getByText(t('draft.otherTab')).waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# from the first');
    await page.waitForTimeout(600); // longer than it takes to keep a text
    expect((await kept(page)).includes('# from the second'), true, 'the text of the second is not written over');
    await page.getByText(t('draft.waits')).waitFor();
    await page.getByRole('button', { name: t('draft.keepMine') }).click();
    await keptWith(page, '# from the first');
    await second.getByRole('button', { name: t('draft.takeTheirs') }).click();
    await second.waitForFunction(() => document.querySelector('.cm-content').textContent.includes('# from the first'));
    await second.goto(new URL('/', page.url()).href);
    await second.getByRole('button', { name: t('start.remove') }).first().click();
    await second.getByRole('button', { name: t('start.reallyRemove', { name: t('start.fileName') }) }).click();
    await page.getByText(t('draft.deleted')).waitFor();
    expect(await page.getByText(t('draft.saved')).count(), 0, 'it says that it is kept');
    await v.axe('deleted elsewhere');
    await page.getByRole('button', { name: t('draft.keepAgain') }).click();
    await keptWith(page, '# from the first');
    await second.close();
  },
};
