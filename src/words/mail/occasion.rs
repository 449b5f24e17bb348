//! The shape of a letter's words: one occasion, and all of a language.

use crate::domain::id::UserId;
use crate::domain::letter::account::AccountNews;
use crate::domain::letter::{BookingFacts, BookingNews};

/// One kind of letter to one kind of reader.
pub struct Occasion {
    /// The state in a word or two, for the subject.
    pub status: &'static str,
    /// What happened.
    pub lead: &'static str,
    /// What comes next, or what to do.
    pub next: &'static [&'static str],
    /// What the link leads to.
    pub link: &'static str,
}

/// The letters about what follows a confirmation, in one language.
pub struct Later {
    pub charge: &'static str,
    pub before: &'static str,
    pub wished: &'static str,
    pub suspended_until: &'static str,
    pub rebook_until: &'static str,
    pub credit: &'static str,
    pub series: &'static str,
    pub nearest: &'static str,
    pub(super) no_show: Occasion,
    pub(super) no_show_manager: Occasion,
    pub(super) excused: Occasion,
    pub(super) appealed: Occasion,
    pub(super) upheld: Occasion,
    pub(super) changed: Occasion,
    pub(super) changed_manager: Occasion,
    pub(super) moved: Occasion,
    pub(super) change_received: Occasion,
    pub(super) change_asked: Occasion,
    pub(super) change_refused: Occasion,
    pub(super) change_withdrawn: Occasion,
    pub(super) change_lapsed: Occasion,
    pub(super) conditional: Occasion,
    pub(super) stopped: Occasion,
    pub(super) interrupted: Occasion,
    pub(super) no_credit: Occasion,
    pub(super) fee_waived: Occasion,
    pub attend: &'static Attend,
    pub set: &'static Set,
    pub(super) contest: &'static Contest,
    pub(super) home: &'static Home,
}

/// The letters about the agreement of the applicant's own institution, in one language.
pub struct Home {
    pub(super) asked: Occasion,
    pub(super) endorse: Occasion,
    pub(super) endorsed: Occasion,
}

/// The letters about requests that compete for the same time, in one language.
pub struct Contest {
    pub(super) competing: Occasion,
    pub(super) passed_over: Occasion,
}

/// The letters to those who attend uses, and what they are called in others'.
pub struct Attend {
    pub label: &'static str,
    pub(super) attends: Occasion,
    pub(super) no_more: Occasion,
}

/// The letters about what several facilities were asked for as one, in one language.
pub struct Set {
    pub given_back: &'static str,
    pub(super) agreed: Occasion,
    pub(super) dissolved: Occasion,
}

impl Set {
    /// What an owner's yes is told by, and what everything else of a set.
    const fn of(&self, news: BookingNews) -> &Occasion {
        match news {
            BookingNews::Agreed => &self.agreed,
            _ => &self.dissolved,
        }
    }
}

/// All letters of one language.
pub struct Words {
    /// Begins each subject.
    pub prefix: &'static str,
    pub sender: &'static str,
    pub number: &'static str,
    pub resource: &'static str,
    pub facility: &'static str,
    pub when: &'static str,
    pub applicant: &'static str,
    pub decided_by: &'static str,
    pub reason: &'static str,
    pub waits_for: &'static str,
    pub fee: &'static str,
    pub no_reply: &'static str,
    pub contact: &'static str,
    pub(super) received: Occasion,
    pub(super) received_waiting: Occasion,
    pub(super) approval_asked: Occasion,
    pub(super) confirmed: Occasion,
    pub(super) confirmed_manager: Occasion,
    pub(super) returned: Occasion,
    pub(super) rejected: Occasion,
    pub(super) withdrawn: Occasion,
    pub(super) cancelled: Occasion,
    pub(super) cancelled_manager: Occasion,
    pub(super) called_off: Occasion,
    pub(super) called_off_manager: Occasion,
    pub(super) expired: Occasion,
    pub(super) expired_manager: Occasion,
    pub(super) held: Occasion,
    pub(super) held_manager: Occasion,
    pub(super) released: Occasion,
    pub(super) released_manager: Occasion,
    pub(super) use_over: Occasion,
    pub(super) log_missing: Occasion,
    pub(super) overrun: Occasion,
    /// What follows a confirmation.
    pub later: &'static Later,
    pub(super) verify: Occasion,
    pub(super) already_registered: Occasion,
    pub(super) reset: Occasion,
    pub(super) password_changed: Occasion,
    pub(super) invitation: Occasion,
}

/// Who reads a letter about a booking.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Reader {
    Applicant,
    Manager,
}

