//! The lines and choices of the page: what is taken besides, what goes with it, and what could.

use crate::domain::name::Name;
use crate::store::together::companion::Other;
use crate::store::together::list::Component;
use crate::web::parts::Choice;
use crate::web::visit::Visit;
use crate::words::{name, together as said};

/// What the page reads.
pub(super) struct Facts {
    pub(super) name: Name,
    pub(super) components: Vec<Component>,
    pub(super) offered: Vec<Component>,
    pub(super) companions: Vec<Other>,
    pub(super) joinable: Vec<Other>,
    /// The resources of other facilities that offer this one.
    pub(super) offering: Vec<Other>,
}

/// A line of one of the lists.
pub(super) struct Row {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) more: String,
}

pub(super) fn taken(visit: &Visit, one: &Component) -> Row {
    Row {
        id: one.id.to_string(),
        name: name::of(visit.language, &one.name).to_owned(),
        more: said::units(visit.language, one.units, one.capacity),
    }
}

pub(super) fn other(visit: &Visit, one: &Other) -> Row {
    Row {
        id: one.id.to_string(),
        name: name::of(visit.language, &one.name).to_owned(),
        more: name::of(visit.language, &one.place).to_owned(),
    }
}

/// What is a component already is not offered again.
pub(super) fn offered(visit: &Visit, facts: &Facts, chosen: &str) -> Vec<Choice> {
    let known = |one: &&Component| facts.components.iter().any(|other| other.id == one.id);
    let choice = |one: &Component| Choice {
        value: one.id.to_string(),
        label: said::with_number(
            visit.language,
            name::of(visit.language, &one.name),
            one.capacity,
        ),
        hint: None,
        chosen: one.id.to_string() == chosen,
    };
    let offered = facts.offered.iter().filter(|one| !known(one));
    offered.map(choice).collect()
}

pub(super) fn joinable(visit: &Visit, facts: &Facts, chosen: &str) -> Vec<Choice> {
    let known = |one: &&Other| facts.companions.iter().any(|other| other.id == one.id);
    let choice = |one: &Other| Choice {
        value: one.id.to_string(),
        label: said::of_facility(
            visit.language,
            name::of(visit.language, &one.name),
            name::of(visit.language, &one.place),
        ),
        hint: None,
        chosen: one.id.to_string() == chosen,
    };
    let joinable = facts.joinable.iter().filter(|one| !known(one));
    joinable.map(choice).collect()
}
