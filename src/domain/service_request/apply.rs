//! Asking: a question or an application, corrected and sent again, taken back.

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Person};
use crate::domain::booking::Safety;
use crate::domain::booking::request::to_agree;
use crate::domain::catalogue::{Access, access};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision as Decided, Done};
use crate::domain::id::ServiceId;
use crate::domain::letter::service::ServiceNews;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::Manner as Presented;
use crate::domain::policy::case::Case;
use crate::domain::policy::verdict::of_person;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::{Consent, Rule, in_force};
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::change::{Changed, Sent};
use crate::domain::service_request::check::{self, bar};
use crate::domain::service_request::desk::{Desk, Manner, Wish};
use crate::domain::service_request::due::answer_due;
use crate::domain::service_request::ethics::EthicsNeed;
use crate::domain::service_request::fresh;
use crate::domain::service_request::life::Deed;
use crate::domain::service_request::news::{Step, Told, done, letters, moved, plainly, reach};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Decision, ServiceRequest, Standing};
use crate::domain::time::day_span;

const RESENT: Step = Step {
    deed: Deed::Resend,
    kind: Kind::ServiceResent,
    news: APPLIED,
};
const APPLIED_AFTER_QUESTION: Step = Step {
    deed: Deed::Apply,
    kind: Kind::ServiceApplied,
    news: APPLIED,
};
const APPLIED: &[(ServiceNews, Told)] = &[
    (ServiceNews::Applied, Told::Applicant),
    (ServiceNews::Applied, Told::Managers),
];
const INQUIRED: &[(ServiceNews, Told)] = &[
    (ServiceNews::Inquired, Told::Applicant),
    (ServiceNews::Inquired, Told::Managers),
];
const WITHDRAWN: Step = Step {
    deed: Deed::Withdraw,
    kind: Kind::ServiceWithdrawn,
    news: &[(ServiceNews::Withdrawn, Told::Managers)],
};

/// 申し込む, or 相談する: all reasons why not, or a request on its way.
///
/// # Errors
/// Every refusal at once.
pub fn send(id: ServiceId, wish: &Wish, desk: &Desk, by: &Actor, person: &Person) -> Decided<Sent> {
    let today = by.at.day();
    let resource = &desk.scene.resource;
    if access(resource.mode, resource.allocation) != Access::Request || !resource.open {
        return Err(vec![bar(ServiceBar::NotTaken)]);
    }
    let Some(rule) = in_force(&desk.scene.rules, today) else {
        return Err(vec![Refusal::of(Wrong::NoRule)]);
    };
    let terms = resource.on(today).terms;
    let chain = Chain::of(terms, &wish.content.items);
    let need = EthicsNeed::of(terms, &chain);
    let refusals = match wish.manner {
        Manner::Question => check::question(&wish.content),
        Manner::Application => all(wish, desk, rule, (need, by)),
    };
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let consents = match wish.manner {
        Manner::Question => Vec::new(),
        Manner::Application => consents(desk, today, by, person),
    };
    let request = ServiceRequest {
        chain,
        ethics_need: need,
        rule: rule.id,
        state: match wish.manner {
            Manner::Question => State::Inquiry,
            Manner::Application => State::Screening,
        },
        ..fresh::blank(id, &wish.content, desk, by, person)
    };
    let standing = fresh::standing(request, desk, rule, person);
    let (kind, news) = match wish.manner {
        Manner::Question => (Kind::ServiceInquired, INQUIRED),
        Manner::Application => (Kind::ServiceApplied, APPLIED),
    };
    let standing = fresh::first_due(standing, today);
    let letters = letters(&standing, by, news, "");
    let event = Event::about_service(kind, id, letters).with("rule", &rule.version);
    Ok(Done {
        value: Sent {
            request: standing.request,
            consents,
        },
        event,
    })
}

/// Everything that can be wrong with an application.
fn all(wish: &Wish, desk: &Desk, rule: &Rule, (need, by): (EthicsNeed, &Actor)) -> Vec<Refusal> {
    let (scene, today) = (&desk.scene, by.at.day());
    let manner = Presented {
        support: None,
        safety: wish.content.about.safety.map(Safety::code),
        project_number: wish.content.about.project_number.clone(),
    };
    let citation = rule.citation(scene.unit_slug(rule));
    let mut refusals = of_person(&Case {
        by: Some(&scene.applicant),
        manner: Some(&manner),
        ..Case::of_time(
            by.at,
            &scene.resource,
            day_span(today),
            &[],
            Some(&citation),
        )
    });
    let terms = scene.resource.on(today).terms;
    if terms.flag(Parameter::BlockNewIfReportOverdue) {
        let term = terms.term(Parameter::BlockNewIfReportOverdue);
        let said = term.origin.citation.as_deref().unwrap_or(&citation);
        refusals.extend(desk.overdue.iter().map(|late| {
            let wrong = ServiceBar::ReportOverdue {
                request: late.request,
                due: late.due,
            };
            Refusal::by_rule(Wrong::Service(wrong), Some(said))
        }));
    }
    refusals.extend(check::whole(&wish.content, need, today));
    let open = to_agree(scene, today).into_iter();
    for missing in open.filter(|rule| !wish.agree.contains(&rule.id)) {
        let citation = missing.citation(scene.unit_slug(missing));
        let wrong = Wrong::ConsentMissing {
            effective_on: missing.effective_on,
        };
        refusals.push(Refusal::by_rule(wrong, Some(&citation)));
    }
    refusals
}

/// The consents given with it.
fn consents(desk: &Desk, today: NaiveDate, by: &Actor, person: &Person) -> Vec<Consent> {
    let consent = |rule: &Rule| Consent {
        user: person.id,
        rule: rule.id,
        at: by.at,
    };
    to_agree(&desk.scene, today)
        .into_iter()
        .map(consent)
        .collect()
}

/// 直して再送信する, or 申込みを送信する after a question: judged as a new application is.
///
/// # Errors
/// Every refusal at once, or that it waits for no correction.
pub fn resend(standing: &Standing, wish: &Wish, desk: &Desk, by: &Actor) -> Decided<Sent> {
    let step = match standing.request.state {
        State::Returned => &RESENT,
        _ => &APPLIED_AFTER_QUESTION,
    };
    let to = reach(standing, step.deed).map_err(|refusal| vec![refusal])?;
    let today = by.at.day();
    let Some(rule) = in_force(&desk.scene.rules, today) else {
        return Err(vec![Refusal::of(Wrong::NoRule)]);
    };
    let terms = desk.scene.resource.on(today).terms;
    let chain = Chain::of(terms, &wish.content.items);
    let need = EthicsNeed::of(terms, &chain);
    let refusals = all(wish, desk, rule, (need, by));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let due = answer_due(standing, today);
    let request = moved(standing, by, to, |request| {
        request.about = wish.content.about.clone();
        request.lines = wish.content.items.iter().map(fresh::line).collect();
        request.asked_on = request.asked_on.or(Some(today));
        request.answer_due = Some(due);
        request.rule = rule.id;
        request.chain = chain;
        request.ethics_need = need;
        request.decision = Decision::default();
    });
    let person = by.person();
    let consents = person.map(|person| consents(desk, today, by, person));
    Ok(
        done(standing, by, step, request, "").map(|changed: Changed| Sent {
            request: changed.request,
            consents: consents.unwrap_or_default(),
        }),
    )
}

/// 取り下げる, before anything was handed over.
///
/// # Errors
/// It is too late for that, or over.
pub fn withdraw(standing: &Standing, by: &Actor) -> Decided<Changed> {
    plainly(standing, by, &WITHDRAWN, "")
}
