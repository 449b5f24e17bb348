//! 再申請: a returned request is sent again, to the facility or to whoever must agree at home first.

use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::checks::{in_state, not_started, own};
use crate::domain::booking::content::check_content;
use crate::domain::booking::home;
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Content, Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::Decision;
use crate::domain::letter::{BookingNews, Recipient};

const RESENT: Step = Step {
    kind: Kind::BookingResent,
    to: State::FacilityReview,
    news: &[
        (BookingNews::ApprovalAsked, Told::Managers),
        (BookingNews::Received, Told::Applicant),
    ],
};
const RESENT_HOME: Step = Step {
    kind: Kind::BookingResent,
    to: State::UserSide,
    news: &[(BookingNews::HomeAsked, Told::Applicant)],
};

/// Who looks at a corrected request.
#[derive(Copy, Clone, Debug)]
pub enum Resent<'a> {
    Facility,
    /// Whoever is responsible for the applicant, and has not agreed yet.
    Home(&'a Recipient),
}

/// Sends a returned request again with corrected content; the slot was held all the while.
///
/// # Errors
/// The content's problems, or that the booking is not waiting for a correction.
pub fn resend(
    standing: &Standing,
    content: Content,
    to: Resent<'_>,
    by: &Actor,
) -> Decision<Change> {
    let mut refusals = own(standing, by);
    refusals.extend(in_state(standing, &[State::Returned]));
    refusals.extend(not_started(standing, by));
    refusals.extend(check_content(&content));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut done = match to {
        Resent::Facility => change(standing, by, &RESENT, None),
        Resent::Home(responsible) => {
            let mut done = change(standing, by, &RESENT_HOME, None);
            done.event.letters.push(home::ask(standing, responsible));
            done
        }
    };
    done.value.content = Some(content);
    Ok(done)
}
