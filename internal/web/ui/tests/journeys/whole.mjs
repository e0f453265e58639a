// As a first-time applicant: from the template to a proposal that passes, with the form alone. What is written is a complete
// example, value by value.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { expect, root } from '../harness.mjs';

/** Long, and the same in both languages. */
export const once = true;

const written = (path) => path.map((s, i) => (typeof s === 'number' ? `[${s}]` : i === 0 ? s : `.${s}`)).join('');
const at = (path) => `[data-path="${written(path)}"]`;

export default {
  'from the template to a pass': async ({ page, open, t }) => {
    const want = parse(readFileSync(join(root, 'examples/proposals/f06-tiny-orchard-pest/proposal.yaml'), 'utf8'));
    await open('/');
    await page.getByRole('button', { name: t('start.write') }).click();
    await page.locator('.score').waitFor();
    expect(await page.locator('.badge').first().textContent(), t('verdict.fail'), 'the template');
    await page.locator('.pane .sections + .mantine-Checkbox-root input').check();

    const fill = async (path, value) => {
      const field = page.locator(at(path));
      if (Array.isArray(value)) {
        const boxes = await field.locator('input[type=checkbox]').count();
        for (const v of value) {
          if (boxes > 0) await field.locator(`input[type=checkbox][value="${v}"]`).check();
          else {
            await field.locator('input:not([type=hidden])').fill(String(v));
            await field.locator('input:not([type=hidden])').press('Enter');
          }
        }
        return;
      }
      const select = field.locator('select');
      if ((await select.count()) > 0) await select.selectOption(String(value));
      else await field.locator('input, textarea').fill(String(value));
    };
    const walk = async (path, value) => {
      if (Array.isArray(value) && value.some((v) => typeof v === 'object')) {
        for (const [i, item] of value.entries()) {
          const box = page.locator(`[data-item="${written([...path, i])}"]`);
          if ((await box.count()) === 0) await page.locator(`fieldset[data-list="${written(path)}"] > button`).click();
          await box.waitFor();
          await box.evaluate((d) => { d.open = true; });
          await box.locator('.fields').first().waitFor();
          await walk([...path, i], item);
          await box.evaluate((d) => { d.open = false; });
        }
      } else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
        for (const [key, v] of Object.entries(value)) await walk([...path, key], v);
      } else await fill(path, value);
    };
    for (const [section, value] of Object.entries(want)) {
      if (typeof value !== 'object') continue;
      await page.locator('.sections select').selectOption(section);
      await walk([section], value);
    }
    await page.keyboard.press('Tab');
    await page.waitForTimeout(1500);
    const text = await page.evaluate(() => JSON.parse(localStorage.getItem(`hegui.draft.${location.pathname.split('/').at(-1)}`)).text);
    const wrong = [];
    const compare = (path, have, value) => {
      if (value !== null && typeof value === 'object') for (const [k, v] of Object.entries(value)) compare([...path, Array.isArray(value) ? Number(k) : k], have?.[k], v);
      else if (String(have).trim() !== String(value).trim()) wrong.push(`${written(path)}: ${JSON.stringify(have)}, want ${JSON.stringify(value)}`);
    };
    compare([], parse(text), want);
    expect(wrong.join('\n'), '', 'what the form has written');
    expect(await page.locator('.badge').first().textContent(), t('verdict.pass'), 'verdict');
    expect(text.includes('# ── 项目概况 ──'), true, 'comments of the template stay');
    console.log(`     score ${await page.locator('.score strong').textContent()}`);
  },
};
