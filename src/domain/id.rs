//! Identifiers: 64-bit numbers that sort by birth, written as 13 characters of Crockford base32.

use std::fmt;
use std::str::FromStr;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 13;

/// Writes a number as 13 characters of Crockford base32 (no I, L, O, U), most significant first.
fn write(number: i64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let bits = number.cast_unsigned();
    (0..LENGTH).rev().try_for_each(|place| {
        let digit = usize::try_from((bits >> (5 * place)) & 31).unwrap_or_default();
        let letter = ALPHABET.get(digit).copied().unwrap_or(b'0');
        fmt::Write::write_char(f, char::from(letter))
    })
}

/// Reads what [`write`] wrote, in either case; I and L count as 1, O as 0, as Crockford asks.
fn read(text: &str) -> Option<i64> {
    if text.len() != LENGTH {
        return None;
    }
    let mut number: u128 = 0;
    for byte in text.bytes() {
        let letter = match byte.to_ascii_uppercase() {
            b'I' | b'L' => b'1',
            b'O' => b'0',
            other => other,
        };
        let digit = ALPHABET.iter().position(|&known| known == letter)?;
        number = (number << 5) | u128::try_from(digit).ok()?;
    }
    i64::try_from(number).ok()
}

/// The number of an id born at `unix_seconds` (UTC) in the process with this `tag` as its `count`-th:
/// ids sort by birth to the second, and no two processes need to agree. 33 bits of seconds, 14 of
/// tag, 16 of count.
#[must_use]
pub fn born(unix_seconds: i64, tag: u16, count: u16) -> i64 {
    (unix_seconds.clamp(0, (1 << 33) - 1) << 30)
        | (i64::from(tag & 0x3FFF) << 16)
        | i64::from(count)
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        pub struct $name(i64);

        impl $name {
            /// The id with this number.
            #[must_use]
            pub const fn new(number: i64) -> Self {
                Self(number)
            }

            /// The number, as the database keeps it.
            #[must_use]
            pub const fn number(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read(text).map(Self).ok_or(NotAnId)
            }
        }
    };
}

/// The text is not 13 characters of Crockford base32.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct NotAnId;

id!(
    /// A booking, from request to end: the number people see.
    BookingId
);
id!(
    /// A person with an account.
    UserId
);
id!(
    /// An institution.
    InstitutionId
);
id!(
    /// A facility, the unit that owns rules and managers.
    FacilityId
);
id!(
    /// A resource: instrument, beamline, biobank …
    ResourceId
);
id!(
    /// One version of a usage rule.
    RuleId
);
id!(
    /// A place in a line for time: 空き待ち.
    WaitId
);
id!(
    /// Time that is kept for somebody who waited.
    OfferId
);
id!(
    /// 保守・故障 of a resource.
    OutageId
);
id!(
    /// 下書き: a form put aside; the request that comes of it has the same number.
    DraftId
);
id!(
    /// One line of the ledger.
    EventId
);
id!(
    /// One letter in the outbox.
    LetterId
);
id!(
    /// A file attached to a usage rule.
    FileId
);
id!(
    /// A dated fact that opens a gate.
    FactId
);
id!(
    /// What an office ruled on a fact.
    RulingId
);
id!(
    /// A hold on a booking.
    HoldId
);
id!(
    /// A waiver of one parameter for one person.
    WaiverId
);
id!(
    /// A question for a waiver.
    WaiverRequestId
);
id!(
    /// A training course.
    CourseId
);
id!(
    /// One date on which a course is held.
    TrainingId
);
id!(
    /// A line of an equivalence table.
    EquivalenceId
);
id!(
    /// A calendar's feed.
    FeedId
);
id!(
    /// A change of a booking, done or asked for.
    ChangeId
);
id!(
    /// Several resources or dates that were asked for as one.
    BundleId
);
id!(
    /// A request without a slot, from question to end: the number people see.
    ServiceId
);
id!(
    /// What another body's call allocated of a resource.
    OutsideId
);
id!(
    /// 立会者の不在
    AbsenceId
);
id!(
    /// A stretch of time that an outside allocation occupies.
    OutsideSpanId
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn written_ids_read_back(number in 0_i64..=i64::MAX) {
            let id = BookingId::new(number);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.to_string().to_lowercase().parse(), Ok(id));
        }

        #[test]
        fn later_births_sort_later(a in 0_i64..1_i64 << 33, b in 0_i64..1_i64 << 33, t: u16, u: u16, x: u16, y: u16) {
            prop_assume!(a < b);
            prop_assert!(born(a, t, x) < born(b, u, y));
            prop_assert!(BookingId::new(born(a, t, x)).to_string() < BookingId::new(born(b, u, y)).to_string());
        }

        #[test]
        fn births_of_one_second_differ(at in 0_i64..1_i64 << 33, t in 0_u16..1 << 14, u in 0_u16..1 << 14, x: u16, y: u16) {
            prop_assume!((t, x) != (u, y));
            prop_assert_ne!(born(at, t, x), born(at, u, y));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "0",
            "ZZZZZZZZZZZZZ",
            "0123456789ABU",
            "あいうえおかきくけこさしす",
            "0123456789ABCD",
        ] {
            assert_eq!(text.parse::<BookingId>(), Err(NotAnId), "{text}");
        }
        assert_eq!("OOOOOOOOOOOIL".parse(), Ok(BookingId::new(33)));
    }
}
