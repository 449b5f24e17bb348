//! The fields of the form of a change that say what the use is about.

use crate::domain::refusal::field::Field as Named;
use crate::web::parts::{Choice, Errors, Field};
use crate::web::request_form::about::About;
use crate::web::request_form::page::{modes_of, safeties, support_hint, supports};
use crate::web::visit::Visit;

/// What is said about the use.
pub(super) struct Written {
    pub(super) purpose: Field,
    pub(super) sample: Field,
    pub(super) project_number: Field,
    pub(super) safety: Field,
    pub(super) support_mode: Field,
    pub(super) safeties: Vec<Choice>,
    pub(super) supports: Vec<Choice>,
    pub(super) support_hint: String,
}

/// The fields of what is said about the use.
pub(super) fn written(visit: &Visit, about: &About<'_>, errors: &Errors) -> Written {
    let content = &about.wish.content;
    let modes = modes_of(visit, about);
    Written {
        purpose: errors.field(Named::Purpose, content.purpose.clone()),
        sample: errors.field(Named::Sample, content.sample.clone()),
        project_number: errors.field(Named::ProjectNumber, content.project_number.clone()),
        safety: errors.field(Named::Safety, String::new()),
        support_mode: errors.field(Named::SupportMode, String::new()),
        safeties: safeties(visit, content.safety),
        supports: supports(visit, content.support_mode, &modes.open),
        support_hint: support_hint(visit, modes.supervision),
    }
}
