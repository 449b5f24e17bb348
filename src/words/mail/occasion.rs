//! The shape of a letter's words: one occasion, and all of a language.

use crate::domain::id::UserId;
use crate::domain::letter::account::AccountNews;
use crate::domain::letter::{BookingFacts, BookingNews as News};

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

impl Contest {
    /// What is told while it competes, and what once another was chosen.
    const fn of(&self, news: News) -> &Occasion {
        match news {
            News::Competing => &self.competing,
            _ => &self.passed_over,
        }
    }
}

/// The letters to those who attend uses, and what they are called in others'.
pub struct Attend {
    pub label: &'static str,
    pub(super) attends: Occasion,
    pub(super) no_more: Occasion,
}

impl Attend {
    /// What an attendant is told to come by, and what everything else.
    const fn of(&self, news: News) -> &Occasion {
        match news {
            News::Attends => &self.attends,
            _ => &self.no_more,
        }
    }
}

/// The letters about what several facilities were asked for as one, in one language.
pub struct Set {
    pub given_back: &'static str,
    pub(super) agreed: Occasion,
    pub(super) dissolved: Occasion,
    pub(super) change_agreed: Occasion,
    pub(super) change_fell: Occasion,
}

impl Set {
    /// What an owner's yes is told by, what its change, and what everything else of a set.
    const fn of(&self, news: News) -> &Occasion {
        match news {
            News::Agreed => &self.agreed,
            News::ChangeAgreed => &self.change_agreed,
            News::ChangeFell => &self.change_fell,
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
            (News::Received, false) => &self.received_waiting,
            (news, _) => self.booking(news, reader),
        }
    }

    /// The letter about a booking.
    #[must_use]
    pub const fn booking(&self, news: News, reader: Reader) -> &Occasion {
        match (news, reader) {
            (News::Received, _) => &self.received,
            (News::ApprovalAsked, _) => &self.approval_asked,
            (News::Confirmed, Reader::Applicant) => &self.confirmed,
            (News::Confirmed, Reader::Manager) => &self.confirmed_manager,
            (News::Returned, _) => &self.returned,
            (News::Rejected, _) => &self.rejected,
            (News::Withdrawn, _) => &self.withdrawn,
            (News::Cancelled, Reader::Applicant) => &self.cancelled,
            (News::Cancelled, Reader::Manager) => &self.cancelled_manager,
            (News::CalledOff, Reader::Applicant) => &self.called_off,
            (News::CalledOff, Reader::Manager) => &self.called_off_manager,
            (News::Expired, Reader::Applicant) => &self.expired,
            (News::Expired, Reader::Manager) => &self.expired_manager,
            (News::Held, Reader::Applicant) => &self.held,
            (News::Held, Reader::Manager) => &self.held_manager,
            (News::Released, Reader::Applicant) => &self.released,
            (News::Released, Reader::Manager) => &self.released_manager,
            (News::UseOver, _) => &self.use_over,
            (News::LogMissing, _) => &self.log_missing,
            (News::Overrun, _) => &self.overrun,
            (News::NoShow, Reader::Applicant) => &self.later.no_show,
            (News::NoShow, Reader::Manager) => &self.later.no_show_manager,
            (News::Excused, _) => &self.later.excused,
            (News::Appealed, _) => &self.later.appealed,
            (News::Upheld, _) => &self.later.upheld,
            (News::Changed, Reader::Applicant) => &self.later.changed,
            (News::Changed, Reader::Manager) => &self.later.changed_manager,
            (News::Moved, _) => &self.later.moved,
            (News::ChangeReceived, _) => &self.later.change_received,
            (News::ChangeAsked, _) => &self.later.change_asked,
            (News::ChangeRefused, _) => &self.later.change_refused,
            (News::ChangeWithdrawn, _) => &self.later.change_withdrawn,
            (News::ChangeLapsed, _) => &self.later.change_lapsed,
            (News::Conditional, _) => &self.later.conditional,
            (News::Stopped, _) => &self.later.stopped,
            (News::Interrupted, _) => &self.later.interrupted,
            (News::NoCredit, _) => &self.later.no_credit,
            (News::FeeWaived, _) => &self.later.fee_waived,
            (News::Competing | News::PassedOver, _) => self.later.contest.of(news),
            (News::HomeAsked, _) => &self.later.home.asked,
            (News::EndorseAsked, _) => &self.later.home.endorse,
            (News::Endorsed, _) => &self.later.home.endorsed,
            (News::Attends | News::AttendsNoMore, _) => self.later.attend.of(news),
            (News::Agreed | News::SetDissolved | News::ChangeAgreed | News::ChangeFell, _) => {
                self.later.set.of(news)
            }
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
