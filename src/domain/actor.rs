//! Who acts, in which roles, and when: the first argument of every deed.

use crate::domain::gate::Desk;
use crate::domain::id::{FacilityId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::time::Instant;

/// A role somebody holds, with the unit it is held in. Everybody who signed in is a researcher.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// 機器管理責任者・設備管理者: decides on requests of one facility.
    FacilityManager(FacilityId),
    /// 機関窓口: speaks for an institution, keeps its rules and people.
    InstitutionOfficer(InstitutionId),
    /// 窓口の担当: answers for gates at an institution (kept in a table of its own).
    Desk(InstitutionId, Desk),
    /// 連絡調整会議事務局: sees the yearly figures.
    Council,
    /// システム管理者: runs the application.
    Administrator,
}

impl Role {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::FacilityManager(_) => "facility_manager",
            Self::InstitutionOfficer(_) => "institution_officer",
            Self::Desk(..) => "desk",
            Self::Council => "council",
            Self::Administrator => "administrator",
        }
    }

    /// Reads code and unit back. `None` where the unit that the role needs is missing.
    #[must_use]
    pub fn from_code(
        code: &str,
        institution: Option<InstitutionId>,
        facility: Option<FacilityId>,
    ) -> Option<Self> {
        match code {
            "facility_manager" => facility.map(Self::FacilityManager),
            "institution_officer" => institution.map(Self::InstitutionOfficer),
            "council" => Some(Self::Council),
            "administrator" => Some(Self::Administrator),
            _ => None,
        }
    }
}

/// A signed-in person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub institution: InstitutionId,
    pub roles: Vec<Role>,
}

/// Who asks: nobody known, a person, or the house itself (its jobs and its operator's commands).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Who {
    Stranger,
    Person(Person),
    House,
}

/// Who asks, and when. The clock is read once per visit, here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    pub who: Who,
    pub at: Instant,
}

impl Actor {
    /// The house itself, at this moment.
    #[must_use]
    pub const fn house(at: Instant) -> Self {
        Self {
            who: Who::House,
            at,
        }
    }

    /// The person behind the request, if somebody signed in.
    #[must_use]
    pub const fn person(&self) -> Option<&Person> {
        match &self.who {
            Who::Person(person) => Some(person),
            Who::Stranger | Who::House => None,
        }
    }

    /// Whether this actor decides on requests of the facility.
    #[must_use]
    pub fn manages(&self, facility: FacilityId) -> bool {
        self.holds(|role| role == Role::FacilityManager(facility))
    }

    /// Whether one of the actor's roles passes the test.
    pub fn holds(&self, test: impl Fn(Role) -> bool) -> bool {
        self.person()
            .is_some_and(|person| person.roles.iter().any(|&role| test(role)))
    }

    /// Whether this actor answers at any office: a desk, an institution's officer or a facility manager.
    #[must_use]
    pub fn answers_at_an_office(&self) -> bool {
        self.holds(|role| {
            matches!(
                role,
                Role::Desk(..) | Role::InstitutionOfficer(_) | Role::FacilityManager(_)
            )
        })
    }

    /// The facilities whose requests this actor decides on.
    #[must_use]
    pub fn managed_facilities(&self) -> Vec<FacilityId> {
        let roles = self
            .person()
            .map(|person| person.roles.as_slice())
            .unwrap_or_default();
        roles
            .iter()
            .filter_map(|role| match role {
                Role::FacilityManager(facility) => Some(*facility),
                _ => None,
            })
            .collect()
    }
}
