//! Six weeks of invented bookings around today, each with a history that fits where it stands.

use chrono::{Days, NaiveDate};

use crate::cli::demo_world::content::{REJECTED, RETURNED, content};
use crate::cli::demo_world::fact::gates;
use crate::cli::demo_world::limit::{Life, Limits};
use crate::cli::demo_world::stage::{Cast, Stage};
use crate::cli::demo_world::usage;
use crate::cli::dice::Dice;
use crate::cli::filling::{Wanted, uses};
use crate::domain::booking::Hold;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::{Booking, Content, State};
use crate::domain::event::Kind;
use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, born};
use crate::domain::rule::in_force;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::domain::world::{Happened, Outage, Placed};

/// How many days back and ahead are filled.
const DAYS: u64 = 21;
/// How many people are tried for a free time, before nobody takes it.
const TRIES: usize = 8;

/// The bookings of one resource around now. `born` counts them over all resources.
pub fn bookings(
    stage: &Stage<'_>,
    outages: &[Outage],
    count: &mut u16,
    dice: &mut Dice,
) -> Vec<Placed> {
    let today = stage.at.day();
    let parameters = &stage.resource.parameters;
    let lead = u64::from(parameters.lead_business_days) * 7 / 5;
    let coarse = parameters.shortest() == i64::from(parameters.slot_minutes);
    let usual = if coarse && parameters.slot_minutes > 30 {
        260
    } else {
        150
    };
    let wanted = Wanted {
        from: today.checked_sub_days(Days::new(DAYS)).unwrap_or(today),
        to: today
            .checked_add_days(Days::new(DAYS + lead))
            .unwrap_or(today),
        density: usual * (60 + dice.below(80)) / 100,
    };
    let gone: Vec<Span> = outages
        .iter()
        .filter(|outage| outage.resource == stage.resource.id)
        .map(|outage| outage.span)
        .collect();
    let uses = uses(parameters, &gone, wanted, dice);
    let mut limits = Limits::default();
    uses.into_iter()
        .filter_map(|used| {
            *count = count.wrapping_add(1);
            placed(stage, used, (*count, &mut limits), dice)
        })
        .collect()
}

/// One booking, if anybody takes the time.
fn placed(
    stage: &Stage<'_>,
    used: Span,
    (count, limits): (u16, &mut Limits),
    dice: &mut Dice,
) -> Option<Placed> {
    if !dice.falls(kept(stage, used)) {
        return None;
    }
    let rule = in_force(stage.rules, used.start().day())?;
    let (applicant, created_at, content) = wish(stage, used, limits, dice)?;
    let waits = gates(stage, applicant, used, &content);
    let state = match state(stage, used, dice) {
        State::FacilityReview if !waits.is_empty() && dice.falls(450) => State::Held,
        state => state,
    };
    let life = Life {
        asked: created_at,
        used,
        confirmed: state == State::Confirmed,
        alone: content.support_mode == Some(SupportMode::SelfOperation),
    };
    limits.note(applicant.id, life);
    let (decided, history) = told(stage, applicant, state, (created_at, used), dice);
    let claim = stage.resource.parameters.claim(&used);
    let placed = Placed {
        booking: Booking {
            id: BookingId::new(born(created_at.unix(), 1, count)),
            resource: stage.resource.id,
            user: applicant.id,
            institution: applicant.institution,
            rule: rule.id,
            span: used,
            units: 1,
            content,
            state,
            version: u32::try_from(history.len()).unwrap_or(1),
            created_at,
        },
        wants: None,
        claim: state.holds_time().then_some(claim),
        decided,
        hold: (state == State::Held).then(|| held(waits, created_at)),
        history,
        usage: None,
    };
    Some(usage::after(placed, stage.at))
}

/// How many of a thousand times are taken: fewer the further ahead they are.
fn kept(stage: &Stage<'_>, used: Span) -> usize {
    let whole_days = stage.resource.parameters.slot_minutes >= 1_440;
    match (used.start().unix() - stage.at.unix()) / 86_400 {
        // what is used by days is asked for long before
        _ if whole_days => 1_000,
        ..=6 => 1_000,
        7..=13 => 700,
        14..=27 => 450,
        _ => 300,
    }
}

/// Who asks, when, and for what: somebody whom the rules let ask for one more.
fn wish<'a>(
    stage: &Stage<'a>,
    used: Span,
    limits: &Limits,
    dice: &mut Dice,
) -> Option<(&'a Cast, Instant, Content)> {
    let terms = stage.resource.on(used.start().day()).terms;
    for _ in 0..TRIES {
        let applicant = dice.pick(stage.applicants)?;
        let created_at = created(stage, used, dice);
        // the visitor's own person has room for requests
        let spare = if applicant.id == stage.visitor { 2 } else { 0 };
        if limits.admits(terms, applicant.id, (created_at, used), spare) {
            let mut content = content(applicant.language, dice);
            limits.supervise(terms, applicant.id, created_at, &mut content);
            return Some((applicant, created_at, content));
        }
    }
    None
}

