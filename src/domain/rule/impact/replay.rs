//! 再生: the bookings of the last twelve months as if the draft had been in force, by the same judge.

use std::collections::BTreeMap;

use crate::domain::catalogue::Resource;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Refusal;
use crate::domain::rule::impact::facts::{Asked, Facts};
use crate::domain::rule::impact::judge::Judge;

/// Most examples of one parameter.
const EXAMPLES: usize = 3;

/// How the last twelve months would have gone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Replay {
    pub looked_at: usize,
    pub refused: usize,
    /// How many of these today's rules would refuse as well.
    pub refused_today: usize,
    /// By parameter, the one that refuses most first.
    pub causes: Vec<Cause>,
}

/// A parameter that refuses bookings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cause {
    pub parameter: Parameter,
    pub bookings: usize,
    /// The newest few.
    pub examples: Vec<(Asked, Refusal)>,
}

/// Replays the bookings that lie behind, given in the order in which they were asked for.
pub(super) fn replay(facts: &Facts, bookings: &[&Asked]) -> Replay {
    let under: Vec<Resource> = facts.resources.iter().map(flat).collect();
    let today: Vec<Resource> = facts.today.iter().map(flat).collect();
    let mut draft = Judge::new(facts, &under);
    let mut now = Judge::new(facts, &today);
    let mut replay = Replay::default();
    let mut causes: BTreeMap<Parameter, Cause> = BTreeMap::new();
    for asked in bookings {
        if asked.span.start() < facts.at {
            replay.looked_at += 1;
            let reasons = draft.reasons(asked);
            if !reasons.is_empty() {
                replay.refused += 1;
                replay.refused_today += usize::from(!now.reasons(asked).is_empty());
            }
            for reason in reasons {
                note(&mut causes, asked, reason);
            }
        }
        draft.keep(asked);
        now.keep(asked);
    }
    replay.causes = causes.into_values().collect();
    replay
        .causes
        .sort_by_key(|cause| (std::cmp::Reverse(cause.bookings), cause.parameter));
    replay
}

fn note(causes: &mut BTreeMap<Parameter, Cause>, asked: &Asked, reason: Refusal) {
    let Some(parameter) = reason.ground.as_ref().map(|ground| ground.parameter) else {
        return;
    };
    let cause = causes.entry(parameter).or_insert_with(|| Cause {
        parameter,
        bookings: 0,
        examples: Vec::new(),
    });
    cause.bookings += 1;
    cause.examples.insert(0, (asked.clone(), reason));
    cause.examples.truncate(EXAMPLES);
}

/// What would have held all along, without any version that comes later.
fn flat(resource: &Resource) -> Resource {
    Resource {
        later: Vec::new(),
        open: true,
        ..resource.clone()
    }
}
