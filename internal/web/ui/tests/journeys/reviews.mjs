// Submissions and reviews, by each role that uses them.
import { expect } from '../harness.mjs';
import { applicant, as, example, kept } from '../kept.mjs';

const problem = 'f12-ai-customer-service'; // EMPL-01 is a veto, EMPL-02 fails, DATA-01 passes

/** Enters a service that keeps things, as somebody. */
async function enter(visitor, who) {
  const service = await kept(visitor.program);
  visitor.moveTo(service.address);
  if (who !== null) await as(service, who, visitor);
  return service;
}

const unique = (lang, name) => `${name}-${lang}`;

export default {
  'a visitor signs in with a key, sees what the role may do, and signs out': async (v) => {
    const { page, open, t, axe, fits, allow } = v;
    const service = await enter(v, null);
    allow(/status of 40[13]/);
    await open('/');
    expect(await page.getByRole('link', { name: t('nav.reviews') }).count(), 0, 'submissions in the navigation of a visitor');
    await page.getByRole('link', { name: t('session.signIn') }).click();
    const key = page.getByLabel(t('session.key'), { exact: true });
    await key.waitFor();
    await axe('sign in');
    await key.fill('hg_aaaaaaaaaa_' + 'a'.repeat(52) + '_00000000');
    await page.getByRole('button', { name: t('session.signIn') }).click();
    await page.getByText(t('session.wrong')).waitFor();
    await axe('sign in, refused');
    await key.fill(service.keys.reader);
    await key.press('Enter');
    await page.getByText(t('session.noRole')).waitFor();
    await key.fill(service.keys.chair);
    await key.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('reviews.headingOf.chair') }).waitFor();
    await page.getByRole('navigation', { name: t('nav.label') }).getByRole('link', { name: t('nav.reviews') }).waitFor();
    expect(await page.evaluate(() => [localStorage.length === 0 ? '' : JSON.stringify(localStorage), document.cookie].join('')).then((s) => s.includes('hg_')), false, 'the key outside of the tab');
    expect(page.url().includes('hg_'), false, 'the key in the address');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: t('reviews.headingOf.chair') }).waitFor();
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('queue at 400 px');
    await page.getByRole('button', { name: t('session.signOut') }).click();
    await key.waitFor();
    expect(await page.evaluate(() => sessionStorage.length), 0, 'what is left in the tab');
  },
  'a key that is revoked ends what the page shows': async (v) => {
    const { page, open, t, allow, axe, lang } = v;
    const service = await enter(v, null);
    const short = `short-${lang}`;
    allow(/status of 401/);
    const made = await service.request('admin', 'POST', '/v1/keys', JSON.stringify({ name: short, scopes: ['read'], role: 'chair' }));
    await open('/reviews');
    await page.getByLabel(t('session.key'), { exact: true }).fill(made.secret ?? made.key);
    await page.getByRole('button', { name: t('session.signIn') }).click();
    await page.getByRole('heading', { level: 1, name: t('reviews.headingOf.chair') }).waitFor();
    const list = await service.request('admin', 'GET', '/v1/keys?limit=1000');
    await service.request('admin', 'DELETE', `/v1/keys/${list.keys.find((k) => k.name === short && k.state === 'active').id}`);
    await page.getByLabel(t('reviews.verdict')).selectOption('fail');
    await page.getByLabel(t('session.key'), { exact: true }).waitFor();
    await page.getByRole('alert').filter({ hasText: t('session.ended') }).waitFor();
    await axe('sign in, after the key ended');
    expect(await page.getByRole('table').count(), 0, 'tables that are left');
  },
  'the chair assigns, two reviewers disagree beside the machine, and the chair sees where': async (v) => {
    const { page, open, t, axe, fits, lang, browser, context } = v;
    const service = await enter(v, 'chair');
    const name = unique(lang, 'disagree');
    const s = await service.submit(name, example(problem));
    await open('/reviews');
    await page.getByLabel(t('reviews.find')).fill(name);
    await page.getByRole('link', { name }).click();
    await page.getByRole('definition').filter({ hasText: name }).waitFor(); // the heading is the title
    await page.getByRole('tab', { name: t('submission.people') }).click();
    await axe('reviewers');
    for (const who of ['li', 'zhao']) {
      await page.getByLabel(t('people.assign')).fill(who);
      await page.getByRole('button', { name: t('people.save'), exact: true }).click();
      await page.getByRole('cell', { name: who, exact: true }).waitFor();
    }
    await axe('reviewers, assigned');
    void context;
    await review(v, browser, service, s, 'li', 'pass');
    await review(v, browser, service, s, 'zhao', 'fail');
    await page.getByRole('tab', { name: t('submission.overview') }).click();
    const row = page.getByRole('row', { name: /EMPL-01/ });
    await row.getByText(t('overview.apart')).waitFor();
    expect(await row.getByText(t('status.fail'), { exact: true }).count(), 2, 'the machine and one reviewer say that it is not met');
    expect(await row.getByText(t('status.pass'), { exact: true }).count(), 1, 'one reviewer says that it is');
    await axe('disagreement');
    await row.getByRole('button', { name: 'EMPL-01' }).click();
    const card = page.locator('#r-EMPL-01');
    await card.getByRole('heading', { name: t('say.people') }).waitFor();
    const machine = card.getByRole('region', { name: t('results.machine') });
    await machine.getByText(t('status.fail'), { exact: true }).waitFor(); // it stays what it was
    await axe('a requirement, reviewed');
    await page.setViewportSize({ width: 400, height: 800 });
    await fits('a submission at 400 px');
    await axe('a submission at 400 px');
  },
  'a reviewer finds the place in the source, writes a note and takes an override back': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v, 'li');
    const name = unique(lang, 'note');
    const s = await service.submit(name, example(problem));
    await service.request('chair', 'POST', `/v1/submissions/${s.id}/assignments`, '{"reviewer":"li"}');
    await open('/reviews');
    await page.getByRole('heading', { level: 1, name: t('reviews.headingOf.reviewer') }).waitFor();
    await axe('queue');
    expect(await page.getByRole('button', { name: t('submission.close') }).count(), 0, 'ways to close');
    await page.getByRole('link', { name, exact: true }).click();
    const card = page.locator('#r-EMPL-01');
    await card.locator('summary').click();
    const where = card.getByRole('button', { name: new RegExp(t('results.line', { line: '\\d+' })) }).first();
    const line = /\d+/.exec(await where.textContent())[0];
    await where.click();
    await page.waitForFunction((n) => document.activeElement?.dataset.line === n, line);
    await card.getByRole('button', { name: t('notes.add') }).click();
    await card.getByLabel(t('notes.label')).fill('见第三节');
    await card.getByRole('button', { name: t('notes.save') }).click();
    await card.getByText('见第三节').waitFor();
    await card.getByLabel(t('say.status')).selectOption('partial');
    const save = card.getByRole('button', { name: t('say.save'), exact: true });
    expect(await save.isDisabled(), true, 'saving without a reason');
    await card.getByLabel(t('say.reason')).fill('理由');
    await save.dblclick();
    await card.locator('.said', { hasText: '理由' }).waitFor(); // not the field, which has the words until they are kept
    const made = await service.request('li', 'GET', `/v1/submissions/${s.id}/overrides`);
    expect(made.overrides.length, 1, 'overrides after a double click');
    await card.getByLabel(t('say.status')).selectOption('partial');
    await card.getByLabel(t('say.reason')).fill('理由 ');
    await card.getByText(t('say.same')).waitFor();
    expect(await save.isDisabled(), true, 'saving the same again');
    await axe('the same again');
    await card.getByLabel(t('say.reason')).fill('理由之二');
    expect(await save.isDisabled(), false, 'saving another reason');
    await card.getByLabel(t('say.reason')).fill('');
    await card.getByLabel(t('say.status')).selectOption('');
    await axe('a requirement, open');
    await card.getByRole('button', { name: t('say.withdraw') }).click();
    await card.locator('.withdrawn').waitFor();
    await page.getByRole('tab', { name: t('submission.notes') }).click();
    await page.getByText('见第三节').waitFor();
    await axe('notes');
  },
  'what was written is not lost when the service is away': async (v) => {
    const { page, open, t, allow, lang } = v;
    const service = await enter(v, 'li');
    allow(/ERR_FAILED|Failed to load resource/);
    const s = await service.submit(unique(lang, 'away'), example(problem));
    await service.request('chair', 'POST', `/v1/submissions/${s.id}/assignments`, '{"reviewer":"li"}');
    await open(`/reviews/of/${s.id}?tab=notes`);
    await page.getByLabel(t('notes.wholeLabel')).fill('写到一半');
    await page.route('**/notes', (r) => (r.request().method() === 'POST' ? r.abort() : r.continue()));
    await page.getByRole('button', { name: t('notes.save') }).click();
    await page.getByText(t('problem.offline')).waitFor();
    expect(await page.getByLabel(t('notes.wholeLabel')).inputValue(), '写到一半', 'the note');
    await page.unroute('**/notes');
    await page.getByRole('button', { name: t('notes.save') }).click();
    await page.locator('.said', { hasText: '写到一半' }).waitFor();
  },
  'what was written is there again after another page, and after the sign-in ended': async (v) => {
    const { page, open, t, allow, lang } = v;
    const service = await enter(v, null);
    allow(/status of 40[14]/);
    const s = await service.submit(unique(lang, 'unsent'), example(problem));
    await service.request('chair', 'POST', `/v1/submissions/${s.id}/assignments`, '{"reviewer":"li"}');
    const name = `li-${lang}`;
    const signIn = async (secret) => {
      await page.getByLabel(t('session.key'), { exact: true }).fill(secret);
      await page.getByRole('button', { name: t('session.signIn') }).click();
    };
    const short = await service.request('admin', 'POST', '/v1/keys', JSON.stringify({ name, scopes: ['read'], role: 'reviewer', as: 'li' }));
    await open(`/reviews/of/${s.id}`);
    await signIn(short.secret ?? short.key);
    const card = page.locator('#r-EMPL-01');
    await card.locator('summary').click();
    await card.getByLabel(t('say.status')).selectOption('partial');
    await card.getByLabel(t('say.reason')).fill('理由写到一半');
    await page.getByRole('tab', { name: t('submission.notes') }).click();
    const note = page.getByLabel(t('notes.wholeLabel'));
    await note.fill('备注写到一半');
    await page.getByRole('tab', { name: t('submission.results') }).click();
    await page.getByRole('tab', { name: t('submission.notes') }).click();
    expect(await note.inputValue(), '备注写到一半', 'the note after another tab');
    await page.getByRole('link', { name: t('brand') }).click();
    await page.goBack();
    expect(await note.inputValue(), '备注写到一半', 'the note after another page');
    const list = await service.request('admin', 'GET', '/v1/keys?limit=1000');
    await service.request('admin', 'DELETE', `/v1/keys/${list.keys.find((k) => k.name === name && k.state === 'active').id}`);
    await page.getByRole('button', { name: t('notes.save') }).click();
    await page.getByText(t('session.ended')).waitFor();
    await signIn(service.keys.zhao);
    await page.getByText(t('problem.notFoundWhat')).waitFor(); // and what li wrote is nothing to zhao
    await page.getByRole('button', { name: t('session.signOut') }).waitFor();
    await page.evaluate(() => sessionStorage.removeItem('hegui.key'));
    await page.reload();
    await signIn(service.keys.li);
    expect(await note.inputValue(), '备注写到一半', 'the note after signing in again');
    await page.getByRole('button', { name: t('notes.save') }).click();
    await page.locator('.said', { hasText: '备注写到一半' }).waitFor();
    expect(await note.inputValue(), '', 'the note that was sent');
    await page.getByRole('tab', { name: t('submission.results') }).click();
    await card.locator('summary').click();
    expect(await card.getByLabel(t('say.status')).inputValue(), 'partial', 'the status');
    expect(await card.getByLabel(t('say.reason')).inputValue(), '理由写到一半', 'the reason');
    await page.getByRole('button', { name: t('session.signOut') }).click();
    await page.getByLabel(t('session.key'), { exact: true }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length), 0, 'what is left in the tab');
  },
  'a next version in another encoding is refused, and the one before stays': async (v) => {
    const { page, open, t, allow, lang } = v;
    const service = await enter(v, 'applicant');
    allow(/status of 422/);
    const s = await service.submit(unique(lang, 'gbk'), example(problem));
    await open(`/reviews/of/${s.id}?tab=history`);
    const gbk = Buffer.concat([Buffer.from('apiVersion: hegui/v1\nkind: Proposal\nproject:\n  title: '), Buffer.from([0xc6, 0xbb, 0xb9, 0xfb]), Buffer.from('\n')]); // 苹果
    await page.locator('input[type=file]').setInputFiles({ name: 'gbk.yaml', mimeType: 'application/yaml', buffer: gbk });
    await page.getByRole('button', { name: t('next.send'), exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'UTF-8' }).waitFor();
    expect((await service.request('applicant', 'GET', `/v1/submissions/${s.id}`)).version, 1, 'versions');
  },
  'an applicant sees its own, hands in the next version, and sees what changed, but no reviewer': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v, 'applicant');
    const name = unique(lang, 'own');
    const s = await service.submit(name, example(problem));
    const other = await service.submit(unique(lang, 'foreign'), example('f06-tiny-orchard-pest'), '91440101MA5CJ3333X');
    for (const who of ['li']) await service.request('chair', 'POST', `/v1/submissions/${s.id}/assignments`, JSON.stringify({ reviewer: who }));
    await service.request('li', 'POST', `/v1/submissions/${s.id}/notes`, JSON.stringify({ version: 1, text: 'canary' }));
    await service.request('li', 'POST', `/v1/submissions/${s.id}/overrides`, JSON.stringify({ version: 1, requirement: 'EMPL-01', status: 'pass', reason: 'canary' }));
    await open('/reviews');
    await page.getByRole('link', { name, exact: true }).waitFor();
    expect(await page.getByText(other.reference).count(), 0, 'submissions of others');
    await axe('own submissions');
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator('#r-EMPL-01 summary').click();
    await page.locator('#r-EMPL-01 .found li').first().waitFor();
    expect(await page.getByRole('tab').count(), 2, 'tabs of an applicant');
    expect((await page.content()).includes('canary'), false, 'what reviewers said');
    await page.getByRole('tab', { name: t('submission.history') }).click();
    await axe('versions');
    await service.submit(name, example(`${problem.replace('f12', 'f12r')}-fixed`));
    await page.reload();
    await page.getByRole('heading', { name: t('history.compare') }).waitFor();
    await page.locator('.changes li').first().waitFor();
    await page.locator('.diff tr.new').first().waitFor();
    await axe('what changed');
    expect((await page.content()).includes('>li<'), false, 'the name of a reviewer');
    expect(applicant.length, 18, 'the applicant');
  },
  'a submission of somebody else is not there': async (v) => {
    const { open, page, t, allow, axe, lang } = v;
    const service = await enter(v, 'applicant');
    allow(/status of 404/);
    const other = await service.submit(unique(lang, 'hidden'), example('f06-tiny-orchard-pest'), '91440101MA5CJ3333X');
    await open(`/reviews/of/${other.id}`);
    await page.getByText(t('problem.notFoundWhat')).waitFor();
    await axe('not there');
  },
  'a reviewer declares a conflict, and the submission leaves the queue': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v, 'zhao');
    const firm = lang === 'zh' ? '91440101MA5CJ7777X' : '91440101MA5CJ8888X';
    const s = await service.submit(unique(lang, 'conflict'), example('f06-tiny-orchard-pest'), firm);
    await service.request('chair', 'POST', `/v1/submissions/${s.id}/assignments`, '{"reviewer":"zhao"}');
    await open('/reviews');
    await page.getByRole('link', { name: s.reference, exact: true }).waitFor();
    await page.getByRole('link', { name: t('interests.title') }).click();
    await page.getByLabel(t('reviews.applicant')).fill(firm);
    await page.getByLabel(t('interests.reason')).fill('前雇主');
    await page.getByRole('button', { name: t('interests.save'), exact: true }).click();
    await page.getByRole('cell', { name: firm }).waitFor();
    await axe('conflicts');
    await page.getByRole('navigation', { name: t('reviews.places') }).getByRole('link', { name: t('reviews.title') }).click();
    await page.getByRole('heading', { level: 1, name: t('reviews.headingOf.reviewer') }).waitFor();
    await page.getByRole('status').waitFor();
    expect(await page.getByText(s.reference).count(), 0, 'the submission in the queue');
  },
  'the chair excuses a project and ends that': async (v) => {
    const { page, open, t, axe, lang } = v;
    await enter(v, 'chair');
    await open('/reviews/waivers');
    await page.getByLabel(t('waivers.requirement')).selectOption('DATA-07');
    const project = unique(lang, 'excused');
    await page.getByLabel(t('waivers.project')).fill(project);
    await page.getByLabel(t('waivers.owner')).fill('Ms Zhao');
    await page.getByLabel(t('waivers.expires')).fill('2027-01-31');
    await page.getByLabel(t('interests.reason')).fill('目录另行报送');
    await axe('waivers');
    await page.getByRole('button', { name: t('waivers.save'), exact: true }).click();
    const row = page.getByRole('row', { name: new RegExp(project) });
    await row.getByRole('button').click();
    await row.waitFor({ state: 'detached' });
    await page.getByLabel(t('waivers.past')).check();
    await row.waitFor();
  },
  'the chair closes a submission, and nothing more is written': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v, 'chair');
    const s = await service.submit(unique(lang, 'closed'), example('f06-tiny-orchard-pest'));
    await open(`/reviews/of/${s.id}`);
    await page.getByRole('button', { name: t('submission.close'), exact: true }).click();
    await page.getByRole('button', { name: t('submission.closeYes') }).click();
    await page.getByRole('button', { name: t('submission.close'), exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: t('submission.people') }).click();
    await page.getByText(t('people.none')).waitFor();
    expect(await page.getByLabel(t('people.assign')).count(), 0, 'ways to assign');
    await axe('closed');
  },
  'an applicant is told what taking back does, and takes back': async (v) => {
    const { page, open, t, axe, lang } = v;
    const service = await enter(v, 'applicant');
    const s = await service.submit(unique(lang, 'back'), example('f06-tiny-orchard-pest'));
    await open(`/reviews/of/${s.id}`);
    await page.getByRole('button', { name: t('say.withdraw'), exact: true }).click();
    await page.getByText(t('say.withdrawWhat')).waitFor();
    await axe('taking back');
    await page.getByRole('button', { name: t('submission.cancel'), exact: true }).click();
    await page.getByRole('button', { name: t('say.withdraw'), exact: true }).click();
    await page.getByRole('button', { name: t('say.withdrawYes') }).click();
    await page.getByText(t('say.withdrawWhat')).waitFor({ state: 'detached' });
    expect((await service.request('applicant', 'GET', `/v1/submissions/${s.id}`)).withdrawn !== undefined, true, 'taken back');
  },
  'tabs are moved between by the arrows': async (v) => {
    const { page, open, t, lang } = v;
    const service = await enter(v, 'chair');
    const s = await service.submit(unique(lang, 'arrows'), example('f06-tiny-orchard-pest'));
    await open(`/reviews/of/${s.id}`);
    await page.getByRole('tab', { name: t('submission.results') }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent), t('submission.notes'), 'the next tab');
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.textContent), t('submission.people'), 'the last tab');
  },
};

/** A reviewer opens the submission from the queue and says what EMPL-01 is. */
async function review(v, browser, service, s, who, status) {
  const { t, lang } = v;
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await as(service, who, { context, page });
  await page.goto(`${service.address}/reviews`);
  await page.getByRole('link', { name: s.reference, exact: true }).click();
  const card = page.locator('#r-EMPL-01');
  await card.locator('summary').click();
  await card.getByLabel(t('say.status')).selectOption(status);
  await card.getByLabel(t('say.reason')).fill(`${who}: ${status}`);
  await card.getByRole('button', { name: t('say.save'), exact: true }).click();
  await card.locator('.said', { hasText: `${who}: ${status}` }).waitFor();
  await context.close();
}
