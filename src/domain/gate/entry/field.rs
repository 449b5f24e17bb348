//! What a fact is asked for, by gate: which fields, which of them must be filled in, and for where it counts.

use crate::domain::gate::Gate;
use crate::domain::gate::standing::NOTHING;

/// Whether a field is asked for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Want {
    No,
    May,
    Must,
}

/// For where a fact counts.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum At {
    /// Everywhere that recognises it.
    Anywhere,
    /// For one facility.
    Facility,
    /// For one booking.
    Booking,
}

/// The level that says 特定病原体等: never dealt with online.
pub const SPECIFIED: &str = "specified";
/// The level that says that something of the kind is brought in.
pub const SOMETHING: &str = "list";

/// What one gate's fact is asked for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Fields {
    pub at: At,
    pub number: Want,
    /// The levels to choose from; none where the gate has no level.
    pub levels: &'static [&'static str],
    /// 審査委員会
    pub authority: Want,
    pub issued_on: Want,
    pub valid_until: Want,
    pub issuer: Want,
    pub project_number: Want,
    pub subject: Want,
    /// The declaration for export control.
    pub export: Want,
}

const NOTHING_ASKED: Fields = Fields {
    at: At::Anywhere,
    number: Want::No,
    levels: &[],
    authority: Want::No,
    issued_on: Want::No,
    valid_until: Want::No,
    issuer: Want::No,
    project_number: Want::No,
    subject: Want::No,
    export: Want::No,
};

/// What an approval of a committee is asked for.
const APPROVAL: Fields = Fields {
    number: Want::Must,
    authority: Want::Must,
    issued_on: Want::Must,
    valid_until: Want::Must,
    project_number: Want::May,
    ..NOTHING_ASKED
};

/// What a signed agreement is asked for.
const AGREEMENT: Fields = Fields {
    at: At::Facility,
    number: Want::Must,
    issued_on: Want::Must,
    valid_until: Want::May,
    project_number: Want::May,
    subject: Want::Must,
    ..NOTHING_ASKED
};

/// What a declaration for one booking is asked for.
const DECLARATION: Fields = Fields {
    at: At::Booking,
    ..NOTHING_ASKED
};

/// What a record of a person is asked for.
const RECORD: Fields = Fields {
    issued_on: Want::Must,
    issuer: Want::Must,
    ..NOTHING_ASKED
};

const PLEDGE: Fields = Fields {
    at: At::Facility,
    number: Want::May,
    valid_until: Want::May,
    ..NOTHING_ASKED
};

const RADIATION: Fields = Fields {
    number: Want::Must,
    valid_until: Want::May,
    ..RECORD
};

const BIOSAFETY: Fields = Fields {
    number: Want::May,
    valid_until: Want::May,
    ..RECORD
};

const ORGANISMS: Fields = Fields {
    levels: &["p1", "p1a", "p2", "p2a", "p3", "p3a"],
    authority: Want::No,
    valid_until: Want::May,
    subject: Want::Must,
    ..APPROVAL
};

const PATHOGENS: Fields = Fields {
    levels: &[NOTHING, "bsl1", "bsl2", "bsl3", SPECIFIED],
    number: Want::May,
    valid_until: Want::May,
    subject: Want::Must,
    ..DECLARATION
};

const CHEMICALS: Fields = Fields {
    levels: &[NOTHING, SOMETHING],
    subject: Want::Must,
    ..DECLARATION
};

/// What a fact of this gate is asked for; none where people enter nothing: consents are given to
/// rules, licences follow from trainings.
#[must_use]
pub const fn fields(gate: Gate) -> Option<Fields> {
    Some(match gate {
        Gate::RuleConsent | Gate::Training => return None,
        Gate::Registration => Fields {
            at: At::Facility,
            ..NOTHING_ASKED
        },
        Gate::OrgPledge => PLEDGE,
        Gate::RadiationWorker => RADIATION,
        Gate::HealthCheck => RECORD,
        Gate::BiosafetyTraining => BIOSAFETY,
        Gate::EthicsApproval => APPROVAL,
        Gate::AnimalProtocol => Fields {
            subject: Want::Must,
            ..APPROVAL
        },
        Gate::LmoNotice => ORGANISMS,
        Gate::PathogenDeclaration => PATHOGENS,
        Gate::ChemicalSds => CHEMICALS,
        Gate::Mta | Gate::DataAgreement => AGREEMENT,
        Gate::ExportScreening => Fields {
            export: Want::Must,
            ..DECLARATION
        },
        Gate::ReviewCommittee => Fields {
            number: Want::Must,
            authority: Want::Must,
            issued_on: Want::Must,
            ..DECLARATION
        },
    })
}

/// Whether a level is higher than a room allows: its number, and whether animals are kept there.
#[must_use]
pub fn is_above(level: &str, room: &str) -> bool {
    let parts = |code: &str| {
        let number: u8 = code
            .chars()
            .find_map(|letter| letter.to_digit(10))
            .and_then(|digit| u8::try_from(digit).ok())
            .unwrap_or(0);
        (number, code.starts_with('p') && code.ends_with('a'))
    };
    let ((number, animals), (most, animals_allowed)) = (parts(level), parts(room));
    number > most || (animals && !animals_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_fits_into_a_room_of_its_number_and_kind() {
        for (level, room, above) in [
            ("none", "none", false),
            ("bsl1", "none", true),
            ("bsl2", "bsl2", false),
            ("bsl3", "bsl2", true),
            ("p2", "p2a", false),
            ("p2a", "p2", true),
            ("p1a", "p3", true),
            ("p1a", "p2a", false),
            ("p3", "p2a", true),
        ] {
            assert_eq!(is_above(level, room), above, "{level} in {room}");
        }
    }

    #[test]
    fn every_gate_says_where_its_facts_count() {
        for gate in Gate::ALL {
            let Some(fields) = fields(*gate) else {
                continue;
            };
            let whole = fields.at != At::Anywhere;
            // what the facility's managers confirm must say which facility
            let managers = gate.office() == crate::domain::gate::Office::FacilityManager;
            assert!(!managers || whole, "{gate:?}");
            let of_booking = gate.holder() == crate::domain::gate::Holder::Booking;
            assert_eq!(of_booking, fields.at == At::Booking, "{gate:?}");
        }
    }
}
