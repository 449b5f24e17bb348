//! 予定表の配信: secret addresses at which calendar programs read what their owner may see now.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{FacilityId, FeedId, ResourceId, UserId};
use crate::domain::refusal::feed::FeedBar;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// Most feeds of one person.
pub const MOST: usize = 10;
/// Longest name, in characters.
pub const NAME_LONGEST: usize = 60;
/// What every token of a feed begins with, so that scanners of leaked secrets know it.
pub const PREFIX: &str = "madofeed_";
/// How far back and ahead a feed reaches, in days: three months and thirteen.
const BEHIND: i64 = 92;
const AHEAD: i64 = 396;
/// Minutes of one day.
const DAY: i64 = 24 * 60;
/// A feed's last use is noted at most this often, in minutes.
const NOTED_EVERY: i64 = 60;

/// What a feed shows.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// 自分の予約と講習
    Mine,
    /// Everything on one resource.
    Resource(ResourceId),
    /// Everything on the resources of a facility.
    Facility(FacilityId),
}

/// One feed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Feed {
    pub id: FeedId,
    pub user: UserId,
    pub about: Subject,
    pub name: String,
    pub opened_at: Instant,
    /// When a program last read it, to the hour.
    pub used_at: Option<Instant>,
}

/// A feed somebody asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewFeed {
    pub id: FeedId,
    /// None where the choice was none.
    pub about: Option<Subject>,
    /// The facility that keeps what it shows, where it shows a facility or a resource of one.
    pub facility: Option<FacilityId>,
    pub name: String,
}

/// Opens a feed.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers; [`Halt::Absent`] where somebody does not manage what it
/// shows; too many, the same one twice, no subject, a name that is too long.
pub fn open(new: &NewFeed, known: &[Feed], by: &Actor) -> Act<Feed> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let mut wrong = Vec::new();
    if known.iter().any(|feed| feed.id == new.id) {
        wrong.push(Refusal::of(Wrong::Feed(FeedBar::Opened)));
    } else if known.len() >= MOST {
        wrong.push(Refusal::of(Wrong::Feed(FeedBar::TooMany { most: MOST })));
    }
    if new.name.chars().count() > NAME_LONGEST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::FeedName,
            longest: NAME_LONGEST,
        }));
    }
    let Some(about) = new.about else {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::FeedSubject,
        }));
        return Err(Halt::Refused(wrong));
    };
    let may = match about {
        Subject::Mine => true,
        Subject::Facility(_) | Subject::Resource(_) => {
            new.facility.is_some_and(|facility| by.manages(facility))
        }
    };
    if !may {
        return Err(Halt::Absent);
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let event = Event::about_user(Kind::FeedOpened, person.id, Vec::new())
        .with("feed", new.id)
        .with("about", code(about));
    Ok(Done {
        value: Feed {
            id: new.id,
            user: person.id,
            about,
            name: new.name.clone(),
            opened_at: by.at,
            used_at: None,
        },
        event,
    })
}

/// Stops a feed: its address answers nobody any more.
///
/// # Errors
/// [`Halt::Absent`] unless it is their own.
pub fn close(id: FeedId, known: &[Feed], by: &Actor) -> Act<FeedId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    if !known.iter().any(|feed| feed.id == id) {
        return Err(Halt::Absent);
    }
    let event = Event::about_user(Kind::FeedClosed, person.id, Vec::new()).with("feed", id);
    Ok(Done { value: id, event })
}

/// The code of a subject, kept in the database.
#[must_use]
pub const fn code(about: Subject) -> &'static str {
    match about {
        Subject::Mine => "mine",
        Subject::Resource(_) => "resource",
        Subject::Facility(_) => "facility",
    }
}

/// The time that a feed shows, seen from now.
#[must_use]
pub fn window(now: Instant) -> Option<Span> {
    let today = Instant::of_tokyo(now.day(), 0);
    Span::new(
        today.plus_minutes(-BEHIND * DAY),
        today.plus_minutes(AHEAD * DAY),
    )
}

