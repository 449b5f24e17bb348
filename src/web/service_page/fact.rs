//! What the page of a request says: its lines, content, records, reports and history.

use chrono::NaiveDate;

use crate::domain::cooperation::proposed;
use crate::domain::letter::service::Amount;
use crate::domain::service_request::change::{Report, ReportKind};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Line, ServiceRequest, Standing};
use crate::domain::time::{Instant, fiscal_year};
use crate::store::ledger;
use crate::web::links;
use crate::web::parts::{Chip, Fact, LinkedFact, Mark};
use crate::web::visit::Visit;
use crate::words::service_request::{state, story};
use crate::words::{booking, cooperation as said_of, name, when};

/// One line with what became of it.
pub struct Row {
    pub what: String,
    pub more: String,
    pub asked: String,
    pub granted: String,
    pub delivered: String,
    pub left: String,
}

/// A report that came.
pub struct Told {
    pub heading: String,
    pub body: String,
    pub more: String,
}

/// Where it stands, in one word; what was granted in part, with how much.
#[must_use]
pub fn chip(visit: &Visit, request: &ServiceRequest) -> Chip {
    let (tone, text) = state::chip(visit.language, request.state);
    let text = match request.state {
        State::Conditional => {
            let granted = amounts(request, |line| line.granted);
            state::granted_in_part(visit.language, &state::amounts(visit.language, &granted))
        }
        _ => text.to_owned(),
    };
    Chip { tone, text }
}

/// So many of each line, as one of its numbers says.
#[must_use]
pub fn amounts(request: &ServiceRequest, of: impl Fn(&Line) -> Option<u32>) -> Vec<Amount> {
    let amount = |line: &Line| {
        Some(Amount {
            quantity: of(line)?,
            unit: line.item.unit?.code().to_owned(),
        })
    };
    request.lines.iter().filter_map(amount).collect()
}

/// Resource, facility, days.
#[must_use]
pub fn facts(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().service_request;
    let (language, request) = (visit.language, &standing.request);
    let resource = &standing.resource;
    let institution = name::of(language, &resource.institution_name);
    let place = format!(
        "{institution} {}",
        name::of(language, &resource.facility_name)
    );
    let href = visit.href(&links::resource(&resource.slug));
    let mut facts = vec![
        LinkedFact::link(w.resource, name::of(language, &resource.name), href),
        LinkedFact::plain(w.facility, place),
    ];
    let planned = request
        .planned_on()
        .filter(|_| !request.state.is_provided());
    let due = request.due.filter(|_| !request.state.is_over());
    for (label, day) in [
        (w.asked_on, request.asked_on),
        (w.answer_due, request.answer_due),
        (w.planned_on, planned.filter(|_| !request.state.is_over())),
        (w.due, due),
    ] {
        facts.extend(day.map(|day| LinkedFact::plain(label, when::day_with_year(language, day))));
    }
    facts
}

/// Who asks, for managers.
#[must_use]
pub fn who(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().service_request;
    let home = name::of(visit.language, &standing.applicant_institution);
    let mut facts = vec![
        LinkedFact::plain(w.name, &standing.applicant.name),
        LinkedFact::plain(w.institution, home),
    ];
    facts.extend(cooperation(visit, standing));
    facts
}

/// The type of cooperation that what was provided proposes.
fn cooperation(visit: &Visit, standing: &Standing) -> Option<LinkedFact> {
    let request = &standing.request;
    let proposed = proposed(&request.about.project_number);
    let proposed = proposed.filter(|_| request.state.is_provided())?;
    let provider = name::of(visit.language, &standing.resource.institution_name);
    let (label, said) = said_of::proposed(visit.language, proposed, provider);
    Some(LinkedFact::plain(label, said))
}

/// The lines with their numbers.
#[must_use]
pub fn rows(visit: &Visit, request: &ServiceRequest) -> Vec<Row> {
    let w = &visit.words().service_request;
    let language = visit.language;
    let row = |line: &Line| {
        let item = &line.item;
        let amount = |quantity: Option<u32>| match (quantity, item.unit) {
            (Some(quantity), Some(unit)) => state::amount(language, quantity, unit),
            (Some(quantity), None) => quantity.to_string(),
            (None, _) => String::new(),
        };
        let linked = if item.linked { w.linked } else { "" };
        let more = [
            item.condition.as_str(),
            state::arm(language, item.arm),
            linked,
        ];
        let more: Vec<&str> = more.into_iter().filter(|text| !text.is_empty()).collect();
        Row {
            what: item.what.clone(),
            more: more.join(" ・ "),
            asked: amount(item.quantity),
            granted: amount(line.granted),
            delivered: amount(line.delivered),
            left: amount(line.left),
        }
    };
    request.lines.iter().map(row).collect()
}

