//! Which gates the rules of a resource ask for, for one person's use of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::calendar::ClosedDays;
use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Side};
use crate::domain::id::{BookingId, CourseId, FacilityId, InstitutionId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::{Level, Terms};
use crate::domain::support::SupportMode;
use crate::domain::time::Span;

/// One use that gates are asked for, and the facts that may open them.
#[derive(Copy, Clone)]
pub struct Case<'a> {
    /// What holds on the day of use.
    pub terms: &'a Terms,
    /// The days on which the offices are closed.
    pub closed: &'a ClosedDays,
    /// The Tokyo day of the request.
    pub asked_on: NaiveDate,
    pub span: Span,
    pub support: SupportMode,
    pub project_number: &'a str,
    /// None while the request is not sent yet.
    pub booking: Option<BookingId>,
    pub place: Place,
    /// The day of the last use of the resource before this one.
    pub last_use: Option<NaiveDate>,
    /// Facts of the person that were not withdrawn.
    pub facts: &'a [Fact],
    /// The facility's courses, by the codes that rules use.
    pub courses: &'a [(String, CourseId)],
    /// Whether a fact that another institution issued counts here.
    pub recognised: &'a dyn Fn(&Asked, &Fact) -> Recognised,
}

/// Where the use takes place, and where the person comes from.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub facility: FacilityId,
    pub provider: InstitutionId,
    /// The applicant's institution.
    pub home: InstitutionId,
}

impl Place {
    /// The institution of a side.
    #[must_use]
    pub const fn of(self, side: Side) -> InstitutionId {
        match side {
            Side::Provider => self.provider,
            Side::Own | Side::Home => self.home,
        }
    }
}

/// What an equivalence table says of a fact that another institution issued.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Recognised {
    No,
    Whole,
    /// It counts until this Tokyo day, the last.
    Until(NaiveDate),
}

/// One gate that a rule asks for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Asked {
    pub gate: Gate,
    /// The code of the course, where the rule names one.
    pub course: Option<String>,
    /// The parameter that asks for it.
    pub by: Parameter,
}

impl Case<'_> {
    /// The last Tokyo day of the use: one that ends at midnight ends on the day before.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.span.end().plus_seconds(-1).day()
    }

    /// The Tokyo day on which everything must stand.
    #[must_use]
    pub fn tested_on(&self) -> NaiveDate {
        match self.terms.code(Parameter::GateTestedOn) {
            "request" => self.asked_on,
            "use_start" => self.span.start().day(),
            _ => self.last_day(),
        }
    }

    /// Every gate that is asked for, in the order of pages.
    ///
    /// Only a published rule asks: what the catalogue lists as usual prerequisites is information,
    /// because nobody can be held up by what no article says.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        let mut asked = BTreeSet::new();
        if is_said(self.terms, Parameter::Gates) {
            let codes = self.terms.codes(Parameter::Gates);
            let listed = codes.iter().filter_map(|code| Gate::from_code(code));
            asked.extend(listed.map(|gate| Asked::of(gate, Parameter::Gates)));
        }
        let alone = |parameter, gate| self.adds(parameter).then(|| Asked::of(gate, parameter));
        let others = [
            alone(Parameter::RegistrationRequired, Gate::Registration),
            alone(Parameter::OrgPledgeRequired, Gate::OrgPledge),
            alone(Parameter::ExportCheck, Gate::ExportScreening),
            alone(Parameter::ChemicalsDeclaration, Gate::ChemicalSds),
        ];
        for other in others.into_iter().flatten() {
            if !asked.iter().any(|known| known.gate == other.gate) {
                asked.insert(other);
            }
        }
        self.with_courses(asked)
    }

    fn adds(&self, parameter: Parameter) -> bool {
        let off = ["", "none", "never"];
        is_said(self.terms, parameter)
            && match parameter {
                Parameter::RegistrationRequired => self.terms.flag(parameter),
                _ => !off.contains(&self.terms.code(parameter)),
            }
    }

    /// Trainings are for those who operate, a pledge for those who come from outside.
    fn with_courses(&self, asked: BTreeSet<Asked>) -> Vec<Asked> {
        let by = Parameter::TrainingRequired;
        let courses: Vec<Asked> = match is_said(self.terms, by) {
            true => self
                .terms
                .codes(by)
                .iter()
                .map(|code| Asked::course(code))
                .collect(),
            false => Vec::new(),
        };
        let named = !courses.is_empty();
        let mut all: Vec<Asked> = asked
            .into_iter()
            .filter(|asked| match asked.gate {
                Gate::Training => !named && self.support == SupportMode::SelfOperation,
                Gate::OrgPledge => self.place.home != self.place.provider,
                _ => true,
            })
            .collect();
        if self.support == SupportMode::SelfOperation {
            all.extend(courses);
        }
        all.sort();
        all
    }
}

impl Asked {
    /// A gate without a course.
    #[must_use]
    pub const fn of(gate: Gate, by: Parameter) -> Self {
        Self {
            gate,
            course: None,
            by,
        }
    }

    fn course(code: &str) -> Self {
        Self {
            gate: Gate::Training,
            course: Some(code.to_owned()),
            by: Parameter::TrainingRequired,
        }
    }
}

/// Whether a published rule says it.
fn is_said(terms: &Terms, parameter: Parameter) -> bool {
    terms.term(parameter).origin.level > Level::Catalogue
}
