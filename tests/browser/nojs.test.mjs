// The main job without JavaScript: find, choose, sign in, request, mend, withdraw; a manager approves.
import { fillSignIn, must, none, open, same, signIn, submit } from './lib.mjs';

const FORM = 'main form[action$="/requests"]';
const APPROVE = 'main button[formaction$="/approve"]';
/** From the first page to the sent request, sign-in included (goal G15 a). */
const MOST_CLICKS = 10;
const MOST_TYPED = 8;
/** From the list of rules to the version that is published (goal G15 d). */
const MOST_STEPS = 7;

export default async function nojs(runner, { browser, demo }) {
  const made = { withdrawn: undefined, approved: undefined };
  await runner.test('a newcomer finds, requests, mends and withdraws', async () => {
    await alone(browser, demo, async (page) => {
      made.withdrawn = await request(page, demo, { mistakes: true });
      await withdraw(page, made.withdrawn);
    });
  });
  await runner.test('a manager approves', async () => {
    await alone(browser, demo, async (page) => {
      made.approved = await request(page, demo, { mistakes: false });
    });
    await approve(browser, demo, made.approved);
  });
  await runner.test('an officer amends a rule, compares, weighs, publishes and recalls', async () => {
    await alone(browser, demo, (page) => amend(page, demo));
  });
  await runner.test('the same form sent twice makes one request', async () => {
    await alone(browser, demo, async (page) => {
      await toForm(page, demo, count());
      const id = await page.inputValue(`${FORM} input[name=id]`);
      await fill(page, count());
      await submit(page, FORM);
      await page.goBack();
      await fill(page, count());
      await submit(page, FORM);
      await page.goto('/my/requests');
      same(await page.locator(`main a[href="/requests/${id}"]`).count() > 0, true, 'the request is listed');
    });
  });
}

async function alone(browser, demo, body) {
  const context = await open(browser, demo, { javaScriptEnabled: false });
  try {
    await body(await context.newPage());
  } finally {
    await context.close();
  }
}

function count() {
  return { clicks: 0, typed: 0 };
}

async function press(page, selector, effort) {
  effort.clicks += 1;
  await Promise.all([page.waitForEvent('framenavigated'), page.locator(selector).first().click()]);
  await page.waitForLoadState();
}

/** Home → results → resource → slot → sign in → form. */
async function toForm(page, demo, effort) {
  await page.goto('/');
  await page.fill('main input[name=q]', '顕微鏡');
  effort.typed += 1;
  effort.clicks += 1;
  await Promise.all([page.waitForEvent('framenavigated'), page.press('main input[name=q]', 'Enter')]);
  await page.waitForLoadState();
  const slot = await page.locator('main a[href*="/requests/new?"]').first().getAttribute('href');
  const slug = new URL(slot, 'http://x').searchParams.get('resource');
  await press(page, `main a[href="/resources/${slug}"]`, effort);
  await page.locator('main input[name=start]:not([disabled])').last().check({ force: true });
  effort.clicks += 1;
  await press(page, 'main form:has(input[name=start]) button:not([type=button])', effort);
  await press(page, 'main a[href*="requests/new"], main a[href*="requests%2Fnew"]', effort);
  if (await page.locator('main input[name=password]').count()) {
    effort.clicks += 1;
    effort.typed += 2;
    await fillSignIn(page, demo.account('researcher'));
  }
  must(new URL(page.url()).pathname === '/requests/new', `after sign-in: ${page.url()}, not the form`);
}

/** Answers a question whatever its control is; leaves out what is not asked. */
async function answer(page, name, value, effort) {
  const controls = page.locator(`${FORM} [name="${name}"]:not([type=hidden])`);
  if ((await controls.count()) === 0) return;
  const first = controls.first();
  const kind = await first.evaluate((element) => element.type);
  if (kind === 'checkbox' || kind === 'radio') {
    if (await controls.evaluateAll((all) => all.some((each) => each.checked))) return;
    effort.clicks += 1;
    await first.check({ force: true });
  } else if (kind === 'select-one') {
    const options = await first.locator('option').evaluateAll((all) => all.map((each) => each.value).filter(Boolean));
    effort.clicks += 1;
    await first.selectOption(options[0]);
  } else {
    effort.typed += 1;
    await first.fill(value);
  }
}

async function fill(page, effort) {
  await answer(page, 'purpose', '膜タンパク質の単粒子解析', effort);
  await answer(page, 'sample', '精製タンパク質 20 µL', effort);
  await answer(page, 'safety', 'BSL1', effort);
  await answer(page, 'support_mode', 'assisted', effort);
  await answer(page, 'project_number', '26am0000001', effort);
  await answer(page, 'agree', '', effort);
}