/// Whether its use must be noted again.
#[must_use]
pub fn is_to_note(feed: &Feed, now: Instant) -> bool {
    feed.used_at
        .is_none_or(|used| used.plus_minutes(NOTED_EVERY) <= now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::actor::{Person, Role, Who};
    use crate::domain::id::InstitutionId;
    use crate::domain::language::Language;

    fn by(roles: &[Role]) -> Actor {
        let person = Person {
            id: UserId::new(1),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: roles.to_vec(),
        };
        Actor {
            who: Who::Person(person),
            at: Instant::from_unix(1_800_000_000),
        }
    }

    fn new(number: i64, about: Option<Subject>) -> NewFeed {
        NewFeed {
            id: FeedId::new(number),
            about,
            facility: match about {
                Some(Subject::Facility(id)) => Some(id),
                Some(Subject::Resource(_)) => Some(FacilityId::new(7)),
                _ => None,
            },
            name: "予定".into(),
        }
    }

    fn wrongs(tried: Act<Feed>) -> Vec<Wrong> {
        match tried {
            Err(Halt::Refused(refusals)) => refusals.into_iter().map(|one| one.wrong).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn h01_only_who_manages_it_opens_a_feed_of_a_facility_or_resource() {
        let manager = by(&[Role::FacilityManager(FacilityId::new(7))]);
        let facility = |id| Some(Subject::Facility(FacilityId::new(id)));
        let resource = Some(Subject::Resource(ResourceId::new(3)));
        assert!(open(&new(1, facility(7)), &[], &manager).is_ok());
        assert!(open(&new(1, resource), &[], &manager).is_ok());
        assert!(open(&new(1, Some(Subject::Mine)), &[], &by(&[])).is_ok());
        for (tried, who) in [
            (facility(8), &manager),
            (facility(7), &by(&[])),
            (resource, &by(&[])),
        ] {
            let stopped = open(&new(1, tried), &[], who);
            assert!(matches!(stopped, Err(Halt::Absent)));
        }
    }

    #[test]
    fn ten_feeds_are_the_most_and_a_second_click_makes_no_second() {
        let mine = Some(Subject::Mine);
        let known: Vec<Feed> = (0..10)
            .map(|number| open(&new(number, mine), &[], &by(&[])).unwrap().value)
            .collect();
        let refused = |number, known: &[Feed]| wrongs(open(&new(number, mine), known, &by(&[])));
        assert_eq!(
            refused(99, &known),
            [Wrong::Feed(FeedBar::TooMany { most: 10 })]
        );
        assert_eq!(refused(3, &known), [Wrong::Feed(FeedBar::Opened)]);
        assert!(open(&new(99, mine), &known[1..], &by(&[])).is_ok());
        let long = NewFeed {
            name: "あ".repeat(61),
            ..new(99, None)
        };
        assert_eq!(wrongs(open(&long, &[], &by(&[]))).len(), 2);
        assert!(close(FeedId::new(3), &known, &by(&[])).is_ok());
        assert!(matches!(
            close(FeedId::new(99), &known, &by(&[])),
            Err(Halt::Absent)
        ));
    }

    #[test]
    fn a_feed_reaches_three_months_back_and_thirteen_ahead() {
        let now = Instant::from_unix(1_800_000_000);
        let window = window(now).unwrap();
        assert_eq!((now.day() - window.start().day()).num_days(), 92);
        assert_eq!((window.end().day() - now.day()).num_days(), 396);
        let mut feed = open(&new(1, Some(Subject::Mine)), &[], &by(&[]))
            .unwrap()
            .value;
        assert!(is_to_note(&feed, now));
        feed.used_at = Some(now);
        assert!(!is_to_note(&feed, now.plus_minutes(59)));
        assert!(is_to_note(&feed, now.plus_minutes(60)));
    }
}
