//! What a draft of a request keeps of its form.

use std::collections::BTreeMap;

use crate::web::form::Form;

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
    typed.filter(|(_, value)| !value.is_empty()).collect()
}
