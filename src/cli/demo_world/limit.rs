//! What rules let one person have of a resource: how many bookings at once, how many hours, when alone.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::domain::booking::Content;
use crate::domain::id::UserId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// One use, from the request to its end.
#[derive(Copy, Clone, Debug)]
pub struct Life {
    pub asked: Instant,
    pub used: Span,
    pub confirmed: bool,
    pub alone: bool,
}

/// The uses of one resource so far, by person.
#[derive(Debug, Default)]
pub struct Limits {
    lives: BTreeMap<UserId, Vec<Life>>,
}

impl Limits {
    /// Whether somebody may ask for one more, `most` at once by the rule or fewer by `spare`.
    pub fn admits(
        &self,
        terms: &Terms,
        user: UserId,
        (asked, used): (Instant, Span),
        spare: u32,
    ) -> bool {
        let lives = self.lives.get(&user).map_or(&[][..], Vec::as_slice);
        let beside = lives
            .iter()
            .filter(|life| life.used.end() > asked && life.asked < used.end());
        let most = terms.count(Parameter::MaxOpenBookingsPerUser);
        let few = most == 0 || u32::try_from(beside.count()).unwrap_or(most) + spare < most;
        let day = used.start().day();
        let month: i64 = lives
            .iter()
            .filter(|life| {
                let at = life.used.start().day();
                (at.year(), at.month()) == (day.year(), day.month())
            })
            .map(|life| life.used.minutes())
            .sum();
        let hours = terms.number(Parameter::QuotaHoursPerMonth);
        few && (hours == 0 || month + used.minutes() <= hours * 60)
    }

    /// Lets staff take part while the rule wants it.
    pub fn supervise(&self, terms: &Terms, user: UserId, asked: Instant, content: &mut Content) {
        let lives = self.lives.get(&user).map_or(&[][..], Vec::as_slice);
        let done = lives
            .iter()
            .filter(|life| life.confirmed && !life.alone && life.used.end() <= asked);
        let sessions = terms.count(Parameter::SupervisedFirstSessions);
        let is_alone = content.support_mode == Some(SupportMode::SelfOperation);
        if is_alone && u32::try_from(done.count()).unwrap_or(0) < sessions {
            content.support_mode = Some(SupportMode::Assisted);
        }
    }

    /// Notes a use.
    pub fn note(&mut self, user: UserId, life: Life) {
        self.lives.entry(user).or_default().push(life);
    }
}
