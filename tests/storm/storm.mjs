// The storm: many clients book, move, repeat, wait for, decide and give up the same few slots at once, alone and
// together with other resources, with staff that attends, while managers enter, change and end outages, people take
// back what these had called off, and the server is killed in between. Writes what the server answered;
// tests/storm/check.py judges.
//
//   node storm.mjs --base URL[,URL] --accounts FILE --log FILE --attempts N --seed S
//                  [--competes SLUG] [--sets SLUG --fellow SLUG] [--attended SLUG] [--component SLUG]
//                  [--clients 64] [--seconds 1800] [--kill PIDFILE[,PIDFILE] --kills K]
import { readFileSync } from 'node:fs';
import { create, kind, wait } from './asking.mjs';
import { change } from './changing.mjs';
import { attempts, deed, isOver, reached, report } from './deeds.mjs';
import { outages } from './outages.mjs';
import { formOf, lengthsOf, links, startsOf } from './pages.mjs';
import { agent, awake, signInAll } from './session.mjs';
import { ATTEMPTS, BASES, CLIENTS, DEADLINE, chance, options, pause, pick } from './setting.mjs';
import { FELLOW, SUPPORT, alive, calm, hot, managersOf } from './standing.mjs';

const RESOURCES = options.attended ? 4 : 3;
const SLOTS = 20;
/** So many are asked for at the times of sets. */
const CALM = 0.08;
/** The week of the storm is one of the next few: holidays may close some of them. */
const WEEKS = 5;

// ---- the world of the storm -----------------------------------------------------

/** Those with a part of their own in the storm come first; others only where these are fewer. */
async function resources(session) {
  const free = links((await session.get('/resources')).text, /^\/requests\/new\?.*start=/);
  const offered = free.map((href) => new URL(href, 'http://x').searchParams.get('resource'));
  const named = [
    // another facility's, which decides for itself, and the one with which it is asked for
    options.fellow,
    options.sets,
    // requests for it compete for the same time until a manager chooses
    options.competes,
    // staff attends some uses of it, fewer at once than it has units
    options.attended,
  ];
  return [...new Set([...named, ...offered])].filter((slug) => slug && slug !== options.component).slice(0, RESOURCES);
}

/** A few starts of each: everybody wants the same, and all in one week, so that what they share is wanted too. */
async function hotSlots(session, slugs) {
  for (let weeks = 1; weeks <= WEEKS; weeks += 1) {
    const day = new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
    const slots = [];
    for (const slug of slugs) {
      const page = (await session.get(`/resources/${slug}?week=${day}`)).text;
      const lengths = lengthsOf(page).slice(0, 3);
      for (const start of startsOf(page).slice(0, SLOTS)) slots.push({ slug, start, lengths });
    }
    if (slots.length === SLOTS * slugs.length && slots.every(({ lengths }) => lengths.length)) return slots;
  }
  throw new Error(`no week with ${SLOTS} free starts of each of ${slugs}`);
}

