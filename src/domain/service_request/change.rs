//! What a deed changes of a request.

use chrono::NaiveDate;

use crate::domain::id::ServiceId;
use crate::domain::rule::Consent;
use crate::domain::service_request::ServiceRequest;

/// A request as it stands after a deed, with the report that came with it.
#[derive(Clone, Debug)]
pub struct Changed {
    pub request: ServiceRequest,
    pub from_version: u32,
    pub report: Option<Report>,
}

/// A request that is sent for the first time, with the consents given with it.
#[derive(Clone, Debug)]
pub struct Sent {
    pub request: ServiceRequest,
    pub consents: Vec<Consent>,
}

/// 経過報告 or 終了報告.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    pub kind: ReportKind,
    pub body: String,
    /// What was due with it; none of a final report.
    pub due_on: Option<NaiveDate>,
    /// 残余の廃棄: when and how.
    pub disposed_on: Option<NaiveDate>,
    pub disposal: String,
}

/// Which report.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum ReportKind {
    Progress,
    Final,
}
codes!(ReportKind {
    Progress = "progress",
    Final = "final",
});

/// A report of an earlier request that is overdue.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Overdue {
    pub request: ServiceId,
    pub due: NaiveDate,
}
