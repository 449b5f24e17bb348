//! Trainings: one date of a course with everybody who takes part, for deeds and for its manager.

pub mod dates;
pub mod mine;
pub mod write;

use diesel::prelude::{
    ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, RunQueryDsl, Selectable, SelectableHelper,
};

use crate::domain::halt::Halt;
use crate::domain::id::{TrainingId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::domain::training::{Course, Enrolment, Training};
use crate::store::course::{Owner, Row as CourseRow, owner, read};
use crate::store::engine::Conn;
use crate::store::schema::{course, course_enrolment, course_session, facility, institution, user};

#[derive(Queryable, Selectable)]
#[diesel(table_name = course_session)]
struct DateRow {
    id: i64,
    starts_at: i64,
    ends_at: i64,
    seats: i64,
    place: String,
    cancelled_at: Option<i64>,
}

type Found = (DateRow, CourseRow, Owner);

/// One date of a course, with everybody who takes part.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn view(conn: &mut Conn, id: TrainingId) -> Result<Training, Halt> {
    let found: Found = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course_session::id.eq(id.number()))
        .select((DateRow::as_select(), CourseRow::as_select(), owner()))
        .first(conn)?;
    let enrolled = people(conn, id, (0, i64::MAX))?;
    let (date, row, owner) = found;
    assemble(date, read(row, owner), enrolled)
}

/// Everybody who takes part in a date, as they enrolled: so many from a place on.
///
/// # Errors
/// A fault of the database.
pub fn people(
    conn: &mut Conn,
    id: TrainingId,
    (skip, most): (i64, i64),
) -> Result<Vec<Enrolment>, Halt> {
    type Row = (
        (i64, Option<i64>, Option<i64>),
        (i64, String, String, String),
        (String, String),
    );
    let rows: Vec<Row> = course_enrolment::table
        .inner_join(user::table.on(user::id.eq(course_enrolment::user_id)))
        .inner_join(institution::table.on(institution::id.eq(user::institution_id)))
        .filter(course_enrolment::session_id.eq(id.number()))
        .order((course_enrolment::enrolled_at, course_enrolment::user_id))
        .offset(skip)
        .limit(most)
        .select((
            (
                course_enrolment::enrolled_at,
                course_enrolment::completed_at,
                course_enrolment::absent_at,
            ),
            (user::id, user::name, user::email, user::language),
            (institution::short_ja, institution::abbr),
        ))
        .load(conn)?;
    let read = |((at, completed, absent), who, (ja, en)): Row| Enrolment {
        who: recipient(who),
        institution: Name { ja, en },
        at: Instant::from_unix(at),
        completed_at: completed.map(Instant::from_unix),
        absent_at: absent.map(Instant::from_unix),
    };
    Ok(rows.into_iter().map(read).collect())
}

fn recipient((id, name, email, language): (i64, String, String, String)) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}

fn assemble(date: DateRow, course: Course, enrolled: Vec<Enrolment>) -> Result<Training, Halt> {
    let span = Span::new(
        Instant::from_unix(date.starts_at),
        Instant::from_unix(date.ends_at),
    );
    Ok(Training {
        id: TrainingId::new(date.id),
        course,
        span: span.ok_or_else(|| Halt::broken("the time of a training can't be read"))?,
        seats: u32::try_from(date.seats).unwrap_or(0),
        place: date.place,
        is_called_off: date.cancelled_at.is_some(),
        enrolled,
    })
}
