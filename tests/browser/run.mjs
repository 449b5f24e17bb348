// Starts the demo and a browser, runs the named tests (all without names), prints the sum.
//   node run.mjs [a11y|html|budget|nojs|keyboard|ics …] [--only TEXT] [--base URL] [--pages /,/resources]
import { Demo, Runner, launch, open, signIn } from './lib.mjs';
import { discover, filled } from './pages.mjs';

const TESTS = ['budget', 'nojs', 'keyboard', 'ics', 'html', 'a11y'];

function option(name) {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
}

async function main() {
  const base = option('--base');
  const only = option('--pages')?.split(',');
  const wanted = TESTS.filter((name) => process.argv.includes(name));
  const runner = new Runner(option('--only'));
  const demo = await Demo.start(base);
  let browser;
  try {
    browser = await launch();
    const pages = filled(only ? {} : await learn(browser, demo), only);
    for (const name of wanted.length ? wanted : TESTS) {
      console.log(`\n${name}`);
      const { default: tests } = await import(`./${name}.test.mjs`);
      await runner.stage(`${name} did not run to its end`, () => tests(runner, { browser, demo, pages }));
    }
  } catch (error) {
    runner.failed += 1;
    console.log(`FAIL before the tests\n       ${error.stack}`);
  } finally {
    await browser?.close();
    await demo.stop();
  }
  if (runner.failed && demo.log) console.log(`\nend of the server's log:\n${demo.log.slice(-3000)}`);
  console.log(`\n${runner.passed} passed, ${runner.failed} failed`);
  process.exitCode = runner.failed ? 1 : 0;
}

async function learn(browser, demo) {
  const contexts = [];
  const window = async (role) => {
    const context = await open(browser, demo);
    contexts.push(context);
    const page = await context.newPage();
    await signIn(page, demo.account(role));
    return page;
  };
  const found = await discover(await window('researcher'), await window('manager'), await window('biobank_manager'));
  for (const context of contexts) await context.close();
  return found;
}

await main();
