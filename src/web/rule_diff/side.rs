//! What a comparison compares, and how a change of a value is shown.

use std::collections::BTreeMap;

use crate::domain::name::Name;
use crate::domain::parameter::setting::Target;
use crate::domain::rule::text::Text;
use crate::words::rule::term::Whole;

/// The texts that are compared.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub old: Side<'a>,
    pub new: Side<'a>,
    pub of: Whole,
    /// The names of the categories and resources that settings are for.
    pub names: &'a BTreeMap<Target, Name>,
}

/// One of the two.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub text: &'a Text,
    /// The address of its page, to which articles lead; none for a draft.
    pub page: Option<&'a str>,
}

/// Something that was and is now.
pub struct FromTo {
    pub label: &'static str,
    pub from: String,
    pub to: String,
}

impl FromTo {
    /// What was and is now; a side that says nothing is empty.
    #[must_use]
    pub fn new(label: &'static str, from: &str, to: &str) -> Self {
        Self {
            label,
            from: from.to_owned(),
            to: to.to_owned(),
        }
    }
}
