// Deeds and what became of them: a line in the log for the judge, a tally for whoever reads along.
import { createWriteStream } from 'node:fs';
import { ATTEMPTS, DEADLINE, options, pause } from './setting.mjs';

const log = createWriteStream(options.log, { flags: 'a' });
const tally = new Map();
const sums = { acknowledged: 0, refused: 0, unanswered: 0 };
/** Answers that belong to a storm: yes, not theirs or not there, too late, not now, too much at once. */
const EXPECTED = new Set([0, 303, 404, 409, 422, 503]);
const surprises = new Map();
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

/** For a deed that is about no booking. */
export const NOBODY = '0'.repeat(13);

/** How many deeds were tried so far. */
export let attempts = 0;

export const isOver = () => attempts >= ATTEMPTS || Date.now() >= DEADLINE;

/** Waits until so many deeds were tried, or the storm is over. */
export async function reached(moment) {
  while (attempts < moment && !isOver()) await pause(5);
}

/** One deed, done at once, with its line in the log. `leads`: where a yes leads, if not to the booking; `besides`: what
 * else the judge has to know of it. */
export async function deed(session, op, id, path, form, leads = id, besides = {}) {
  const began = Date.now() / 1000;
  attempts += 1;
  const { status, headers, text } = await session.send('POST', path, form);
  // a 303 that leads elsewhere (to the sign-in, say) is no yes
  const acked = status === 303 && (headers.location ?? '').includes(leads);
  log.write(`${JSON.stringify({ t: Date.now() / 1000, began, op, id, status, acked, ...besides })}\n`);
  count(tally, `${op} ${status}`);
  sums[acked ? 'acknowledged' : status >= 400 && status < 500 ? 'refused' : 'unanswered'] += 1;
  if (!EXPECTED.has(status) || (status === 303 && !acked)) surprise(`${op}: ${status} ${headers.location ?? ''}`);
  return { status, acked, text };
}

/** Something that no storm excuses. */
export const surprise = (what) => count(surprises, what);

/** Closes the log and says what was done; fails where something was not as it must be. */
export async function report(seconds, killed) {
  await new Promise((resolve) => log.end(resolve));
  const { acknowledged, refused, unanswered } = sums;
  console.log(`${attempts} attempts in ${seconds.toFixed(1)} s: ${acknowledged} acknowledged, ${refused} refused, ${unanswered} unanswered; ${killed} kills`);
  for (const [key, many] of [...tally].sort()) console.log(`  ${key}: ${many}`);
  if (attempts < ATTEMPTS) throw new Error(`only ${attempts} of ${ATTEMPTS} attempts before the time was over`);
  if (surprises.size) throw new Error(`unexpected answers: ${JSON.stringify([...surprises])}`);
}
