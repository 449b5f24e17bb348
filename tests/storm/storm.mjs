// The storm: many clients book, move, repeat, wait for, decide and give up the same few slots at once, alone and
// together with other resources, while the server is killed in between. Writes what the server answered; tests/storm/check.py judges.
//
//   node storm.mjs --base URL[,URL] --accounts FILE --log FILE --attempts N --seed S
//                  [--competes SLUG] [--sets SLUG --fellow SLUG] [--clients 64] [--seconds 1800] [--kill PIDFILE[,PIDFILE] --kills K]
import { createWriteStream, readFileSync } from 'node:fs';
import http from 'node:http';

const options = Object.fromEntries(
  process.argv.slice(2).flatMap((word, at, all) => (word.startsWith('--') ? [[word.slice(2), all[at + 1]]] : [])),
);
const BASES = options.base.split(',').map((base) => new URL(base));
const ATTEMPTS = Number(options.attempts ?? 2000);
const CLIENTS = Number(options.clients ?? 64);
const DEADLINE = Date.now() + 1000 * Number(options.seconds ?? 1800);
const PATIENCE = 20_000;
const RESOURCES = 3;
/** Of a resource that many share, so many units are asked for. */
const UNITS = ['1', '1', '2', '3'];
/** So often somebody who waits for a time asks again before leaving the line. */
const PATIENT = 6;
const SLOTS = 20;
const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
const log = createWriteStream(options.log, { flags: 'a' });
const tally = new Map();

// ---- chance, repeatable by its seed ----------------------------------------

let state = Number(options.seed ?? 1) >>> 0;
function chance() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(chance() * n);
const pick = (list) => list[below(list.length)];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// ---- HTTP -------------------------------------------------------------------

/** One request; never throws. Status 0: no answer, nobody knows what happened. */
function ask(base, method, path, { cookie = '', form } = {}) {
  return new Promise((resolve) => {
    const body = form ? new URLSearchParams(form).toString() : undefined;
    const headers = { host: base.host, accept: 'text/html' };
    if (cookie) headers.cookie = cookie;
    if (body !== undefined) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['content-length'] = Buffer.byteLength(body);
      headers.origin = base.origin;
      headers['sec-fetch-site'] = 'same-origin';
    }
    const request = http.request({ host: base.hostname, port: base.port, method, path, headers, agent, timeout: PATIENCE });
    const lost = () => resolve({ status: 0, headers: {}, text: '' });
    request.on('timeout', () => request.destroy());
    request.on('error', lost);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      response.on('error', lost);
      response.on('aborted', lost);
    });
    request.end(body);
  });
}

/** Waits until a server answers again. */
async function awake(base) {
  while (Date.now() < DEADLINE) {
    const { status } = await ask(base, 'GET', '/healthz');
    if (status > 0 && status < 500) return;
    await pause(100);
  }
  throw new Error(`${base} does not answer`);
}

/** Somebody signed in; works with every server, since sessions live in the database. */
class Session {
  cookies = new Map();
  csrf = '';
  /** The times that this person waits for. */
  waits = [];

  constructor(account) {
    this.account = account;
  }

  get base() {
    return pick(BASES);
  }

  async send(method, path, form) {
    const base = this.base;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(base, method, path, { cookie, form });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    if (answer.status === 0) await awake(base);
    return answer;
  }

  async get(path) {
    for (let tries = 0; tries < 20; tries += 1) {
      const answer = await this.send('GET', path);
      if (answer.status > 0 && answer.status < 500) return answer;
      await pause(200);
    }
    throw new Error(`GET ${path} fails again and again`);
  }

  async signIn() {
    const page = await this.get('/signin');
    const { fields } = formOf(page.text, '/signin');
    const answer = await this.send('POST', '/signin', {
      ...fields,
      email: this.account.email,
      password: this.account.password,
    });
    if (answer.status !== 303) throw new Error(`sign-in of ${this.account.email}: ${answer.status}`);
    const home = await this.get('/my/requests');
    this.csrf = formOf(home.text, '').fields.csrf ?? '';
    return this;
  }
}

// ---- reading pages ------------------------------------------------------------

const plain = (text) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

