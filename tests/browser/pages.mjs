// Every page in every state, with who may see it. A new page is one line here, and all tests visit it.
import { address, must, submit } from './lib.mjs';

/** A draft of the demonstration, for its institution's officer. */
const DRAFT = '/institution/rules/riken-cryoem/draft';

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
  { name: 'terms at a glance', path: '/terms-at-a-glance' },
  { name: 'terms at a glance for companies', path: '/terms-at-a-glance?as=company&page=2' },
  { name: 'terms at a glance, none', path: '/terms-at-a-glance?cat=no-such' },
  { name: 'terms at a glance of a researcher', path: '/terms-at-a-glance', role: 'researcher' },
  { name: 'rules of a facility', path: '/rules/ncvc-imaging' },
  { name: 'rules of a facility on a day without any', path: '/rules/ncvc-imaging?on=2001-01-01' },
  { name: 'rules of a facility on a broken day', path: '/rules/ncvc-imaging?on=x' },
  { name: 'rule to come', path: '/rules/ncvc-imaging/3.0' },
  { name: 'rule compared with the one before', path: '/rules/ncvc-imaging/3.0/diff/2.1' },
  { name: 'rule compared with itself', path: '/rules/ncvc-imaging/3.0/diff/3.0' },
  { name: 'unknown rule', path: '/rules/ncvc-imaging/9.9', status: 404 },
  { name: 'equivalence table', path: '/equivalences', core: true },
  { name: 'equivalence table of one institution', path: '/equivalences?institution=riken' },
  { name: 'equivalence table of an institution without lines', path: '/equivalences?institution=ncc' },
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
  { name: 'holidays', path: '/admin/holidays', role: 'administrator' },
  { name: 'holidays of a listed year', path: '/admin/holidays?year=2027&done=kept', role: 'administrator' },
  { name: 'holidays, what a list changes', path: '/admin/holidays', role: 'administrator', act: fillList('2027/1/1,元日\n2027/7/22,海の日') },
  { name: 'holidays with a broken list', path: '/admin/holidays', role: 'administrator', status: 422, act: fillList('2027/1/1,元日\n2027/2/30,=1') },
  { name: 'holidays, a day without anything', path: '/admin/holidays', role: 'administrator', status: 422, act: empty('main form:has(input[name=day_ja])') },
  { name: 'holidays, asked by others', path: '/admin/holidays', role: 'researcher', status: 403 },
  { name: 'my requests, none', path: '/my/requests', role: 'administrator' },
  { name: 'home of a researcher', path: '/', role: 'researcher' },
  { name: 'my page', path: '/my', role: 'researcher' },
  { name: 'my requests', path: '/my/requests', role: 'researcher', core: true },
  { name: 'my trainings', path: '/my/trainings', role: 'researcher', core: true },
  { name: 'my trainings for one resource', path: (found) => `/my/trainings?resource=${found.bookable.split('/').pop()}`, role: 'researcher' },
  { name: 'my trainings, none', path: '/my/trainings', role: 'administrator' },
  { name: 'my passport', path: '/my/passport', role: 'researcher' },
  { name: 'my passport, empty', path: '/my/passport', role: 'administrator' },
  { name: 'my profile', path: '/my/profile', role: 'researcher' },
  { name: 'my profile with mistakes', path: '/my/profile', role: 'researcher', status: 422, act: cleared('name', 'main form[action$="/profile"]') },
  { name: 'PIN for doors', path: '/my/pin', role: 'researcher' },
  { name: 'PIN for doors, guessable', path: '/my/pin', role: 'researcher', status: 422, act: filledIn('pin', '123456', 'main form[action$="/my/pin"]') },
  { name: 'door of an instrument', path: '/door/riken-cryo-em?done=begun' },
  { name: 'door, sheet to print', path: '/manage/door/riken-cryo-em', role: 'manager' },
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
  { name: 'request form, a draft', path: (found) => found.draft, role: 'researcher' },
  { name: 'request form for a series with mistakes', path: (found) => found.series, role: 'researcher', status: 422, act: brokenSeries },
  { name: 'request form with another facility', path: (found) => found.withOther, role: 'researcher' },
  { name: 'request of several facilities', path: (found) => found.set, role: 'researcher' },
  { name: 'changing one of several facilities', path: (found) => `${found.set}/change`, role: 'researcher' },
  { name: 'request for a series', path: (found) => found.dates, role: 'researcher' },
  { name: 'request', path: (found) => found.request, role: 'researcher' },
  { name: 'request sent', path: (found) => `${found.request}/done`, role: 'researcher' },
  { name: 'changing a booking', path: (found) => found.change, role: 'researcher' },
  { name: 'changing a booking with mistakes', path: (found) => found.change, role: 'researcher', status: 422, act: filledIn('sample', '', 'main form[action$="/change"]') },
  { name: 'appeal', path: (found) => found.appeal, role: 'researcher' },
  { name: 'appeal without a word', path: (found) => found.appeal, role: 'researcher', status: 422, act: empty('main button[formaction$="/appeal"]') },
  { name: 'waiting lists', path: '/my/waitlist', role: 'researcher', core: true },
  { name: 'waiting lists, none', path: '/my/waitlist', role: 'administrator' },
  { name: 'waiting list, form', path: (found) => found.wait, role: 'researcher' },
  { name: 'waiting list for time that is free', path: (found) => found.wait, role: 'researcher', status: 422, act: empty('main form[action$="/waitlist/new"]') },
  { name: 'waiting list for a period', path: (found) => found.waitWithin, role: 'researcher' },
  { name: 'cancelling what is somebody else\'s', path: '/requests/0000000000000/cancel', role: 'researcher', status: 404 },
  { name: 'request to mend', path: (found) => found.returned, role: 'researcher' },
  { name: 'request of somebody else', path: '/requests/0000000000000', role: 'researcher', status: 404 },
  { name: 'application, form', path: '/service/new?resource=ncc-biobank', role: 'researcher', core: true },
  { name: 'application, form with mistakes', path: '/service/new?resource=ncc-biobank', role: 'researcher', status: 422, act: empty('main form[action$="/service"]') },
  { name: 'application, form with more lines', path: '/service/new?resource=ncc-biobank', role: 'researcher', act: empty('main button[name=more]') },
  { name: 'application kept as a draft', path: '/service/new?resource=ncc-biobank', role: 'researcher', act: empty('main button[name=keep]') },
  { name: 'application granted in part', path: (found) => found.application, role: 'researcher' },
  { name: 'application of somebody else', path: '/service/0000000000000', role: 'researcher', status: 404 },
  { name: 'applications for others', path: '/manage/service', role: 'researcher', status: 403 },
  { name: 'applications', path: '/manage/service', role: 'biobank_manager', core: true },
  { name: 'applications, none', path: '/manage/service', role: 'manager' },
  { name: 'application to decide', path: (found) => found.applied, role: 'biobank_manager' },
  { name: 'application rejected without reason', path: (found) => found.applied, role: 'biobank_manager', status: 422, act: empty('main button[formaction$="/reject"]') },
  { name: 'application in use', path: (found) => found.inUse, role: 'biobank_manager' },
  { name: 'outside allocations', path: '/manage/allocations', role: 'manager' },
  { name: 'outside allocations, none', path: '/manage/allocations', role: 'biobank_manager' },
  { name: 'outside allocation, form', path: '/manage/allocations/new?resource=riken-fugaku', role: 'manager' },
  { name: 'outside allocation, form with mistakes', path: '/manage/allocations/new?resource=riken-fugaku', role: 'manager', status: 422, act: empty('main form[action$="/manage/allocations/new"]') },
  { name: 'outside allocation', path: (found) => found.allocation, role: 'manager' },
  { name: 'requirements', path: '/my/facts', role: 'researcher' },
  { name: 'requirement, form', path: '/my/facts/new?gate=ethics_approval', role: 'researcher' },
  { name: 'requirement, form with mistakes', path: '/my/facts/new?gate=ethics_approval', role: 'researcher', status: 422, act: empty('main form[action$="/my/facts"]') },
  { name: 'requirement, form with a level', path: '/my/facts/new?gate=lmo_notice', role: 'researcher' },
  { name: 'requirement of a person, form', path: '/my/facts/new?gate=radiation_worker', role: 'researcher' },
  { name: 'requirement of a booking, entered elsewhere', path: '/my/facts/new?gate=export_screening&resource=riken-cryo-em', role: 'researcher' },
  { name: 'requirement of a facility, entered elsewhere', path: '/my/facts/new?gate=mta', role: 'researcher' },
  { name: 'requirement entered', path: '/my/facts/new?gate=health_check', role: 'researcher', status: 200, act: entered },
  { name: 'requirement of somebody else', path: '/my/facts/0000000000000', role: 'researcher', status: 404 },
  { name: 'office for others', path: '/office', role: 'researcher', status: 403 },
  { name: 'office', path: '/office', role: 'officer' },
  { name: 'office, something of another', path: '/office/facts/0000000000000', role: 'officer', status: 404 },
  { name: 'people of an institution', path: '/institution/people', role: 'officer' },
  { name: 'people of an institution with mistakes', path: '/institution/people', role: 'officer', status: 422, act: empty('main form:has(input[name=email])') },
  { name: 'people for others', path: '/institution/people', role: 'manager', status: 403 },
  { name: 'queue for others', path: '/manage/requests', role: 'researcher', status: 403 },
  { name: 'exception to ask for', path: (found) => found.exception, role: 'researcher' },
  { name: 'exception asked for without reason', path: (found) => found.exception, role: 'researcher', status: 422, act: empty('main form[action$="/waivers/new"]') },
  { name: 'exceptions for others', path: '/waivers', role: 'researcher', status: 403 },
  { name: 'exceptions', path: '/waivers', role: 'manager' },
  { name: 'exception granted with mistakes', path: '/waivers', role: 'manager', status: 422, act: empty('main form[action$="/waivers"]') },
  { name: 'bookings that change places', path: (found) => found.swap, role: 'manager' },
  { name: 'moving a booking', path: (found) => found.move, role: 'manager' },
  { name: 'moving a booking with mistakes', path: (found) => found.move, role: 'manager', status: 422, act: empty('main form[action$="/move"]') },
  { name: 'outages', path: '/manage/outages', role: 'manager', core: true },
  { name: 'outages, none', path: '/manage/outages', role: 'biobank_manager' },
  { name: 'outages for others', path: '/manage/outages', role: 'researcher', status: 403 },
  { name: 'outage, form', path: '/manage/outages/register', role: 'manager' },
  { name: 'outage, form with mistakes', path: '/manage/outages/register?stop_from=&stop_until=', role: 'manager' },
  { name: 'outage, what it touches', path: (found) => found.touched, role: 'manager' },
  { name: 'outage', path: (found) => found.outage, role: 'manager' },
  { name: 'outage to come', path: (found) => found.planned, role: 'manager' },
  { name: 'outage, back in the future', path: (found) => found.outage, role: 'manager', status: 422, act: filledIn('ended_at', '2099-01-01T09:00', 'main form[action$="/end"]') },
  { name: 'outage that lasts longer', path: (found) => `${found.outage}?stop_until=2028-01-05T17:00`, role: 'manager' },
  { name: 'damage without a report', path: (found) => found.outage, role: 'manager', status: 422, act: empty('main form[action$="/blame"]') },
  { name: 'queue', path: '/manage/requests', role: 'manager', core: true },
  { name: 'requests to agree to', path: '/endorse', role: 'manager' },
  { name: 'requests to agree to, none', path: '/endorse', role: 'researcher' },
  { name: 'request to agree to', path: (found) => found.endorse, role: 'manager' },
  { name: 'request returned without a reason', path: (found) => found.endorse, role: 'manager', status: 422, act: empty('main button[formaction$="/return"]') },
  { name: 'requests that compete', path: (found) => found.conflict, role: 'manager' },
  { name: 'resource whose facility chooses', path: (found) => `/resources/riken-nmr?start=${found.contested}`, role: 'researcher' },
  { name: 'record of a use', path: (found) => found.use, role: 'manager' },
  { name: 'record of a use with mistakes', path: (found) => found.use, role: 'manager', status: 422, act: cleared('used_from', 'main form[action$="/use"]') },
  { name: 'calling off what is another facility\'s', path: '/manage/requests/0000000000000/call-off', role: 'manager', status: 404 },
  { name: 'records of use', path: '/manage/usage', role: 'manager' },
  { name: 'nobody came, to mark', path: (found) => found.noShow, role: 'manager' },
  { name: 'appeal to answer', path: (found) => found.appealed, role: 'manager' },
  { name: 'appeal answered without a reason', path: (found) => found.appealed, role: 'manager', status: 422, act: empty('main button[formaction$="/uphold"]') },
  { name: 'change to decide', path: (found) => found.changeAsked, role: 'manager' },
  { name: 'change refused without a reason', path: (found) => found.changeAsked, role: 'manager', status: 422, act: empty('main button[formaction$="/change/refuse"]') },
  { name: 'board of a facility', path: '/board/riken-cryoem' },
  { name: 'board of a facility before its manager', path: '/board/riken-cryoem', role: 'manager' },
  { name: 'closed days', path: '/manage/closed-days', role: 'manager' },
  { name: 'closed days without anything', path: '/manage/closed-days', role: 'manager', status: 422, act: empty('main form:has(input[name=day_ja])') },
  { name: 'calendar of a facility', path: '/manage/calendar', role: 'manager' },
  { name: 'calendar of a facility by day', path: '/manage/calendar?view=day', role: 'manager' },
  { name: 'calendar of a facility by month', path: '/manage/calendar?view=month', role: 'manager' },
  { name: 'request to decide', path: (found) => found.toDecide, role: 'manager' },
  { name: 'training dates', path: '/manage/trainings', role: 'manager' },
  { name: 'training dates with mistakes', path: '/manage/trainings', role: 'manager', status: 422, act: empty('main form[action$="/trainings"]') },
  { name: 'training dates of the past', path: '/manage/trainings?past=1', role: 'manager' },
  { name: 'training and its people', path: (found) => found.training, role: 'manager' },
  { name: 'training called off without reason', path: (found) => found.training, role: 'manager', status: 422, act: empty('main form[action$="/call-off"]') },
  { name: 'training courses', path: '/manage/courses', role: 'manager' },
  { name: 'training courses with mistakes', path: '/manage/courses', role: 'manager', status: 422, act: empty('main form[action$="/courses"]') },
  { name: 'what one attends, nothing', path: '/my/attendances', role: 'researcher' },
  { name: 'attendants', path: '/manage/attendants', role: 'manager' },
  { name: 'attendants with mistakes', path: '/manage/attendants', role: 'manager', status: 422, act: empty('main form[action$="/attendants"]') },
  { name: 'resources used together', path: '/manage/resources', role: 'manager' },
  { name: 'resource used together with others', path: '/manage/resources/riken-cryo-em/together', role: 'manager' },
  { name: 'resource used together with nothing that is there', path: '/manage/resources/riken-cryo-em/together', role: 'manager', status: 422, act: empty('main form[action$="/others"]') },
  { name: 'training dates for others', path: '/manage/trainings', role: 'researcher', status: 403 },
  { name: 'equivalence lines of an officer', path: '/institution/equivalences', role: 'officer' },
  { name: 'equivalence lines with mistakes', path: '/institution/equivalences', role: 'officer', status: 422, act: tooLong },
  { name: 'desk of an institution', path: '/institution', role: 'institution_officer' },
  { name: 'rules of an institution for others', path: '/institution/rules', role: 'researcher', status: 403 },
  { name: 'rules of an institution', path: '/institution/rules', role: 'institution_officer' },
  { name: 'draft of rules', path: `${DRAFT}`, role: 'institution_officer' },
  { name: 'document of a draft', path: `${DRAFT}/documents/1`, role: 'institution_officer' },
  { name: 'document to add with mistakes', path: `${DRAFT}/documents/new`, role: 'institution_officer', status: 422, act: empty('main form[action$="/documents/new"]') },
  { name: 'file that is none', path: `${DRAFT}/documents/1`, role: 'institution_officer', status: 422, act: empty('main form[action$="/files"]') },
  { name: 'article of a draft with parameters', path: `${DRAFT}/articles/2/7`, role: 'institution_officer' },
  { name: 'article with mistakes', path: `${DRAFT}/articles/1/7`, role: 'institution_officer', status: 422, act: wrongNumber },
  { name: 'parameters of a draft', path: `${DRAFT}/terms`, role: 'institution_officer' },
  { name: 'parameters of a group', path: `${DRAFT}/terms/time`, role: 'institution_officer' },
  { name: 'parameters that can not be read', path: `${DRAFT}/terms/time`, role: 'institution_officer', status: 422, act: unreadable },
  { name: 'parameters of a resource', path: `${DRAFT}/terms/gate?target=resource%3Ariken-cryo-em`, role: 'institution_officer' },
  { name: 'changes of a draft', path: `${DRAFT}/diff`, role: 'institution_officer' },
  { name: 'impact of a draft', path: `${DRAFT}/impact`, role: 'institution_officer' },
  { name: 'draft to publish', path: `${DRAFT}/publish`, role: 'institution_officer' },
  { name: 'draft published with mistakes', path: `${DRAFT}/publish`, role: 'institution_officer', status: 422, act: tooEarly },
  { name: 'draft of others', path: '/institution/rules/ncvc-imaging/draft', role: 'institution_officer', status: 404 },
  { name: 'request rejected without reason', path: (found) => found.toDecide, role: 'manager', status: 422, act: empty('main button[formaction$="/reject"]') },
];

