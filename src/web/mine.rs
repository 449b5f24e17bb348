//! What people have besides bookings, for their own page: drafts, requests without a slot, outside allocations.

use crate::domain::catalogue::Access;
use crate::domain::outside::Outside;
use crate::domain::service_request::state::State;
use crate::store::draft;
use crate::store::mine::Found;
use crate::store::outside::list as outside_list;
use crate::store::service_request::list;
use crate::web::links::{self, Link};
use crate::web::parts::Chip;
use crate::web::service_page::fact;
use crate::web::visit::Visit;
use crate::words::service_request::{self as said, state};
use crate::words::{attend, name, outside, when};

/// Most stretches of time to come that are shown of one allocation.
const TIMES: usize = 5;

/// The sections of the page; see templates/parts/mine.html.
pub struct Mine {
    pub w: &'static said::Words,
    pub o: &'static outside::Words,
    pub csrf: String,
    /// Requests that wait for this person.
    pub notes: Vec<Note>,
    pub drafts: Vec<DraftLine>,
    pub requests: Vec<Line>,
    pub allocations: Vec<Allocation>,
    /// To what they attend, where they are an attendant.
    pub attends: Option<Link>,
}

/// A request that waits for this person, and what to do with it.
pub struct Note {
    pub heading: String,
    pub text: String,
    pub link: Link,
}

/// A form that was put aside.
pub struct DraftLine {
    pub name: String,
    pub kept_at: String,
    pub go: Link,
    pub drop: String,
}

/// A request without a slot.
pub struct Line {
    pub href: String,
    pub name: String,
    pub number: String,
    pub provider: String,
    pub amounts: String,
    pub status: Chip,
    pub due: String,
}

/// What an outside call allocated.
pub struct Allocation {
    pub proposal: String,
    pub resource: Link,
    pub provider: String,
    pub amount: String,
    pub period: String,
    pub coming: Vec<String>,
}

impl Mine {
    /// Shows what was found.
    #[must_use]
    pub fn of(visit: &Visit, found: &Found) -> Self {
        Self {
            w: &visit.words().service_request,
            o: &visit.words().outside,
            csrf: visit.csrf(),
            notes: found
                .requests
                .iter()
                .filter_map(|entry| note(visit, entry))
                .collect(),
            drafts: found
                .drafts
                .iter()
                .map(|kept| draft_line(visit, kept))
                .collect(),
            requests: found
                .requests
                .iter()
                .map(|entry| line(visit, entry))
                .collect(),
            allocations: found
                .allocations
                .iter()
                .map(|entry| allocation(visit, entry))
                .collect(),
            attends: found.attends.then(|| {
                let label = attend::of(visit.language).mine;
                Link::to(visit, "/my/attendances", label)
            }),
        }
    }

    /// Whether there is nothing at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.requests.is_empty() && self.allocations.is_empty()
    }
}

/// What waits for this person: to be mended, accepted, received or reported on.
fn note(visit: &Visit, entry: &list::Entry) -> Option<Note> {
    let w = &visit.words().service_request;
    let request = &entry.request;
    let page = links::service(request.id);
    let (path, label) = match request.state {
        State::Returned => (format!("{page}/edit"), w.fix),
        State::Application => (format!("{page}/edit"), w.complete),
        State::Conditional => (page, w.accept_heading),
        State::Delivered | State::Granted => (page, w.receive_heading),
        State::ProgressReport => (page, w.report_heading),
        _ => return None,
    };
    Some(Note {
        heading: name::of(visit.language, &entry.resource).to_owned(),
        text: state::sentence(visit.language, request.state, &[], request.due),
        link: Link::to(visit, &path, label),
    })
}

fn draft_line(visit: &Visit, kept: &draft::Kept) -> DraftLine {
    let w = &visit.words().service_request;
    let form = match kept.access {
        Access::Slot => "/requests",
        Access::Request | Access::Elsewhere => "/service",
    };
    DraftLine {
        name: name::of(visit.language, &kept.resource).to_owned(),
        kept_at: when::moment_with_year(visit.language, kept.kept_at),
        go: Link::to(visit, &format!("{form}/new?draft={}", kept.id), w.draft_go),
        drop: visit.href(&format!("{form}/{}/drop", kept.id)),
    }
}

fn line(visit: &Visit, entry: &list::Entry) -> Line {
    let (language, request) = (visit.language, &entry.request);
    let asked = fact::amounts(request, |line| line.item.quantity);
    let due = request.due.filter(|_| !request.state.is_over());
    Line {
        href: visit.href(&links::service(request.id)),
        name: name::of(language, &entry.resource).to_owned(),
        number: request.id.to_string(),
        provider: name::of(language, &entry.provider).to_owned(),
        amounts: state::amounts(language, &asked),
        status: fact::chip(visit, request),
        due: due
            .map(|due| when::day_with_year(language, due))
            .unwrap_or_default(),
    }
}

fn allocation(visit: &Visit, entry: &outside_list::Entry) -> Allocation {
    let language = visit.language;
    let coming = entry
        .occupied
        .iter()
        .filter(|occupied| occupied.span.end() > visit.actor.at)
        .take(TIMES);
    Allocation {
        proposal: entry.outside.proposal.clone(),
        resource: Link::to(
            visit,
            &links::resource(&entry.slug),
            name::of(language, &entry.resource),
        ),
        provider: name::of(language, &entry.provider).to_owned(),
        amount: amounts(visit, &entry.outside),
        period: period(visit, &entry.outside),
        coming: coming
            .map(|occupied| when::span_with_year(language, &occupied.span))
            .collect(),
    }
}

/// What was allocated, and how much of it was used.
#[must_use]
pub fn amounts(visit: &Visit, of: &Outside) -> String {
    let said = |amount| outside::amount(visit.language, amount, of.unit);
    outside::used_of(visit.language, &said(of.used), &said(of.granted))
}

/// From which day until which.
#[must_use]
pub fn period(visit: &Visit, of: &Outside) -> String {
    let day = |day| when::day_with_year(visit.language, day);
    outside::days(visit.language, &day(of.starts_on), &day(of.ends_on))
}
