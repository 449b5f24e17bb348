//! What a resource's page says besides its slots: its state, how else to apply, conditions, place, rules.

use crate::domain::catalogue::{Access, State, access};
use crate::domain::outage::Sort;
use crate::domain::rule::in_force;
use crate::store::catalogue::page::ResourcePage;
use crate::store::catalogue::vocabulary::Word;
use crate::web::address;
use crate::web::links::{self, Link};
use crate::web::pages::resource::facts::Facts;
use crate::web::parts::{Chip, LinkedFact};
use crate::web::visit::Visit;
use crate::words::resource::said;
use crate::words::{name, outage, resource};

/// A box that says how to come to the resource where it is not booked here.
pub struct Apply {
    pub heading: &'static str,
    pub text: &'static str,
    pub facts: Vec<LinkedFact>,
    pub go: Option<Link>,
}

/// A note that it can't be used for now.
pub struct Stopped {
    pub heading: &'static str,
    pub text: String,
    pub instead: Vec<Link>,
}

/// A list of facts under a heading.
pub struct Section {
    pub heading: &'static str,
    pub facts: Vec<LinkedFact>,
}

/// What a resource's page is about, and for whom.
#[derive(Copy, Clone)]
pub struct About<'a> {
    pub visit: &'a Visit,
    pub facts: &'a Facts,
    pub page: &'a ResourcePage,
}

impl About<'_> {
    pub fn words(&self) -> &'static resource::Words {
        &self.visit.words().resource
    }

    pub fn access(&self) -> Access {
        access(self.facts.resource.mode, self.facts.resource.allocation)
    }

    pub fn names(&self, words: &[Word]) -> String {
        let names: Vec<&str> = words
            .iter()
            .map(|word| name::of(self.visit.language, &word.name))
            .collect();
        names.join(self.words().separator)
    }

    /// The state in one word.
    pub fn status(&self) -> Chip {
        let w = self.words();
        let (tone, text) = match (self.page.state, self.access()) {
            (State::Retired, _) => ("r", w.retired),
            (State::InService, _) if self.facts.outage.is_some() => return self.standing_still(),
            (State::Down, _) => ("r", w.down),
            (State::InService, Access::Elsewhere) => ("b", w.by_call),
            (State::InService, Access::Request) => ("b", w.on_request),
            (State::InService, Access::Slot) if self.facts.is_bookable() => ("g", w.in_service),
            (State::InService, Access::Slot) => ("", w.in_preparation),
        };
        Chip {
            tone,
            text: text.to_owned(),
        }
    }

    /// That it is out of service, with where to look instead.
    pub fn stopped(&self) -> Option<Stopped> {
        let w = self.words();
        let (heading, text) = match self.page.state {
            State::InService => return self.outage(),
            State::Down => (w.stopped, w.stopped_text),
            State::Retired => (w.retired, w.retired_text),
        };
        let alike = format!("/resources?cat={}", self.page.category.code);
        let label = format!(
            "{}: {}",
            w.look_alike,
            name::of(self.visit.language, &self.page.category.name)
        );
        Some(Stopped {
            heading,
            text: text.to_owned(),
            instead: vec![Link::to(self.visit, &alike, label)],
        })
    }

    /// The chip of what stands still now.
    fn standing_still(&self) -> Chip {
        let until = self.facts.outage.as_ref();
        let day = until.map_or(self.facts.now, |one| one.span.end()).day();
        Chip {
            tone: "r",
            text: outage::chip(self.visit.language, day),
        }
    }

    /// That it can't be used now, why, and where else to look.
    fn outage(&self) -> Option<Stopped> {
        let one = self.facts.outage.as_ref()?;
        let (language, w) = (self.visit.language, &self.visit.words().outage);
        let heading = match one.sort {
            Sort::Failure => w.public_failure,
            Sort::Maintenance => w.public_maintenance,
        };
        let expected = outage::expected(language, one.span.end().day());
        let path = format!("/find-time?resource={}", self.facts.resource.slug);
        Some(Stopped {
            heading,
            text: expected,
            instead: vec![Link::to(self.visit, &path, w.elsewhere)],
        })
    }

    /// How to come to it where it is not booked here.
    pub fn apply(&self) -> Option<Apply> {
        if self.page.state != State::InService {
            return None;
        }
        let w = self.words();
        let prerequisites =
            || LinkedFact::plain(w.prerequisites, self.names(&self.page.prerequisites));
        let go = Some(Link::to(self.visit, "/contact", w.ask_contact));
        match self.access() {
            Access::Slot if self.facts.is_bookable() => None,
            Access::Slot => Some(Apply {
                heading: w.preparing,
                text: w.preparing_text,
                facts: Vec::new(),
                go,
            }),
            Access::Request => Some(Apply {
                heading: w.request_heading,
                text: w.request_text,
                facts: vec![
                    LinkedFact::plain(w.send, w.send_what),
                    LinkedFact::plain(w.answer, self.answer()),
                    prerequisites(),
                ],
                go: self.request_form().or(go),
            }),
            Access::Elsewhere => Some(Apply {
                heading: w.call_heading,
                text: w.call_text,
                facts: self.call().into_iter().chain([prerequisites()]).collect(),
                go,
            }),
        }
    }

    /// The form, where applications are taken.
    fn request_form(&self) -> Option<Link> {
        let today = self.facts.now.day();
        let taken = self.facts.resource.open && in_force(&self.facts.rules, today).is_some();
        let path = links::service_form(&self.facts.resource.slug);
        taken.then(|| Link::to(self.visit, &path, self.words().to_form))
    }

    /// Who allocates, when they call, what to tell them, where.
    fn call(&self) -> Vec<LinkedFact> {
        let (w, page) = (self.words(), self.page);
        let allocator = page.allocator.as_deref().unwrap_or(w.allocator_unknown);
        let periods = name::of(self.visit.language, &page.call_periods);
        let periods = if periods.is_empty() {
            w.call_periods_unknown
        } else {
            periods
        };
        let site = address::web_site(&page.call_site);
        vec![
            LinkedFact::plain(w.allocator, allocator),
            LinkedFact::plain(w.call_periods, periods),
            LinkedFact::plain(w.call_needs, w.call_needs_text),
            match site {
                Some(href) => LinkedFact::link(w.apply_where, page.call_site.clone(), href),
                None => LinkedFact::plain(w.apply_where, w.apply_where_text),
            },
            LinkedFact::plain(w.call_after, w.call_after_text),
        ]
    }

    fn answer(&self) -> String {
        match self.page.response_days {
            0 => self.words().answer_unknown.to_owned(),
            days => said::answer(self.visit.language, days),
        }
    }

    /// All sections, in order.
    pub fn sections(&self) -> Vec<Section> {
        let w = self.words();
        let conditions = (self.access() == Access::Slot).then(|| Section {
            heading: w.conditions,
            facts: self.conditions(),
        });
        let rest = [
            Section {
                heading: w.place,
                facts: self.place(),
            },
            Section {
                heading: w.rules,
                facts: self.rules(),
            },
            Section {
                heading: w.sources,
                facts: self.sources(),
            },
        ];
        conditions.into_iter().chain(rest).collect()
    }
}
