//! How much of a catalogue file was new, changed or known already.

/// What a loading did to one kind of things.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
}

/// What a loading did.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Loaded {
    pub terms: Tally,
    pub institutions: Tally,
    pub facilities: Tally,
    pub resources: Tally,
}

/// What happened to one row.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Added,
    Changed,
    Same,
}

impl Tally {
    pub(super) fn count(&mut self, step: Step) {
        match step {
            Step::Added => self.added += 1,
            Step::Changed => self.changed += 1,
            Step::Same => self.same += 1,
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            added,
            changed,
            same,
        } = self;
        write!(f, "{added} added, {changed} changed, {same} unchanged")
    }
}
