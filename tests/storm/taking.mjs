// What is kept for people whose time an outage had called off, and can be used again: they take it back, or give it away.
import { freshId } from './asking.mjs';
import { deed } from './deeds.mjs';
import { formOf, formsOf, links } from './pages.mjs';
import { chance, pick } from './setting.mjs';
import { alive, hot } from './standing.mjs';

/** So many take it; whoever does not gives it away, so that it is wanted by all again. */
const TAKEN = 0.6;

let before = Promise.resolve();
/** Everybody for whom something is kept decides, one thing after the other; and one outage after the other, or most would
 * be gone when they decide. */
export function settle(people) {
  before = before.then(() => decided(people));
  return before;
}

function decided(people) {
  const each = new Map(people.map((person) => [person.account.email, person]));
  const ofOne = async (person) => {
    const page = (await person.get('/my/waitlist')).text;
    for (const { action, fields } of formsOf(page, '/take')) {
      if (chance() < TAKEN) await take(person, action, fields);
      else await person.send('POST', action.replace(/take$/, 'decline'), { csrf: person.csrf });
    }
  };
  return Promise.all([...each.values()].map(ofOne));
}

/** Takes it back; now and then the button is pressed twice, on one page or on two, of which one wins. */
async function take(person, action, fields) {
  const press = (id) => deed(person, 'take', id, action, { ...fields, id }, id, { offer: action.split('/').at(-2) });
  const ids = [fields.id, ...(chance() < 0.2 ? [pick([fields.id, freshId()])] : [])];
  const answers = await Promise.all(ids.map(press));
  const made = ids.filter((_, at) => answers[at].acked || answers[at].status === 0 || answers[at].status >= 500);
  for (const id of new Set(made)) await stand(person, id);
}

/** It stands as it had stood: confirmed, or to be decided. */
async function stand(person, id) {
  const page = (await person.get(`/requests/${id}`)).text;
  const wanted = new Set(hot.map(({ slug }) => slug));
  const slug = links(page, /^\/resources\//).map((href) => href.split('/')[2]).find((one) => wanted.has(one));
  // one without an answer may not be there
  if (!slug) return;
  const booking = { id, slug, owner: person, approved: Boolean(formOf(page, '/cancel').action), set: [] };
  booking.set.push(booking);
  alive.push(booking);
}