impl Reader {
    /// Who a person is to a booking.
    #[must_use]
    pub fn of(user: UserId, facts: &BookingFacts) -> Self {
        if user == facts.applicant_user {
            Self::Applicant
        } else {
            Self::Manager
        }
    }
}

impl Words {
    /// The letter about a booking as its facts stand: a receipt says what the request waits for.
    #[must_use]
    pub const fn booking_letter(&self, facts: &BookingFacts, reader: Reader) -> &Occasion {
        match (facts.about, facts.waits_for.is_empty()) {
            (BookingNews::Received, false) => &self.received_waiting,
            (news, _) => self.booking(news, reader),
        }
    }

    /// The letter about a booking.
    #[must_use]
    pub const fn booking(&self, news: BookingNews, reader: Reader) -> &Occasion {
        match (news, reader) {
            (BookingNews::Received, _) => &self.received,
            (BookingNews::ApprovalAsked, _) => &self.approval_asked,
            (BookingNews::Confirmed, Reader::Applicant) => &self.confirmed,
            (BookingNews::Confirmed, Reader::Manager) => &self.confirmed_manager,
            (BookingNews::Returned, _) => &self.returned,
            (BookingNews::Rejected, _) => &self.rejected,
            (BookingNews::Withdrawn, _) => &self.withdrawn,
            (BookingNews::Cancelled, Reader::Applicant) => &self.cancelled,
            (BookingNews::Cancelled, Reader::Manager) => &self.cancelled_manager,
            (BookingNews::CalledOff, Reader::Applicant) => &self.called_off,
            (BookingNews::CalledOff, Reader::Manager) => &self.called_off_manager,
            (BookingNews::Expired, Reader::Applicant) => &self.expired,
            (BookingNews::Expired, Reader::Manager) => &self.expired_manager,
            (BookingNews::Held, Reader::Applicant) => &self.held,
            (BookingNews::Held, Reader::Manager) => &self.held_manager,
            (BookingNews::Released, Reader::Applicant) => &self.released,
            (BookingNews::Released, Reader::Manager) => &self.released_manager,
            (BookingNews::UseOver, _) => &self.use_over,
            (BookingNews::LogMissing, _) => &self.log_missing,
            (BookingNews::Overrun, _) => &self.overrun,
            (BookingNews::NoShow, Reader::Applicant) => &self.later.no_show,
            (BookingNews::NoShow, Reader::Manager) => &self.later.no_show_manager,
            (BookingNews::Excused, _) => &self.later.excused,
            (BookingNews::Appealed, _) => &self.later.appealed,
            (BookingNews::Upheld, _) => &self.later.upheld,
            (BookingNews::Changed, Reader::Applicant) => &self.later.changed,
            (BookingNews::Changed, Reader::Manager) => &self.later.changed_manager,
            (BookingNews::Moved, _) => &self.later.moved,
            (BookingNews::ChangeReceived, _) => &self.later.change_received,
            (BookingNews::ChangeAsked, _) => &self.later.change_asked,
            (BookingNews::ChangeRefused, _) => &self.later.change_refused,
            (BookingNews::ChangeWithdrawn, _) => &self.later.change_withdrawn,
            (BookingNews::ChangeLapsed, _) => &self.later.change_lapsed,
            (BookingNews::Conditional, _) => &self.later.conditional,
            (BookingNews::Stopped, _) => &self.later.stopped,
            (BookingNews::Interrupted, _) => &self.later.interrupted,
            (BookingNews::NoCredit, _) => &self.later.no_credit,
            (BookingNews::FeeWaived, _) => &self.later.fee_waived,
            (BookingNews::Competing, _) => &self.later.contest.competing,
            (BookingNews::HomeAsked, _) => &self.later.home.asked,
            (BookingNews::EndorseAsked, _) => &self.later.home.endorse,
            (BookingNews::Endorsed, _) => &self.later.home.endorsed,
            (BookingNews::PassedOver, _) => &self.later.contest.passed_over,
            (BookingNews::Attends, _) => &self.later.attend.attends,
            (BookingNews::AttendsNoMore, _) => &self.later.attend.no_more,
            (BookingNews::Agreed | BookingNews::SetDissolved, _) => self.later.set.of(news),
        }
    }

    /// The letter about an account.
    #[must_use]
    pub const fn account(&self, news: AccountNews) -> &Occasion {
        match news {
            AccountNews::Verify => &self.verify,
            AccountNews::AlreadyRegistered => &self.already_registered,
            AccountNews::Reset => &self.reset,
            AccountNews::PasswordChanged => &self.password_changed,
            AccountNews::Invitation => &self.invitation,
        }
    }
}
