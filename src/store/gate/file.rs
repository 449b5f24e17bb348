//! A fact with everything that its page shows: its words, who was asked, what they said and why.

use diesel::prelude::*;

use crate::domain::gate::declaration::Detail;
use crate::domain::gate::fact::Fact;
use crate::domain::gate::spoken::Entered;
use crate::domain::gate::told::Subject;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FactId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::letter::gate::Aim;
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::gate;
use crate::store::gate::ask::{self, Kept};
use crate::store::schema::{booking, gate_fact, gate_ruling, institution, resource, user};

/// A fact with its surroundings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    pub fact: Fact,
    pub subject: Subject,
    pub withdrawn: Option<Instant>,
    pub entered: Entered,
    /// For its person and for the offices that were asked, nobody else.
    pub detail: Detail,
    /// The institution that issued it.
    pub issuer: Option<Name>,
    pub asks: Vec<Kept>,
    /// The institutions of the asks.
    pub offices: Vec<(InstitutionId, Name)>,
    /// Who spoke and why, for each ruling of the fact in its order.
    pub said: Vec<Said>,
}

/// Who gave a ruling, and the reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub by: Option<String>,
    pub reason: String,
}

impl File {
    /// The name of an institution that was asked.
    #[must_use]
    pub fn office(&self, id: InstitutionId) -> Name {
        let known = self.offices.iter().find(|(known, _)| *known == id);
        known.map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

/// The columns of a fact that its page reads besides what decisions read.
type Row = (
    (i64, String, String, String),
    (String, String),
    (String, Option<i64>, Option<i64>),
    Option<i64>,
);

/// A fact with everything that its page shows.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn of(conn: &mut Conn, id: FactId) -> Result<File, Halt> {
    let fact = gate::by_id(conn, id)?;
    let (holder, home, (detail, withdrawn, entered_by), booking) = row(conn, id)?;
    let asks = ask::of_facts(conn, &[id])?;
    let mut wanted: Vec<InstitutionId> = asks.iter().map(|kept| kept.ask.institution).collect();
    wanted.extend(fact.issuer);
    let offices = names(conn, &wanted)?;
    let named = |wanted: InstitutionId| {
        let known = offices.iter().find(|(known, _)| *known == wanted);
        known.map(|(_, name)| name.clone())
    };
    Ok(File {
        subject: Subject {
            fact: id,
            gate: fact.gate,
            holder: recipient(holder),
            holder_institution: Name {
                ja: home.0,
                en: home.1,
            },
            aim: booking.map(|id| aim(conn, id)).transpose()?,
        },
        withdrawn: withdrawn.map(Instant::from_unix),
        entered: match entered_by == Some(fact.user.number()) {
            true => Entered::ByThePerson,
            false => Entered::ByAnOffice,
        },
        detail: read_detail(&detail),
        issuer: fact.issuer.and_then(named),
        said: said(conn, id)?,
        fact,
        asks,
        offices,
    })
}

fn row(conn: &mut Conn, id: FactId) -> Result<Row, Halt> {
    Ok(gate_fact::table
        .inner_join(user::table.on(user::id.eq(gate_fact::user_id)))
        .inner_join(institution::table.on(institution::id.eq(user::institution_id)))
        .filter(gate_fact::id.eq(id.number()))
        .select((
            (user::id, user::name, user::email, user::language),
            (institution::short_ja, institution::abbr),
            (
                gate_fact::detail,
                gate_fact::withdrawn_at,
                gate_fact::entered_by,
            ),
            gate_fact::booking_id,
        ))
        .first(conn)?)
}

fn recipient((id, name, email, language): (i64, String, String, String)) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}

/// What was kept before there were declarations was a note.
fn read_detail(text: &str) -> Detail {
    serde_json::from_str(text).unwrap_or_else(|_| Detail {
        note: text.to_owned(),
        ..Detail::default()
    })
}

/// The short names of institutions.
pub(in crate::store) fn names(
    conn: &mut Conn,
    ids: &[InstitutionId],
) -> Result<Vec<(InstitutionId, Name)>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, String, String)> = institution::table
        .filter(institution::id.eq_any(numbers))
        .select((institution::id, institution::short_ja, institution::abbr))
        .load(conn)?;
    let name = |(id, ja, en)| (InstitutionId::new(id), Name { ja, en });
    Ok(rows.into_iter().map(name).collect())
}

/// The booking that a fact is for.
fn aim(conn: &mut Conn, id: i64) -> Result<Aim, Halt> {
    let (ja, en, start, end): (String, String, i64, i64) = booking::table
        .inner_join(resource::table)
        .filter(booking::id.eq(id))
        .select((
            resource::name_ja,
            resource::name_en,
            booking::starts_at,
            booking::ends_at,
        ))
        .first(conn)?;
    let span = Span::new(Instant::from_unix(start), Instant::from_unix(end));
    Ok(Aim {
        booking: BookingId::new(id),
        resource: Name { ja, en },
        span: span.ok_or_else(|| Halt::broken("the time of a booking can't be read"))?,
    })
}

/// Who gave the rulings of a fact, oldest first, and why.
fn said(conn: &mut Conn, id: FactId) -> Result<Vec<Said>, Halt> {
    let rows: Vec<(String, Option<String>)> = gate_ruling::table
        .left_join(user::table.on(gate_ruling::ruled_by.eq(user::id.nullable())))
        .filter(gate_ruling::fact_id.eq(id.number()))
        .order(gate_ruling::id)
        .select((gate_ruling::reason, user::name.nullable()))
        .load(conn)?;
    let said = |(reason, by)| Said { by, reason };
    Ok(rows.into_iter().map(said).collect())
}
