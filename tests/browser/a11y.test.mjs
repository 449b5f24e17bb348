// Every page × width × language: axe finds nothing, nothing overflows, the browser complains about nothing.
import { AXE, LANGUAGES, WIDTHS, complaints, none, open, signIn } from './lib.mjs';
import { visit } from './pages.mjs';

export default async function a11y(runner, { browser, demo, pages }) {
  for (const language of LANGUAGES) {
    for (const role of new Set(pages.map((state) => state.role))) {
      // one window obeys the content security policy, the other lets axe in
      const strict = await open(browser, demo, { language });
      const lenient = await open(browser, demo, { language, bypassCSP: true });
      for (const context of role ? [strict, lenient] : []) {
        const page = await context.newPage();
        await signIn(page, demo.account(role), language);
        await page.close();
      }
      for (const state of pages.filter((each) => each.role === role)) {
        const name = `${language} ${state.name}`;
        await runner.test(`${name}: the browser complains about nothing`, () => silent(strict, state, language));
        await runner.test(`${name}: axe finds nothing, nothing overflows`, () => inspect(lenient, state, language));
      }
      await strict.close();
      await lenient.close();
    }
  }
}

async function silent(context, state, language) {
  const page = await context.newPage();
  try {
    const list = await complaints(page);
    await visit(page, state, language);
    await page.waitForLoadState('networkidle');
    none(list, 'complaints');
    const tongue = await page.getAttribute('html', 'lang');
    none(tongue?.startsWith(language) ? [] : [`<html lang="${tongue}">`], 'wrong languages');
  } finally {
    await page.close();
  }
}

async function inspect(context, state, language) {
  const page = await context.newPage();
  try {
    await visit(page, state, language);
    await page.evaluate(AXE);
    const wrong = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const seen = await page.evaluate(async () => {
        const { violations } = await window.axe.run({ reporter: 'v2' });
        const root = document.scrollingElement;
        return {
          violations: violations.map(({ id, impact, nodes }) => `${id} (${impact}, ${nodes.length}×) ${nodes[0].html.slice(0, 160)}`),
          over: root.scrollWidth - root.clientWidth,
        };
      });
      wrong.push(...seen.violations.map((text) => `${width} px: ${text}`));
      if (seen.over > 0) wrong.push(`${width} px: the page is ${seen.over} px too wide`);
    }
    none(wrong, `faults on ${page.url()}`);
  } finally {
    await page.close();
  }
}
