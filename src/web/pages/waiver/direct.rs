//! Granting an exception that nobody asked for here.

use crate::domain::actor::Role;
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::entry::Group;
use crate::domain::parameter::kind::Waiver;
use crate::domain::refusal::field::Field as Named;
use crate::domain::time::parse_day;
use crate::domain::waiver::Wanted;
use crate::web::form::Form;
use crate::web::pages::waiver::list::Facts;
use crate::web::pages::waiver::refused::Refused;
use crate::web::parts::{Choice, Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::{name, parameter};

/// The form.
pub(super) struct Direct {
    pub(super) action: String,
    pub(super) open: &'static str,
    pub(super) errors: Vec<FormError>,
    pub(super) email: Field,
    pub(super) resource: Field,
    pub(super) resources: Vec<Choice>,
    pub(super) parameter: Field,
    pub(super) parameters: Vec<(&'static str, Vec<Choice>)>,
    pub(super) from: Field,
    pub(super) until: Field,
    pub(super) reason: Field,
}

/// What was typed.
pub(super) fn wanted(form: &Form) -> Wanted {
    Wanted {
        parameter: Parameter::from_code(form.raw(Named::Parameter.code())),
        from: parse_day(form.raw(Named::FromDay.code())),
        until: parse_day(form.raw(Named::UntilDay.code())),
        reason: form.lines(Named::Reason.code()),
    }
}

/// The form, as it came back if it did.
pub(super) fn of(visit: &Visit, facts: &Facts, refused: &Refused) -> Direct {
    let (form, refusals) = match refused {
        Refused::Direct(form, refusals) => (form.clone(), refusals.clone()),
        _ => (Form::default(), Vec::new()),
    };
    let errors = Errors::of(visit.language, refusals);
    let typed = |field: Named| errors.field(field, form.line(field.code()));
    let chosen = form.line(Named::Resource.code());
    let resource = |(slug, known): &(String, _)| Choice {
        value: slug.clone(),
        label: name::of(visit.language, known).to_owned(),
        hint: None,
        chosen: *slug == chosen,
    };
    Direct {
        action: visit.href("/waivers"),
        open: match refused {
            Refused::Direct(..) => "open",
            _ => "",
        },
        errors: errors.summary(),
        email: typed(Named::Email),
        resource: typed(Named::Resource),
        resources: facts.resources.iter().map(resource).collect(),
        parameter: typed(Named::Parameter),
        parameters: parameters(visit, form.raw(Named::Parameter.code())),
        from: typed(Named::FromDay),
        until: typed(Named::UntilDay),
        reason: errors.field(Named::Reason, form.lines(Named::Reason.code())),
    }
}

/// What this person may set aside, by group.
fn parameters(visit: &Visit, chosen: &str) -> Vec<(&'static str, Vec<Choice>)> {
    let language = visit.language;
    let is_theirs = |parameter: &Parameter| match parameter.entry().waiver {
        Waiver::Nobody => false,
        Waiver::FacilityManager => !visit.actor.managed_facilities().is_empty(),
        Waiver::InstitutionOfficer => {
            let officer = |role| matches!(role, Role::InstitutionOfficer(_));
            visit.actor.holds(officer)
        }
    };
    let of = |group: Group| -> Vec<Choice> {
        Parameter::ALL
            .iter()
            .copied()
            .filter(|one| one.entry().group == group && is_theirs(one))
            .map(|one| choice(language, one, chosen))
            .collect()
    };
    Group::ALL
        .iter()
        .map(|group| (parameter::group(language, *group), of(*group)))
        .filter(|(_, choices)| !choices.is_empty())
        .collect()
}

fn choice(language: Language, one: Parameter, chosen: &str) -> Choice {
    Choice {
        value: one.code().to_owned(),
        label: parameter::label(language, one).to_owned(),
        hint: None,
        chosen: one.code() == chosen,
    }
}