/** Sends the form as it is (ours say `novalidate`: the server gives the reasons). */
function empty(form) {
  return (page) => submit(page, form);
}

function fillList(text) {
  return async (page) => {
    await page.fill('main textarea[name=list]', text);
    await submit(page, 'main form:has(textarea[name=list])');
  };
}

/** Sends a form with one of its fields emptied. */
function cleared(field, form) {
  return async (page) => {
    await page.fill(`main input[name=${field}]`, '');
    await submit(page, form);
  };
}

/** Sends a form with something else in one of its fields. */
function filledIn(field, text, form) {
  return async (page) => {
    await page.fill(`${form} [name=${field}]`, text);
    await submit(page, form);
  };
}

async function tooLong(page) {
  await page.fill('main input[name=months]', '999');
  await submit(page, 'main form[action$="/equivalences"]');
}

async function wrongNumber(page) {
  await page.fill('main [name=article_number]', '第七条');
  await submit(page, 'main form:has([name=article_number])');
}

async function unreadable(page) {
  await page.fill('main [name="lead_business_days.all"]', 'soon');
  await page.fill('main [name="max_minutes.all.article"]', '999');
  await submit(page, 'main form[method=post]:has([name="lead_business_days.all"])');
}

async function tooEarly(page) {
  await page.fill('main [name=effective_on]', '2020-01-01');
  await page.fill('main [name=version]', '');
  await submit(page, 'main form:has([name=effective_on])');
}

