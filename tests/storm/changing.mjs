// What becomes of bookings that are asked for: decided, given up, moved alone or with their set, and decided again.
import { deed } from './deeds.mjs';
import { formOf } from './pages.mjs';
import { chance, options, pick } from './setting.mjs';
import { SUPPORT, UNITS, calm, forget, hot, managersOf } from './standing.mjs';

/** So many times are tried one after the other. */
const TRIES = 3;

const shuffled = (list) => [...list].sort(() => chance() - 0.5);

/** The managers who may decide about this resource, learned from their answers. */
async function decide(managers, booking, op, under = '') {
  const known = managersOf.get(booking.slug) ?? managers;
  for (const manager of shuffled(known)) {
    const form = { csrf: manager.csrf, decision: op, reason: '嵐の試験 storm' };
    const { status, acked } = await deed(manager, op, booking.id, `/manage/requests/${booking.id}/${under}${op}`, form);
    if (acked) managersOf.set(booking.slug, [manager]);
    if (status !== 403 && status !== 404) return acked;
  }
  return false;
}

async function approve(managers, booking) {
  const acked = await decide(managers, booking, 'approve');
  if (acked) booking.approved = true;
  return acked;
}

export async function change(managers, booking) {
  // a yes may still wait for another facility's
  const isSet = booking.set.length > 1;
  const isConfirmed = booking.set.every(({ approved }) => approved);
  // what waits ends with any of its set
  const over = () => (isConfirmed ? [booking] : booking.set).forEach(forget);
  const own = (op) => deed(booking.owner, op, booking.id, `/requests/${booking.id}/${op}`, { csrf: booking.owner.csrf, reason: 'storm' });
  // a set needs two yeses before it is confirmed
  const choice = isSet ? chance() * 0.7 : chance();
  if (chance() < (isConfirmed ? 0.75 : 0.3)) return isSet ? moveSet(managers, booking, isConfirmed) : move(managers, booking);
  if (isSet && booking.approved && !isConfirmed && chance() < 0.7) {
    for (const other of booking.set.filter(({ approved }) => !approved)) await approve(managers, other);
    return undefined;
  }
  if (booking.approved) {
    const { acked } = await own('cancel');
    if (isSet && !acked && chance() < 0.5) await own('withdraw');
    return over();
  }
  if (choice < 0.4) {
    if (!(await approve(managers, booking))) {
      // whoever was passed over gives up
      if (booking.slug === options.competes) await own('withdraw');
      over();
    }
  } else if (choice < 0.55) {
    await decide(managers, booking, 'reject');
    over();
  } else {
    const { acked } = await own('withdraw');
    if (acked || chance() < 0.5) over();
  }
  return undefined;
}

/** As its page has it now; without fields where it can't be changed. */
async function formNow({ owner, id }) {
  return formOf((await owner.get(`/requests/${id}/change`)).text, `/requests/${id}/change`).fields;
}

const takeBack = ({ owner, id }) => deed(owner, 'unmove', id, `/requests/${id}/change/withdraw`, { csrf: owner.csrf });

/** To another of the hot times of its resource, or longer; of what is confirmed a manager decides. */
async function move(managers, booking) {
  const slot = pick(hot.filter(({ slug }) => slug === booking.slug));
  booking.form ??= await formNow(booking);
  const form = { ...booking.form, csrf: booking.owner.csrf, start: chance() < 0.6 ? booking.form.start : slot.start, len: pick(slot.lengths) };
  if (form.units) form.units = pick(UNITS);
  if (booking.slug === options.attended) form.support_mode = pick(SUPPORT);
  const { acked } = await deed(booking.owner, 'move', booking.id, `/requests/${booking.id}/change`, form);
  if (!acked || !booking.approved) return undefined;
  if (chance() < 0.2) return takeBack(booking);
  return decide(managers, booking, pick(['grant', 'refuse']), 'change/');
}

/** All of it to another time, often a near one, and nothing else changes; of what is confirmed all managers decide. */
async function moveSet(managers, booking, isConfirmed) {
  if (!(await askForAll(booking))) return undefined;
  if (!isConfirmed) {
    // whoever agreed already is asked anew
    for (const one of booking.set) one.approved = false;
    return undefined;
  }
  if (chance() < 0.15) return takeBack(pick(booking.set));
  for (const one of shuffled(booking.set)) {
    const verdict = chance() < 0.85 ? 'grant' : 'refuse';
    if (!(await decide(managers, one, verdict, 'change/')) || verdict === 'refuse') return undefined;
  }
  return undefined;
}

/** For one time after the other, since both facilities have to have it; whether one could be had. */
async function askForAll(booking) {
  const form = await formNow(booking);
  const starts = [...hot, ...calm].filter(({ slug, start }) => slug === options.sets && start !== form.start);
  const far = ({ start }) => Math.abs(Date.parse(start) - Date.parse(form.start));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const slot = pick(chance() < 0.6 ? starts.sort((one, other) => far(one) - far(other)).slice(0, 3) : starts);
    const len = form.len && chance() < 0.7 ? form.len : pick(slot.lengths);
    // of one that can't be changed the answer is worth having too
    const fields = { ...(form.csrf ? form : booking.form), csrf: booking.owner.csrf, start: slot.start, len };
    const { acked, status } = await deed(booking.owner, 'move', booking.id, `/requests/${booking.id}/change`, fields);
    if (acked) return true;
    if (!form.csrf) booking.set.forEach(forget);
    if (status !== 409 || !form.csrf) return false;
  }
  return false;
}