/** Sends a request and returns its id. */
async function request(page, demo, { mistakes }) {
  const effort = count();
  await toForm(page, demo, effort);
  const id = await page.inputValue(`${FORM} input[name=id]`);
  if (mistakes) await mend(page);
  await fill(page, effort);
  effort.clicks += 1;
  await submit(page, FORM);
  const path = new URL(page.url()).pathname;
  must(path.startsWith('/requests/') && path !== '/requests/new', `not sent: ${page.url()}: ${await summary(page)}`);
  must(effort.clicks <= MOST_CLICKS, `${effort.clicks} clicks, at most ${MOST_CLICKS}`);
  must(effort.typed <= MOST_TYPED, `${effort.typed} typed fields, at most ${MOST_TYPED}`);
  return id;
}

function summary(page) {
  return page.locator('main [role=alert]').first().innerText({ timeout: 1000 }).catch(() => 'no error summary');
}

/** Sends the form half empty: every reason is shown beside a link to its field, and what was typed stays. */
async function mend(page) {
  const typed = 'これは残る';
  await page.fill(`${FORM} [name=sample]`, typed).catch(() => {});
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    submit(page, FORM),
  ]);
  same(response.status(), 422, 'status of a form with mistakes');
  const links = await page.$$eval('main [role=alert] a[href^="#"]', (all) => all.map((a) => a.getAttribute('href')));
  must(links.length > 0, 'no error summary with links to the fields');
  const lost = [];
  for (const link of links) if ((await page.locator(`[id="${link.slice(1)}"]`).count()) !== 1) lost.push(link);
  none(lost, 'links of the error summary lead nowhere');
  const kept = page.locator(`${FORM} [name=sample]`);
  if (await kept.count()) same(await kept.inputValue(), typed, 'what was typed');
}

async function withdraw(page, id) {
  await page.goto('/my/requests');
  await press(page, `main a[href="/requests/${id}"]`, count());
  await submit(page, 'main form[action$="/withdraw"]');
  await page.goto(`/requests/${id}`);
  same(await page.locator('main form[action$="/withdraw"]').count(), 0, 'ways to withdraw again');
}

/** The first manager who may see the request approves it. */
async function approve(browser, demo, id) {
  must(id, 'there is no request to approve');
  for (const account of demo.accounts.filter((each) => each.role === 'facility_manager')) {
    const done = await approveAs(browser, demo, account, id);
    if (done) return;
  }
  throw new Error(`no manager sees request ${id}`);
}

async function approveAs(browser, demo, account, id) {
  let done = false;
  await alone(browser, demo, async (page) => {
    await signIn(page, account);
    const response = await page.goto(`/manage/requests/${id}`);
    if (response.status() !== 200) return;
    await submit(page, APPROVE);
    await page.goto(`/manage/requests/${id}`);
    same(await page.locator(APPROVE).count(), 0, 'ways to approve again');
    done = true;
  });
  return done;
}

/** List of rules → draft → article with its parameter → changes → impact → day → published. */
async function amend(page, demo) {
  const effort = count();
  const unit = 'riken-yokohama-nmr';
  await signIn(page, demo.account('institution_officer'));
  await page.goto('/institution/rules');
  await press(page, `main form:has(input[value=${unit}]) button`, effort);
  await press(page, 'main li:has(.chip) a[href*="/draft/articles/"]', effort);
  const text = '改正の見本として、この文を加える。';
  await page.fill('main [name=body_ja]', `${await page.inputValue('main [name=body_ja]')}\n\n${text}`);
  await press(page, 'main button[value=diff]', effort);
  must((await page.locator('main ins').allInnerTexts()).join().includes(text), 'the change is not among the changes');
  await press(page, 'main a[href$="/draft/impact"].btn', effort);
  await press(page, 'main a[href*="/draft/publish?on="]', effort);
  const version = await page.inputValue('main [name=version]');
  await press(page, 'main form[action$="/publish"] button', effort);
  same(new URL(page.url()).pathname, '/institution/rules', `not published: ${await summary(page)}`);
  must(effort.clicks <= MOST_STEPS, `${effort.clicks} steps, at most ${MOST_STEPS}`);
  const link = `main a[href="/rules/${unit}/${version}"]`;
  same((await page.locator(link).count()) > 0, true, 'the version is scheduled');
  await page.locator(`main summary:has-text("${version}")`).first().click();
  await press(page, `main form[action$="/${unit}/recall"] button`, count());
  same(await page.locator(link).count(), 0, 'recalled versions that are still listed');
}