function attributes(tag) {
  const found = {};
  for (const [, name, , a, b] of tag.matchAll(/([a-z-]+)(=(?:"([^"]*)"|'([^']*)'))?/gi)) found[name.toLowerCase()] ??= plain(a ?? b ?? '');
  return found;
}

/** The first POST form whose action ends so, filled in as a hurried person would. */
function formOf(html, actionEnd) {
  for (const [, head, body] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const { method, action } = attributes(head);
    if (method?.toLowerCase() === 'post' && action.endsWith(actionEnd)) return { action, fields: fieldsOf(body) };
  }
  return { action: '', fields: {} };
}

function fieldsOf(body) {
  const fields = {};
  let select;
  for (const [, kind, text] of body.matchAll(/<(input|textarea|select|option)\b([^>]*)>/g)) {
    const tag = attributes(text);
    if (kind === 'select') {
      select = tag.name;
    } else if (kind === 'option') {
      if (select && (fields[select] === undefined || 'selected' in tag) && tag.value) fields[select] = tag.value;
    } else if (kind === 'textarea') {
      fields[tag.name] = '嵐の試験 storm';
    } else if (tag.type === 'radio') {
      fields[tag.name] ??= tag.value;
    } else if (tag.type === 'checkbox') {
      fields[tag.name] = tag.value || 'on';
    } else if (tag.name) {
      fields[tag.name] = tag.type === 'text' || !tag.type ? tag.value || '26am0000001' : (tag.value ?? '');
    }
  }
  return fields;
}

function links(html, pattern) {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => plain(href)).filter((href) => pattern.test(href));
}

// ---- the world of the storm -----------------------------------------------------

const startsOf = (page) =>
  [...page.matchAll(/<input\b([^>]*)>/g)]
    .map(([, text]) => attributes(text))
    .filter((tag) => tag.name === 'start' && tag.value && !('disabled' in tag))
    .map((tag) => tag.value);
const lengthsOf = (page) =>
  [...(page.match(/<select[^>]*name="len".*?<\/select>/s)?.[0] ?? '').matchAll(/value="(\d+)"/g)].map(([, value]) => value);

/** The first free time on a resource's own page; none where nothing is free this week. */
async function firstSlot(session, slug) {
  const page = (await session.get(`/resources/${slug}`)).text;
  const [[start], [len]] = [startsOf(page), lengthsOf(page)];
  return start && len ? [new URLSearchParams({ resource: slug, start, len })] : [];
}

/** A few resources with a few starts each: everybody wants the same. */
async function hotSlots(session) {
  const found = links((await session.get('/resources')).text, /^\/requests\/new\?.*start=/).map((href) => new URL(href, 'http://x').searchParams);
  const slots = [];
  if (options.sets) found.push(...(await firstSlot(session, options.sets)));
  const all = [...new Set(found.map((query) => query.get('resource')))];
  const shared = [];
  for (const slug of all) {
    const { fields } = formOf((await session.get(`/requests/new?${found.find((query) => query.get('resource') === slug)}`)).text, '/requests');
    if (fields.units) shared.push(slug);
  }
  // of one of them requests compete for the same time until a manager chooses
  const contested = all.filter((slug) => slug === options.competes);
  if (options.competes && !contested.length) throw new Error(`no free slot of ${options.competes}`);
  // with one of them another facility's can be asked for, which decides for itself
  const sets = all.filter((slug) => slug === options.sets);
  if (options.sets && !sets.length) throw new Error(`no free slot of ${options.sets}`);
  const others = all.filter((slug) => ![...shared, ...contested, ...sets].includes(slug));
  const slugs = [...shared.slice(0, 1), ...contested, ...sets, ...others].slice(0, RESOURCES);
  for (const slug of slugs) {
    const first = found.find((query) => query.get('resource') === slug);
    const page = (await session.get(`/resources/${slug}?start=${first.get('start')}&len=${first.get('len')}`)).text;
    const starts = startsOf(page);
    const lengths = lengthsOf(page);
    for (const start of [...new Set([first.get('start'), ...starts])].slice(0, SLOTS)) {
      slots.push({ slug, start, lengths: lengths.length ? lengths.slice(0, 3) : [first.get('len')] });
    }
  }
  if (slots.length === 0) throw new Error('no free slot found on /resources');
  return slots;
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

/** For a deed that is about no booking. */
const NOBODY = '0'.repeat(13);
const alive = [];
let hot = [];
const managersOf = new Map();
let attempts = 0;
let killed = 0;
const sums = { acknowledged: 0, refused: 0, unanswered: 0 };
/** Answers that belong to a storm: yes, not theirs or not there, too late, not now, too much at once. */
const EXPECTED = new Set([0, 303, 404, 409, 422, 503]);
const surprises = new Map();
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

/** What leads to the booking when it works; `leads` where it leads elsewhere. */
async function deed(session, op, id, path, form, leads = id, besides = {}) {
  const began = Date.now() / 1000;
  attempts += 1;
  const { status, headers, text } = await session.send('POST', path, form);
  // a yes leads to the booking; a 303 that leads elsewhere (to the sign-in, say) is none
  const acked = status === 303 && (headers.location ?? '').includes(leads);
  log.write(`${JSON.stringify({ t: Date.now() / 1000, began, op, id, status, acked, ...besides })}\n`);
  count(tally, `${op} ${status}`);
  sums[acked ? 'acknowledged' : status >= 400 && status < 500 ? 'refused' : 'unanswered'] += 1;
  if (!EXPECTED.has(status) || (status === 303 && !acked)) count(surprises, `${op}: ${status} ${headers.location ?? ''}`);
  return { status, acked, text };
}

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
  const besides = form[FELLOW] ? { with: 'set' } : Object.keys(form).some(isBox) ? { with: 'part' } : {};
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
  const { acked } = await deed(booking.owner, 'move', booking.id, `/requests/${booking.id}/change`, form);
  if (!acked || !booking.approved) return undefined;
  if (chance() < 0.2) return deed(booking.owner, 'unmove', booking.id, `/requests/${booking.id}/change/withdraw`, { csrf: booking.owner.csrf });
  return decide(managers, booking, pick(['grant', 'refuse']), 'change/');
}

async function client(session, managers, slots) {
  const forms = new Map();
  while (attempts < ATTEMPTS && Date.now() < DEADLINE) {
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
      forms.push({ ...formOf((await session.get(`/requests/new?${query}`)).text, '/requests').fields, start: slot.start, len });
    }
    await Promise.all(rivals.map((session, at) => deed(session, 'create', forms[at].id, '/requests', forms[at])));
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
    while (attempts < moment && Date.now() < DEADLINE) await pause(5);
    const file = pick(files);
    while (!killServer(file) && Date.now() < DEADLINE) await pause(20);
    killed += 1;
    console.log(`killed the server of ${file.split('/').pop()} after ${attempts} attempts`);
  }
}

