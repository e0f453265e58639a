// What journeys do with a draft that is being written.

/** Waits until the text as it is now has been checked. */
export const settled = (page) => page.waitForFunction(() => document.querySelector('.score') !== null && document.querySelector('.busy.on') === null);
export const openExample = async ({ open, page, t }, id) => {
  await open('/check');
  await page.getByRole('button', { name: t(`examples.${id}.title`) }).click();
  await settled(page);
};
export const paste = async ({ open, page, t }, text) => {
  await open('/check');
  await page.getByLabel(t('start.paste')).fill(text);
  await page.getByRole('button', { name: t('start.check') }).click();
  await page.waitForURL(/\/check\/.+/);
};
/** The text as it is kept. */
export const kept = (page) => page.evaluate(() => {
  const id = location.pathname.split('/').at(-1);
  return JSON.parse(localStorage.getItem(`hegui.draft.${id}`)).text;
});
export const keptWith = (page, part) => page.waitForFunction((p) => {
  const id = location.pathname.split('/').at(-1);
  return JSON.parse(localStorage.getItem(`hegui.draft.${id}`)).text.includes(p);
}, part);
