//! What was found before any form, as the page shows it: a chip, a checklist, the earliest start.

use crate::domain::catalogue::Resource;
use crate::domain::gate::Holder;
use crate::domain::gate::standing::{GateState, NextStep, Standing};
use crate::domain::parameter::Parameter;
use crate::domain::preflight::{Need, Preflight, Ready, What};
use crate::store::booking::before::Looked;
use crate::web::form::encode;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Choice};
use crate::web::visit::Visit;
use crate::web::way::{Place, Reason, Wished, reason};
use crate::words::gate::standing as stands;
use crate::words::parameter::code;
use crate::words::preflight as said;

/// The block; see templates/parts/before.html.
pub struct Block {
    pub tone: &'static str,
    pub chip: Option<Chip>,
    pub heading: String,
    pub reasons: Vec<Reason>,
    pub items: Vec<Item>,
    pub earliest: Option<Earliest>,
    pub notes: Vec<String>,
}

/// One thing that is missing, or stands.
pub struct Item {
    /// As in checklists: "ok", "" still to do.
    pub state: &'static str,
    pub text: String,
    pub more: String,
    pub link: Option<Link>,
}

/// When use can begin.
pub struct Earliest {
    pub label: &'static str,
    pub when: String,
    pub choose: Option<Link>,
}

/// The choice of a class of institutions, for strangers.
pub struct Classes {
    pub action: String,
    pub open: &'static str,
    pub choices: Vec<Choice>,
}

/// The classes to choose from.
pub fn classes(visit: &Visit, resource: &Resource, chosen: Option<&str>) -> Classes {
    let codes = Parameter::EligibleOrgClasses.entry().kind.codes();
    let choice = |one: &&'static str| Choice {
        value: (*one).to_owned(),
        label: code::say(visit.language, Parameter::EligibleOrgClasses, one).to_owned(),
        hint: None,
        chosen: chosen == Some(*one),
    };
    Classes {
        action: visit.href(&links::resource(&resource.slug)),
        open: if chosen.is_some() { "open" } else { "" },
        choices: codes.iter().map(choice).collect(),
    }
}

/// The block for what was found; none where nothing will be needed and no time is booked.
pub fn block(visit: &Visit, resource: &Resource, looked: &Looked) -> Option<Block> {
    let sight = Sight {
        visit,
        resource,
        is_known: looked.class.is_none(),
    };
    match &looked.prospects {
        Some((needs, standing)) => sight.prospects(needs, standing),
        None => Some(sight.flight(looked)),
    }
}

#[derive(Copy, Clone)]
struct Sight<'a> {
    visit: &'a Visit,
    resource: &'a Resource,
    /// Whether it is about the person who looks.
    is_known: bool,
}

