//! A suspension and overdue reports keep out who they are for, to the day.

use crate::domain::id::ResourceId;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Use};
use crate::domain::policy::proof::enforced::{guest, hour, rule, wrong};
use crate::domain::policy::sample::{day, span};
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::Owed;
use crate::domain::refusal::unfit::Unfit;

const WISH: &str = "2027-01-12T10:00";

fn owing(owes: Owed, until: &str) -> Applicant {
    let used = Use {
        resource: ResourceId::new(1),
        span: span("2026-12-01T10:00", until),
        support: None,
        project_number: String::new(),
        confirmed: true,
        owes: Some(owes),
    };
    Applicant {
        uses: vec![used],
        ..guest()
    }
}

#[test]
fn s8_who_is_suspended_asks_for_nothing_up_to_the_last_day() {
    let rule = rule(&[(Parameter::HorizonDays, "90")]);
    let with = |until: &str| Applicant {
        suspended_until: Some(day(until)),
        ..guest()
    };
    // it is 21 December
    let until = day("2026-12-21");
    assert_eq!(
        wrong(&rule, &with("2026-12-21"), hour(WISH), &[]),
        [Wrong::Unfit(Unfit::Suspended { until })]
    );
    assert_eq!(wrong(&rule, &with("2026-12-20"), hour(WISH), &[]), []);
}

#[test]
fn a_report_that_is_overdue_blocks_the_next_request_where_the_rule_says_so() {
    let said = [
        (Parameter::HorizonDays, "90"),
        (Parameter::BlockNewIfReportOverdue, "yes"),
        (Parameter::UseLogDueDays, "3"),
        (Parameter::ResultReportDueDays, "19"),
    ];
    let strict = rule(&said);
    let log = owing(Owed::Log, "2026-12-01T11:00");
    let due = day("2026-12-04");
    let owed = Owed::Log;
    assert_eq!(
        wrong(&strict, &log, hour(WISH), &[]),
        [Wrong::Unfit(Unfit::ReportOverdue { owed, due })]
    );
    // due on 20 December: one day late; a use that ends at midnight belongs to the day before
    let report = owing(Owed::Report, "2026-12-02T00:00");
    assert_eq!(wrong(&strict, &report, hour(WISH), &[]).len(), 1);
    let next_day = owing(Owed::Report, "2026-12-02T00:01");
    assert_eq!(wrong(&strict, &next_day, hour(WISH), &[]), []);
    let lenient = rule(&said[..1]);
    assert_eq!(wrong(&lenient, &log, hour(WISH), &[]), []);
}
