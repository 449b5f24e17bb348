//! What came back to the page of exceptions.

use crate::domain::refusal::Refusal;
use crate::web::form::Form;

/// What came back with what is wrong with it: the answer to a question, a revocation, or a grant.
#[derive(Clone, Default)]
pub(super) enum Refused {
    #[default]
    Nothing,
    /// The reason typed for the question or exception with this id.
    Reason(String, String, Vec<Refusal>),
    Direct(Form, Vec<Refusal>),
}