impl Sight<'_> {
    fn words(&self) -> &'static said::Words {
        &self.visit.words().preflight
    }

    fn prospects(&self, needs: &[Need], standing: &[Standing]) -> Option<Block> {
        let w = self.words();
        if needs.is_empty() && standing.is_empty() {
            return None;
        }
        let stand = |one: &Standing| Item {
            state: "ok",
            text: stands::name(self.visit.language, one),
            more: w.stands.to_owned(),
            link: None,
        };
        let missing = needs.iter().map(|need| self.item(need));
        Some(Block {
            tone: "",
            chip: None,
            heading: w.requests.to_owned(),
            reasons: Vec::new(),
            items: missing.chain(standing.iter().map(stand)).collect(),
            earliest: None,
            notes: Vec::new(),
        })
    }

    fn flight(&self, looked: &Looked) -> Block {
        let (w, flight) = (self.words(), &looked.flight);
        let language = self.visit.language;
        let count = flight.needs.len();
        let (tone, chip) = match (looked.barred.is_empty(), count) {
            (false, _) => ("ng", ("r", w.not_usable)),
            (true, 0) => ("ok", ("g", w.usable)),
            (true, _) => ("wa", ("y", w.usable_later)),
        };
        let heading = match (looked.barred.is_empty(), looked.class) {
            (false, None) => w.barred.to_owned(),
            (false, Some(_)) => w.barred_class.to_owned(),
            (true, Some(class)) => said::missing_for(language, class, count),
            (true, None) if count == 0 => w.nothing_missing.to_owned(),
            (true, None) => said::missing(language, count),
        };
        let wished = Wished {
            slug: &self.resource.slug,
            span: flight.slot,
            units: 1,
            place: Place::Panel,
        };
        let reasons = looked.barred.iter();
        let is_open = looked.barred.is_empty();
        Block {
            tone,
            chip: Some(Chip {
                tone: chip.0,
                text: chip.1.to_owned(),
            }),
            heading,
            reasons: reasons
                .map(|one| reason(self.visit, one, &wished))
                .collect(),
            items: match is_open {
                true => flight.needs.iter().map(|need| self.item(need)).collect(),
                false => Vec::new(),
            },
            earliest: is_open.then(|| self.earliest(flight)),
            notes: match is_open {
                true => self.notes(flight),
                false => Vec::new(),
            },
        }
    }

    fn earliest(&self, flight: &Preflight) -> Earliest {
        let (w, language) = (self.words(), self.visit.language);
        let slot = flight.slot.as_ref();
        let when = match flight.day {
            Some(day) => said::start(language, day, slot),
            None => w.earliest_unknown.to_owned(),
        };
        let choose = |slot| {
            let path = links::resource_at(&self.resource.slug, slot);
            Link::to(self.visit, &path, w.choose)
        };
        Earliest {
            label: match flight.needs.is_empty() {
                true => w.earliest,
                false => w.earliest_with_all,
            },
            when,
            choose: slot.map(choose),
        }
    }

    fn notes(&self, flight: &Preflight) -> Vec<String> {
        let language = self.visit.language;
        let first = (flight.first_lead > 0).then(|| said::first_use(language, flight.first_lead));
        let watched =
            (flight.supervised > 0).then(|| said::supervised(language, flight.supervised));
        first.into_iter().chain(watched).collect()
    }

    fn item(&self, need: &Need) -> Item {
        match &need.what {
            What::Consent(_) => Item {
                state: "",
                text: self.words().consent.to_owned(),
                more: self.words().consent_more.to_owned(),
                link: None,
            },
            What::Gate(standing) => Item {
                state: "",
                text: stands::name(self.visit.language, standing),
                more: self.how_long(standing, need.ready),
                link: self.link(standing),
            },
        }
    }

    /// How long it takes, and who takes it.
    fn how_long(&self, standing: &Standing, ready: Ready) -> String {
        let (w, language) = (self.words(), self.visit.language);
        let office = standing.asked.gate.office();
        let days = self.resource.terms.count(Parameter::GateOfficeBusinessDays);
        let more = match (standing.next, ready) {
            (NextStep::Train, Ready::On(from)) => said::training(language, from),
            (NextStep::Train, _) => w.no_date.to_owned(),
            (NextStep::Await { office, .. }, Ready::On(day)) => said::waits(language, office, day),
            (NextStep::Ask { office, .. }, _) => said::refused(language, office),
            (_, Ready::On(day)) => said::office(language, office, days, day),
            (_, Ready::AtOnce | Ready::Unknown) => w.at_once.to_owned(),
        };
        match standing.state {
            GateState::Expired { on } => format!("{}{more}", said::ended(language, on)),
            _ => more,
        }
    }

    /// Where the person takes the next step, where it is theirs and can be taken now.
    fn link(&self, standing: &Standing) -> Option<Link> {
        let (w, slug) = (self.words(), encode(&self.resource.slug));
        let gate = standing.asked.gate;
        let (path, label) = match standing.next {
            _ if !self.is_known => return None,
            NextStep::Train => (format!("/my/trainings?resource={slug}"), w.enrol),
            NextStep::Enter | NextStep::Renew if gate.holder() != Holder::Booking => {
                let path = links::enter(gate, &self.resource.slug, None);
                (path, w.enter)
            }
            NextStep::Ask { .. } => ("/contact".to_owned(), w.contact),
            _ => return None,
        };
        Some(Link::to(self.visit, &path, label))
    }
}
