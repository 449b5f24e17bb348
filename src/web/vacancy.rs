//! The next free slots of many resources at once, remembered until a calendar's turn or the day changes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::search::{Hit, SLOTS};
use crate::domain::time::{Instant, Span, day_span};
use crate::domain::vacancy::{self, Outlook, Slots};
use crate::store::catalogue::resource;
use crate::store::claim;
use crate::store::db::Db;

/// Most answers remembered; beyond it all are forgotten.
const MOST: usize = 20_000;
/// How far the first look reaches, in minutes: most resources have three free slots within it.
const NEAR_MINUTES: i64 = 35 * 24 * 60;
/// How far the second look reaches: beyond every horizon (two years) and the longest use.
const FAR_MINUTES: i64 = 800 * 24 * 60;

/// What was asked: which resource, how long, from which day (none: from now).
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
struct Question {
    resource: ResourceId,
    minutes: i64,
    from: Option<NaiveDate>,
}

/// What was found, and when.
struct Remembered {
    turn: i64,
    today: NaiveDate,
    slots: Vec<Span>,
}

/// The answers remembered. Cheap to clone; all clones share them.
#[derive(Clone, Default)]
pub struct Vacancies {
    inside: Arc<Mutex<HashMap<Question, Remembered>>>,
}

/// For whom the slots are looked up.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub now: Instant,
    pub from: Option<NaiveDate>,
    pub minutes: Option<i64>,
}

impl Vacancies {
    /// Fills in the next free slots of all bookable hits: those remembered, and with one query for
    /// their claims (rarely two) those that are not.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn fill(&self, db: &Db, hits: &mut [Hit], asked: Asked) -> Result<(), Halt> {
        let mut stale = Vec::new();
        for hit in hits.iter_mut().filter(|hit| hit.is_bookable()) {
            match self.get(hit, asked) {
                Some(slots) => hit.slots = slots,
                None => stale.push((hit.id, hit.lengths.pick(asked.minutes))),
            }
        }
        if stale.is_empty() {
            return Ok(());
        }
        let found = look(db, stale, asked).await?;
        for hit in hits.iter_mut().filter(|hit| hit.is_bookable()) {
            if let Some(slots) = found.get(&hit.id) {
                hit.slots.clone_from(slots);
                self.put(hit, asked);
            }
        }
        Ok(())
    }

    fn get(&self, hit: &Hit, asked: Asked) -> Option<Vec<Span>> {
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let known = inside.get(&question(hit, asked))?;
        // Later on the same day the same slots are the next ones, as long as none has begun.
        let holds = known.turn == hit.turn
            && known.today == asked.now.day()
            && known
                .slots
                .first()
                .is_none_or(|slot| slot.start() > asked.now);
        holds.then(|| known.slots.clone())
    }

    fn put(&self, hit: &Hit, asked: Asked) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if inside.len() >= MOST {
            inside.clear();
        }
        let remembered = Remembered {
            turn: hit.turn,
            today: asked.now.day(),
            slots: hit.slots.clone(),
        };
        inside.insert(question(hit, asked), remembered);
    }
}

fn question(hit: &Hit, asked: Asked) -> Question {
    Question {
        resource: hit.id,
        minutes: hit.lengths.pick(asked.minutes),
        from: asked.from,
    }
}

/// Looks up what nobody remembers: first as far as most resources need, then, for those that have
/// fewer free slots so far, to the end of what may be booked.
async fn look(db: &Db, stale: Vec<(ResourceId, i64)>, asked: Asked) -> Result<Slots, Halt> {
    let from = asked
        .from
        .map_or(asked.now, |day| day_span(day).start().max(asked.now));
    let mut left = stale;
    let mut found = Slots::new();
    for reach in [NEAR_MINUTES, FAR_MINUTES] {
        let outlook = Outlook {
            now: asked.now,
            from,
            known_until: from.plus_minutes(reach),
        };
        let wanted = left.clone();
        let slots = db
            .read(move |conn| {
                let ids: Vec<ResourceId> = wanted.iter().map(|(id, _)| *id).collect();
                let resources = resource::several(conn, &ids, outlook.now)?;
                let claims = claim::during(conn, &ids, &outlook.claims_within())?;
                Ok(vacancy::of_all(&resources, &claims, &wanted, &outlook))
            })
            .await?;
        found.extend(slots);
        left.retain(|(id, _)| found.get(id).is_none_or(|slots| slots.len() < SLOTS));
        if left.is_empty() {
            break;
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
