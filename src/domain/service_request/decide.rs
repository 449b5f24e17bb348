//! What the facility decides of a request, and how its applicant answers.

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Who};
use crate::domain::event::Kind;
use crate::domain::halt::Decision as Decided;
use crate::domain::letter::service::ServiceNews;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::check::{TEXT_LONGEST, approval as told, bar, required};
use crate::domain::service_request::content::{Ethics, EthicsClaim};
use crate::domain::service_request::due::has_lapsed;
use crate::domain::service_request::ethics::{Approval, approval};
use crate::domain::service_request::life::Deed;
use crate::domain::service_request::news::{Step, Told, done, moved, plainly, reach};
use crate::domain::service_request::{ServiceRequest, Standing};

macro_rules! step {
    ($name:ident: $deed:ident, $kind:ident, $($news:ident to $told:ident),*) => {
        const $name: Step = Step {
            deed: Deed::$deed,
            kind: Kind::$kind,
            news: &[$((ServiceNews::$news, Told::$told)),*],
        };
    };
}
step!(ANSWERED: Answer, ServiceAnswered, Answered to Applicant);
step!(SCREENED: Screen, ServiceScreened, Screened to Applicant);
step!(RETURNED: HandBack, ServiceReturned, Returned to Applicant);
step!(REJECTED: Reject, ServiceRejected, Rejected to Applicant);
step!(ACCEPTED: Accept, ServiceAccepted, Accepted to Managers);
step!(DECLINED: Decline, ServiceDeclined, Declined to Managers);
step!(CALLED_OFF: CallOff, ServiceCalledOff, CalledOff to Applicant);
step!(EXTENDED: Extend, ServiceEthicsExtended, EthicsExtended to Managers);
step!(EXPIRED: Expire, ServiceExpired, Expired to Applicant, Expired to Managers);

/// 回答する: a question is answered, and the applicant may go on.
///
/// # Errors
/// Their own, without words, or there is no question.
pub fn answer(standing: &Standing, words: &str, by: &Actor) -> Decided<Changed> {
    with_words(standing, words, by, &ANSWERED)
}

/// 差し戻す: to be corrected and sent again.
///
/// # Errors
/// Their own, without a reason, or decided already.
pub fn hand_back(standing: &Standing, reason: &str, by: &Actor) -> Decided<Changed> {
    with_words(standing, reason, by, &RETURNED)
}

/// 不承認とする
///
/// # Errors
/// Their own, without the reason that the rule asks for, or decided already.
pub fn reject(standing: &Standing, reason: &str, by: &Actor) -> Decided<Changed> {
    let terms = &standing.resource.terms;
    if !reason.is_empty() || terms.flag(Parameter::RejectReasonRequired) {
        return with_words(standing, reason, by, &REJECTED);
    }
    let refusals = not_own(standing, by);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    decided(standing, by, &REJECTED, "", |_| {})
}

/// 提供を取りやめる, after it was granted and before it is handed over.
///
/// # Errors
/// Their own, without a reason, or too late.
pub fn call_off(standing: &Standing, reason: &str, by: &Actor) -> Decided<Changed> {
    with_words(standing, reason, by, &CALLED_OFF)
}

/// A decision that comes with words to the applicant.
fn with_words(standing: &Standing, words: &str, by: &Actor, step: &Step) -> Decided<Changed> {
    let mut refusals = not_own(standing, by);
    refusals.extend(required(words, Field::Reason, TEXT_LONGEST));
    refusals.extend(reach(standing, step.deed).err());
    if !refusals.is_empty() {
        return Err(refusals);
    }
    decided(standing, by, step, words, |request| {
        words.clone_into(&mut request.words);
    })
}

/// 審査委員会へ進める: not before an ethics approval stands that lasts until the planned delivery.
///
/// # Errors
/// Their own, moved on already, or the approval is missing or ends before.
pub fn screen(standing: &Standing, by: &Actor) -> Decided<Changed> {
    let mut refusals = not_own(standing, by);
    refusals.extend(reach(standing, SCREENED.deed).err());
    refusals.extend(ethics(standing, standing.request.planned_on()));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    plainly(standing, by, &SCREENED, "")
}

/// What is wrong with the ethics approval on a day; by the rule that asks for it.
pub(super) fn ethics(standing: &Standing, day: Option<NaiveDate>) -> Option<Refusal> {
    let (day, request) = (day?, &standing.request);
    let wrong = match approval(request.ethics_need, &request.about, &standing.facts, day) {
        Approval::NotAsked | Approval::Stands { .. } => return None,
        Approval::Missing => ServiceBar::EthicsMissing,
        Approval::Ends { until } => ServiceBar::EthicsEnds {
            until,
            delivery: day,
        },
    };
    Some(Refusal::by_rule(
        Wrong::Service(wrong),
        Some(&standing.citation),
    ))
}

/// A decision: by whom and when is kept with it.
pub(super) fn decided(
    standing: &Standing,
    by: &Actor,
    step: &Step,
    words: &str,
    change: impl FnOnce(&mut ServiceRequest),
) -> Decided<Changed> {
    let to = reach(standing, step.deed).map_err(|refusal| vec![refusal])?;
    let request = moved(standing, by, to, |request| {
        request.decision.by = by.person().map(|person| person.name.clone());
        request.decision.at = Some(by.at);
        change(request);
    });
    Ok(done(standing, by, step, request, words))
}

/// 受諾する: the applicant takes what was granted.
///
/// # Errors
/// There is nothing to accept.
pub fn accept(standing: &Standing, by: &Actor) -> Decided<Changed> {
    plainly(standing, by, &ACCEPTED, "")
}

/// 辞退する: the applicant does not.
///
/// # Errors
/// There is nothing to decline.
pub fn decline(standing: &Standing, by: &Actor) -> Decided<Changed> {
    plainly(standing, by, &DECLINED, "")
}

/// 倫理審査の延長承認を登録する: a number and a later last day.
///
/// # Errors
/// Incomplete, no longer than before, or too late.
pub fn extend(
    standing: &Standing,
    number: &str,
    until: Option<NaiveDate>,
    by: &Actor,
) -> Decided<Changed> {
    let before = standing.request.about.ethics.until;
    let mut refusals: Vec<Refusal> = reach(standing, EXTENDED.deed).err().into_iter().collect();
    refusals.extend(told(number, until));
    if let Some(before) = before.filter(|before| until.is_some_and(|until| until <= *before)) {
        refusals.push(bar(ServiceBar::EthicsNoLonger { until: before }));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let to = reach(standing, EXTENDED.deed).map_err(|refusal| vec![refusal])?;
    let request = moved(standing, by, to, |request| {
        request.about.ethics = Ethics {
            claim: Some(EthicsClaim::Approved),
            number: number.to_owned(),
            until,
        };
    });
    Ok(done(standing, by, &EXTENDED, request, ""))
}

/// 期限切れ: what the clock does when an applicant let their time pass.
///
/// # Errors
/// It is not the clock, or their time is not over.
pub fn expire(standing: &Standing, by: &Actor) -> Decided<Changed> {
    if by.who != Who::House || !has_lapsed(&standing.request, by.at.day()) {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    plainly(standing, by, &EXPIRED, "")
}

/// Nobody decides on a request of their own.
pub(super) fn not_own(standing: &Standing, by: &Actor) -> Vec<Refusal> {
    let own = by
        .person()
        .is_some_and(|person| person.id == standing.request.user);
    if own {
        vec![Refusal::of(Wrong::OwnRequest)]
    } else {
        Vec::new()
    }
}
