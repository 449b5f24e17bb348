// The HTML of every page is valid: one run of the Nu HTML checker over all of them.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LANGUAGES, VNU, none, open, signIn } from './lib.mjs';
import { visit } from './pages.mjs';

const run = promisify(execFile);

export default async function html(runner, { browser, demo, pages }) {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-html-'));
  try {
    const written = await collect(browser, demo, pages, folder);
    const faults = await check(folder);
    for (const { name, file } of written) {
      await runner.test(`${name}: valid HTML`, () => {
        none(file ? (faults.get(file) ?? []) : ['the page could not be read'], 'errors');
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function collect(browser, demo, pages, folder) {
  const written = [];
  for (const language of LANGUAGES) {
    for (const role of new Set(pages.map((state) => state.role))) {
      const context = await open(browser, demo, { language, javaScriptEnabled: false });
      const page = await context.newPage();
      if (role) await signIn(page, demo.account(role), language);
      for (const state of pages.filter((each) => each.role === role)) {
        const entry = { name: `${language} ${state.name}`, file: '' };
        written.push(entry);
        try {
          const text = await (await visit(page, state, language)).text();
          entry.file = `${written.length}.html`;
          writeFileSync(join(folder, entry.file), text);
        } catch (error) {
          console.log(`     ${entry.name}: ${error.message.split('\n')[0]}`);
        }
      }
      await context.close();
    }
  }
  return written;
}

/** Errors by file name. */
async function check(folder) {
  const options = ['-Xmx512m', '-Xss8m', '-jar', VNU, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', folder];
  const { stdout } = await run('java', options, { maxBuffer: 64 * 1024 * 1024, timeout: 300_000 });
  const faults = new Map();
  for (const message of JSON.parse(stdout).messages) {
    if (message.type === 'info' && message.subType !== 'warning') continue;
    if (message.type === 'info') {
      console.log(`     warning: ${message.message}`);
      continue;
    }
    const file = message.url.split('/').pop();
    const line = `line ${message.lastLine}: ${message.message} ${message.extract?.trim() ?? ''}`;
    faults.set(file, [...(faults.get(file) ?? []), line]);
  }
  return faults;
}
