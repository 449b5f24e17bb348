//! The trainings that somebody takes part in.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{TrainingId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::agenda::{name_of, span_of};
use crate::store::engine::Conn;
use crate::store::schema::{course, course_enrolment, course_session, facility};

/// A date of a course that somebody takes part in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attended {
    pub id: TrainingId,
    pub span: Span,
    pub course: Name,
    pub place: String,
    pub facility: Name,
    pub enrolled_at: Instant,
}

/// The dates on which somebody takes part in a course, called-off ones left out; by start.
///
/// # Errors
/// A fault of the database.
pub fn during(
    conn: &mut Conn,
    person: UserId,
    span: &Span,
    most: i64,
) -> Result<Vec<Attended>, Halt> {
    type Found = (
        (i64, i64, i64, String),
        (String, String),
        (String, String),
        i64,
    );
    let rows: Vec<Found> = course_enrolment::table
        .inner_join(course_session::table.inner_join(course::table.inner_join(facility::table)))
        .filter(course_enrolment::user_id.eq(person.number()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course_session::starts_at.lt(span.end().unix()))
        .filter(course_session::ends_at.gt(span.start().unix()))
        .order((course_session::starts_at, course_session::id))
        .select((
            (
                course_session::id,
                course_session::starts_at,
                course_session::ends_at,
                course_session::place,
            ),
            (course::name_ja, course::name_en),
            (facility::name_ja, facility::name_en),
            course_enrolment::enrolled_at,
        ))
        .limit(most)
        .load(conn)?;
    let read = |((id, start, end, place), course, facility, enrolled): Found| {
        Some(Attended {
            id: TrainingId::new(id),
            span: span_of(start, end)?,
            course: name_of(course),
            place,
            facility: name_of(facility),
            enrolled_at: Instant::from_unix(enrolled),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
