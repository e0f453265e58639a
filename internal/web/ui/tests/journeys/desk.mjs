// A draft that is being written: what is typed, inserted, taken back and kept, whatever happens meanwhile.
import { kept, keptWith, openExample, paste, settled } from '../desk.mjs';
import { expect, visit } from '../harness.mjs';

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

  'a page is as long as what it shows, and named after its project': async (v) => {
    const { page } = v;
    await openExample(v, 'f12');
    const blank = () => page.evaluate(() => document.documentElement.scrollHeight - document.querySelector('.foot').getBoundingClientRect().bottom - scrollY);
    await page.locator('.sections select').selectOption('kpis');
    await page.evaluate(() => document.querySelectorAll('.item').forEach((d) => { d.open = true; }));
    await page.locator('.item .remark, .item .field').nth(9).waitFor();
    expect(await blank() < 2, true, 'nothing is below the footer');
    const title = await page.evaluate(async (id) => (await (await fetch('/v1/assessments?pack=aiplus&profile=general&format=json', { method: 'POST', headers: { 'Content-Type': 'application/yaml' }, body: JSON.parse(localStorage.getItem(`hegui.draft.${id}`)).text })).json()).assessments[0].title, page.url().split('/').at(-1));
    expect((await page.title()).startsWith(title), true, `title ${await page.title()} of ${title}`);
  },

  'a file to compare with is text, or is refused in words': async (v) => {
    const { page, t } = v;
    await paste(v, head);
    await settled(page);
    await page.getByRole('tab', { name: t('tabs.compare') }).click();
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'gbk.yaml', mimeType: 'application/yaml', buffer: Buffer.from([0x61, 0x3a, 0x20, 0xd6, 0xd0, 0xce, 0xc4]) });
    await page.getByText(t('start.notText', { name: 'gbk.yaml' })).waitFor();
    await v.axe('a file that is no text');
    await input.setInputFiles({ name: 'old.yaml', mimeType: 'application/yaml', buffer: Buffer.from(head) });
    await page.locator('.result').nth(1).waitFor();
    expect(await page.getByText(t('start.notText', { name: 'gbk.yaml' })).count(), 0, 'messages of the other file');
  },

  'on paper dimensions have names though nobody has looked at them': async (v) => {
    const { page, lang } = v;
    await openExample(v, 'f12');
    const names = await page.evaluate(async (l) => (await (await fetch('/v1/packs/aiplus')).json()).dimensions.map((d) => d.title[l]), lang);
    const shown = await page.evaluate(() => { // at once, as a browser prints
      dispatchEvent(new Event('beforeprint'));
      return [...document.querySelectorAll('.paper tbody th')].map((th) => th.firstChild.textContent);
    });
    expect(shown.length, names.length, 'dimensions');
    expect(shown.map((s) => s.trim()).every((s) => names.includes(s)), true, `names of ${shown}`);
  },

  'the keyboard gets out of the text, and is told how': async (v) => {
    const { page, t } = v;
    await paste(v, head);
    await settled(page);
    await page.getByText(t('editor.leave')).waitFor();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.activeElement.closest('.cm-editor') === null);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.locator('.summary').getByText(t('remedy.E_EMPTY')).waitFor();
  },

  'ids are separated by a comma of either language, texts are not': async (v) => {
    const { page } = v;
    await paste(v, `${head}project:\n  problem:\n    evidence: []\ngovernance:\n  review:\n    change_triggers_zh: []\n`);
    await settled(page);
    await page.locator('.sections select').selectOption('project');
    await page.locator('[data-path="project.problem.evidence"] input[role=combobox]').pressSequentially('EV-01，EV-02,EV-03');
    await page.keyboard.press('Enter');
    await keptWith(page, 'evidence: [EV-01, EV-02, EV-03]');
    await page.locator('.sections select').selectOption('governance');
    await page.locator('[data-path="governance.review.change_triggers_zh"] input[role=combobox]').pressSequentially('模型更换，或数据更换, 一次');
    await page.keyboard.press('Enter');
    await keptWith(page, 'change_triggers_zh: ["模型更换，或数据更换, 一次"]');
  },

  'without the service a page says so, whatever it was about to load': async (v) => {
    const { page, open, t, allow } = v;
    allow(/ERR_|Failed to (load|fetch)|dynamically imported|preload/);
    await open('/');
    await page.getByRole('button', { name: t('examples.f12.title') }).waitFor();
    await page.route('**/assets/**', (r) => r.abort());
    await page.getByRole('button', { name: t('examples.f12.title') }).click();
    await page.getByText(t('problem.offline')).waitFor();
    await v.axe('an example without the service');
    await page.unroute('**/assets/**');
    await page.getByRole('button', { name: t('problem.again') }).click();
    await page.waitForURL(/\/check\/.+/);
    await open('/');
    await page.route('**/assets/**', (r) => r.abort());
    await page.getByRole('link', { name: t('nav.document') }).click();
    await page.locator('main .state').getByText(t('problem.offline')).waitFor();
    expect(await page.getByText(t('crash.title')).count(), 0, 'messages that the page is broken');
  },

  'a draft without a name can be opened again': async (v) => {
    const { page, open, t } = v;
    await paste(v, head);
    await settled(page);
    const url = page.url();
    await page.getByLabel(t('draft.name')).fill('');
    await open('/');
    await page.getByRole('link', { name: t('start.fileName') }).click();
    expect(page.url(), url, 'address');
  },

  'names around the figure have room on a phone': async (v) => {
    const { t, browser, address, lang, faults } = v;
    const phone = await visit(browser, { address, lang, width: 400, height: 800 });
    await openExample(phone, 'f12');
    await phone.page.getByText(t('panes.results'), { exact: true }).first().click();
    await phone.page.getByRole('tab', { name: t('tabs.dimensions') }).click();
    await phone.page.locator('.radar svg text').first().waitFor();
    const clipped = await phone.page.evaluate(() => {
      const box = document.querySelector('.radar').getBoundingClientRect();
      return [...document.querySelectorAll('.radar svg text')].filter((e) => { const r = e.getBoundingClientRect(); return r.left < box.left - 1 || r.right > box.right + 1; }).map((e) => e.textContent);
    });
    expect(clipped.join(), '', 'names that are cut off');
    faults.push(...phone.faults);
    await phone.close();
  },
};
