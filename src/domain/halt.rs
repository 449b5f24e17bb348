//! Why something stopped, sorted by what the reader can do next, and what a deed returns.

use crate::domain::event::Event;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;

/// The five ways of stopping, for the whole house.
#[derive(Debug)]
pub enum Halt {
    /// Correct it: every reason at once.
    Refused(Vec<Refusal>),
    /// Look at what was made: a second click on the same form.
    Already(BookingId),
    /// Look elsewhere: it does not exist, or you may not know that it does.
    Absent,
    /// Sign in or ask for the right.
    NotAllowed,
    /// Nothing you can do: it is our fault. The cause is for the log only.
    Fault(Fault),
}

/// What went wrong on our side.
#[derive(Debug)]
pub enum Fault {
    /// Too much is waiting already; trying again in a moment helps.
    Busy,
    /// Another writer was quicker; the same deed, tried again, sees what they wrote.
    Again,
    /// The connection to the database is gone; a new one may work.
    Lost,
    /// Something broke; the text is for the log.
    Broken(String),
}

impl Halt {
    /// A fault with its cause, for the log.
    #[must_use]
    pub fn broken(cause: impl ToString) -> Self {
        Self::Fault(Fault::Broken(cause.to_string()))
    }

    /// One reason.
    #[must_use]
    pub fn because(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

/// What a deed made, with its witness. Nothing is written without one.
#[derive(Clone, Debug)]
pub struct Done<T> {
    pub value: T,
    pub event: Event,
}

impl<T> Done<T> {
    /// The same deed, answered by something else.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Done<U> {
        Done {
            value: change(self.value),
            event: self.event,
        }
    }
}

/// What a decision returns: a deed done, or every reason why not.
pub type Decision<T> = Result<Done<T>, Vec<Refusal>>;

/// What a deed returns.
pub type Act<T> = Result<Done<T>, Halt>;

impl From<Vec<Refusal>> for Halt {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Refused(refusals)
    }
}
