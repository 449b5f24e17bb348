//! What of a shared capacity still fits: fewer units over the whole time, or the units for a part of it.

use crate::domain::calendar::ClosedDays;
use crate::domain::counted::Counted;
use crate::domain::policy::capacity::{Asked, most};
use crate::domain::policy::case::Case;
use crate::domain::refusal::ground::{Part, Remedy};
use crate::domain::time::{Instant, Span};

/// Most starts or ends that are looked at: 31 days of quarters of an hour.
const STEPS: usize = 31 * 24 * 4;

/// Fewer units, or the units from the beginning or up to the end of the time; each is tried.
pub(super) fn parts(case: &Case<'_>, helps: &dyn Fn(&Case<'_>) -> bool) -> Vec<Remedy> {
    let claim = case.in_force().parameters.claim(&case.wish);
    let passes = |span: &Span, units| {
        helps(&Case {
            wish: *span,
            units,
            ..*case
        })
    };
    let fewer = most(case.taken, &claim, case.resource.capacity);
    let whole = (fewer > 0 && passes(&case.wish, fewer)).then(|| part(case, case.wish, fewer));
    let asked = Asked {
        taken: case.taken,
        units: case.units,
        capacity: case.resource.capacity,
    };
    let first = asked.from_start(&claim).map(|fits| heads(case, &fits));
    let last = asked.to_end(&claim).map(|fits| tails(case, &fits));
    let mut found: Vec<Remedy> = whole.into_iter().collect();
    for spans in [first, last].into_iter().flatten() {
        let open = spans.into_iter().find(|span| passes(span, case.units));
        found.extend(open.map(|span| part(case, span, case.units)));
    }
    found
}

/// All that was wished, at other times.
pub(super) fn at_times(case: &Case<'_>, times: Vec<Span>) -> Vec<Remedy> {
    let times = times.into_iter();
    times.map(|time| part(case, time, case.units)).collect()
}

fn part(case: &Case<'_>, span: Span, units: u32) -> Remedy {
    Remedy::Part(Part {
        span,
        units,
        counted: Counted::of(&case.resource.category),
        is_whole: span == case.wish,
    })
}

/// The beginnings of the wish that lie in what fits: up to the last working day, so that nobody has to
/// hand over on a Sunday, then the longest of all.
fn heads(case: &Case<'_>, fits: &Span) -> Vec<Span> {
    let parameters = case.in_force().parameters;
    let (start, slot) = (case.wish.start(), i64::from(parameters.slot_minutes.max(1)));
    let end = fits
        .end()
        .plus_minutes(-i64::from(parameters.buffer_after))
        .min(case.wish.end());
    let longest = Span::new(start, end).map_or(0, |span| span.minutes() / slot);
    let steps = (1..=longest).rev().take(STEPS);
    let spans = steps.filter_map(|count| Span::of_minutes(start, count * slot));
    preferred(spans, |span| span.end().plus_seconds(-1))
}

/// The ends of the wish that lie in what fits: from the first working day on, then the longest of all.
fn tails(case: &Case<'_>, fits: &Span) -> Vec<Span> {
    let parameters = case.in_force().parameters;
    let (unit, end) = (parameters.unit(), case.wish.end());
    let from = fits
        .start()
        .plus_minutes(i64::from(parameters.buffer_before))
        .max(case.wish.start());
    let next = |start: &Instant| Some(unit.next_start(start.plus_seconds(1)));
    let starts = std::iter::successors(Some(unit.next_start(from)), next)
        .take(STEPS)
        .take_while(|start| *start < end);
    preferred(starts.filter_map(|start| Span::new(start, end)), |span| {
        span.start()
    })
}

/// The first of which an edge lies on a working day, and the first of all.
fn preferred(
    spans: impl Iterator<Item = Span> + Clone,
    edge: impl Fn(&Span) -> Instant,
) -> Vec<Span> {
    let working = ClosedDays::standard();
    let best = spans.clone().find(|span| working.is_open(edge(span).day()));
    best.into_iter().chain(spans.take(1)).collect()
}
