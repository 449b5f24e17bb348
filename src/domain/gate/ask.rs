//! Which office is asked about a fact, for whose side, and by when it should answer.

use chrono::NaiveDate;

use crate::domain::actor::Role;
use crate::domain::gate::asked::Place;
use crate::domain::gate::fact::Side;
use crate::domain::gate::{Desk, Gate, Office};
use crate::domain::id::{FacilityId, InstitutionId};

/// One office that must answer on a fact.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    pub side: Side,
    /// The institution that it speaks for.
    pub institution: InstitutionId,
    /// The facility, where its managers answer.
    pub facility: Option<FacilityId>,
    /// The role whose holders answer.
    pub door: Role,
    /// Tokyo day by which an answer is expected.
    pub due_on: NaiveDate,
}

impl Ask {
    /// The office that answers for a side; none for the person's own word.
    #[must_use]
    pub const fn of(gate: Gate, side: Side, place: Place, due_on: NaiveDate) -> Option<Self> {
        let institution = place.of(side);
        let (door, facility) = match (gate.office(), side) {
            (Office::Nobody, _) | (_, Side::Own) => return None,
            (Office::HomeOfficer, _) => (Role::InstitutionOfficer(institution), None),
            (Office::HomeDesk(desk) | Office::BothDesks(desk), _) => {
                (Role::Desk(institution, desk), None)
            }
            (Office::FacilityManager, _) => {
                (Role::FacilityManager(place.facility), Some(place.facility))
            }
        };
        Some(Self {
            side,
            institution,
            facility,
            door,
            due_on,
        })
    }
}

/// A door as the database keeps it; none for roles that answer for no gate.
#[must_use]
pub fn key(door: Role) -> Option<String> {
    match door {
        Role::Desk(institution, desk) => Some(format!("{}@{institution}", desk.code())),
        Role::InstitutionOfficer(institution) => Some(format!("officer@{institution}")),
        Role::FacilityManager(facility) => Some(format!("manager@{facility}")),
        Role::Council | Role::Administrator => None,
    }
}

/// Reads a door back.
#[must_use]
pub fn door(key: &str) -> Option<Role> {
    let (what, unit) = key.split_once('@')?;
    match what {
        "officer" => unit.parse().ok().map(Role::InstitutionOfficer),
        "manager" => unit.parse().ok().map(Role::FacilityManager),
        desk => Some(Role::Desk(unit.parse().ok()?, Desk::from_code(desk)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place {
        facility: FacilityId::new(3),
        provider: InstitutionId::new(2),
        home: InstitutionId::new(1),
    };

    #[test]
    fn each_side_has_its_own_door() {
        let door = |gate, side| {
            let due = "2027-01-15".parse().unwrap();
            Ask::of(gate, side, PLACE, due).map(|ask| ask.door)
        };
        let desk = |institution| Role::Desk(InstitutionId::new(institution), Desk::ExportControl);
        let export = Gate::ExportScreening;
        assert_eq!(door(export, Side::Home), Some(desk(1)));
        assert_eq!(door(export, Side::Provider), Some(desk(2)));
        assert_eq!(door(export, Side::Own), None);
        assert_eq!(door(Gate::RuleConsent, Side::Provider), None);
        let officer = Role::InstitutionOfficer(InstitutionId::new(1));
        assert_eq!(door(Gate::OrgPledge, Side::Home), Some(officer));
        let managers = Role::FacilityManager(FacilityId::new(3));
        assert_eq!(door(Gate::Mta, Side::Provider), Some(managers));
    }

    #[test]
    fn doors_are_read_back() {
        let institution = InstitutionId::new(77);
        let desks = Desk::ALL.iter().map(|&desk| Role::Desk(institution, desk));
        let others = [
            Role::InstitutionOfficer(institution),
            Role::FacilityManager(FacilityId::new(5)),
        ];
        for role in desks.chain(others) {
            assert_eq!(door(&key(role).unwrap()), Some(role));
        }
        for nothing in [
            "",
            "officer",
            "officer@",
            "cook@000000000002D",
            "radiation@x",
        ] {
            assert_eq!(door(nothing), None, "{nothing}");
        }
        assert_eq!(key(Role::Administrator), None);
    }
}
