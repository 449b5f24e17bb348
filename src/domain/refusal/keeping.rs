//! What stands in the way of keeping attendants, components and companions.

use crate::domain::id::BookingId;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping_field::KeepingField;

/// Bookings that stand in the way: the first of them, and how many there are besides.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct InTheWay {
    pub bookings: Vec<BookingId>,
    pub more: usize,
}

/// What stands in the way of a change to attendants, components or companions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeepingBar {
    /// Nobody of the facility's institution has this address.
    AccountUnknown,
    /// Their day ends before it begins.
    HoursBackwards,
    /// They have left.
    HasLeft,
    /// The absence ends before it begins.
    AbsenceBackwards,
    /// It is over, or began before today.
    AbsencePast,
    /// It is longer than so many days.
    AbsenceTooLong { days: u32 },
    /// They are absent then already.
    AbsenceKnown,
    /// Nobody else can attend these bookings.
    NobodyElse(InTheWay),
    /// It would need itself, if only through others.
    NeedsItself,
    /// It needs that already.
    NeededAlready,
    /// There are only so many of it.
    NeedsTooMany { capacity: u32 },
    /// The component is taken at the time of these bookings.
    NoRoom(InTheWay),
    /// It can be asked for together already.
    TogetherAlready { field: KeepingField },
    /// There is no such equipment of another facility whose time is booked here.
    OtherUnknown,
    /// So many of either are enough.
    TooManyTogether { most: u32 },
}

impl InTheWay {
    /// How many are named.
    const NAMED: usize = 3;

    /// These bookings, each once, the first of them by name.
    #[must_use]
    pub fn of(bookings: &[BookingId]) -> Self {
        let mut each: Vec<BookingId> = Vec::new();
        for booking in bookings {
            if !each.contains(booking) {
                each.push(*booking);
            }
        }
        let more = each.len().saturating_sub(Self::NAMED);
        each.truncate(Self::NAMED);
        Self {
            bookings: each,
            more,
        }
    }
}

impl KeepingBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        let field = match self {
            Self::AccountUnknown => KeepingField::Account,
            Self::HoursBackwards => KeepingField::Until,
            Self::AbsencePast | Self::AbsenceKnown => KeepingField::AbsentFrom,
            Self::AbsenceBackwards | Self::AbsenceTooLong { .. } => KeepingField::AbsentUntil,
            Self::NeedsItself | Self::NeededAlready => KeepingField::Needed,
            Self::NeedsTooMany { .. } => KeepingField::Units,
            Self::TogetherAlready { field } => *field,
            Self::OtherUnknown => KeepingField::OtherCompanion,
            Self::HasLeft
            | Self::NobodyElse(_)
            | Self::NoRoom(_)
            | Self::TooManyTogether { .. } => {
                return None;
            }
        };
        Some(Field::Keeping(field))
    }
}
