//! 暗証番号: six digits that somebody types at an instrument's door instead of signing in there.

use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::UserId;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};

/// How many digits it has.
pub const DIGITS: usize = 6;

/// Reads six digits, as people type them: full-width ones and spaces are understood.
///
/// # Errors
/// Not six digits.
pub fn read(typed: &str) -> Result<String, Vec<Refusal>> {
    let digit = |letter: char| match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    let plain = typed.chars().filter(|letter| !letter.is_whitespace());
    let pin: String = plain.map(digit).collect();
    let fits = pin.len() == DIGITS && pin.bytes().all(|byte| byte.is_ascii_digit());
    match fits {
        true => Ok(pin),
        false => Err(refused(UseBar::PinShape)),
    }
}

/// The one to be set: whoever stands at the door must not guess it at once.
///
/// # Errors
/// Not six digits, all alike, or one after the other.
pub fn chosen(typed: &str) -> Result<String, Vec<Refusal>> {
    let pin = read(typed)?;
    let steps: Vec<i32> = pin
        .as_bytes()
        .windows(2)
        .filter_map(|pair| match pair {
            [one, next] => Some(i32::from(*next) - i32::from(*one)),
            _ => None,
        })
        .collect();
    let first = steps.first().copied().unwrap_or(0);
    let plain = (-1..=1).contains(&first) && steps.iter().all(|step| *step == first);
    match plain {
        true => Err(refused(UseBar::PinGuessable)),
        false => Ok(pin),
    }
}

/// The witness of setting it.
#[must_use]
pub const fn set(user: UserId) -> Done<()> {
    done(Kind::PinSet, user)
}

/// The witness of doing without it.
#[must_use]
pub const fn removed(user: UserId) -> Done<()> {
    done(Kind::PinRemoved, user)
}

/// The witness of digits that were wrong.
#[must_use]
pub const fn failed(user: UserId) -> Done<()> {
    done(Kind::PinFailed, user)
}

const fn done(kind: Kind, user: UserId) -> Done<()> {
    Done {
        value: (),
        event: Event::about_user(kind, user, Vec::new()),
    }
}

fn refused(bar: UseBar) -> Vec<Refusal> {
    vec![Refusal::of(Wrong::Use(bar))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_read_as_people_type_them() {
        assert_eq!(read("294617").unwrap(), "294617");
        assert_eq!(read(" ２９４ ６１７ ").unwrap(), "294617");
        for wrong in ["", "12345", "1234567", "12a456", "٢٩٤٦١٧"] {
            assert_eq!(read(wrong), Err(refused(UseBar::PinShape)), "{wrong}");
        }
    }

    #[test]
    fn what_anybody_would_try_first_is_not_taken() {
        for plain in ["000000", "777777", "123456", "987654"] {
            assert_eq!(chosen(plain), Err(refused(UseBar::PinGuessable)), "{plain}");
        }
        for fine in ["112233", "135790", "294617"] {
            assert!(chosen(fine).is_ok(), "{fine}");
        }
    }
}
