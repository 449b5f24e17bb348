//! Who asks, how they mean to use the resource, and what they used before: what rules ask of a person.

use chrono::{Datelike, NaiveDate};

use crate::domain::catalogue::Resource;
use crate::domain::equivalence::{self, Line, Wanted};
use crate::domain::gate::asked::{Asked, Recognised};
use crate::domain::gate::fact::Fact;
use crate::domain::id::{CourseId, InstitutionId, ResourceId, UserId};
use crate::domain::parameter::Parameter;
use crate::domain::policy::waiver::Waiver;
use crate::domain::position::PositionClass;
use crate::domain::refusal::ground::Owed;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span, fiscal_year};

/// A person who asks for time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applicant {
    pub user: UserId,
    pub institution: InstitutionId,
    /// 機関の区分 of their institution, as the catalogue says it: "inhouse", "university" …
    pub org_class: String,
    /// 身分の区分: "staff", "researcher", "student".
    pub position_class: String,
    /// Facts about them that were not withdrawn.
    pub facts: Vec<Fact>,
    /// The facility's courses, by the codes that rules use, with their next dates.
    pub courses: Vec<Course>,
    /// The lines by which the owner recognises what others issued.
    pub lines: Vec<Line>,
    /// Their uses of the facility's resources, those to come among them.
    pub uses: Vec<Use>,
    /// Everybody's uses of this resource to come, by project number.
    pub projects: Vec<(String, u32)>,
    /// 例外 granted to them on this resource.
    pub waivers: Vec<Waiver>,
    /// The last Tokyo day of a suspension at the facility, where one was ever earned.
    pub suspended_until: Option<NaiveDate>,
}

/// A course that a rule may ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Course {
    pub id: CourseId,
    pub code: String,
    /// The next Tokyo day on which it is held with a seat left.
    pub next: Option<NaiveDate>,
    /// The next Tokyo day on which they take part in it themselves.
    pub enrolled: Option<NaiveDate>,
}

/// One use that holds or held its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Use {
    pub resource: ResourceId,
    pub span: Span,
    pub support: Option<SupportMode>,
    pub project_number: String,
    /// 確定
    pub confirmed: bool,
    /// What of its reports is not there yet.
    pub owes: Option<Owed>,
}

/// How somebody means to use a resource.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Manner {
    pub support: Option<SupportMode>,
    /// 試料の生物学的安全性: "none", "bsl1", "bsl2".
    pub safety: Option<&'static str>,
    pub project_number: String,
}

/// What somebody has used of a resource, as limits count it.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    /// Uses to come, asked for or confirmed.
    pub open: u32,
    /// Minutes in the month and in the fiscal year of the wished day.
    pub month: i64,
    pub year: i64,
    /// Confirmed uses with somebody at hand that lie behind.
    pub supervised: u32,
    /// Confirmed uses of any kind that lie behind.
    pub past: u32,
    /// The Tokyo day of the last of these.
    pub last: Option<NaiveDate>,
}

impl Applicant {
    /// Somebody of a class of institutions who has used nothing and holds nothing yet; one of the
    /// class "own" comes from the institution that owns the resource.
    #[must_use]
    pub fn newcomer(resource: &Resource, class: &str, courses: Vec<Course>) -> Self {
        let institution = match class {
            "own" => resource.institution,
            _ => InstitutionId::new(0),
        };
        Self {
            user: UserId::new(0),
            institution,
            org_class: class.to_owned(),
            position_class: PositionClass::Researcher.code().to_owned(),
            facts: Vec::new(),
            courses,
            lines: Vec::new(),
            uses: Vec::new(),
            projects: Vec::new(),
            waivers: Vec::new(),
            suspended_until: None,
        }
    }

    /// What they have used of one resource, seen from now, for a wish on a day.
    #[must_use]
    pub fn history(&self, resource: ResourceId, wish: &Span, now: Instant) -> History {
        let day = wish.start().day();
        let mut history = History::default();
        for used in self.uses.iter().filter(|used| used.resource == resource) {
            let at = used.span.start().day();
            if (at.year(), at.month()) == (day.year(), day.month()) {
                history.month += used.span.minutes();
            }
            if fiscal_year(at) == fiscal_year(day) {
                history.year += used.span.minutes();
            }
            if used.span.end() > now {
                history.open += 1;
            } else if used.confirmed {
                history.past += 1;
                history.last = history.last.max(Some(at));
                let alone = used.support == Some(SupportMode::SelfOperation);
                history.supervised += u32::from(!alone);
            }
        }
        history
    }

    /// 例外 by which a parameter is set aside for them on a day.
    #[must_use]
    pub fn waiver(&self, parameter: Parameter, day: NaiveDate) -> Option<&Waiver> {
        self.waivers.iter().find(|one| one.lifts(parameter, day))
    }

    /// How many uses of this resource a project has to come, whoever asked for them.
    #[must_use]
    pub fn of_project(&self, number: &str) -> u32 {
        let known = self.projects.iter().find(|(known, _)| known == number);
        known.map_or(0, |(_, uses)| *uses)
    }

    /// What the owner's table of equivalences says of a fact, for what is asked.
    #[must_use]
    pub fn recognised(&self, owner: InstitutionId, asked: &Asked, fact: &Fact) -> Recognised {
        let code = asked.course.as_deref();
        let course = self
            .courses
            .iter()
            .find(|course| Some(course.code.as_str()) == code);
        let wanted = Wanted {
            institution: owner,
            gate: asked.gate,
            course: course.map(|course| course.id),
        };
        equivalence::recognised(&self.lines, wanted, fact)
    }
}
