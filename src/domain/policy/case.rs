//! A wish and all that it is judged by; and when a resource's units are all in use.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::domain::attendant::Attendant;
use crate::domain::catalogue::{InForce, Resource};
use crate::domain::gate::standing::Standing;
use crate::domain::gate::{self, Gate};
use crate::domain::id::{BookingId, InstitutionId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, History, Manner};
use crate::domain::refusal::{Citation, Wrong};
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// One claim of time that stands already.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Occupied {
    /// The booking behind it; none for maintenance.
    pub booking: Option<BookingId>,
    /// The time it takes, buffers included.
    pub claim: Span,
    /// The time in use, without buffers.
    pub used: Span,
    pub units: u32,
    /// The institution that uses it; none for maintenance, and where that was not looked up.
    pub home: Option<InstitutionId>,
}

/// Another resource that a wish takes besides the one it is for.
#[derive(Clone, Debug)]
pub struct Beside {
    pub resource: Resource,
    /// The claims near the wish.
    pub taken: Vec<Occupied>,
    /// Who wants it, where its facility asks for what it needs together with the one; what is another
    /// facility's is asked for there.
    pub by: Option<Applicant>,
}

/// The booking that was made of a wish, if one was, and the Tokyo day on which it was asked for.
type Sent = (Option<BookingId>, NaiveDate);

/// A time somebody wishes, and what it is judged by.
#[derive(Copy, Clone, Debug)]
pub struct Case<'a> {
    pub now: Instant,
    pub resource: &'a Resource,
    pub wish: Span,
    /// How many units of the resource's capacity are wished.
    pub units: u32,
    /// The claims near the wish: all that could overlap it or its nearest alternatives.
    pub taken: &'a [Occupied],
    /// The rule in force on the day of use.
    pub rule: Option<&'a Citation>,
    /// Who asks; none while nobody signed in: then the time alone is judged.
    pub by: Option<&'a Applicant>,
    /// How they mean to use it; none while the form is not filled in.
    pub manner: Option<&'a Manner>,
    /// Those who attend the resource; none where they were not looked up: then nobody is asked for.
    pub attendants: Option<&'a [Attendant]>,
    /// 一緒に使うもの: what the wish takes besides the resource, all or nothing.
    pub beside: &'a [Beside],
    /// Equivalent resources of other institutions, as cases of the same person and length.
    pub elsewhere: &'a [Case<'a>],
}

impl<'a> Case<'a> {
    /// A case of time alone, as strangers see it.
    #[must_use]
    pub const fn of_time(
        now: Instant,
        resource: &'a Resource,
        wish: Span,
        taken: &'a [Occupied],
        rule: Option<&'a Citation>,
    ) -> Self {
        Self {
            now,
            resource,
            wish,
            units: 1,
            taken,
            rule,
            by: None,
            manner: None,
            attendants: None,
            beside: &[],
            elsewhere: &[],
        }
    }

    /// The load from which on the wished units find no room: the capacity where one unit is wished.
    #[must_use]
    pub const fn room_for_others(&self) -> u32 {
        let others = self.units.saturating_sub(1);
        self.resource.capacity.saturating_sub(others)
    }

    /// The same case at another time.
    #[must_use]
    pub const fn at(self, wish: Span) -> Self {
        Self { wish, ..self }
    }

