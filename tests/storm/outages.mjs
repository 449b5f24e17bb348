// Outages: now and then a manager says that a resource stands still from now, or soon, until into one of its hot times,
// which calls off whatever is booked until then; then it is to last longer, or less; and a little later it can be used
// again, or does not stand still at all. People take back what they had.
import { NOBODY, attempts, deed, isOver, reached, surprise } from './deeds.mjs';
import { formOf, optionsOf } from './pages.mjs';
import { ATTEMPTS, DEADLINE, chance, pause, pick } from './setting.mjs';
import { settle } from './taking.mjs';

/** One outage in so many deeds, all resources together. */
const RARE = 500;
/** It goes on for so many deeds of everybody. */
const LASTS = 100;
/** It reaches into one of so many hot times; the later ones stay as they are. */
const FIRST = 5;
/** What it touches is shown before it is entered; where others book meanwhile, it is shown anew. */
const TRIES = 60;
/** It began a little before it is entered: only what has begun can end. One that begins later is dropped. */
const [AGO, AHEAD] = [10 * 60_000, 60 * 60_000];
const HALF_AN_HOUR = 30 * 60_000;

/** As the app's forms have it, on Tokyo's clocks. */
const written = (ms) => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 16);
const read = (text) => Date.parse(`${text}:00+09:00`) / 1000;

/** Which manager may enter outages of these resources; others' resources are not on their form. */
async function inCharge(managers, slugs) {
  const found = new Map();
  for (const manager of managers) {
    const offered = optionsOf((await manager.get('/manage/outages/register')).text, 'resource');
    for (const slug of slugs.filter((slug) => offered.includes(slug))) found.set(slug, manager);
  }
  const missing = slugs.filter((slug) => !found.has(slug));
  if (missing.length) throw new Error(`nobody can enter an outage of ${missing}`);
  return found;
}

/** All outages of the storm, one at a time on each resource. `hotOf` says when a resource is wanted. */
export async function outages(managers, people, slugs, hotOf) {
  const managing = await inCharge(managers, slugs);
  const each = Math.max(1, Math.round(ATTEMPTS / RARE / slugs.length));
  const ofOne = async (slug) => {
    for (let done = 0; done < each; done += 1) {
      await reached(((done + 0.1 + 0.8 * chance()) / each) * ATTEMPTS);
      if (isOver()) return;
      const began = await begin(managing.get(slug), slug, hotOf(slug));
      if (!began) continue;
      await reached(attempts + LASTS / 2);
      await postpone(managing.get(slug), began, hotOf(slug));
      await settle(people);
      await reached(attempts + LASTS / 2);
      await end(managing.get(slug), began);
      await settle(people);
    }
  };
  await Promise.all(slugs.map(ofOne));
}

/** Into a hot time. */
const into = (start) => written(1000 * read(start) + HALF_AN_HOUR);
const startsOf = (hot) => [...new Set(hot.map(({ start }) => start))].sort();

/** What the judge has to know of it; none where others were faster again and again. The form carries the id: sent twice,
 * it is entered once. */
async function begin(manager, slug, hot) {
  const [from, until] = [written(Date.now() + (chance() < 0.3 ? AHEAD : -AGO)), into(pick(startsOf(hot).slice(0, FIRST)))];
  const query = new URLSearchParams({ resource: slug, sort: pick(['failure', 'maintenance']), stop_from: from, stop_until: until, reason: 'storm' });
  let { fields } = formOf((await manager.get(`/manage/outages/register?${query}`)).text, '/manage/outages/register');
  const id = fields.id;
  const besides = { outage: id, resource: slug, from: read(from), until: read(until) };
  for (let tries = 0; tries < TRIES && !isOver(); tries += 1) {
    const { acked, status, text } = await deed(manager, 'outage', NOBODY, '/manage/outages/register', fields, `/manage/outages/${id}`, besides);
    if (acked) return besides;
    // without an answer just the same is sent again; otherwise what the answer shows as touched now
    if (status === 422) ({ fields } = formOf(text, '/manage/outages/register'));
    else await pause(50);
  }
  // one without an answer may have been entered
  return (await manager.get(`/manage/outages/${id}`)).status === 200 ? besides : undefined;
}

/** It is expected to last until a later of the hot times, which touches more, or until before all of them, which gives
 * them back. */
async function postpone(manager, began, hot) {
  const path = `/manage/outages/${began.outage}`;
  const longer = chance() < 0.6;
  const starts = startsOf(hot);
  const until = longer ? into(pick(starts.slice(FIRST, 2 * FIRST))) : written(1000 * read(starts[0]) - HALF_AN_HOUR);
  const besides = { ...began, until: read(until), with: longer ? 'longer' : 'shorter' };
  // what it touches besides is shown first; what lasts less touches nothing, and the page shows nothing to send
  const shown = (text) => ({ csrf: manager.csrf, stop_until: until, seen: '', ...formOf(text, '/postpone').fields });
  let fields = shown((await manager.get(`${path}?stop_until=${until}`)).text);
  for (let tries = 0; tries < TRIES && !isOver(); tries += 1) {
    const { acked, status, text } = await deed(manager, 'postpone', NOBODY, `${path}/postpone`, fields, path, besides);
    if (acked) return;
    if (status === 422) fields = shown(text);
    else await pause(50);
  }
}

async function end(manager, { outage: id }) {
  const path = `/manage/outages/${id}`;
  for (let tries = 0; tries < TRIES && Date.now() < DEADLINE; tries += 1) {
    const { fields } = formOf((await manager.get(path)).text, '/end');
    if (!fields.csrf) return; // one without an answer did it
    const { acked } = await deed(manager, 'resume', NOBODY, `${path}/end`, fields, path, { outage: id });
    if (acked) return;
    await pause(100);
  }
  surprise('an outage could not be ended');
}
