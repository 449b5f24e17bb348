//! What somebody is in the demonstration, and whom rules treat otherwise.

use crate::domain::gate::Desk;
use crate::domain::position::PositionClass;

/// What somebody is in the demonstration.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Post {
    /// Asks for time.
    Researcher,
    /// Somebody whom rules treat otherwise; they have booked nothing yet.
    Guest(Guest),
    /// Decides on requests of these facilities.
    Manager(&'static [&'static str]),
    /// Speaks for these institutions.
    Officer(&'static [&'static str]),
    /// Answers at these desks of the home institution.
    Desks(&'static [Desk]),
    Council,
    Administrator,
}

/// Whom rules treat otherwise.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Guest {
    Student,
    Company,
    Overseas,
    /// Invited from abroad, without employment here: export control looks at them.
    Visiting,
}

impl Post {
    /// The name of the role in the list of sign-ins.
    #[must_use]
    pub fn role(self) -> &'static str {
        match self {
            Self::Researcher => "researcher",
            Self::Guest(Guest::Student) => "student",
            Self::Guest(Guest::Company) => "company_user",
            Self::Guest(Guest::Overseas) => "overseas_user",
            Self::Guest(Guest::Visiting) => "visiting_user",
            Self::Manager(["ncc-biobank", ..]) => "biobank_manager",
            Self::Manager(_) => "facility_manager",
            Self::Officer([_]) => "institution_officer",
            Self::Officer(_) => "officer_of_two_institutions",
            Self::Desks([Desk::ExportControl, ..]) => "export_control_desk",
            Self::Desks([Desk::Radiation, ..]) => "radiation_desk",
            Self::Desks([Desk::Biosafety, ..]) => "biosafety_desk",
            Self::Desks(_) => "ethics_desk",
            Self::Council => "council",
            Self::Administrator => "administrator",
        }
    }

    /// 身分の区分
    #[must_use]
    pub const fn class(self) -> PositionClass {
        match self {
            Self::Guest(Guest::Student) => PositionClass::Student,
            Self::Researcher | Self::Guest(_) => PositionClass::Researcher,
            _ => PositionClass::Staff,
        }
    }
}