    /// What holds on the day of use.
    #[must_use]
    pub fn in_force(&self) -> InForce<'a> {
        self.resource.on(self.wish.start().day())
    }

    /// Who is to operate, if that was said.
    #[must_use]
    pub fn support(&self) -> Option<SupportMode> {
        self.manner.and_then(|manner| manner.support)
    }

    /// What they have used so far, seen from now; nothing while nobody signed in.
    #[must_use]
    pub fn history(&self) -> History {
        let of = |by: &Applicant| by.history(self.resource.id, &self.wish, self.now);
        self.by.map(of).unwrap_or_default()
    }

    /// How the gates stand for this wish; none while nobody signed in.
    #[must_use]
    pub fn gates(&self) -> Vec<Standing> {
        self.gates_after(&self.history())
    }

    /// The same, where the history is known already. What was set aside for the person is not asked.
    pub(super) fn gates_after(&self, history: &History) -> Vec<Standing> {
        self.gates_when(history, (None, self.now.day()))
    }

    /// How they stand for a booking that was made of it, asked for on this Tokyo day.
    #[must_use]
    pub fn gates_of(&self, booking: Option<BookingId>, asked_on: NaiveDate) -> Vec<Standing> {
        self.gates_when(&self.history(), (booking, asked_on))
    }

    fn gates_when(&self, history: &History, sent: Sent) -> Vec<Standing> {
        let Some(by) = self.by else { return Vec::new() };
        let day = self.wish.start().day();
        let mut standings = self.judged((by, history), sent, gate::standing::standings);
        standings.retain(|one| by.waiver(one.asked.by, day).is_none());
        for other in self.beside {
            let case = Case {
                by: other.by.as_ref(),
                manner: self.manner,
                ..Case::of_time(self.now, &other.resource, self.wish, &[], None)
            };
            for one in case.gates_when(&case.history(), sent) {
                if !standings.contains(&one) {
                    standings.push(one);
                }
            }
        }
        standings
    }

    /// Every gate that the rule asks for, those that were set aside among them.
    pub(super) fn standings(&self, by: &Applicant, history: &History) -> Vec<Standing> {
        let sent = (None, self.now.day());
        self.judged((by, history), sent, gate::standing::standings)
    }

    /// How everything stands that will be asked for where no time is booked: what the rule lists, or
    /// what the catalogue says is usual.
    #[must_use]
    pub fn prospects(&self) -> Vec<Standing> {
        let Some(by) = self.by else { return Vec::new() };
        let by_list = Parameter::Gates;
        let codes = self.in_force().terms.codes(by_list).iter();
        let listed: Vec<_> = codes
            .filter_map(|code| Gate::from_code(code))
            .map(|gate| gate::asked::Asked::of(gate, by_list))
            .collect();
        let sent = (None, self.now.day());
        self.judged((by, &self.history()), sent, |case| {
            gate::standing::standings_of(case, listed)
        })
    }

    fn judged<T>(
        &self,
        (by, history): (&Applicant, &History),
        (booking, asked_on): Sent,
        judge: impl FnOnce(&gate::asked::Case<'_>) -> T,
    ) -> T {
        let in_force = self.in_force();
        let lapse = Parameter::LicenceLapseUnusedMonths;
        let terms = match by.waiver(lapse, self.wish.start().day()) {
            None => Cow::Borrowed(in_force.terms),
            Some(_) => Cow::Owned(in_force.terms.clone().with(lapse, Value::Number(0))),
        };
        let courses: Vec<_> = by
            .courses
            .iter()
            .map(|course| (course.code.clone(), course.id))
            .collect();
        judge(&gate::asked::Case {
            terms: &terms,
            closed: &in_force.parameters.closed,
            asked_on,
            span: self.wish,
            support: self.support().unwrap_or(SupportMode::SelfOperation),
            project_number: self.manner.map_or("", |manner| &manner.project_number),
            booking,
            place: gate::asked::Place {
                facility: self.resource.facility,
                provider: self.resource.institution,
                home: by.institution,
            },
            last_use: history.last,
            facts: &by.facts,
            courses: &courses,
            recognised: &|asked, fact| by.recognised(self.resource.institution, asked, fact),
        })
    }
}

/// A value that was not kept, before it is known on which rule it stands.
pub(super) struct Broken {
    pub(super) wrong: Wrong,
    /// The parameter and what was wished instead.
    pub(super) ground: Option<(Parameter, Value)>,
}

impl Broken {
    pub(super) const fn of(parameter: Parameter, offending: Value, wrong: Wrong) -> Self {
        Self {
            wrong,
            ground: Some((parameter, offending)),
        }
    }

    /// Something that no parameter decides.
    pub(super) const fn plainly(wrong: Wrong) -> Self {
        Self {
            wrong,
            ground: None,
        }
    }
}

/// The time in which all units are in use, sorted; what begins as another ends stands apart.
#[must_use]
pub fn full(taken: &[Occupied], capacity: u32) -> Vec<Span> {
    let mut turns: Vec<(Instant, i64)> = taken
        .iter()
        .flat_map(|occupied| {
            let units = i64::from(occupied.units);
            [
                (occupied.claim.start(), units),
                (occupied.claim.end(), -units),
            ]
        })
        .collect();
    turns.sort_unstable();
    let (mut load, mut since, mut full) = (0, None, Vec::new());
    for (at, change) in turns {
        load += change;
        match since {
            None if load >= i64::from(capacity.max(1)) => since = Some(at),
            Some(start) if load < i64::from(capacity.max(1)) => {
                full.extend(Span::new(start, at));
                since = None;
            }
            _ => {}
        }
    }
    full
}
