//! What a booking was judged by when it was made, folded on the pages of requests.

use crate::domain::booking::evaluation::{Evaluation, GateThen, Judged as Term, Waived};
use crate::domain::gate::Gate;
use crate::domain::id::BookingId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::entry::Group;
use crate::domain::time::parse_day;
use crate::store;
use crate::web::answer::Stop;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::{citation, gate, judged as said, parameter};

/// See templates/parts/judged.html.
pub struct Judged {
    pub w: &'static said::Words,
    pub rules: Vec<Link>,
    /// Each exception with the reason it was granted for.
    pub waivers: Vec<(String, String)>,
    pub gates: Vec<String>,
    pub groups: Vec<(&'static str, Vec<Line>)>,
}

/// A condition, with what says it.
pub struct Line {
    pub text: String,
    pub rule: Option<Link>,
}

/// What a booking was judged by; none of bookings that are older than such records.
///
/// # Errors
/// A fault.
pub async fn of(visit: &Visit, id: BookingId) -> Result<Option<Judged>, Stop> {
    let look = visit
        .db()
        .read(move |conn| store::booking::evaluation::of(conn, id));
    let kept = look.await?;
    Ok(kept.map(|kept| judged(visit, &kept)))
}

fn judged(visit: &Visit, kept: &Evaluation) -> Judged {
    let whole = kept.citations.iter().filter(|one| one.article.is_none());
    let of = |group: Group| -> Vec<Line> {
        Parameter::ALL
            .iter()
            .filter(|one| one.entry().group == group)
            .filter_map(|one| line(visit, kept, *one, kept.terms.get(one.code())?))
            .collect()
    };
    let named = |group: &Group| (parameter::group(visit.language, *group), of(*group));
    Judged {
        w: &visit.words().judged,
        rules: whole.map(|rule| link(visit, rule)).collect(),
        waivers: kept.waivers.iter().map(|one| waiver(visit, one)).collect(),
        gates: kept.gates.iter().map(|one| stood(visit, one)).collect(),
        groups: Group::ALL
            .iter()
            .map(named)
            .filter(|(_, lines)| !lines.is_empty())
            .collect(),
    }
}

fn link(visit: &Visit, rule: &crate::domain::refusal::Citation) -> Link {
    Link::to(
        visit,
        &links::cited(rule),
        citation::of(visit.language, rule),
    )
}

fn line(visit: &Visit, kept: &Evaluation, one: Parameter, term: &Term) -> Option<Line> {
    let value = one.entry().kind.read(&term.value).ok()?;
    let rule = term.by.and_then(|place| kept.citations.get(place));
    Some(Line {
        text: parameter::sentence(visit.language, one, &value),
        rule: rule.map(|rule| link(visit, rule)),
    })
}

fn stood(visit: &Visit, then: &GateThen) -> String {
    let language = visit.language;
    let known = Gate::from_code(&then.gate);
    let name = known.map_or(then.gate.as_str(), |known| gate::gate(language, known));
    let name = match &then.course {
        Some(course) => said::course(language, name, course),
        None => name.to_owned(),
    };
    let until = then.until.as_deref().and_then(parse_day);
    said::gate(language, &name, then.open.then_some(until))
}

fn waiver(visit: &Visit, one: &Waived) -> (String, String) {
    let known = Parameter::from_code(&one.parameter);
    let label = known.map_or(one.parameter.as_str(), |known| {
        parameter::label(visit.language, known)
    });
    let text = said::waiver(visit.language, label, &one.by);
    (text, one.reason.clone())
}
