//! 検証: whether what a rule sets holds together on every resource that it is for.

use std::collections::BTreeSet;

use crate::domain::parameter::Parameter;
use crate::domain::parameter::clash::Clash;
use crate::domain::parameter::setting::{Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Citation;

/// A resource that the rule is for.
#[derive(Copy, Clone, Debug)]
pub struct Ground<'a> {
    pub subject: Subject<'a>,
    /// What the catalogue says of it.
    pub base: &'a Terms,
    /// Every version that would be in force for it, the widest first, the checked one among them.
    pub layers: &'a [Layer<'a>],
}

/// Values that can't hold together, and where the rule says one of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contradiction {
    pub clash: Clash,
    /// Every parameter that takes part, with the value that would hold.
    pub values: Vec<(Parameter, Value)>,
    /// The nearest target for which the sheet says one of them.
    pub target: Target,
}

impl Contradiction {
    /// Whether the field of this parameter takes part.
    #[must_use]
    pub fn is_about(&self, parameter: Parameter, target: &Target) -> bool {
        let mut values = self.values.iter();
        self.target == *target && values.any(|(known, _)| *known == parameter)
    }
}

/// Every contradiction that the sheet brings, after inheritance, on the resources it is for; and what
/// contradicts itself within the sheet, even where no resource is concerned yet.
#[must_use]
pub fn check(sheet: &Sheet, grounds: &[Ground<'_>]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for ground in grounds {
        let terms = ground.base.under(ground.layers, ground.subject);
        let targets = targets(ground.subject);
        let brought = |clash: Clash| nearest(sheet, &targets, clash);
        add(&mut found, &terms, brought);
    }
    let citation = Citation::default();
    let alone = Layer {
        citation: &citation,
        is_whole: false,
        sheet,
    };
    let named: BTreeSet<&Target> = sheet.settings.iter().map(|one| &one.target).collect();
    for subject in named.into_iter().map(subject) {
        let terms = Terms::default().under(&[alone], subject);
        let targets = targets(subject);
        let within = |clash: Clash| {
            let mut parameters = clash.parameters().iter();
            let said = parameters.all(|one| target_of(sheet, &targets, *one).is_some());
            said.then(|| nearest(sheet, &targets, clash)).flatten()
        };
        add(&mut found, &terms, within);
    }
    found
}

/// Adds the contradictions of these terms for which `place` finds a target.
fn add(found: &mut Vec<Contradiction>, terms: &Terms, place: impl Fn(Clash) -> Option<Target>) {
    for clash in Clash::ALL.iter().filter(|clash| clash.stands(terms)) {
        let Some(target) = place(*clash) else {
            continue;
        };
        let value = |parameter: &Parameter| (*parameter, terms.term(*parameter).value.clone());
        let contradiction = Contradiction {
            clash: *clash,
            values: clash.parameters().iter().map(value).collect(),
            target,
        };
        if !found.contains(&contradiction) {
            found.push(contradiction);
        }
    }
}

/// The targets that are about a subject, the nearest first.
fn targets(subject: Subject<'_>) -> [Target; 3] {
    [
        Target::Resource(subject.slug.to_owned()),
        Target::Category(subject.category.to_owned()),
        Target::All,
    ]
}

/// The subject that stands for a target where no resource is known.
fn subject(target: &Target) -> Subject<'_> {
    match target {
        Target::All => Subject {
            category: "",
            slug: "",
        },
        Target::Category(code) => Subject {
            category: code,
            slug: "",
        },
        Target::Resource(slug) => Subject { category: "", slug },
    }
}

/// The nearest target for which the sheet sets one of the parameters that clash.
fn nearest(sheet: &Sheet, targets: &[Target], clash: Clash) -> Option<Target> {
    let parameters = clash.parameters().iter();
    let set = parameters.filter_map(|one| target_of(sheet, targets, *one));
    set.max().cloned()
}

fn target_of<'a>(sheet: &Sheet, targets: &'a [Target], parameter: Parameter) -> Option<&'a Target> {
    let mut targets = targets.iter();
    targets.find(|target| sheet.of(parameter, target).is_some())
}

#[cfg(test)]
mod tests;
