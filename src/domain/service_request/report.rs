//! While it is used, and at the end: progress reports, renewals, the rest disposed of.

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Who};
use crate::domain::event::Kind;
use crate::domain::halt::Decision as Decided;
use crate::domain::letter::service::ServiceNews;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::change::{Changed, Report, ReportKind};
use crate::domain::service_request::check::{TEXT_LONGEST, bar, happened, missing, required};
use crate::domain::service_request::decide::not_own;
use crate::domain::service_request::due::{is_report_asked, report_due};
use crate::domain::service_request::life::Deed;
use crate::domain::service_request::news::{Step, Told, done, moved, plainly, reach};
use crate::domain::service_request::{Line, Standing};

const ASKED: Step = Step {
    deed: Deed::AskReport,
    kind: Kind::ServiceReportAsked,
    news: &[],
};
const REPORTED: Step = Step {
    deed: Deed::Report,
    kind: Kind::ServiceReported,
    news: &[(ServiceNews::Reported, Told::Managers)],
};
const RENEWED: Step = Step {
    deed: Deed::Renew,
    kind: Kind::ServiceRenewed,
    news: &[(ServiceNews::Renewed, Told::Applicant)],
};
const FINISHED: Step = Step {
    deed: Deed::Finish,
    kind: Kind::ServiceFinished,
    news: &[(ServiceNews::Finished, Told::Managers)],
};
const DISPOSED: Step = Step {
    deed: Deed::Dispose,
    kind: Kind::ServiceDisposed,
    news: &[(ServiceNews::Disposed, Told::Managers)],
};
const CLOSED: Step = Step {
    deed: Deed::Close,
    kind: Kind::ServiceClosed,
    news: &[(ServiceNews::Closed, Told::Applicant)],
};

/// 経過報告の時期になる: what the clock does, so many days before a report is due.
///
/// # Errors
/// It is not the clock, or not yet the time.
pub fn ask(standing: &Standing, by: &Actor) -> Decided<Changed> {
    if by.who != Who::House || !is_report_asked(standing, by.at.day()) {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    plainly(standing, by, &ASKED, "")
}

/// 経過報告を提出する: the next one is due a year after this one was.
///
/// # Errors
/// Without words, or nothing is in use.
pub fn report(standing: &Standing, body: &str, by: &Actor) -> Decided<Changed> {
    let to = reach(standing, REPORTED.deed);
    let mut refusals: Vec<Refusal> = to.clone().err().into_iter().collect();
    refusals.extend(required(
        body,
        Field::Service(ServiceField::Report),
        TEXT_LONGEST,
    ));
    let due = standing.request.report_due;
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| {
                let (today, from) = (by.at.day(), due.unwrap_or(by.at.day()));
                let access = request
                    .access_until
                    .filter(|until| *until > from.max(today));
                request.report_due = Some(report_due(from, access).max(today));
            });
            let mut done = done(standing, by, &REPORTED, request, "");
            done.value.report = Some(Report {
                kind: ReportKind::Progress,
                body: body.to_owned(),
                due_on: due,
                disposed_on: None,
                disposal: String::new(),
            });
            Ok(done)
        }
        _ => Err(refusals),
    }
}

/// 利用期間を更新する: a right of access that lasts longer than before.
///
/// # Errors
/// No later day, their own, or there is no right of access.
pub fn renew(standing: &Standing, until: Option<NaiveDate>, by: &Actor) -> Decided<Changed> {
    let mut refusals = not_own(standing, by);
    let to = reach(standing, RENEWED.deed);
    refusals.extend(to.clone().err());
    match (standing.request.access_until, until) {
        (None, _) => refusals.push(Refusal::of(Wrong::WrongState)),
        (_, None) => refusals.push(missing(Field::Service(ServiceField::AccessUntil))),
        (Some(before), Some(until)) if until <= before => {
            refusals.push(bar(ServiceBar::DayTooEarly {
                field: Field::Service(ServiceField::AccessUntil),
                first: before.succ_opt().unwrap_or(before),
            }));
        }
        _ => {}
    }
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| request.access_until = until);
            Ok(done(standing, by, &RENEWED, request, ""))
        }
        _ => Err(refusals),
    }
}

/// What is told at the end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Final {
    pub body: String,
    /// 残余, by line; none where nothing readable was typed.
    pub left: Vec<Option<u32>>,
    pub disposed_on: Option<NaiveDate>,
    /// How it was disposed of, or returned.
    pub disposal: String,
}

/// 終了を報告する: what is left over was disposed of, and how.
///
/// # Errors
/// Everything that is wrong with what was typed, or nothing is in use.
pub fn finish(standing: &Standing, told: &Final, by: &Actor) -> Decided<Changed> {
    let request = &standing.request;
    let rest: u32 = told.left.iter().flatten().sum();
    let step = if rest > 0 { &DISPOSED } else { &FINISHED };
    let to = reach(standing, step.deed);
    let mut refusals: Vec<Refusal> = to.clone().err().into_iter().collect();
    refusals.extend(required(
        &told.body,
        Field::Service(ServiceField::FinalReport),
        TEXT_LONGEST,
    ));
    refusals.extend(too_much_left(&request.lines, &told.left));
    if rest > 0 {
        refusals.extend(happened(
            told.disposed_on,
            Field::Service(ServiceField::DisposedOn),
            by.at.day(),
            request.received_on,
        ));
        refusals.extend(required(
            &told.disposal,
            Field::Service(ServiceField::Disposal),
            TEXT_LONGEST,
        ));
    }
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| {
                for (line, left) in request.lines.iter_mut().zip(&told.left) {
                    line.left = *left;
                }
            });
            let mut done = done(standing, by, step, request, "");
            done.value.report = Some(Report {
                kind: ReportKind::Final,
                body: told.body.clone(),
                due_on: None,
                disposed_on: told.disposed_on.filter(|_| rest > 0),
                disposal: if rest > 0 {
                    told.disposal.clone()
                } else {
                    String::new()
                },
            });
            Ok(done)
        }
        _ => Err(refusals),
    }
}

/// The lines of which more is said to be left than was delivered, or nothing readable.
fn too_much_left(lines: &[Line], left: &[Option<u32>]) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let most = line.delivered.unwrap_or(0);
        let left = left.get(at).copied().flatten();
        if left.is_none_or(|left| left > most) {
            let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
            refusals.push(bar(ServiceBar::TooMuch { line, most }));
        }
    }
    refusals
}

/// 終了とする: the facility ends it, with a reason that the applicant reads.
///
/// # Errors
/// Their own, without a reason, or nothing was handed over.
pub fn close(standing: &Standing, reason: &str, by: &Actor) -> Decided<Changed> {
    let mut refusals = not_own(standing, by);
    refusals.extend(required(reason, Field::Reason, TEXT_LONGEST));
    let to = reach(standing, CLOSED.deed);
    refusals.extend(to.clone().err());
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| {
                reason.clone_into(&mut request.words);
            });
            Ok(done(standing, by, &CLOSED, request, reason))
        }
        _ => Err(refusals),
    }
}
