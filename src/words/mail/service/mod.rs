//! The words of letters about requests without a slot.

mod en;
mod ja;

use crate::domain::language::Language;
use crate::domain::letter::service::ServiceNews;
use crate::words::mail::occasion::{Occasion, Reader};

/// Labels and occasions.
pub struct Words {
    pub number: &'static str,
    pub resource: &'static str,
    pub facility: &'static str,
    pub applicant: &'static str,
    pub asked: &'static str,
    pub granted: &'static str,
    pub conditions: &'static str,
    pub due: &'static str,
    pub delivered_on: &'static str,
    pub access_until: &'static str,
    pub ethics: &'static str,
    pub by: &'static str,
    /// Over the words that somebody wrote.
    pub said: &'static str,
    inquired: Occasion,
    inquired_manager: Occasion,
    answered: Occasion,
    applied: Occasion,
    applied_manager: Occasion,
    screened: Occasion,
    returned: Occasion,
    granted_whole: Occasion,
    granted_in_part: Occasion,
    accepted: Occasion,
    declined: Occasion,
    rejected: Occasion,
    withdrawn: Occasion,
    called_off: Occasion,
    ethics_extended: Occasion,
    signed: Occasion,
    settled: Occasion,
    delivered: Occasion,
    access_granted: Occasion,
    received: Occasion,
    reported: Occasion,
    renewed: Occasion,
    finished: Occasion,
    disposed: Occasion,
    closed: Occasion,
    expired: Occasion,
    expired_manager: Occasion,
    step_due: Occasion,
    step_due_manager: Occasion,
    report_due: Occasion,
    report_overdue: Occasion,
    report_overdue_manager: Occasion,
}

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &ja::JA,
        Language::En => &en::EN,
    }
}

impl Words {
    /// The letter on an occasion to its reader.
    #[must_use]
    pub const fn letter(&self, news: ServiceNews, reader: Reader) -> &Occasion {
        match (news, reader) {
            (ServiceNews::Inquired, Reader::Applicant) => &self.inquired,
            (ServiceNews::Inquired, Reader::Manager) => &self.inquired_manager,
            (ServiceNews::Answered, _) => &self.answered,
            (ServiceNews::Applied, Reader::Applicant) => &self.applied,
            (ServiceNews::Applied, Reader::Manager) => &self.applied_manager,
            (ServiceNews::Screened, _) => &self.screened,
            (ServiceNews::Returned, _) => &self.returned,
            (ServiceNews::Granted, _) => &self.granted_whole,
            (ServiceNews::GrantedInPart, _) => &self.granted_in_part,
            (ServiceNews::Accepted, _) => &self.accepted,
            (ServiceNews::Declined, _) => &self.declined,
            (ServiceNews::Rejected, _) => &self.rejected,
            (ServiceNews::Withdrawn, _) => &self.withdrawn,
            (ServiceNews::CalledOff, _) => &self.called_off,
            (ServiceNews::EthicsExtended, _) => &self.ethics_extended,
            (ServiceNews::Signed, _) => &self.signed,
            (ServiceNews::Settled, _) => &self.settled,
            (ServiceNews::Delivered, _) => &self.delivered,
            (ServiceNews::AccessGranted, _) => &self.access_granted,
            (ServiceNews::Received, _) => &self.received,
            (ServiceNews::Reported, _) => &self.reported,
            (ServiceNews::Renewed, _) => &self.renewed,
            (ServiceNews::Finished, _) => &self.finished,
            (ServiceNews::Disposed, _) => &self.disposed,
            (ServiceNews::Closed, _) => &self.closed,
            (ServiceNews::Expired, Reader::Applicant) => &self.expired,
            (ServiceNews::Expired, Reader::Manager) => &self.expired_manager,
            (ServiceNews::StepDue, Reader::Applicant) => &self.step_due,
            (ServiceNews::StepDue, Reader::Manager) => &self.step_due_manager,
            (ServiceNews::ReportDue, _) => &self.report_due,
            (ServiceNews::ReportOverdue, Reader::Applicant) => &self.report_overdue,
            (ServiceNews::ReportOverdue, Reader::Manager) => &self.report_overdue_manager,
        }
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let news = ServiceNews::ALL.iter().find(|news| news.code() == code)?;
    Some(of(language).letter(*news, Reader::Applicant).status)
}
