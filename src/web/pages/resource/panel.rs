//! The panel beside the slot table: whether the chosen time can be requested, why not, and what is free next.

use crate::domain::grid::Layout;
use crate::domain::parameter::Parameter;
use crate::domain::policy::case::Case;
use crate::domain::policy::person::modes;
use crate::domain::policy::{check, elsewhere};
use crate::domain::refusal::Refusal;
use crate::domain::time::{Span, write_local};
use crate::web::links::{self, Link};
use crate::web::pages::resource::asked::Asked;
use crate::web::pages::resource::facts::Facts;
use crate::web::visit::Visit;
use crate::web::way::{Place, Reason, Wished, reason};
use crate::words::resource::said;
use crate::words::slot::layout;
use crate::words::{contest, slot, training, when};

/// How many free slots are offered beside the table.
const NEXT: usize = 4;

/// The panel; see templates/resource/show.html.
pub struct Panel {
    pub tone: &'static str,
    pub heading: &'static str,
    pub text: String,
    pub say: String,
    pub facts: Vec<PanelFact>,
    pub reasons: Vec<Reason>,
    pub go: Option<Link>,
    /// What can be done besides.
    pub also: Option<Link>,
    pub next_heading: String,
    pub next: Vec<Link>,
}

/// A label with its value.
pub struct PanelFact {
    pub label: &'static str,
    pub value: String,
    pub minor: bool,
}

/// Who looks at what.
#[derive(Copy, Clone)]
pub struct Sight<'a> {
    pub visit: &'a Visit,
    pub facts: &'a Facts,
    pub asked: &'a Asked,
}

impl Sight<'_> {
    /// The length chosen in the form.
    pub fn minutes(&self) -> i64 {
        self.asked.minutes(&self.facts.resource.parameters)
    }

    /// How its slots are laid out.
    pub fn layout(&self) -> Layout {
        Layout::of(self.facts.resource.parameters.slot_minutes)
    }

    /// The words of that layout.
    pub fn layout_words(&self) -> layout::Words {
        layout::of(self.visit.language, self.layout())
    }

    /// This page with another time chosen.
    pub fn with(&self, slot: &Span) -> String {
        let path = links::resource_at(&self.facts.resource.slug, slot);
        let view = if self.asked.list { "&view=list" } else { "" };
        let units = links::units(self.facts.wished_units);
        self.visit.href(&format!("{path}{units}{view}"))
    }
}

/// Makes the panel.
pub fn make(sight: &Sight<'_>) -> Panel {
    let next = sight
        .facts
        .free(sight.asked.start.read(), |room| {
            room.apart(sight.minutes(), NEXT + 1)
        })
        .iter()
        .filter(|slot| Some(slot.start()) != sight.asked.start.read())
        .take(NEXT)
        .map(|slot| next(sight, slot))
        .collect();
    let language = sight.visit.language;
    let parameters = &sight.facts.resource.parameters;
    let slot_minutes = parameters.slot_minutes;
    let length = slot::length(language, sight.layout(), sight.minutes(), slot_minutes);
    let mut panel = verdict(sight);
    panel.next_heading = said::next_heading(language, &length);
    panel.next = next;
    let nothing_chosen = panel.reasons.is_empty() && panel.facts.is_empty();
    if nothing_chosen && panel.next.is_empty() {
        return full(sight, panel);
    }
    panel
}

fn next(sight: &Sight<'_>, slot: &Span) -> Link {
    Link {
        href: sight.with(slot),
        label: said::time(sight.visit.language, slot, sight.facts.now),
    }
}

/// What can be said of the chosen time, before what is free instead.
fn verdict(sight: &Sight<'_>) -> Panel {
    let unreadable = sight.asked.unreadable();
    if !unreadable.is_empty() {
        return refused(sight, &unreadable, None);
    }
    let Some(start) = sight.asked.start.read() else {
        return unchosen(sight);
    };
    let minutes = sight.asked.len.read().unwrap_or_else(|| sight.minutes());
    let Some(wish) = Span::of_minutes(start, minutes) else {
        return unchosen(sight);
    };
    let facts = sight.facts;
    let citation = facts.citation(start.day());
    let taken = facts.taken();
    let asked = elsewhere::Asked {
        now: facts.now,
        wish,
        units: sight.facts.wished_units,
        manner: None,
    };
    let refusals = check(&Case {
        by: facts.applicant.as_ref(),
        units: sight.facts.wished_units,
        elsewhere: &elsewhere::cases(&facts.elsewhere, &asked),
        ..Case::of_time(facts.now, &facts.resource, wish, &taken, citation.as_ref())
    });
    if refusals.is_empty() {
        possible(sight, &wish)
    } else {
        refused(sight, &refusals, Some(&wish))
    }
}