/// Why a request waits.
fn held(gates: Vec<Gate>, held_at: Instant) -> Hold {
    Hold {
        gates,
        return_to: State::FacilityReview,
        held_at,
        reason: String::new(),
    }
}

/// Where a booking stands: what lies behind is decided, what lies ahead mostly.
fn state(stage: &Stage<'_>, used: Span, dice: &mut Dice) -> State {
    let throw = dice.below(100);
    if used.start() <= stage.at {
        return match throw {
            0..=89 => State::Confirmed,
            90..=93 => State::CancelledByUser,
            94..=95 => State::Rejected,
            96..=97 => State::Withdrawn,
            _ => State::Expired,
        };
    }
    match throw {
        0..=61 => State::Confirmed,
        62..=84 => State::FacilityReview,
        85..=89 => State::Returned,
        90..=93 => State::Rejected,
        94..=96 => State::Withdrawn,
        _ => State::CancelledByUser,
    }
}

/// When it was asked for: some business days before the deadline, in office hours, before now.
fn created(stage: &Stage<'_>, used: Span, dice: &mut Dice) -> Instant {
    let parameters = &stage.resource.parameters;
    let deadline = parameters
        .closed
        .before(used.start().day(), parameters.lead_business_days);
    let back = u32::try_from(dice.between(1, 7)).unwrap_or(1);
    let day = parameters.closed.before(deadline.min(stage.at.day()), back);
    let horizon = Days::new(u64::from(parameters.horizon_days));
    let first = used.start().day().checked_sub_days(horizon);
    office_hours(day.max(first.unwrap_or(day)), dice)
}

/// When it was decided or changed: soon after, in office hours, before now and before the use.
fn later(stage: &Stage<'_>, used: Span, after: Instant, dice: &mut Dice) -> Instant {
    let days = u32::try_from(dice.between(0, 2)).unwrap_or_default();
    let day = stage.resource.parameters.closed.after(after.day(), days);
    let latest = stage
        .at
        .plus_minutes(-10)
        .min(used.start().plus_minutes(-60));
    office_hours(day, dice)
        .max(after.plus_minutes(dice.between(12, 90)))
        .min(latest)
}

fn office_hours(day: NaiveDate, dice: &mut Dice) -> Instant {
    Instant::of_tokyo(day, dice.between(9 * 60, 17 * 60 + 30))
}

/// What happened since, in order of time and never later than now.
fn told(
    stage: &Stage<'_>,
    applicant: &Cast,
    state: State,
    (created_at, used): (Instant, Span),
    dice: &mut Dice,
) -> (Option<Decided>, Vec<Happened>) {
    let decided_at = later(stage, used, created_at, dice);
    let changed_at = later(stage, used, decided_at, dice);
    let (decision, reason) = match state {
        State::Confirmed | State::CancelledByUser => (Some(Kind::BookingApproved), None),
        State::Returned => (Some(Kind::BookingReturned), dice.pick(&RETURNED)),
        State::Rejected => (Some(Kind::BookingRejected), dice.pick(&REJECTED)),
        _ => (None, None),
    };
    let change = match state {
        State::CancelledByUser => Some((Kind::BookingCancelled, changed_at)),
        State::Withdrawn => Some((Kind::BookingWithdrawn, changed_at)),
        State::Held => Some((Kind::BookingHeld, changed_at)),
        State::Expired => Some((Kind::BookingExpired, used.start().min(stage.at))),
        _ => None,
    };
    let reason = reason.map(|&reason| reason.to_owned());
    let line = |at, kind, by: &Cast, reason: Option<String>| Happened {
        at,
        kind,
        by: by.id,
        reason,
    };
    let mut history = vec![line(created_at, Kind::BookingRequested, applicant, None)];
    history.extend(decision.map(|kind| line(decided_at, kind, stage.manager, reason.clone())));
    history.extend(change.map(|(kind, at)| line(at, kind, applicant, None)));
    let decided = decision.map(|_| Decided {
        by: stage.manager.name.clone(),
        at: decided_at,
        reason,
    });
    (decided, history)
}

/// Maintenance in the next weeks: one resource in three is looked after for a working day.
pub fn outage(stage: &Stage<'_>, number: u16, dice: &mut Dice) -> Option<Outage> {
    if !dice.falls(340) {
        return None;
    }
    let ahead = u32::try_from(dice.between(3, 12)).unwrap_or(5);
    let day = stage
        .resource
        .parameters
        .closed
        .after(stage.at.day(), ahead);
    let (from, note) = *dice.pick(&[(540, "定期点検"), (540, "部品の交換"), (780, "校正")])?;
    Some(Outage {
        id: born(stage.at.unix(), 2, number),
        resource: stage.resource.id,
        capacity: stage.resource.capacity,
        span: Span::new(Instant::of_tokyo(day, from), Instant::of_tokyo(day, 1_020))?,
        note: note.to_owned(),
    })
}
