//! What the officer's form chooses from: kinds of records, institutions, courses.

use crate::domain::gate::Gate;
use crate::domain::id::InstitutionId;
use crate::domain::training::Course;
use crate::store::catalogue::institution::Institution;
use crate::web::parts::Choice;
use crate::web::visit::Visit;
use crate::words::{gate, name, training};

/// The courses and institutions that there are.
pub(super) struct Known {
    pub(super) courses: Vec<Course>,
    pub(super) institutions: Vec<Institution>,
}

/// The kinds of records that can be recognised.
pub(super) fn gates(visit: &Visit, chosen: &str) -> Vec<Choice> {
    Gate::ALL
        .iter()
        .filter(|one| one.is_portable())
        .map(|one| Choice {
            value: one.code().to_owned(),
            label: gate::gate(visit.language, *one).to_owned(),
            hint: None,
            chosen: one.code() == chosen,
        })
        .collect()
}

/// The institutions that fit.
pub(super) fn institutions(
    visit: &Visit,
    known: &Known,
    chosen: &str,
    fits: impl Fn(InstitutionId) -> bool,
) -> Vec<Choice> {
    known
        .institutions
        .iter()
        .map(|one| (InstitutionId::new(one.id), one))
        .filter(|(id, _)| fits(*id))
        .map(|(id, one)| Choice {
            value: id.to_string(),
            label: name::of(visit.language, &one.name).to_owned(),
            hint: None,
            chosen: id.to_string() == chosen,
        })
        .collect()
}

/// The courses that fit.
pub(super) fn courses(
    visit: &Visit,
    known: &Known,
    chosen: &str,
    fits: impl Fn(&Course) -> bool,
) -> Vec<Choice> {
    let language = visit.language;
    known
        .courses
        .iter()
        .filter(|course| fits(course))
        .map(|course| {
            let called = name::of(language, &course.name);
            Choice {
                value: course.id.to_string(),
                label: training::course(language, called, &course.code),
                hint: None,
                chosen: course.id.to_string() == chosen,
            }
        })
        .collect()
}

/// Others' courses, by the institution that gives them.
pub(super) fn by_institution(
    visit: &Visit,
    known: &Known,
    chosen: &str,
    mine: &[InstitutionId],
) -> Vec<(String, Vec<Choice>)> {
    known
        .institutions
        .iter()
        .map(|one| (InstitutionId::new(one.id), one))
        .filter(|(id, _)| !mine.contains(id))
        .map(|(id, one)| {
            let label = name::of(visit.language, &one.short).to_owned();
            let theirs = courses(visit, known, chosen, |course| course.institution == id);
            (label, theirs)
        })
        .filter(|(_, choices)| !choices.is_empty())
        .collect()
}
