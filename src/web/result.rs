//! A resource that was found: how it can be reached, why not, and when it is free next.

use crate::domain::catalogue::{Access, State};
use crate::domain::search::{Hit, Wish};
use crate::domain::time::write_local;
use crate::store::catalogue::vocabulary::Vocabulary;
use crate::web::form::encode;
use crate::web::links::{self, Link};
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::{name, outage, search as said, when};

/// One result, as the template shows it.
pub struct Item {
    pub href: String,
    pub name: String,
    pub place: String,
    pub ability: String,
    pub unconfirmed: bool,
    pub standing: Chip,
    pub why: String,
    pub slots_label: String,
    pub slots: Vec<Link>,
    pub other: Option<Link>,
    pub apply: Option<Link>,
    pub none: String,
    pub price: String,
}

impl Item {
    /// Shows one result.
    #[must_use]
    pub fn of(visit: &Visit, hit: &Hit, wish: &Wish, words: &Vocabulary) -> Self {
        let (language, w) = (visit.language, &visit.words().search);
        let page = links::resource(&hit.slug);
        let minutes = hit.lengths.pick(wish.minutes);
        let (standing, why) = standing(visit, hit);
        let bookable = hit.is_bookable();
        let other = match hit.access {
            Access::Elsewhere => w.where_to_apply,
            Access::Slot if bookable => w.other_times,
            Access::Slot | Access::Request => w.more,
        };
        let has_apply = hit.access == Access::Request && hit.open;
        let full = bookable && hit.slots.is_empty();
        Self {
            href: visit.href(&page),
            name: name::of(language, &hit.name).to_owned(),
            place: place(visit, hit),
            ability: ability(visit, hit, words),
            unconfirmed: !hit.confirmed,
            standing,
            why,
            slots_label: said::slots(language, minutes),
            slots: slots(visit, hit, minutes),
            other: (!has_apply).then(|| Link::to(visit, &page, other)),
            apply: has_apply.then(|| Link::to(visit, &links::service_form(&hit.slug), w.apply)),
            none: if full { w.no_slot } else { "" }.to_owned(),
            price: String::new(),
        }
    }
}

/// The slots as links to the request form, which knows resource and time from them.
fn slots(visit: &Visit, hit: &Hit, minutes: i64) -> Vec<Link> {
    hit.slots
        .iter()
        .map(|slot| {
            let start = write_local(slot.start());
            let path = format!(
                "/requests/new?resource={}&start={start}&len={minutes}",
                encode(&hit.slug)
            );
            Link::to(visit, &path, when::slot(visit.language, slot.start()))
        })
        .collect()
}

/// Institution and facility in one line.
fn place(visit: &Visit, hit: &Hit) -> String {
    let institution = name::of(visit.language, &hit.institution_name);
    let facility = name::of(visit.language, &hit.facility_name);
    format!("{institution} ・ {facility}")
}

/// What it is and can do, in one line.
fn ability(visit: &Visit, hit: &Hit, words: &Vocabulary) -> String {
    let category = words.category(&hit.category).name;
    let summary = name::of(visit.language, &hit.summary);
    let category = name::of(visit.language, &category);
    if summary.is_empty() {
        category.to_owned()
    } else {
        format!("{category} ・ {summary}")
    }
}

/// How a resource can be reached, as a chip, and the reason or condition beside it.
#[must_use]
pub fn standing(visit: &Visit, hit: &Hit) -> (Chip, String) {
    let (language, w) = (visit.language, &visit.words().search);
    if let Some(day) = hit.back_on.filter(|_| hit.open) {
        let chip = Chip {
            tone: "r",
            text: outage::chip(language, day),
        };
        return (chip, w.down_why.to_owned());
    }
    let (tone, text, why) = match (hit.access, hit.open, hit.published, hit.state) {
        (Access::Elsewhere, ..) => {
            let by = hit
                .allocator
                .as_deref()
                .map(|by| said::allocator(language, by));
            let why = by.unwrap_or_else(|| w.elsewhere_why.to_owned());
            ("b", w.elsewhere, why)
        }
        (_, _, _, State::Down) => ("r", w.down, w.down_why.to_owned()),
        (_, false, true, _) => ("", w.ended, w.ended_why.to_owned()),
        (_, false, false, _) => ("", w.not_yet, w.not_yet_why.to_owned()),
        (Access::Slot, true, ..) => (
            "g",
            w.bookable,
            said::lead(language, hit.lead_business_days),
        ),
        (Access::Request, true, ..) => {
            ("b", w.request, said::response(language, hit.response_days))
        }
    };
    let chip = Chip {
        tone,
        text: text.to_owned(),
    };
    (chip, why)
}