/** Enters a health check of the first of the year; the page of the fact follows. */
async function entered(page) {
  await page.fill('main input[name=issued_on]', '2026-04-01');
  await submit(page, 'main form[action$="/my/facts"]');
}

/** Asks for a series without an end. */
async function brokenSeries(page) {
  await page.click('main details:has([name=every]) summary');
  await page.fill('main [name=every]', '0');
  await submit(page, 'main form[action$="/requests"]');
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

/** Whether a request's page names the instrument of which two facilities are asked, and leads to the other request. */
async function isOfSet(page, path) {
  await page.goto(path);
  const hrefs = await page.$$eval('main a[href]', (all) => all.map((one) => one.getAttribute('href')));
  return hrefs.includes('/resources/ncvc-nsim-nstorm') && hrefs.some((href) => /^\/requests\/[0-9a-z]{13}$/i.test(href));
}

/** Asks for a series at its own institution; dates that can't be had are left out. */
async function askAgain(page, found) {
  found.dates = await askSomewhen(page, 'ncgg-confocal', async () => {
    await page.click('main details:has([name=every]) summary');
    await page.fill('main [name=every]', '7');
    await page.fill('main [name=times]', '2');
  });
}

/** Asks for two hours, filled in as `more` says, at the first free time that is granted; the address of the request. */
async function askSomewhen(page, slug, more) {
  const starts = [];
  for (const ahead of [14, 7, 21]) {
    const week = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/resources/${slug}?week=${week}`);
    starts.push(...(await page.$$eval('main input[name=start]:not([disabled])', (all) => all.map((one) => one.value))));
  }
  for (const start of starts) {
    await page.goto(`/requests/new?resource=${slug}&start=${start}&len=120`);
    await more();
    await page.fill('main [name=purpose]', '相関観察');
    await page.fill('main [name=sample]', '固定細胞');
    await page.check('main [name=safety][value=none]');
    await page.check('main [name=support_mode][value=assisted]');
    for (const box of await page.$$('main [name=agree]')) await box.check();
    await submit(page, 'main form[action$="/requests"]');
    const [, made] = /\/requests\/([0-9A-Z]{13})\/done$/.exec(new URL(page.url()).pathname) ?? [];
    if (made) return `/requests/${made}`;
  }
  return must(false, `no time of ${slug} that can be had`);
}

/** Follows links once to learn which addresses this demo has. */
export async function discover(page, managerPage, biobankPage) {
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
  found.exception = `/waivers/new?resource=${wish.get('resource')}&parameter=lead_business_days&start=${wish.get('start')}`;
  found.nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  found.institution = (await links(page, '/institutions', /^\/institutions\/[^/?]+$/))[0];
  found.rule = (await links(page, found.bookable, /^\/rules\//))[0];
  found.form = withSlot[0];
  found.request = (await links(page, '/my/requests', /^\/requests\/[0-9a-z]{13}$/i))[0];
  for (const path of new Set(await links(page, '/my/requests', /^\/requests\/[0-9a-z]{13}$/i))) {
    if (!found.set && (await isOfSet(page, path))) found.set = path;
    found.change ??= (await links(page, path, /^\/requests\/[0-9a-z]{13}\/change$/i))[0];
    found.appeal ??= (await links(page, path, /^\/requests\/[0-9a-z]{13}\/appeal$/i))[0];
  }
  found.withOther = `/requests/new?resource=ncvc-nsim-nstorm&start=${found.nextWeek}T10:00&len=120&with-ncgg-confocal=yes`;
  await askAgain(page, found);
  // series are for the institution's own people
  found.series = `/requests/new?resource=ncgg-confocal&start=${found.nextWeek}T10:00&len=60`;
  await page.goto(found.form);
  await page.click('main button[name=keep]');
  await page.waitForURL(/[?&]draft=/);
  found.draft = `${new URL(page.url()).pathname}?draft=${new URL(page.url()).searchParams.get('draft')}`;
  found.wait = `/waitlist/new?resource=${wish.get('resource')}&start=${wish.get('start')}&len=${wish.get('len')}`;
  found.waitWithin = `/waitlist/new?resource=${wish.get('resource')}`;
  found.returned = (await links(page, '/my/requests', /^\/requests\/[0-9a-z]{13}\/edit$/i))[0];
  const waiting = await links(managerPage, '/manage/requests', /^\/manage\/requests\/[0-9a-z]{13}$/i);
  for (const path of new Set(waiting)) {
    // what is on hold waits for an office, not for the manager
    await managerPage.goto(path);
    if (await managerPage.locator('main button[formaction$="/reject"]').count()) found.toDecide ??= path;
  }
  found.endorse = (await links(managerPage, '/endorse', /^\/endorse\/[0-9a-z]{13}$/i))[0];
  found.changeAsked = (await links(managerPage, '/manage/requests', /^\/manage\/requests\/[0-9a-z]{13}\/change$/i))[0];
  found.appealed = (await links(managerPage, '/manage/usage', /^\/manage\/requests\/[0-9a-z]{13}\/no-show$/i))[0];
  found.conflict = (await links(managerPage, '/manage/requests', /^\/manage\/conflicts\/[0-9a-z]{13}$/i))[0];
  found.contested = new URL((await links(page, '/resources/riken-nmr', /^\/resources\/riken-nmr\?.*start=/))[0], 'http://x').searchParams.get('start');
  for (const path of new Set(await links(managerPage, '/manage/usage', /^\/requests\/[0-9a-z]{13}\/use$/i))) {
    if (found.use) break;
    await managerPage.goto(path);
    if (await managerPage.locator('main input[name=used_from]').count()) found.use = path;
  }
  found.noShow = found.use?.replace(/^(.*)\/use$/, '/manage$1/no-show');
  found.application = (await links(page, '/my/requests', /^\/service\/[0-9a-z]{13}$/i))[0];
  const applications = await links(biobankPage, '/manage/service', /^\/manage\/service\/[0-9a-z]{13}$/i);
  for (const path of new Set(applications)) {
    await biobankPage.goto(path);
    if (await biobankPage.locator('main button[formaction$="/reject"]').count()) found.applied ??= path;
    if (await biobankPage.locator('main form[action$="/close"]').count()) found.inUse ??= path;
  }
  found.allocation = (await links(managerPage, '/manage/allocations', /^\/manage\/allocations\/[0-9a-z]{13}$/i))[0];
  // maintenance far ahead, which touches nobody
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  await managerPage.goto(`/manage/outages/register?resource=riken-cryo-em&sort=maintenance&stop_from=${day(300)}T09:00&stop_until=${day(301)}T17:00&reason=%E5%AE%9A%E6%9C%9F%E7%82%B9%E6%A4%9C`);
  await submit(managerPage, 'main form[method=post]');
  found.planned = new URL(managerPage.url()).pathname;
  // and one of these minutes
  const minute = (ahead) => new Date(Date.now() + (9 * 60 + ahead) * 60_000).toISOString().slice(0, 16);
  await managerPage.goto(`/manage/outages/register?resource=riken-nmr&sort=failure&stop_from=${minute(-2)}&stop_until=${minute(2)}&reason=%E5%86%8D%E8%B5%B7%E5%8B%95`);
  await submit(managerPage, 'main form[method=post]');
  found.outage = new URL(managerPage.url()).pathname;
  found.touched = `/manage/outages/register?resource=riken-cryo-em&sort=failure&stop_from=${day(1)}T09:00&stop_until=${day(60)}T17:00&reason=%E9%9B%BB%E5%AD%90%E9%8A%83%E3%81%AE%E6%95%85%E9%9A%9C`;
  // both are offered for what is confirmed and of somebody else
  for (const ahead of [10, 40, 70]) {
    if (found.move) break;
    for (const path of new Set(await links(managerPage, `/manage/calendar?view=month&date=${day(ahead)}`, /^\/manage\/requests\/[0-9a-z]{13}$/i))) {
      found.move ??= (await links(managerPage, path, /^\/manage\/requests\/[0-9a-z]{13}\/move$/i))[0];
    }
  }
  found.swap = found.move?.replace(/move$/, 'swap');
  found.training = (await links(managerPage, '/manage/trainings', /^\/manage\/trainings\/[0-9a-z]{13}$/i))[0];
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
