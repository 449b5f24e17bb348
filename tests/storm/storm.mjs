// The storm: many clients book, move, repeat, wait for, decide and give up the same few slots at once, alone and
// together with other resources, with staff that attends, while managers enter outages and the server is killed in
// between. Writes what the server answered; tests/storm/check.py judges.
//
//   node storm.mjs --base URL[,URL] --accounts FILE --log FILE --attempts N --seed S
//                  [--competes SLUG] [--sets SLUG --fellow SLUG] [--attended SLUG] [--component SLUG]
//                  [--clients 64] [--seconds 1800] [--kill PIDFILE[,PIDFILE] --kills K]
import { readFileSync } from 'node:fs';
import { NOBODY, attempts, deed, isOver, reached, report } from './deeds.mjs';
import { outages } from './outages.mjs';
import { formOf, lengthsOf, links, plain, startsOf } from './pages.mjs';
import { agent, awake, signInAll } from './session.mjs';
import { ATTEMPTS, BASES, CLIENTS, DEADLINE, chance, options, pause, pick } from './setting.mjs';

const RESOURCES = options.attended ? 4 : 3;
/** Of a resource that many share, so many units are asked for. */
const UNITS = ['1', '1', '2', '3'];
/** Who operates; but for the first way a member of staff attends where the resource has such. */
const SUPPORT = ['self', 'assisted', 'proxy'];
/** So often somebody who waits for a time asks again before leaving the line. */
const PATIENT = 6;
const SLOTS = 20;
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

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** An id as the server would make it: seconds, then chance. */
function freshId() {
  let number = (BigInt(Math.floor(Date.now() / 1000)) << 30n) | BigInt(Math.floor(Math.random() * 2 ** 30));
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = LETTERS[Number(number & 31n)] + text;
    number >>= 5n;
  }
  return text;
}

const alive = [];
let hot = [];
const managersOf = new Map();
let killed = 0;

/** Forms as this session saw them, one per resource. */
async function create(session, forms, slot) {
  const len = pick(slot.lengths);
  if (!forms.has(slot.slug) || chance() < 0.1) {
    const query = new URLSearchParams({ resource: slot.slug, start: slot.start, len });
    // so that the rule of the other facility is agreed to as well
    if (slot.slug === options.sets) query.set(FELLOW, 'yes');
    const page = await session.get(`/requests/new?${query}`);
    const { fields } = formOf(page.text, '/requests');
    if (!fields.id) throw new Error(`no form at /requests/new?${query}: ${page.status}`);
    forms.set(slot.slug, fields);
  } else {
    forms.set(slot.slug, { ...forms.get(slot.slug), id: freshId() });
  }
  const form = together({ ...forms.get(slot.slug), start: slot.start, len });
  if (form.units) form.units = pick(UNITS);
  if (chance() < 0.05 && !form[FELLOW]) return repeat(session, form);
  if (slot.slug === options.attended) form.support_mode = pick(SUPPORT);
  const besides = kind(form);
  const send = (wish) => deed(session, 'create', wish.id, '/requests', wish, wish.id, besides);
  // now and then the same form twice at once, or two rivals for the same time at the same moment
  const dice = chance();
  const rival = { ...form, id: freshId() };
  const wishes = dice < 0.05 ? [form, form] : dice < 0.35 ? [form, rival] : [form];
  const answers = await Promise.all(wishes.map(send));
  for (const wish of new Set(wishes)) {
    const mine = answers.filter((_, at) => wishes[at] === wish);
    if (mine.some(({ status, acked }) => acked || status === 0 || status >= 500)) {
      alive.push({ id: wish.id, slug: slot.slug, owner: session, approved: false, form });
      if (form[FELLOW]) await follow(session, wish);
    }
  }
  if (answers.every(({ status }) => status === 409 || status === 422)) {
    if (chance() < 0.05 && session.waits.length === 0) await join(session, slot, len);
  } else if (session.waits.some((wait) => wait.slot === slot)) {
    session.waits = session.waits.filter((wait) => wait.slot !== slot);
  }
}

const FELLOW = `with-${options.fellow}`;
const isBox = (name) => name.startsWith('with-');

/** What is taken besides the resource itself, for the judge. */
function kind(form) {
  if (form[FELLOW]) return { with: 'set' };
  if (Object.keys(form).some(isBox)) return { with: 'part' };
  return form.resource === options.attended && form.support_mode !== SUPPORT[0] ? { with: 'attended' } : {};
}

/** Now and then with what goes with it, of its own facility or of another one. */
function together(form) {
  const boxes = Object.keys(form).filter(isBox);
  const kept = chance() < 0.3 ? pick(boxes) : undefined;
  return Object.fromEntries(Object.entries(form).filter(([name]) => !isBox(name) || name === kept));
}

/** The other booking of a set, to be decided by its own facility. */
async function follow(session, wish) {
  const page = (await session.get(`/requests/${wish.id}`)).text;
  const others = links(page, /^\/requests\/[0-9A-Z]{13}$/).map((href) => href.split('/').pop());
  for (const id of new Set(others.filter((other) => other !== wish.id))) {
    alive.push({ id, slug: options.fellow, owner: session, approved: false, form: wish });
  }
}

