//! Invented courses, facts, equivalences, waivers and closed days.

use diesel::prelude::{ExpressionMethods, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, CourseId, FacilityId, InstitutionId, UserId};
use crate::domain::world::known::{Date, Known, Recognised, Shut, Taught, Waived};
use crate::store::gate::ask;
use crate::store::gate::write::write_detail;
use crate::store::schema::{
    closed_day, course, course_enrolment, course_session, equivalence, gate_fact, gate_ruling,
    waiver,
};
use crate::store::tx::Tx;

pub(super) fn closed_days(tx: &mut Tx<'_>, days: &[Shut]) -> Result<(), Halt> {
    for shut in days {
        diesel::insert_into(closed_day::table)
            .values((
                closed_day::facility_id.eq(shut.facility.number()),
                closed_day::day.eq(shut.day.to_string()),
                closed_day::name_ja.eq(&shut.name.ja),
                closed_day::name_en.eq(&shut.name.en),
                closed_day::kept_at.eq(shut.at.unix()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn courses(tx: &mut Tx<'_>, courses: &[Taught]) -> Result<(), Halt> {
    for taught in courses {
        diesel::insert_into(course::table)
            .values((
                course::id.eq(taught.id.number()),
                course::facility_id.eq(taught.facility.number()),
                course::code.eq(&taught.code),
                course::name_ja.eq(&taught.name.ja),
                course::name_en.eq(&taught.name.en),
                course::minutes.eq(i64::from(taught.minutes)),
            ))
            .execute(&mut **tx)?;
        for date in &taught.dates {
            session(tx, taught, date)?;
        }
    }
    Ok(())
}

fn session(tx: &mut Tx<'_>, taught: &Taught, date: &Date) -> Result<(), Halt> {
    diesel::insert_into(course_session::table)
        .values((
            course_session::id.eq(date.id.number()),
            course_session::course_id.eq(taught.id.number()),
            course_session::starts_at.eq(date.span.start().unix()),
            course_session::ends_at.eq(date.span.end().unix()),
            course_session::seats.eq(i64::from(date.seats)),
            course_session::place.eq(&date.place),
            course_session::turn.eq(0),
        ))
        .execute(&mut **tx)?;
    for (user, at) in &date.enrolled {
        diesel::insert_into(course_enrolment::table)
            .values((
                course_enrolment::session_id.eq(date.id.number()),
                course_enrolment::user_id.eq(user.number()),
                course_enrolment::enrolled_at.eq(at.unix()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn facts(tx: &mut Tx<'_>, facts: &[Known]) -> Result<(), Halt> {
    for fact in facts {
        diesel::insert_into(gate_fact::table)
            .values((
                gate_fact::id.eq(fact.id.number()),
                gate_fact::gate.eq(fact.gate.code()),
                gate_fact::user_id.eq(fact.user.number()),
                gate_fact::facility_id.eq(fact.facility.map(FacilityId::number)),
                gate_fact::booking_id.eq(fact.booking.map(BookingId::number)),
                gate_fact::course_id.eq(fact.course.map(CourseId::number)),
                gate_fact::issuer_id.eq(fact.issuer.map(InstitutionId::number)),
                gate_fact::project_number.eq(&fact.project_number),
                gate_fact::number.eq(&fact.number),
                gate_fact::level.eq(&fact.level),
                gate_fact::issued_on.eq(fact.issued_on.map(|day| day.to_string())),
                gate_fact::valid_until.eq(fact.valid_until.map(|day| day.to_string())),
                gate_fact::detail.eq(write_detail(&fact.detail)?),
                gate_fact::entered_at.eq(fact.entered_at.unix()),
                gate_fact::entered_by.eq(Some(fact.user.number())),
            ))
            .execute(&mut **tx)?;
        rulings(tx, fact)?;
        for one in &fact.asks {
            ask::insert(tx, fact.id, one)?;
        }
    }
    Ok(())
}

fn rulings(tx: &mut Tx<'_>, fact: &Known) -> Result<(), Halt> {
    for said in &fact.confirmed {
        diesel::insert_into(gate_ruling::table)
            .values((
                gate_ruling::id.eq(said.id),
                gate_ruling::fact_id.eq(fact.id.number()),
                gate_ruling::side.eq(said.side.code()),
                gate_ruling::institution_id.eq(said.institution.map(InstitutionId::number)),
                gate_ruling::verdict.eq("confirmed"),
                gate_ruling::number.eq(""),
                gate_ruling::ruled_on.eq(said.at.day().to_string()),
                gate_ruling::condition.eq(""),
                gate_ruling::reason.eq(""),
                gate_ruling::ruled_at.eq(said.at.unix()),
                gate_ruling::ruled_by.eq(said.by.map(UserId::number)),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn equivalences(tx: &mut Tx<'_>, lines: &[Recognised]) -> Result<(), Halt> {
    for Recognised { line, at, by } in lines {
        diesel::insert_into(equivalence::table)
            .values((
                equivalence::id.eq(line.id.number()),
                equivalence::institution_id.eq(line.institution.number()),
                equivalence::gate.eq(line.gate.code()),
                equivalence::course_id.eq(line.course.map(CourseId::number)),
                equivalence::issuer_id.eq(line.issuer.map(InstitutionId::number)),
                equivalence::issuer_course_id.eq(line.issuer_course.map(CourseId::number)),
                equivalence::most_months.eq(i64::from(line.most_months)),
                equivalence::note_ja.eq(&line.note.ja),
                equivalence::note_en.eq(&line.note.en),
                equivalence::ends_on.eq(line.ends_on.map(|day| day.to_string())),
                equivalence::published_at.eq(at.unix()),
                equivalence::published_by.eq(by.map(UserId::number)),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn waivers(tx: &mut Tx<'_>, waivers: &[Waived]) -> Result<(), Halt> {
    for granted in waivers {
        let one = &granted.waiver;
        diesel::insert_into(waiver::table)
            .values((
                waiver::id.eq(one.id.number()),
                waiver::resource_id.eq(granted.resource.number()),
                waiver::user_id.eq(granted.user.number()),
                waiver::parameter.eq(one.parameter.code()),
                waiver::from_day.eq(one.from.to_string()),
                waiver::until_day.eq(one.until.to_string()),
                waiver::reason.eq(&one.reason),
                waiver::granted_at.eq(granted.at.unix()),
                waiver::granted_by.eq(granted.by.map(UserId::number)),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}
