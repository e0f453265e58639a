// The pages as they are pictured: a name, how it is reached, and whether in English or dark.
const openExample = async ({ open, page, t }, id) => {
  await open('/');
  await page.getByRole('button', { name: t(`examples.${id}.title`) }).click();
  await page.locator('.score').waitFor();
};
const showPane = async ({ page, t }, name) => {
  if ((page.viewportSize()?.width ?? 0) < 800) await page.getByText(t(`panes.${name}`), { exact: true }).first().click();
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
];
