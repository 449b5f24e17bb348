//! The fields of an attendant's entry: read from a form, shown as typed, filled from what is kept.

use std::collections::BTreeMap;

use crate::domain::attendant::entry::Entry;
use crate::domain::id::FacilityId;
use crate::domain::name::Name;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::store::attendant::list::{Line, Offered};
use crate::web::form::Form;
use crate::web::parts::{Choice, Errors, Field};
use crate::web::visit::Visit;
use crate::words::{attendant as said, name};

/// Minutes of one day.
const DAY: u16 = 24 * 60;

/// The fields as they are shown.
pub struct Fields {
    pub name_ja: Field,
    pub name_en: Field,
    pub account: Field,
    pub weekdays: Field,
    pub days: Vec<Choice>,
    pub from: Field,
    pub until: Field,
    pub attended: Field,
    pub resources: Vec<Choice>,
}

impl Fields {
    /// The fields as typed, with what is wrong with them.
    pub fn of(visit: &Visit, form: &Form, told: &Errors, offered: &[Offered]) -> Self {
        let typed = |field: KeepingField| told.field(Named::Keeping(field), form.raw(field.code()));
        Self {
            name_ja: typed(KeepingField::NameJa),
            name_en: typed(KeepingField::NameEn),
            account: typed(KeepingField::Account),
            weekdays: typed(KeepingField::Weekdays),
            days: days(visit, form),
            from: typed(KeepingField::From),
            until: typed(KeepingField::Until),
            attended: typed(KeepingField::Attended),
            resources: resources(visit, form, offered),
        }
    }
}

/// What was typed and ticked.
pub fn read(form: &Form, facility: Option<FacilityId>) -> Entry {
    let ticked = form.iter().map(|(name, _)| name);
    let resources = ticked.filter_map(|name| name.strip_prefix("attends-")?.parse().ok());
    Entry {
        facility,
        name: Name {
            ja: form.line(KeepingField::NameJa.code()),
            en: form.line(KeepingField::NameEn.code()),
        },
        account: form.line(KeepingField::Account.code()),
        days: (0..7).filter(|day| is_ticked(form, *day)).collect(),
        from: form.line(KeepingField::From.code()),
        until: form.line(KeepingField::Until.code()),
        resources: resources.collect(),
    }
}

/// A form filled with what is kept.
pub fn filled(line: &Line) -> Form {
    let mut pairs = BTreeMap::new();
    let mut fill = |name: String, value: String| {
        pairs.insert(name, value);
    };
    fill(KeepingField::NameJa.code().to_owned(), line.name.ja.clone());
    fill(KeepingField::NameEn.code().to_owned(), line.name.en.clone());
    let account = line.account.clone().unwrap_or_default();
    fill(KeepingField::Account.code().to_owned(), account);
    if let Some(first) = line.windows.first() {
        let from = first.start % DAY;
        let until = from.saturating_add(first.minutes) % DAY;
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        fill(KeepingField::From.code().to_owned(), clock(from));
        fill(KeepingField::Until.code().to_owned(), clock(until));
    }
    for window in &line.windows {
        fill(format!("on-{}", window.start / DAY), "yes".to_owned());
    }
    for (id, _) in &line.resources {
        fill(format!("attends-{id}"), "yes".to_owned());
    }
    Form::holding(pairs)
}

fn is_ticked(form: &Form, day: u16) -> bool {
    form.given(&format!("on-{day}")).is_some()
}

fn days(visit: &Visit, form: &Form) -> Vec<Choice> {
    let days = (0..).zip(said::weekdays(visit.language));
    days.map(|(day, label): (u16, _)| Choice {
        value: day.to_string(),
        label: label.to_owned(),
        hint: None,
        chosen: is_ticked(form, day),
    })
    .collect()
}

/// Where there are several facilities, each resource says whose it is.
fn resources(visit: &Visit, form: &Form, offered: &[Offered]) -> Vec<Choice> {
    let first = offered.first().map(|one| one.facility);
    let is_mixed = offered.iter().any(|one| Some(one.facility) != first);
    let choice = |one: &Offered| Choice {
        value: one.id.to_string(),
        label: name::of(visit.language, &one.name).to_owned(),
        hint: is_mixed.then(|| name::of(visit.language, &one.facility_name).to_owned()),
        chosen: form.given(&format!("attends-{}", one.id)).is_some(),
    };
    offered.iter().map(choice).collect()
}
