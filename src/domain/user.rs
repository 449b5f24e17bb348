//! People: their language, their account's state, and the checks of what they type about themselves.

use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::{AccountFacts, Envelope, Letter, Recipient};
use crate::domain::refusal::{Field, Refusal, Wrong};
use crate::domain::text;
use crate::domain::time::Instant;

/// Shortest password when it is the only factor, in characters after NFKC (SP 800-63B-4).
pub const PASSWORD_SHORTEST: usize = 15;
/// Longest password, in characters.
pub const PASSWORD_LONGEST: usize = 128;
/// Longest name of a person, in characters.
pub const NAME_LONGEST: usize = 80;

/// What somebody typed to register.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    pub name: String,
    pub email: String,
    pub institution: Option<InstitutionId>,
    pub position: String,
    pub phone: String,
    pub language: Language,
}

/// A person as the store keeps them, before the address is verified.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub institution: InstitutionId,
    pub position: String,
    pub phone: String,
    pub language: Language,
    pub password_hash: String,
    pub created_at: Instant,
    pub verified_at: Option<Instant>,
}

/// Checks what was typed to register, the password included; every problem at once.
///
/// # Errors
/// One refusal per field that is missing, too long or malformed.
pub fn check_registration(
    typed: &Registration,
    password: &str,
) -> Result<InstitutionId, Vec<Refusal>> {
    let mut wrong = Vec::new();
    check_text(&typed.name, Field::Name, NAME_LONGEST, &mut wrong);
    check_text(&typed.position, Field::Position, NAME_LONGEST, &mut wrong);
    if typed.phone.chars().count() > 40 {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::Phone,
            longest: 40,
        }));
    }
    if !text::is_email(&typed.email) {
        wrong.push(Refusal::of(Wrong::NotAnEmail));
    }
    wrong.extend(check_password(password, &[&typed.email, &typed.name]));
    match typed.institution {
        Some(institution) if wrong.is_empty() => Ok(institution),
        Some(_) => Err(wrong),
        None => {
            wrong.push(Refusal::of(Wrong::Missing {
                field: Field::Institution,
            }));
            Err(wrong)
        }
    }
}

/// Checks a required line of text.
fn check_text(value: &str, field: Field, longest: usize, wrong: &mut Vec<Refusal>) {
    if value.is_empty() {
        wrong.push(Refusal::of(Wrong::Missing { field }));
    } else if value.chars().count() > longest {
        wrong.push(Refusal::of(Wrong::TooLongText { field, longest }));
    }
}

/// Checks a new password: length, not a repetition, not built around the person's own words.
/// No rules of composition (SP 800-63B-4).
#[must_use]
pub fn check_password(password: &str, own_words: &[&str]) -> Option<Refusal> {
    let length = password.chars().count();
    if length < PASSWORD_SHORTEST {
        return Some(Refusal::of(Wrong::PasswordShort {
            shortest: PASSWORD_SHORTEST,
        }));
    }
    if length > PASSWORD_LONGEST || password.len() > 1024 {
        return Some(Refusal::of(Wrong::PasswordLong {
            longest: PASSWORD_LONGEST,
        }));
    }
    let folded = text::fold(password);
    let distinct: std::collections::BTreeSet<char> = folded.chars().collect();
    let guessable = distinct.len() < 5
        || own_words
            .iter()
            .chain(&["madoguchi", "共用機器窓口", "password", "passw0rd"])
            .map(|word| text::fold(word))
            .any(|word| {
                word.chars().count() >= 4
                    && folded.chars().count() < word.chars().count() + 8
                    && folded.contains(&word)
            });
    guessable.then(|| Refusal::of(Wrong::PasswordGuessable))
}

/// Opens an account; the address is proved by a letter with a link.
#[must_use]
pub fn register(user: NewUser) -> Done<NewUser> {
    let to = Recipient {
        user: user.id,
        name: user.name.clone(),
        email: user.email.clone(),
        language: user.language,
    };
    let letter = Letter::Account(AccountFacts::verify(user.id));
    let event = Event::about_user(Kind::UserRegistered, user.id, vec![Envelope { to, letter }]);
    Done { value: user, event }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Registration {
        Registration {
            name: "佐藤 恵".into(),
            email: "sato@example.jp".into(),
            institution: Some(InstitutionId::new(1)),
            position: "研究員".into(),
            phone: String::new(),
            language: Language::Ja,
        }
    }

    #[test]
    fn b13_passwords_are_long_and_not_guessable() {
        let verdict = |password: &str| {
            check_password(password, &["sato@example.jp", "佐藤 恵"]).map(|r| r.wrong)
        };
        assert_eq!(
            verdict("fourteen chars"),
            Some(Wrong::PasswordShort { shortest: 15 })
        );
        assert_eq!(verdict("fifteen chars ok".get(..15).unwrap()), None);
        assert_eq!(verdict(&"abcdefgh".repeat(16)), None);
        assert_eq!(
            verdict(&"abcdefgh".repeat(17)),
            Some(Wrong::PasswordLong { longest: 128 })
        );
        assert_eq!(
            verdict("aaaaaaaaaaaaaaaaaaaa"),
            Some(Wrong::PasswordGuessable)
        );
        assert_eq!(verdict("sato@example.jp1"), Some(Wrong::PasswordGuessable));
        assert_eq!(verdict("madoguchi2026!!"), Some(Wrong::PasswordGuessable));
    }

    #[test]
    fn every_problem_of_a_registration_is_told_at_once() {
        let empty = Registration::default();
        let wrong = check_registration(&empty, "short").unwrap_err();
        assert_eq!(wrong.len(), 5, "{wrong:?}");
        assert!(check_registration(&typed(), "correct horse battery staple").is_ok());
    }
}
