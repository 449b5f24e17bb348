//! People with accounts: what they type about themselves, and what follows for their letters.

use crate::domain::actor::Role;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::account::{AccountFacts, AccountNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::password;
use crate::domain::position::PositionClass;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::text;
use crate::domain::time::Instant;

/// Longest name of a person, in characters.
pub const NAME_LONGEST: usize = 80;
/// Longest telephone number, in characters.
pub const PHONE_LONGEST: usize = 40;
/// Most letters about an account within an hour, however often somebody asks for them.
pub const MOST_LETTERS: i64 = 3;
/// What stands where a password's hash would, before the person chose one. No password fits it.
pub const NO_PASSWORD: &str = "!";

/// What somebody typed to register.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    pub name: String,
    pub email: String,
    pub institution: Option<InstitutionId>,
    pub position: String,
    pub position_class: Option<PositionClass>,
    pub phone: String,
    pub language: Language,
}

/// A person as the store keeps them, before the address is proved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewUser {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub institution: InstitutionId,
    pub position: String,
    pub position_class: PositionClass,
    pub phone: String,
    pub language: Language,
    pub password_hash: String,
    pub created_at: Instant,
    pub verified_at: Option<Instant>,
}

/// How an account stands.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    /// Nobody has proved yet that the address is theirs.
    Unproven,
    Active,
    Suspended,
}

/// An account as signing in and letters see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub standing: Standing,
    pub password_hash: String,
}

impl Account {
    /// Whether an administrator made it and its owner has not chosen a password yet.
    #[must_use]
    pub fn is_invited(&self) -> bool {
        self.password_hash == NO_PASSWORD
    }

    /// A letter to the address that is kept, never to one that was typed.
    fn told(&self, about: AccountNews) -> Envelope {
        Envelope {
            to: Recipient {
                user: self.id,
                name: self.name.clone(),
                email: self.email.clone(),
                language: self.language,
            },
            letter: Letter::Account(AccountFacts {
                about,
                user: self.id,
            }),
        }
    }

    fn event(&self, kind: Kind, about: Option<AccountNews>) -> Event {
        let letters = about.map(|about| self.told(about)).into_iter().collect();
        Event::about_user(kind, self.id, letters)
    }
}

impl NewUser {
    fn account(&self) -> Account {
        Account {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            language: self.language,
            standing: Standing::Unproven,
            password_hash: self.password_hash.clone(),
        }
    }
}

/// Checks what was typed to register, the password included; every problem at once.
///
/// # Errors
/// One refusal per field that is missing, too long or malformed.
pub fn check_registration(
    typed: &Registration,
    password: &str,
) -> Result<(InstitutionId, PositionClass), Vec<Refusal>> {
    let mut wrong = Vec::new();
    check_text(&typed.name, Field::Name, NAME_LONGEST, &mut wrong);
    if !text::is_email(&typed.email) {
        wrong.push(Refusal::of(Wrong::NotAnEmail));
    }
    if typed.institution.is_none() {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::Institution,
        }));
    }
    check_text(&typed.position, Field::Position, NAME_LONGEST, &mut wrong);
    if typed.position_class.is_none() {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::PositionClass,
        }));
    }
    check_phone(&typed.phone, &mut wrong);
    wrong.extend(password::check(password, &[&typed.email, &typed.name]));
    match (typed.institution, typed.position_class) {
        (Some(institution), Some(class)) if wrong.is_empty() => Ok((institution, class)),
        _ => Err(wrong),
    }
}

/// Checks a telephone number, which may be left out.
pub(in crate::domain) fn check_phone(value: &str, wrong: &mut Vec<Refusal>) {
    if value.chars().count() > PHONE_LONGEST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::Phone,
            longest: PHONE_LONGEST,
        }));
    }
}

/// Checks a required line of text.
pub(in crate::domain) fn check_text(
    value: &str,
    field: Field,
    longest: usize,
    wrong: &mut Vec<Refusal>,
) {
    if value.is_empty() {
        wrong.push(Refusal::of(Wrong::Missing { field }));
    } else if value.chars().count() > longest {
        wrong.push(Refusal::of(Wrong::TooLongText { field, longest }));
    }
}

/// What a registration does to the accounts that are there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Opening {
    /// The address is new.
    Make(NewUser),
    /// The address was registered before, but never proved: what was typed last counts.
    Renew(NewUser),
    /// The address has an account, which stays as it is.
    Leave,
}

/// Opens an account. Whoever registered sees the same page whatever comes of it; only the letter,
/// which goes to the address itself, tells.
#[must_use]
pub fn register(new: NewUser, known: Option<&Account>, letters_lately: i64) -> Done<Opening> {
    let Some(known) = known else {
        let event = new
            .account()
            .event(Kind::UserRegistered, Some(AccountNews::Verify));
        let value = Opening::Make(new);
        return Done { value, event };
    };
    let may_write = letters_lately < MOST_LETTERS;
    let told = |about: AccountNews| known.event(Kind::UserRegistered, may_write.then_some(about));
    match known.standing {
        Standing::Suspended => Done {
            value: Opening::Leave,
            event: known.event(Kind::UserRegistered, None),
        },
        Standing::Active => Done {
            value: Opening::Leave,
            event: told(AccountNews::AlreadyRegistered),
        },
        Standing::Unproven if known.is_invited() => Done {
            value: Opening::Leave,
            event: told(AccountNews::Invitation),
        },
        Standing::Unproven => {
            let new = NewUser {
                id: known.id,
                ..new
            };
            let letter = may_write.then_some(AccountNews::Verify);
            let event = new.account().event(Kind::UserRegistered, letter);
            let value = Opening::Renew(new);
            Done { value, event }
        }
    }
}

/// Somebody who knows the password has not proved the address yet: the letter goes out again.
#[must_use]
pub fn prove_again(account: &Account, letters_lately: i64) -> Done<()> {
    let letter = (letters_lately < MOST_LETTERS).then_some(AccountNews::Verify);
    let event = account.event(Kind::UserRegistered, letter);
    Done { value: (), event }
}

/// Somebody asks for a new password. Without an account there is no letter, and nobody is told so.
#[must_use]
pub fn ask_reset(known: Option<&Account>, letters_lately: i64) -> Done<()> {
    let event = match known {
        None => Event::of(Kind::PasswordResetAsked),
        Some(account) => {
            let may_write =
                letters_lately < MOST_LETTERS && account.standing != Standing::Suspended;
            let news = if account.is_invited() {
                AccountNews::Invitation
            } else {
                AccountNews::Reset
            };
            account.event(Kind::PasswordResetAsked, may_write.then_some(news))
        }
    };
    Done { value: (), event }
}

/// The owner of the address chose a password; who had one before is told.
#[must_use]
pub fn choose_password(account: &Account) -> Done<()> {
    let letter = (!account.is_invited()).then_some(AccountNews::PasswordChanged);
    let event = account.event(Kind::PasswordChanged, letter);
    Done { value: (), event }
}

/// An administrator makes an account for somebody, who chooses the password.
#[must_use]
pub fn invite(new: NewUser, role: Option<Role>) -> Done<NewUser> {
    let event = new
        .account()
        .event(Kind::UserInvited, Some(AccountNews::Invitation));
    let event = match role {
        Some(role) => event.with("role", role.code()),
        None => event,
    };
    Done { value: new, event }
}

#[cfg(test)]
mod tests;
