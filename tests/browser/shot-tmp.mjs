import { readFileSync } from 'node:fs';
import { launch, open, signIn, submit, address } from './lib.mjs';
const demo = { base: 'http://127.0.0.1:8105' };
const accounts = JSON.parse(readFileSync('/tmp/demo-preflight/demo-accounts.json', 'utf8'));
const account = (role, n = 0) => accounts.filter((a) => a.role.endsWith(role))[n];
const jobs = process.argv.slice(2); // name|role|lang|width|path
const browser = await launch();
for (const job of jobs) {
  const [name, role, language, width, path, act] = job.split('|');
  const context = await open(browser, demo, { width: Number(width), language });
  const page = await context.newPage();
  if (role) await signIn(page, account(role), language);
  await page.goto(address(language, path));
  if (act) await submit(page, act);
  for (const d of await page.$$('main details')) await d.evaluate((e) => { e.open = true; });
  await page.screenshot({ path: `/tmp/shots-preflight/${name}.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  console.log(name, page.url(), wide ? 'WIDE' : '');
  await context.close();
}
await browser.close();