/** Times at which both of a set are free, that week and in the next ones, but for those that all want. */
async function calmSlots(session, slots) {
  if (!options.sets) return [];
  const found = [];
  const { start: first, lengths } = slots.find(({ slug }) => slug === options.sets);
  for (let weeks = 0; weeks < WEEKS && found.length < SLOTS; weeks += 1) {
    const day = new Date(Date.parse(first.slice(0, 10)) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
    const offered = [];
    for (const slug of [options.sets, options.fellow]) offered.push(startsOf((await session.get(`/resources/${slug}?week=${day}`)).text));
    found.push(...offered[0].filter((start) => offered[1].includes(start) && !slots.some((slot) => slot.start === start)));
  }
  return found.map((start) => ({ slug: options.sets, start, lengths: lengths.slice(0, 1), box: FELLOW }));
}

let killed = 0;

const inHand = new Set();
/** Sets are few, and take several deeds: mostly somebody sees to each, while others may do so too. */
async function changeOne(managers) {
  const idle = alive.filter(({ set }) => set.length > 1 && !inHand.has(set));
  if (!idle.length || chance() > 0.3) return change(managers, pick(alive));
  const booking = pick(idle);
  inHand.add(booking.set);
  await change(managers, booking);
  return inHand.delete(booking.set);
}

async function client(session, managers, slots) {
  const forms = new Map();
  while (!isOver()) {
    const busy = alive.length > slots.length / 3;
    if (session.waits.length && chance() < 0.3) await wait(session, forms);
    else if (alive.length && chance() < (busy ? 0.6 : 0.25)) await changeOne(managers);
    else await create(session, forms, pick(calm.length && chance() < CALM ? calm : slots));
  }
}

/** The last wave: four rivals for each slot at the same moment, and nobody takes anything back, so
 * that the judge, who sees only what is left, would find two of them side by side. */
async function lastWave(people, slots) {
  for (const slot of slots) {
    const len = slot.lengths[0];
    const rivals = people.slice(0, 4);
    const forms = [];
    for (const session of rivals) {
      const query = new URLSearchParams({ resource: slot.slug, start: slot.start, len });
      const form = { ...formOf((await session.get(`/requests/new?${query}`)).text, '/requests').fields, start: slot.start, len };
      if (slot.slug === options.attended) form.support_mode = SUPPORT[1];
      forms.push(form);
    }
    await Promise.all(rivals.map((session, at) => deed(session, 'create', forms[at].id, '/requests', forms[at], forms[at].id, kind(forms[at]))));
  }
}

/** False while the server is not there: its keeper is just starting it again. */
function killServer(file) {
  const id = Number(readFileSync(file, 'utf8'));
  if (!(id > 1)) return false; // half written; and 0 would be ourselves
  try {
    return process.kill(id, 'SIGKILL');
  } catch {
    return false;
  }
}

/** Kills a server without warning, at moments spread over the storm; its keeper starts it again. */
async function kill() {
  const files = options.kill?.split(',') ?? [];
  const kills = files.length ? Number(options.kills ?? 0) : 0;
  for (let done = 0; done < kills; done += 1) {
    const moment = ((done + 0.3 + 0.6 * chance()) / kills) * ATTEMPTS;
    await reached(moment);
    const file = pick(files);
    while (!killServer(file) && Date.now() < DEADLINE) await pause(20);
    killed += 1;
    console.log(`killed the server of ${file.split('/').pop()} after ${attempts} attempts`);
  }
}

async function main() {
  for (const base of BASES) await awake(base);
  const accounts = JSON.parse(readFileSync(options.accounts, 'utf8'));
  const researchers = accounts.filter(({ role }) => role.endsWith('researcher'));
  const managing = accounts.filter(({ role }) => role.endsWith('manager')).slice(0, 64);
  const people = await signInAll(researchers, CLIENTS);
  const managers = await signInAll(managing, managing.length);
  const slugs = await resources(people[0]);
  const slots = await hotSlots(people[0], slugs);
  hot.push(...slots);
  calm.push(...(await calmSlots(people[0], slots)));
  console.log(`${people.length} clients, ${managers.length} managers, ${slots.length} slots, ${calm.length} for sets only`);
  const began = Date.now();
  const still = options.component ? [...slugs, options.component] : slugs;
  const hotOf = (slug) => slots.filter((slot) => slot.slug === slug || slug === options.component);
  const clients = people.map((session) => client(session, managers, slots));
  await Promise.all([...clients, kill(), outages(managers, people, still, hotOf)]);
  await lastWave(people, slots);
  agent.destroy();
  await report((Date.now() - began) / 1000, killed);
  const undecided = slugs.filter((slug) => !managersOf.has(slug));
  if (undecided.length) throw new Error(`nobody could decide about ${undecided}`);
}

await main();
