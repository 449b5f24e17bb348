//! Taking the ways forward that were offered, to see that they are open.

use chrono::NaiveDate;

use crate::domain::gate::fact::Verdict;
use crate::domain::gate::{Gate, Holder};
use crate::domain::parameter::kind::Waiver;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::Case;
use crate::domain::policy::check;
use crate::domain::policy::proof::person::{fact, waiver};
use crate::domain::policy::remedy::kind;
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::ground::Remedy;
use crate::domain::time::{Instant, Span};

/// A refusal whose ways forward are taken.
pub struct Taking<'a> {
    pub case: Case<'a>,
    pub by: &'a Applicant,
    pub manner: &'a Manner,
    /// Every refusal of the same wish.
    pub all: &'a [Refusal],
    pub refusal: &'a Refusal,
}

/// The same person, further on.
pub fn become_of(by: &Applicant, change: impl FnOnce(&mut Applicant)) -> Applicant {
    let mut by = by.clone();
    change(&mut by);
    by
}

impl Taking<'_> {
    /// Whether a way was open: the reason is gone, and no other has come.
    pub fn is_open(&self, remedy: &Remedy) -> bool {
        match remedy {
            Remedy::Slots(slots) => slots.iter().all(|slot| self.helps(&self.case.at(*slot))),
            Remedy::Length { minutes } => {
                let wish = Span::of_minutes(self.case.wish.start(), *minutes);
                self.helps(&self.case.at(wish.unwrap()))
            }
            Remedy::Part(part) => self.helps(&Case {
                wish: part.span,
                units: part.units,
                ..self.case
            }),
            Remedy::Mode(mode) => {
                let manner = Manner {
                    support: Some(*mode),
                    ..self.manner.clone()
                };
                let manner = Some(&manner);
                self.helps(&Case {
                    manner,
                    ..self.case
                })
            }
            Remedy::Training { course, day } | Remedy::Attend { course, day } => {
                self.trained(course, *day)
            }
            Remedy::Enter(gate) => self.entered(*gate),
            Remedy::Elsewhere { slug, slot, .. } => {
                let mut others = self.case.elsewhere.iter();
                let other = others.find(|one| one.resource.slug == *slug);
                check(&other.unwrap().at(*slot)).is_empty()
            }
            Remedy::Waiver(names) => {
                let parameter = self.refusal.ground.as_ref().unwrap().parameter;
                let by = become_of(self.by, |by| by.waivers.push(waiver(parameter)));
                let is_theirs = parameter.entry().waiver == *names && *names != Waiver::Nobody;
                is_theirs && self.helps(&self.of(&by))
            }
            Remedy::Wait => self.helps(&Case {
                taken: &[],
                ..self.case
            }),
            Remedy::Ask => self.refusal.remedies.len() == 1,
        }
    }

    fn of<'b>(&self, by: &'b Applicant) -> Case<'b>
    where
        Self: 'b,
    {
        Case {
            by: Some(by),
            ..self.case
        }
    }

    fn helps(&self, case: &Case<'_>) -> bool {
        let left = violations(case);
        let is_known = |one: &Refusal| self.all.iter().any(|known| kind(known) == kind(one));
        left.iter()
            .all(|one| kind(one) != kind(self.refusal) && is_known(one))
    }

    /// Whether the licence of that day opens the gate of its course.
    fn trained(&self, course: &str, day: NaiveDate) -> bool {
        let mut courses = self.by.courses.iter();
        let id = courses.find(|known| known.code == course).unwrap().id;
        let licence = fact(
            Gate::Training,
            id.number(),
            (day, None),
            Some(Verdict::Confirmed),
        );
        let by = become_of(self.by, |by| by.facts.push(licence));
        let case = Case {
            by: Some(&by),
            now: self.case.now.max(Instant::of_tokyo(day, 1439)),
            ..self.case
        };
        case.gates().into_iter().any(|standing| {
            let of_it = standing
                .asked
                .course
                .as_deref()
                .is_none_or(|code| code == course);
            standing.asked.gate == Gate::Training && of_it && standing.is_open()
        })
    }

    /// Whether what was entered, and confirmed by every side, opens the gate.
    fn entered(&self, gate: Gate) -> bool {
        // for a time that has passed, another reason says so
        let on = self.case.now.day().min(self.case.wish.start().day());
        let mut entered = fact(gate, 1, (on, None), Some(Verdict::Confirmed));
        if gate.holder() == Holder::Project {
            entered
                .project_number
                .clone_from(&self.manner.project_number);
        }
        let by = become_of(self.by, |by| by.facts.push(entered));
        self.helps(&self.of(&by))
    }
}