/** A series: all dates, or all but those that the answer says can't be had; then mostly given up as one. */
async function repeat(session, form) {
  const wish = { ...form, every: pick(['1', '2', '7']), times: pick(['2', '3', '4']), conflicts: pick(['all', 'skip']) };
  const { acked, text } = await deed(session, 'create', wish.id, '/requests', wish);
  if (acked) return giveUp(session, wish.id);
  const shown = formOf(text, '/requests').fields.seen;
  if (!shown) return undefined;
  const again = await deed(session, 'create', wish.id, '/requests', { ...wish, conflicts: 'skip', seen: shown });
  return again.acked ? giveUp(session, wish.id) : undefined;
}

async function giveUp(session, id) {
  if (chance() < 0.8) await deed(session, 'withdraw', id, `/requests/${id}/series`, { csrf: session.csrf, extent: 'all', percent: '100' });
}

/** Gets in line for a time that others have. */
async function join(session, slot, len) {
  const query = new URLSearchParams({ resource: slot.slug, start: slot.start, len });
  const { fields } = formOf((await session.get(`/waitlist/new?${query}`)).text, '/waitlist/new');
  if (!fields.csrf) return;
  const { acked } = await deed(session, 'join', NOBODY, '/waitlist/new', fields, '/my/waitlist');
  if (acked) session.waits.push({ slot, tries: 0 });
}

/** Asks for what one waits for; leaves every line after a while, and gives back what is kept. */
async function wait(session, forms) {
  const [first] = session.waits;
  first.tries += 1;
  if (first.tries <= PATIENT) return create(session, forms, first.slot);
  session.waits = [];
  const page = (await session.get('/my/waitlist')).text;
  for (const [, action] of page.matchAll(/action="([^"]*\/(?:leave|decline))"/g)) await session.send('POST', plain(action), { csrf: session.csrf });
  return undefined;
}

function forget(booking) {
  const at = alive.indexOf(booking);
  if (at >= 0) alive.splice(at, 1);
}

/** The managers who may decide about this resource, learned from their answers. */
async function decide(managers, booking, op, under = '') {
  const known = managersOf.get(booking.slug) ?? managers;
  for (const manager of [...known].sort(() => chance() - 0.5)) {
    const form = { csrf: manager.csrf, decision: op, reason: '嵐の試験 storm' };
    const { status, acked } = await deed(manager, op, booking.id, `/manage/requests/${booking.id}/${under}${op}`, form);
    if (acked) managersOf.set(booking.slug, [manager]);
    if (status !== 403 && status !== 404) return acked;
  }
  return false;
}

async function change(managers, booking) {
  // a yes may still wait for another facility's
  const isSet = Boolean(booking.form[FELLOW]);
  const own = (op) => deed(booking.owner, op, booking.id, `/requests/${booking.id}/${op}`, { csrf: booking.owner.csrf, reason: 'storm' });
  const choice = chance();
  if (!isSet && chance() < (booking.approved ? 0.75 : 0.3)) return move(managers, booking);
  if (booking.approved) {
    const { acked } = await own('cancel');
    if (isSet && !acked && chance() < 0.5) await own('withdraw');
    return forget(booking);
  }
  if (choice < 0.4) {
    if (await decide(managers, booking, 'approve')) booking.approved = true;
    else {
      // whoever was passed over gives up
      if (booking.slug === options.competes) await own('withdraw');
      forget(booking);
    }
  } else if (choice < 0.55) {
    await decide(managers, booking, 'reject');
    forget(booking);
  } else {
    const { acked } = await own('withdraw');
    if (acked || chance() < 0.5) forget(booking);
  }
}

/** To another of the hot times of its resource, or longer; of what is confirmed a manager decides. */
async function move(managers, booking) {
  const slot = pick(hot.filter(({ slug }) => slug === booking.slug));
  const form = { ...booking.form, csrf: booking.owner.csrf, start: chance() < 0.6 ? booking.form.start : slot.start, len: pick(slot.lengths) };
  if (form.units) form.units = pick(UNITS);
  if (booking.slug === options.attended) form.support_mode = pick(SUPPORT);
  const { acked } = await deed(booking.owner, 'move', booking.id, `/requests/${booking.id}/change`, form);
  if (!acked || !booking.approved) return undefined;
  if (chance() < 0.2) return deed(booking.owner, 'unmove', booking.id, `/requests/${booking.id}/change/withdraw`, { csrf: booking.owner.csrf });
  return decide(managers, booking, pick(['grant', 'refuse']), 'change/');
}

async function client(session, managers, slots) {
  const forms = new Map();
  while (!isOver()) {
    const busy = alive.length > slots.length / 3;
    if (session.waits.length && chance() < 0.3) await wait(session, forms);
    else if (alive.length && chance() < (busy ? 0.6 : 0.25)) await change(managers, pick(alive));
    else await create(session, forms, pick(slots));
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
  hot = slots;
  console.log(`${people.length} clients, ${managers.length} managers, ${slots.length} slots`);
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
