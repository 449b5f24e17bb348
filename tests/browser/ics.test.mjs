// Calendars as a calendar program reads them: ical.js is the parser of one. The tests in Rust read the same
// hostile file with another parser.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { must, open, same, signIn, submit } from './lib.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const HOSTILE = join(HERE, '../../src/notice/ics/tests/snapshots/madoguchi__notice__ics__tests__reading__hostile.snap');
const PROPERTIES = new Set([
  'uid', 'dtstamp', 'last-modified', 'sequence', 'dtstart', 'dtend', 'summary', 'location', 'status', 'transp', 'class',
  'description', 'url', 'organizer',
]);

export default async function ics(runner, { browser, demo }) {
  await runner.test('ics: hostile text stays text', () => {
    const [, , text] = readFileSync(HOSTILE, 'utf8').split(/^---$/m);
    const events = read(text.trimStart().replaceAll('\n', '\r\n'));
    same(events.length, 9, 'events');
    const summaries = events.map((event) => event.summary);
    must(summaries.includes('a\nEND:VEVENT\nBEGIN:VEVENT'), `the text is whole: ${JSON.stringify(summaries)}`);
    must(summaries.includes('back\\slash; semi, comma: colon "quote"'), 'escapes are read back');
    must(summaries.includes('漢字😀é'.repeat(60)), 'folding cuts no character');
    for (const event of events) same(event.description, event.summary, 'both say the same');
  });
  if (!demo.accounts.length) return;
  await runner.test('ics: a feed of one’s own bookings', () => feed(browser, demo, 'researcher', 'mine'));
  await runner.test('ics: a feed of a facility', () => feed(browser, demo, 'manager', undefined));
  await runner.test('ics: a booking as a file', async () => {
    await signedIn(browser, demo, 'researcher', async (page) => {
      await page.goto('/my/requests');
      const href = await page.getAttribute('main a[href^="/requests/"]', 'href');
      const answer = await page.request.get(`${href.replace(/\/edit$/, '')}/booking.ics`);
      same(answer.status(), 200, 'status');
      same(read(await answer.text()).length, 1, 'events');
    });
  });
}

/** Makes a feed, reads it as a program without a session does, and stops it. */
async function feed(browser, demo, role, about) {
  await signedIn(browser, demo, role, async (page) => {
    await page.goto('/my/feeds');
    const first = await page.getAttribute('main select[name=about] optgroup:nth-of-type(2) option', 'value').catch(() => null);
    await page.selectOption('main select[name=about]', about ?? first);
    await submit(page, 'main form[action$="/my/feeds"]');
    const address = await page.inputValue('#address');
    const answer = await fetch(new URL(new URL(address).pathname, demo.base));
    same(answer.status, 200, 'status');
    const events = read(await answer.text());
    must(events.length > 0, 'the demo has bookings');
    await page.goto('/my/feeds');
    await submit(page, 'main form[action$="/close"]');
    const gone = await fetch(new URL(new URL(address).pathname, demo.base));
    same(gone.status, 404, 'after it was stopped');
  });
}

async function signedIn(browser, demo, role, body) {
  const context = await open(browser, demo);
  try {
    const page = await context.newPage();
    await signIn(page, demo.account(role));
    await body(page);
  } finally {
    await context.close();
  }
}

/** The events of a calendar, each of which holds what it must and nothing else. */
function read(text) {
  for (const line of text.split('\r\n')) must(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets`);
  const calendar = new ICAL.Component(ICAL.parse(text));
  same(calendar.name, 'vcalendar', 'the file');
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
  same(zone.tzid, 'Asia/Tokyo', 'the time zone');
  const events = calendar.getAllSubcomponents('vevent');
  same(calendar.getAllSubcomponents().length, events.length + 1, 'parts of the file');
  const uids = new Set();
  for (const event of events) {
    for (const property of event.getAllProperties()) must(PROPERTIES.has(property.name), `unknown property ${property.name}`);
    same(event.getAllSubcomponents().length, 0, 'parts of an event');
    must(['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(event.getFirstPropertyValue('status')), 'its status');
    const start = event.getFirstPropertyValue('dtstart').convertToZone(zone);
    const end = event.getFirstPropertyValue('dtend').convertToZone(zone);
    must(start.compare(end) < 0, 'it ends after it starts');
    same(event.getFirstProperty('dtstart').getParameter('tzid'), 'Asia/Tokyo', 'the zone of its start');
    same(zone.utcOffset(start), 9 * 3600, 'ahead of UTC');
    uids.add(event.getFirstPropertyValue('uid'));
  }
  same(uids.size, events.length, 'uids');
  return events.map((event) => new ICAL.Event(event));
}
