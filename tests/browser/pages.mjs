// Every page in every state, with who may see it. A new page is one line here, and all tests visit it.
import { address, must, submit } from './lib.mjs';

/**
 * name: how the tests call it · path: text, or a function of what was found in the demo
 * role: who is signed in (none: a stranger) · status: what the server answers
 * act: what is done on the page to bring it into its state · core: counts for the budget
 */
export const PAGES = [
  { name: 'home', path: '/', core: true },
  { name: 'search', path: '/resources', core: true },
  { name: 'search with words', path: '/resources?q=%E9%A1%95%E5%BE%AE%E9%8F%A1', core: true },
  { name: 'search by category', path: '/resources?cat=confocal' },
  { name: 'search without result', path: '/resources?q=qqqqzzzz' },
  { name: 'search with markup', path: '/resources?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27' },
  { name: 'resource', path: (found) => found.bookable, core: true },
  { name: 'resource next week', path: (found) => `${found.bookable}?week=${found.nextWeek}` },
  { name: 'resource as a list', path: (found) => `${found.bookable}?view=list` },
  { name: 'resource with a chosen slot', path: (found) => found.slot },
  { name: 'resource with a slot in the past', path: (found) => `${found.bookable}?start=2020-01-06T09:00&len=1` },
  { name: 'resource with a broken slot', path: (found) => `${found.bookable}?start=yesterday&len=-1` },
  { name: 'resource booked by days', path: '/resources/riken-cryo-em' },
  { name: 'resource booked by shifts', path: '/resources/ncchd-ngs' },
  { name: 'resource booked by half days', path: '/resources/aist-bio' },
  { name: 'calendar of a resource', path: (found) => `${found.bookable}/calendar` },
  { name: 'calendar of a resource by month', path: (found) => `${found.bookable}/calendar?view=month` },
  { name: 'calendar of a resource by day', path: (found) => `${found.bookable}/calendar?view=day` },
  { name: 'calendar of a resource as a list', path: (found) => `${found.bookable}/calendar?view=agenda` },
  { name: 'calendar of a resource without slots', path: '/resources/ncc-biobank/calendar' },
  { name: 'resource asked for without a slot', path: '/resources/ncc-biobank' },
  { name: 'resource allocated elsewhere', path: '/resources/riken-fugaku' },
  { name: 'availability', path: '/availability', core: true },
  { name: 'availability on a holiday', path: '/availability?date=2027-01-01' },
  { name: 'earliest time', path: '/find-time', core: true },
  { name: 'earliest time like a resource', path: (found) => `/find-time?resource=${found.bookable.split('/').pop()}&hours=2` },
  { name: 'earliest time, nothing found', path: '/find-time?cat=nothing' },
  { name: 'institutions', path: '/institutions' },
  { name: 'institution', path: (found) => found.institution },
  { name: 'institution that was succeeded', path: '/institutions/ncgm' },
  { name: 'rule', path: (found) => found.rule },
  { name: 'sign in', path: '/signin', core: true },
  { name: 'sign in refused', path: '/signin', status: 422, act: wrongPassword },
  { name: 'register', path: '/register' },
  { name: 'register with mistakes', path: '/register', status: 422, act: empty('main form:has(input[name=email])') },
  { name: 'forgotten password', path: '/reset' },
  { name: 'contact', path: '/contact' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'terms', path: '/terms' },
  { name: 'guide', path: '/guide' },
  { name: 'unknown address', path: '/no-such-page', status: 404 },
  { name: 'unknown resource', path: '/resources/no-such-thing', status: 404 },
  { name: 'letters sent', path: '/demo/letters' },
  { name: 'registration sent', path: '/register/sent' },
  { name: 'reset sent', path: '/reset/sent' },
  { name: 'link that ended', path: `/verify/${'0'.repeat(64)}`, status: 404 },
  { name: 'components', path: '/dev/components' },
  { name: 'letters for the operator, asked by others', path: '/admin/letters', role: 'researcher', status: 403 },
  { name: 'letters for the operator', path: '/admin/letters', role: 'administrator' },
  { name: 'my requests, none', path: '/my/requests', role: 'administrator' },
  { name: 'home of a researcher', path: '/', role: 'researcher' },
  { name: 'my page', path: '/my', role: 'researcher' },
  { name: 'my requests', path: '/my/requests', role: 'researcher', core: true },
  { name: 'my calendar', path: '/my/calendar', role: 'researcher' },
  { name: 'my calendar by month', path: '/my/calendar?view=month', role: 'researcher' },
  { name: 'my calendar as a list', path: '/my/calendar?view=agenda', role: 'researcher' },
  { name: 'my calendar, nothing in it', path: '/my/calendar?view=day', role: 'administrator' },
  { name: 'my feeds, none', path: '/my/feeds', role: 'researcher' },
  { name: 'my feeds with mistakes', path: '/my/feeds', role: 'researcher', status: 422, act: empty('main form[action$="/my/feeds"]') },
  { name: 'a new feed', path: '/my/feeds', role: 'manager', act: newFeed },
  { name: 'earliest time of a researcher', path: '/find-time', role: 'researcher' },
  { name: 'resource of a researcher', path: (found) => found.slot, role: 'researcher' },
  { name: 'request form', path: (found) => found.form, role: 'researcher', core: true },
  { name: 'request form with mistakes', path: (found) => found.form, role: 'researcher', status: 422, act: empty('main form[action$="/requests"]') },
  { name: 'request', path: (found) => found.request, role: 'researcher' },
  { name: 'request sent', path: (found) => `${found.request}/done`, role: 'researcher' },
  { name: 'request to mend', path: (found) => found.returned, role: 'researcher' },
  { name: 'request of somebody else', path: '/requests/0000000000000', role: 'researcher', status: 404 },
  { name: 'queue for others', path: '/manage/requests', role: 'researcher', status: 403 },
  { name: 'queue', path: '/manage/requests', role: 'manager', core: true },
  { name: 'calendar of a facility', path: '/manage/calendar', role: 'manager' },
  { name: 'calendar of a facility by day', path: '/manage/calendar?view=day', role: 'manager' },
  { name: 'calendar of a facility by month', path: '/manage/calendar?view=month', role: 'manager' },
  { name: 'request to decide', path: (found) => found.toDecide, role: 'manager' },
  { name: 'request rejected without reason', path: (found) => found.toDecide, role: 'manager', status: 422, act: empty('main button[formaction$="/reject"]') },
];

