//! Tests of lines: who is served, in which order, and that nothing is kept twice.

use proptest::prelude::*;

use crate::domain::id::{OfferId, ResourceId, UserId, WaitId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::policy::case::{Occupied, full};
use crate::domain::policy::sample::{at, claims, confocal, moments, resources, span, use_of};
use crate::domain::time::Span;
use crate::domain::waitlist::serve::{Served, kept_until, serve};
use crate::domain::waitlist::{Entry, Offer, Want};

fn entry(number: i64, want: Want, window: Span, minutes: i64) -> Entry {
    Entry {
        id: WaitId::new(number),
        resource: ResourceId::new(1),
        to: Recipient {
            user: UserId::new(number),
            name: "伊藤 結".into(),
            email: format!("user{number}@example.jp"),
            language: Language::Ja,
        },
        want,
        window,
        minutes,
        units: 1,
        joined_at: at("2026-12-01T09:00"),
    }
}

/// Serves, and gives back who has what kept, and who is told.
fn served(
    resource: &crate::domain::catalogue::Resource,
    taken: &[Occupied],
    line: &[Entry],
    now: crate::domain::time::Instant,
) -> (Vec<(Offer, Occupied)>, Vec<i64>) {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        OfferId::new(next)
    };
    let (mut kept, mut told) = (Vec::new(), Vec::new());
    for done in serve(resource, taken, line, now, &mut fresh) {
        assert_eq!(done.event.letters.len(), 1, "whoever is served is told");
        match done.value {
            Served::Kept(offer, takes) => kept.push((offer, takes)),
            Served::Told(entry) => told.push(entry.id.number()),
        }
    }
    (kept, told)
}

#[test]
fn the_first_in_line_has_it_kept_and_the_second_gets_what_is_left() {
    let resource = confocal();
    let now = at("2026-12-21T10:00");
    let day = span("2027-01-18T00:00", "2027-01-19T00:00");
    let line = [
        entry(1, Want::Tell, day, 240),
        entry(2, Want::Hold, day, 240),
        entry(3, Want::Hold, day, 240),
    ];
    let morning = use_of(&resource, 7, span("2027-01-18T09:00", "2027-01-18T12:00"));
    let (kept, told) = served(&resource, &[morning], &line, now);
    let starts: Vec<_> = kept.iter().map(|(offer, _)| offer.span.start()).collect();
    assert_eq!(starts, [at("2027-01-18T12:30")]);
    assert_eq!(kept[0].0.user, UserId::new(2));
    assert!(told.is_empty(), "nothing is left to tell of");
    let (kept, told) = served(&resource, &[], &line, now);
    assert_eq!(
        kept.len(),
        1,
        "two times four hours do not fit with cleaning between"
    );
    assert!(told.is_empty());
    let longer = entry(
        1,
        Want::Tell,
        span("2027-01-18T00:00", "2027-01-20T00:00"),
        240,
    );
    assert_eq!(served(&resource, &[], &[longer], now).1, [1]);
}

#[test]
fn nothing_is_kept_beyond_the_last_moment_at_which_it_can_be_asked_for() {
    let resource = confocal();
    let slot = span("2027-01-18T09:00", "2027-01-18T12:00");
    // 72 hours
    let early = at("2026-12-21T10:00");
    assert_eq!(kept_until(&resource, &slot, early), at("2026-12-24T10:00"));
    // three business days before the 18th is the 13th, to its end
    let late = at("2027-01-13T10:00");
    assert_eq!(kept_until(&resource, &slot, late), at("2027-01-14T00:00"));
    // too late for anybody to ask: nobody is served
    let line = [entry(1, Want::Hold, slot, 180)];
    assert!(
        served(&resource, &[], &line, at("2027-01-14T00:00"))
            .0
            .is_empty()
    );
    assert_eq!(served(&resource, &[], &line, late).0.len(), 1);
}

proptest! {
    /// Whatever stands and whoever waits: what is kept never overlaps, keeps every rule of time, lies in its
    /// window, and who came first is never passed over for the same wish.
    #[test]
    fn what_is_kept_fits_and_the_line_is_kept(
        resource in resources(),
        taken in claims(),
        now in moments(),
        wishes in prop::collection::vec((0_i64..40, 1_i64..20, 1_i64..6), 1..8),
    ) {
        let shortest = resource.parameters.shortest();
        let line: Vec<Entry> = wishes
            .iter()
            .zip(1..)
            .map(|(&(day, days, lengths), number)| {
                let start = now.plus_minutes(day * 24 * 60);
                let window = Span::of_minutes(start, days * 24 * 60).unwrap();
                entry(number, Want::Hold, window, shortest * lengths)
            })
            .collect();
        let (kept, _) = served(&resource, &taken, &line, now);
        let mut all = taken.clone();
        for (offer, takes) in &kept {
            let wish = line.iter().find(|entry| entry.to.user == offer.user).unwrap();
            prop_assert!(wish.window.covers(&offer.span));
            prop_assert_eq!(wish.minutes, offer.span.minutes());
            prop_assert!(offer.until > now && offer.until <= offer.span.start());
            let busy = full(&all, resource.capacity);
            prop_assert!(!busy.iter().any(|span| span.overlaps(&takes.claim)));
            all.push(*takes);
        }
        let order: Vec<i64> = kept.iter().map(|(offer, _)| offer.user.number()).collect();
        prop_assert!(order.is_sorted());
        // the same wish twice: never the later one alone
        for (first, second) in line.iter().zip(line.iter().skip(1)) {
            if (first.window, first.minutes) == (second.window, second.minutes) {
                let has = |entry: &Entry| order.contains(&entry.id.number());
                prop_assert!(has(first) || !has(second));
            }
        }
    }
}
