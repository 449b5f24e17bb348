// Keyboard only: the slot table is one stop, arrows move in it, the focus is always somewhere to be seen.
import { must, none, open, same } from './lib.mjs';

const MOST_STOPS = 120;

export default async function keyboard(runner, { browser, demo, pages }) {
  const resource = pages.find((state) => state.name === 'resource') ?? pages[0];
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
    await runner.test(`the slot table is one tab stop ${how}`, () =>
      alone(browser, demo, { javaScriptEnabled }, async (page) => {
        await page.goto(resource.path);
        const stops = await walk(page);
        same(stops.filter((stop) => stop.name === 'start').length, 1, 'stops in the slot table');
        none(stops.filter((stop) => stop.hidden).map((stop) => stop.text), 'stops that cannot be seen');
      }),
    );
  }
  await runner.test('arrows move in the slot table and the panel speaks', () =>
    alone(browser, demo, {}, async (page) => {
      await page.goto(resource.path);
      await page.locator('main input[name=start]:not([disabled])').first().focus();
      await page.keyboard.press('Space');
      const first = await chosen(page);
      const seen = new Set([first]);
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown']) {
        await page.keyboard.press(key);
        seen.add(await chosen(page));
      }
      must(first && seen.size > 1, `the arrows choose nothing else than ${first}`);
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent.trim());
      const focus = await page.evaluate(() => document.activeElement?.getAttribute('name'));
      same(focus, 'start', 'the focus after the panel was replaced');
      must(new URL(page.url()).searchParams.get('start'), 'the choice is not in the address');
    }),
  );
  await runner.test('the first stop of every page is the way to its content', () =>
    alone(browser, demo, {}, async (page) => {
      const wrong = [];
      for (const state of pages.filter((each) => !each.role && !each.act)) {
        await page.goto(state.path);
        await page.keyboard.press('Tab');
        const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
        const there = target?.startsWith('#') && (await page.locator(`[id="${target.slice(1)}"]`).count());
        if (there !== 1) wrong.push(`${state.name}: ${target}`);
      }
      none(wrong, 'pages without a skip link');
    }),
  );
}

async function alone(browser, demo, options, body) {
  const context = await open(browser, demo, options);
  try {
    await body(await context.newPage());
  } finally {
    await context.close();
  }
}

function chosen(page) {
  return page.evaluate(() => document.querySelector('main input[name=start]:checked')?.value);
}

/** Every tab stop from the top of the page to its end. */
async function walk(page) {
  const stops = [];
  for (let step = 0; step < MOST_STOPS; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const shown = (element.labels?.[0] ?? element).getBoundingClientRect();
      return {
        name: element.getAttribute('name'),
        text: `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 30)}`,
        hidden: shown.width === 0 || shown.bottom < 0 || shown.top > innerHeight,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`more than ${MOST_STOPS} tab stops`);
}
