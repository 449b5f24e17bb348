//! What a draft of a request keeps of its form.

use std::collections::BTreeMap;

use crate::web::form::Form;
use crate::web::request_form::about::WITH;

/// The fields, by name. Consent is given when the request is sent.
const FIELDS: [&str; 14] = [
    "start",
    "len",
    "units",
    "part",
    "purpose",
    "sample",
    "safety",
    "support_mode",
    "project_number",
    "training",
    "every",
    "last_day",
    "times",
    "conflicts",
];

/// The known fields in which something was typed.
#[must_use]
pub fn fields(form: &Form) -> BTreeMap<String, String> {
    let typed = FIELDS
        .iter()
        .map(|name| ((*name).to_owned(), form.lines(name)));
    let together = form.iter().filter(|(name, _)| name.starts_with(WITH));
    let together = together.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let all = typed.chain(together.take(FIELDS.len()));
    all.filter(|(_, value)| !value.is_empty()).collect()
}