async function signInAll(accounts, many) {
  const sessions = [];
  for (let at = 0; at < many; at += 1) sessions.push(await new Session(accounts[at % accounts.length]).signIn());
  return sessions;
}

async function main() {
  for (const base of BASES) await awake(base);
  const accounts = JSON.parse(readFileSync(options.accounts, 'utf8'));
  const researchers = accounts.filter(({ role }) => role.endsWith('researcher'));
  const managing = accounts.filter(({ role }) => role.endsWith('manager')).slice(0, 64);
  const people = await signInAll(researchers, CLIENTS);
  const managers = await signInAll(managing, managing.length);
  const slots = await hotSlots(people[0]);
  hot = slots;
  console.log(`${people.length} clients, ${managers.length} managers, ${slots.length} slots`);
  const began = Date.now();
  const clients = people.map((session) => client(session, managers, slots));
  await Promise.all([...clients, kill()]);
  await lastWave(people, slots);
  await new Promise((resolve) => log.end(resolve));
  const seconds = (Date.now() - began) / 1000;
  console.log(
    `${attempts} attempts in ${seconds.toFixed(1)} s: ${sums.acknowledged} acknowledged, ${sums.refused} refused, ${sums.unanswered} unanswered; ${killed} kills`,
  );
  for (const [key, count] of [...tally].sort()) console.log(`  ${key}: ${count}`);
  agent.destroy();
  if (attempts < ATTEMPTS) throw new Error(`only ${attempts} of ${ATTEMPTS} attempts before the time was over`);
  if (surprises.size) throw new Error(`unexpected answers: ${JSON.stringify([...surprises])}`);
  const undecided = [...new Set(slots.map(({ slug }) => slug))].filter((slug) => !managersOf.has(slug));
  if (undecided.length) throw new Error(`nobody could decide about ${undecided}`);
}

await main();
