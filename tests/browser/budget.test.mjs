// A first visit stays small: bytes on the wire, requests, style, script, and nothing from elsewhere.
import { brotliCompressSync } from 'node:zlib';
import { must, none, open, signIn } from './lib.mjs';
import { visit } from './pages.mjs';

const FIRST_VISIT = 30_000;
const REQUESTS = 4;
const HTML = 14_000;
const CSS = 8_000;
const JS = 3_000;

export default async function budget(runner, { browser, demo, pages }) {
  for (const state of pages.filter((each) => each.core)) {
    await runner.test(`${state.name}: a first visit stays small`, async () => {
      const seen = await measure(browser, demo, state);
      none(seen.filter((each) => new URL(each.url).origin !== demo.base).map((each) => each.url), 'requests to others');
      none(seen.filter((each) => each.type === 'Font').map((each) => each.url), 'web fonts');
      const bytes = seen.reduce((sum, each) => sum + each.bytes, 0);
      const document = seen.find((each) => each.type === 'Document');
      const report = seen.map((each) => `${each.type} ${each.bytes} ${each.url}`).join('\n  ');
      must(bytes <= FIRST_VISIT, `${bytes} bytes on the wire, at most ${FIRST_VISIT}:\n  ${report}`);
      // the mark is also the page's icon: the browser asks for it twice and takes it from its cache once
      const asked = new Set(seen.map((each) => each.url)).size;
      must(asked <= REQUESTS, `${asked} requests, at most ${REQUESTS}:\n  ${report}`);
      must(document.bytes <= HTML, `${document.bytes} bytes of HTML, at most ${HTML}`);
      for (const [type, limit] of [['Stylesheet', CSS], ['Script', JS]]) {
        const size = await compressed(seen.filter((each) => each.type === type));
        must(size <= limit, `${size} bytes of ${type} in brotli, at most ${limit}`);
      }
    });
  }
}

/** Every request of a first visit with an empty cache: address, kind, bytes with headers. */
async function measure(browser, demo, state) {
  const context = await open(browser, demo);
  try {
    if (state.role) {
      const entrance = await context.newPage();
      await signIn(entrance, demo.account(state.role));
      await entrance.close();
    }
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.clearBrowserCache');
    const seen = new Map();
    wire.on('Network.requestWillBeSent', ({ requestId, request, type }) => seen.set(requestId, { url: request.url, type, bytes: 0 }));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const each = seen.get(requestId);
      if (each) each.bytes = encodedDataLength;
    });
    await visit(page, state, 'ja');
    await page.waitForLoadState('networkidle');
    return [...seen.values()].filter((each) => each.url.startsWith('http'));
  } finally {
    await context.close();
  }
}

async function compressed(resources) {
  let sum = 0;
  for (const { url } of resources) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    sum += brotliCompressSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return sum;
}