fn empty(heading: &'static str) -> Panel {
    Panel {
        tone: "",
        heading,
        text: String::new(),
        say: heading.to_owned(),
        facts: Vec::new(),
        reasons: Vec::new(),
        go: None,
        also: None,
        next_heading: String::new(),
        next: Vec::new(),
    }
}

fn unchosen(sight: &Sight<'_>) -> Panel {
    let w = &sight.visit.words().resource;
    let how = if sight.asked.list {
        w.pick_from_list
    } else {
        sight.layout_words().choose
    };
    Panel {
        text: how.to_owned(),
        ..empty(w.pick)
    }
}

/// Nothing chosen, and nothing to choose.
fn full(sight: &Sight<'_>, panel: Panel) -> Panel {
    let w = &sight.visit.words().resource;
    let heading = sight.layout_words().full;
    let alike = || Link::to(sight.visit, &find_time(sight), w.alike);
    let has_line = sight.facts.resource.terms.flag(Parameter::AllowWaitlist);
    let wait = has_line.then(|| {
        let path = links::wait_within(&sight.facts.resource.slug, sight.minutes());
        Link::to(sight.visit, &path, sight.visit.words().waitlist.link)
    });
    Panel {
        tone: "wa",
        heading,
        text: w.full_remedy.to_owned(),
        say: heading.to_owned(),
        go: Some(wait.unwrap_or_else(alike)),
        also: has_line.then(alike),
        ..panel
    }
}

/// Where the same length is looked for on instruments of the same field.
fn find_time(sight: &Sight<'_>) -> String {
    let hours = (sight.minutes() + 59) / 60;
    let slug = &sight.facts.resource.slug;
    format!("/find-time?resource={slug}&hours={hours}")
}

fn possible(sight: &Sight<'_>, wish: &Span) -> Panel {
    let (visit, facts) = (sight.visit, sight.facts);
    let (language, w) = (visit.language, &visit.words().resource);
    let parameters = facts.resource.on(wish.start().day()).parameters;
    let time = said::time(language, wish, facts.now);
    let deadline = match parameters.lead_business_days {
        0 => w.until_start.to_owned(),
        lead => said::deadline(language, parameters.closed.before(wish.start().day(), lead)),
    };
    let fact = |label, value, minor| PanelFact {
        label,
        value,
        minor,
    };
    let form = format!(
        "/requests/new?resource={}&start={}&len={}{}",
        facts.resource.slug,
        write_local(wish.start()),
        wish.minutes(),
        links::units(sight.facts.wished_units)
    );
    Panel {
        tone: "ok",
        say: said::aloud(language, w.possible, &time),
        facts: vec![
            fact(w.when, time, false),
            fact(w.deadline, deadline, true),
            fact(w.approval, w.approval_how.to_owned(), true),
        ]
        .into_iter()
        .chain(facts.rivals.map(|others| {
            let how = contest::how(language, others);
            fact(visit.words().contest.rule, how, false)
        }))
        .chain(supervision(sight, wish))
        .collect(),
        go: Some(Link::to(visit, &form, w.proceed)),
        ..empty(w.possible)
    }
}

/// 立会い that this person still needs at the chosen time.
fn supervision(sight: &Sight<'_>, wish: &Span) -> Option<PanelFact> {
    let (facts, visit) = (sight.facts, sight.visit);
    let case = Case {
        by: facts.applicant.as_ref(),
        ..Case::of_time(facts.now, &facts.resource, *wish, &[], None)
    };
    let needed = modes(&case).supervision?;
    Some(PanelFact {
        label: visit.words().training.attendant,
        value: training::supervision(visit.language, needed.sessions, needed.done),
        minor: false,
    })
}

fn refused(sight: &Sight<'_>, refusals: &[Refusal], wish: Option<&Span>) -> Panel {
    let (language, w) = (sight.visit.language, &sight.visit.words().resource);
    let wished = Wished {
        slug: &sight.facts.resource.slug,
        span: wish.copied(),
        units: sight.facts.wished_units,
        place: Place::Panel,
    };
    let reasons: Vec<Reason> = refusals
        .iter()
        .map(|refusal| reason(sight.visit, refusal, &wished))
        .collect();
    let first = reasons.first().map_or("", |reason| reason.what.as_str());
    let fact = |wish: &Span| PanelFact {
        label: w.when,
        value: when::span_with_year(language, wish),
        minor: false,
    };
    Panel {
        tone: "ng",
        say: said::aloud(language, w.impossible, first),
        facts: wish.map(fact).into_iter().collect(),
        reasons,
        ..empty(w.impossible)
    }
}
