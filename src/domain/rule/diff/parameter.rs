//! What differs in the parameters of two texts.

use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::rule::diff::pair::{Fate, Pair, paired};

/// A parameter that differs for a target: its value, its article, or whether it binds levels below.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParameterChange {
    pub target: Target,
    pub parameter: Parameter,
    /// None: the old text says nothing of it.
    pub from: Option<Setting>,
    /// None: the new text says nothing of it.
    pub to: Option<Setting>,
}

impl ParameterChange {
    /// What became of it.
    #[must_use]
    pub const fn fate(&self) -> Fate {
        match (&self.from, &self.to) {
            (None, _) => Fate::Added,
            (Some(_), None) => Fate::Removed,
            (Some(_), Some(_)) => Fate::Changed,
        }
    }

    /// Whether the value differs, not only where it stands.
    #[must_use]
    pub fn changes_value(&self) -> bool {
        self.from.as_ref().map(|one| &one.value) != self.to.as_ref().map(|one| &one.value)
    }
}

/// The settings that differ, by parameter in the order of pages, then by target.
pub(super) fn changes(old: &Sheet, new: &Sheet) -> Vec<ParameterChange> {
    let key = |setting: &Setting| (setting.parameter, setting.target.clone());
    let mut changes: Vec<ParameterChange> = paired(&old.settings, &new.settings, key)
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Gone(old) => Some((Some(old), None)),
            Pair::New(new) => Some((None, Some(new))),
            Pair::Both { old, new } => (old != new).then_some((Some(old), Some(new))),
        })
        .filter_map(|(from, to)| {
            let one = to.or(from)?;
            Some(ParameterChange {
                target: one.target.clone(),
                parameter: one.parameter,
                from: from.cloned(),
                to: to.cloned(),
            })
        })
        .collect();
    changes.sort_by_key(|change| (change.parameter, change.target.clone()));
    changes
}
