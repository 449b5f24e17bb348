//! 経過報告・終了報告 of requests without a slot.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{ServiceId, UserId};
use crate::domain::service_request::change::{Report, ReportKind};
use crate::domain::time::Instant;
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::service_report;
use crate::store::service_request::row::{day, unreadable};
use crate::store::tx::Tx;

/// The reports of a request with when they came, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: ServiceId) -> Result<Vec<(Instant, Report)>, Halt> {
    type Row = (String, String, Option<String>, Option<String>, String, i64);
    let rows: Vec<Row> = service_report::table
        .filter(service_report::request_id.eq(id.number()))
        .order((service_report::reported_at, service_report::id))
        .limit(100)
        .select((
            service_report::kind,
            service_report::body,
            service_report::due_on,
            service_report::disposed_on,
            service_report::disposal,
            service_report::reported_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(kind, body, due_on, disposed_on, disposal, at)| {
            let report = Report {
                kind: ReportKind::from_code(&kind).ok_or_else(|| unreadable("report"))?,
                body,
                due_on: day(due_on.as_deref())?,
                disposed_on: day(disposed_on.as_deref())?,
                disposal,
            };
            Ok((Instant::from_unix(at), report))
        })
        .collect()
}

/// Keeps a report.
///
/// # Errors
/// A fault of the database.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    id: ServiceId,
    report: &Report,
    by: Option<UserId>,
) -> Result<(), Halt> {
    let at = tx.at();
    diesel::insert_into(service_report::table)
        .values((
            service_report::id.eq(chance::id(at)),
            service_report::request_id.eq(id.number()),
            service_report::kind.eq(report.kind.code()),
            service_report::body.eq(&report.body),
            service_report::due_on.eq(report.due_on.map(|day| day.to_string())),
            service_report::disposed_on.eq(report.disposed_on.map(|day| day.to_string())),
            service_report::disposal.eq(&report.disposal),
            service_report::reported_at.eq(at.unix()),
            service_report::reported_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