/** Sends the form as it is (ours say `novalidate`: the server gives the reasons). */
function empty(form) {
  return (page) => submit(page, form);
}

async function newFeed(page) {
  await page.selectOption('main select[name=about]', 'mine');
  await submit(page, 'main form[action$="/my/feeds"]');
}

async function wrongPassword(page) {
  await page.fill('main input[name=email]', 'nobody@example.invalid');
  await page.fill('main input[name=password]', 'wrong, and long enough');
  await submit(page, 'main form:has(input[name=password])');
}

/** Follows links once to learn which addresses this demo has. */
export async function discover(page, managerPage) {
  const links = async (where, path, pattern) => {
    await where.goto(path);
    const hrefs = await where.$$eval('main a[href]', (all) => all.map((a) => a.getAttribute('href')));
    return hrefs.filter((href) => pattern.test(href));
  };
  const found = {};
  const withSlot = await links(page, '/resources', /^\/requests\/new\?.*start=/);
  must(withSlot.length > 0, 'no slot button on /resources');
  const wish = new URL(withSlot[0], 'http://x').searchParams;
  found.bookable = `/resources/${wish.get('resource')}`;
  found.slot = `${found.bookable}?start=${wish.get('start')}&len=${wish.get('len')}`;
  found.nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  found.institution = (await links(page, '/institutions', /^\/institutions\/[^/?]+$/))[0];
  found.rule = (await links(page, found.bookable, /^\/rules\//))[0];
  found.form = withSlot[0];
  found.request = (await links(page, '/my/requests', /^\/requests\/[0-9a-z]{13}$/i))[0];
  found.returned = (await links(page, '/my/requests', /^\/requests\/[0-9a-z]{13}\/edit$/i))[0];
  found.toDecide = (await links(managerPage, '/manage/requests', /^\/manage\/requests\/[0-9a-z]{13}$/i))[0];
  return found;
}

/** The pages with their addresses filled in; `only` names paths instead (for one quick look). */
export function filled(found, only) {
  if (only) return only.map((path) => ({ name: path, path, core: true, status: undefined }));
  return PAGES.map((state) => {
    const path = typeof state.path === 'function' ? state.path(found) : state.path;
    return { status: 200, ...state, path };
  });
}

/** Goes to the state; returns the document the server sent last. */
export async function visit(page, state, language) {
  must(state.path, `the demo has no address for “${state.name}”`);
  let last;
  const keep = (response) => {
    const document = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    const moved = response.status() >= 300 && response.status() < 400;
    if (document && !moved) last = response;
  };
  page.on('response', keep);
  await page.goto(address(language, state.path), { waitUntil: 'load' });
  if (state.act) await state.act(page);
  page.off('response', keep);
  must(last, `no answer for ${state.path}`);
  if (state.status !== undefined) {
    must(last.status() === state.status, `${state.path} answered ${last.status()}, expected ${state.status}`);
  }
  return last;
}
