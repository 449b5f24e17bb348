//! The fields that say what a use is about, on the form of a request and of its change.

use crate::domain::refusal::field::Field as Named;
use crate::web::parts::{Choice, Errors, Field};
use crate::web::request_form::about::About;
use crate::web::request_form::choices::{companions, modes_of, safeties, support_hint, supports};
use crate::web::visit::Visit;
use crate::words::beside;

/// What is said about the use.
pub(in crate::web) struct Written {
    pub(in crate::web) purpose: Field,
    pub(in crate::web) sample: Field,
    pub(in crate::web) project_number: Field,
    pub(in crate::web) safety: Field,
    pub(in crate::web) support_mode: Field,
    pub(in crate::web) safeties: Vec<Choice>,
    pub(in crate::web) supports: Vec<Choice>,
    pub(in crate::web) support_hint: String,
    /// What can be used together with it; none on forms that can't change that.
    pub(in crate::web) together: Vec<Choice>,
    pub(in crate::web) together_words: &'static beside::Words,
    pub(in crate::web) with: Field,
}

/// The fields of what is said about the use.
pub(in crate::web) fn written(visit: &Visit, about: &About<'_>, errors: &Errors) -> Written {
    let content = &about.wish.content;
    let modes = modes_of(visit, about);
    Written {
        purpose: errors.field(Named::Purpose, content.purpose.clone()),
        sample: errors.field(Named::Sample, content.sample.clone()),
        project_number: errors.field(Named::ProjectNumber, content.project_number.clone()),
        safety: errors.field(Named::Safety, String::new()),
        support_mode: errors.field(Named::SupportMode, String::new()),
        safeties: safeties(visit, content.safety),
        supports: supports(visit, about, &modes.open),
        support_hint: support_hint(visit, modes.supervision),
        together: companions(visit, about),
        together_words: beside::of(visit.language),
        with: Field::default(),
    }
}
