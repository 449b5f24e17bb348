// Asking for times: alone, with what goes with them, at several facilities, as a series, or in line for what others have.
import { NOBODY, deed } from './deeds.mjs';
import { formOf, links, plain } from './pages.mjs';
import { chance, options, pick } from './setting.mjs';
import { FELLOW, SUPPORT, UNITS, alive } from './standing.mjs';

/** So often somebody who waits for a time asks again before leaving the line. */
const PATIENT = 6;

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** An id as the server would make it: seconds, then chance. */
export function freshId() {
  let number = (BigInt(Math.floor(Date.now() / 1000)) << 30n) | BigInt(Math.floor(Math.random() * 2 ** 30));
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = LETTERS[Number(number & 31n)] + text;
    number >>= 5n;
  }
  return text;
}

/** Forms as this session saw them, one per resource. */
export async function create(session, forms, slot) {
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
  const form = together({ ...forms.get(slot.slug), start: slot.start, len }, slot.box);
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
      const booking = { id: wish.id, slug: slot.slug, owner: session, approved: false, form, set: [] };
      booking.set.push(booking);
      alive.push(booking);
      if (form[FELLOW]) await follow(booking);
    }
  }
  if (answers.every(({ status }) => status === 409 || status === 422)) {
    if (chance() < 0.05 && session.waits.length === 0) await join(session, slot, len);
  } else if (session.waits.some((wait) => wait.slot === slot)) {
    session.waits = session.waits.filter((wait) => wait.slot !== slot);
  }
}

const isBox = (name) => name.startsWith('with-');

/** What is taken besides the resource itself, for the judge. */
export function kind(form) {
  if (form[FELLOW]) return { with: 'set' };
  if (Object.keys(form).some(isBox)) return { with: 'part' };
  return form.resource === options.attended && form.support_mode !== SUPPORT[0] ? { with: 'attended' } : {};
}

/** Now and then with what goes with it, of its own facility or of another one; at some times always. */
function together(form, always) {
  const boxes = Object.keys(form).filter(isBox);
  const kept = always ?? (chance() < 0.3 ? pick(boxes) : undefined);
  return Object.fromEntries(Object.entries(form).filter(([name]) => !isBox(name) || name === kept));
}

/** The other bookings of a set, to be decided by their own facilities. */
async function follow(first) {
  const page = (await first.owner.get(`/requests/${first.id}`)).text;
  const others = links(page, /^\/requests\/[0-9A-Z]{13}$/).map((href) => href.split('/').pop());
  for (const id of new Set(others.filter((other) => other !== first.id))) {
    const booking = { ...first, id, slug: options.fellow, approved: false };
    first.set.push(booking);
    alive.push(booking);
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
export async function wait(session, forms) {
  const [first] = session.waits;
  first.tries += 1;
  if (first.tries <= PATIENT) return create(session, forms, first.slot);
  session.waits = [];
  const page = (await session.get('/my/waitlist')).text;
  for (const [, action] of page.matchAll(/action="([^"]*\/(?:leave|decline))"/g)) await session.send('POST', plain(action), { csrf: session.csrf });
  return undefined;
}
