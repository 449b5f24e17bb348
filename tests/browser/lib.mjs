// What every browser test needs: the server, the browser, people who sign in, a runner that counts.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
export const AXE = readFileSync(join(HERE, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
export const VNU = join(HERE, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
export const WIDTHS = [1280, 390, 320];
export const LANGUAGES = ['ja', 'en'];

/** Longest wait for anything in a page; nothing here may hang. */
const PATIENCE = 10_000;
const START_PATIENCE = 60_000;

export class Runner {
  passed = 0;
  failed = 0;
  #only;

  constructor(only = '') {
    this.#only = only;
  }

  async test(name, body) {
    if (this.#only && !name.includes(this.#only)) return;
    const started = Date.now();
    if (await this.stage(name, body)) {
      this.passed += 1;
      console.log(`ok   ${name} (${Date.now() - started} ms)`);
    }
  }

  /** Runs what is no test itself; counts only when it breaks. */
  async stage(name, body) {
    try {
      await body();
      return true;
    } catch (error) {
      this.failed += 1;
      const [message, ...stack] = String(error?.stack ?? error).split(/\n(?=\s+at )/);
      const where = stack.find((line) => !/node_modules|node:internal|lib\.mjs/.test(line)) ?? '';
      console.log(`FAIL ${name}\n       ${message.split('\n').slice(0, 25).join('\n       ')}\n   ${where.trim()}`);
      return false;
    }
  }
}

export function must(truth, message) {
  if (!truth) throw new Error(message);
}

export function same(actual, expected, what) {
  must(actual === expected, `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

export function none(list, what) {
  must(list.length === 0, `${list.length} ${what}:\n  ${list.slice(0, 20).join('\n  ')}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The demo, started fresh in a folder of its own. `base` given: someone else's server is used as it is. */
export class Demo {
  base;
  accounts = [];
  log = '';
  #process;
  #folder;

  static async start(base) {
    const demo = new Demo();
    if (base) {
      demo.base = base.replace(/\/$/, '');
      return demo;
    }
    const binary = process.env.MADOGUCHI_BIN ?? join(ROOT, 'target', 'debug', 'madoguchi');
    must(existsSync(binary), `no program at ${binary}: run cargo build first`);
    demo.#folder = mkdtempSync(join(tmpdir(), 'madoguchi-browser-'));
    const port = await freePort();
    demo.#process = spawn(binary, ['demo', '--port', String(port), '--data', demo.#folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk) => {
      demo.log = (demo.log + chunk).slice(-200_000);
    };
    demo.#process.stdout.on('data', keep);
    demo.#process.stderr.on('data', keep);
    demo.base = `http://127.0.0.1:${port}`;
    await demo.#ready();
    demo.accounts = JSON.parse(readFileSync(join(demo.#folder, 'demo-accounts.json'), 'utf8'));
    return demo;
  }

  async #ready() {
    const until = Date.now() + START_PATIENCE;
    while (Date.now() < until) {
      must(this.#process.exitCode === null, `the server ended at once:\n${this.log}`);
      try {
        const answer = await fetch(`${this.base}/healthz`, { signal: AbortSignal.timeout(1000) });
        await answer.arrayBuffer();
        if (answer.status < 500) return;
      } catch {
        // not listening yet
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the server was not ready after ${START_PATIENCE} ms:\n${this.log}`);
  }

  /** The n-th account with this role. */
  account(role, nth = 0) {
    const found = this.accounts.filter((account) => account.role.endsWith(role));
    must(found.length > nth, `no demo account ${nth} with role ${role}`);
    return found[nth];
  }

  async stop() {
    const child = this.#process;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    }
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh window with nobody signed in. */
export async function open(browser, demo, options = {}) {
  const { width = 1280, language = 'ja', ...rest } = options;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    baseURL: demo.base,
    ...rest,
  });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

/** The address in this language: Japanese has no prefix. */
export function address(language, path) {
  return language === 'en' ? `/en${path}`.replace(/\/$/, '').replace('/en/?', '/en?') : path;
}

export async function signIn(page, account, language = 'ja') {
  await page.goto(address(language, '/signin'));
  await fillSignIn(page, account);
}

export async function fillSignIn(page, account) {
  await page.fill('main input[name=email]', account.email);
  await page.fill('main input[name=password]', account.password);
  await submit(page, 'main form:has(input[name=password])');
  must(!new URL(page.url()).pathname.endsWith('/signin'), `sign-in as ${account.email} was refused`);
}

/** Presses the first button of a form (or the button itself) and waits for the next page. */
export async function submit(page, form) {
  const button = page.locator(`:is(${form}) button:not([type=button]), button:is(${form})`).first();
  const inner = form.replaceAll(/(^|,\s*)main /g, '$1');
  const folded = page.locator(`main details:not([open]):has(${inner})`);
  if (await folded.count()) await folded.first().locator('summary').click();
  await Promise.all([page.waitForEvent('framenavigated'), button.click()]);
  await page.waitForLoadState();
}

/** Collects what the browser complains about: console, exceptions, refused content. */
export async function complaints(page) {
  const list = [];
  page.on('console', (message) => {
    const expected = /status of (403|404|409|422|429)/.test(message.text()) && message.location().url === page.url();
    if (!expected) list.push(`console ${message.type()}: ${message.text()} (${page.url()})`);
  });
  page.on('pageerror', (error) => list.push(`exception: ${error.message} (${page.url()})`));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') list.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  await page.exposeFunction('reportViolation', (text) => list.push(`content security policy: ${text} (${page.url()})`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return list;
}