/// What the applicant wrote about it.
#[must_use]
pub fn content(visit: &Visit, request: &ServiceRequest) -> Vec<Fact> {
    let w = &visit.words().service_request;
    let (language, about) = (visit.language, &request.about);
    let safety = about
        .safety
        .map(|one| booking::state::safety(language, one));
    let day = |day: Option<NaiveDate>| day.map(|day| when::day_with_year(language, day));
    let claim = about
        .ethics
        .claim
        .map(|claim| state::ethics(language, claim));
    [
        (w.purpose, Some(about.purpose.clone())),
        (w.project_number, Some(about.project_number.clone())),
        (w.responsible, Some(about.responsible.clone())),
        (w.safety, safety.map(str::to_owned)),
        (w.wanted_on, day(about.wanted_on)),
        (w.ethics, claim.map(str::to_owned)),
        (w.ethics_number, Some(about.ethics.number.clone())),
        (w.ethics_until, day(about.ethics.until)),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)))
    .map(|(label, value)| Fact::new(label, value))
    .collect()
}

/// What was recorded on the way: decision, contract, payment, delivery, reports.
#[must_use]
pub fn records(visit: &Visit, request: &ServiceRequest) -> Vec<Fact> {
    let w = &visit.words().service_request;
    let language = visit.language;
    let day = |day: Option<NaiveDate>| day.map(|day| when::day_with_year(language, day));
    let year = request
        .delivered_on
        .map(|day| when::fiscal_year(language, fiscal_year(day)));
    let payment = request
        .payment
        .map(|payment| state::payment(language, payment));
    let decided = request.decision.on.and(request.decision.by.clone());
    [
        (w.decided_on, day(request.decision.on)),
        (w.decision_number, Some(request.decision.number.clone())),
        (w.decided_by, decided),
        (w.conditions, Some(request.decision.conditions.clone())),
        (w.contract_number, Some(request.contract.number.clone())),
        (w.signed_by_provider, day(request.contract.provider_on)),
        (w.signed_by_recipient, day(request.contract.recipient_on)),
        (w.payment, payment.map(str::to_owned)),
        (w.delivered_on, day(request.delivered_on)),
        (w.fiscal_year, year),
        (w.received_on, day(request.received_on)),
        (w.access_until, day(request.access_until)),
        (
            w.report_due,
            day(request.report_due.filter(|_| !request.state.is_over())),
        ),
        (w.ended_on, day(request.ended_on)),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)))
    .map(|(label, value)| Fact::new(label, value))
    .collect()
}

/// The reports that came.
#[must_use]
pub fn reports(visit: &Visit, all: &[(Instant, Report)]) -> Vec<Told> {
    let w = &visit.words().service_request;
    let language = visit.language;
    let told = |(at, report): &(Instant, Report)| {
        let kind = match report.kind {
            ReportKind::Progress => w.progress_report,
            ReportKind::Final => w.final_report,
        };
        let disposed = report
            .disposed_on
            .map(|day| when::day_with_year(language, day));
        Told {
            heading: format!("{kind} {}", when::day_with_year(language, at.day())),
            body: report.body.clone(),
            more: disposed.map_or(String::new(), |day| {
                format!("{} {day} {}", w.disposed, report.disposal)
            }),
        }
    };
    all.iter().map(told).collect()
}

/// What happened to it, oldest first, and the steps that are still to come.
#[must_use]
pub fn marks(visit: &Visit, request: &ServiceRequest, lines: &[ledger::Line]) -> Vec<Mark> {
    let language = visit.language;
    let house = visit.words().booking.house;
    let happened = lines.iter().filter_map(|line| {
        let text = story::happened(language, line.kind);
        let by = line.by.as_deref().unwrap_or(house);
        (!text.is_empty()).then(|| Mark {
            when: format!("{} {by}", when::moment(language, line.at)),
            text: text.to_owned(),
            more: line.reason.clone().unwrap_or_default(),
            open: false,
        })
    });
    let to_come = to_come(request).into_iter().map(|step| Mark {
        when: String::new(),
        text: state::step(language, step).to_owned(),
        more: String::new(),
        open: true,
    });
    happened.chain(to_come).collect()
}

/// The steps that are still to come, the present one among them.
fn to_come(request: &ServiceRequest) -> Vec<State> {
    let steps = request.chain.steps();
    let here = match request.state {
        state if state.is_over() => return Vec::new(),
        State::Inquiry | State::Application | State::Returned => 0,
        State::Conditional => steps
            .iter()
            .position(|step| *step == request.chain.decided_at())
            .map_or(0, |at| at + 1),
        State::ProgressReport => steps.len().saturating_sub(1),
        state => steps.iter().position(|step| *step == state).unwrap_or(0),
    };
    steps.iter().skip(here).copied().collect()
}
