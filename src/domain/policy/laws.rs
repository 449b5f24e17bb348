//! What holds of every check: remedies help, and free slots are those that would be taken.

use crate::domain::policy::case::{Case, Occupied, full};
use crate::domain::policy::check;
use crate::domain::policy::room::{Room, earliest_day, last_day};
use crate::domain::policy::sample::{at, citation, claims, moments, resources};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::usage::UseBar;
use crate::domain::time::{Instant, Span};
use proptest::prelude::{prop_assert, prop_assert_eq, prop_assume, proptest};

proptest! {
    #[test]
    fn remedies_pass_the_check_themselves(
        resource in resources(),
        taken in claims(),
        now in moments(),
        minute in 0_i64..40 * 1440,
        length in 0_i64..40,
    ) {
        let citation = citation();
        let start = at("2026-12-20T00:00").plus_minutes(minute / 10 * 10);
        let slot = i64::from(resource.parameters.slot_minutes);
        let Some(wish) = Span::of_minutes(start, length * slot / 4) else { return Ok(()); };
        let case = |wish| Case::of_time(now, &resource, wish, &taken, Some(&citation));
        for refusal in check(&case(wish)) {
            match refusal.wrong {
                Wrong::Taken { nearest, .. } => for slot in nearest {
                    prop_assert_eq!(check(&case(slot)), [], "{:?}", slot);
                },
                Wrong::TooSoon { earliest, deadline, .. } => {
                    prop_assert!(deadline < now.day());
                    let noon = Span::of_minutes(Instant::of_tokyo(earliest, 720), 30).unwrap();
                    let soon = check(&case(noon)).into_iter().any(|it| matches!(it.wrong, Wrong::TooSoon { .. }));
                    prop_assert!(!soon);
                }
                Wrong::TooFar { last, .. } => {
                    let noon = Span::of_minutes(Instant::of_tokyo(last, 720), 30).unwrap();
                    let far = check(&case(noon)).into_iter().any(|it| matches!(it.wrong, Wrong::TooFar { .. }));
                    prop_assert!(!far);
                }
                Wrong::OffGrid { nearest, .. } => prop_assert!(resource.parameters.unit().aligned(nearest)),
                Wrong::ClosedDay { next_open, .. } => prop_assert!(resource.parameters.closed.is_open(next_open)),
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_offered_of_a_shared_capacity_can_be_had_and_one_more_can_not(
        resource in resources(),
        taken in claims(),
        now in moments(),
        slots in 1_i64..60,
        start in 0_i64..30 * 24,
        (units, capacity) in (2_u32..6, 2_u32..8),
    ) {
        let mut resource = resource;
        resource.capacity = capacity;
        resource.parameters.max_minutes = 40_000;
        let citation = citation();
        let unit = resource.parameters.unit();
        let start = unit.next_start(at("2026-12-20T00:00").plus_minutes(start * 60));
        let minutes = slots * i64::from(resource.parameters.slot_minutes);
        let wish = Span::of_minutes(start, minutes.min(40_000)).unwrap();
        let case = Case { units, ..Case::of_time(now, &resource, wish, &taken, Some(&citation)) };
        let all = check(&case);
        for part in all.iter().flat_map(|one| &one.remedies).filter_map(|remedy| match remedy {
            Remedy::Part(part) => Some(part),
            _ => None,
        }) {
            let over = |units| {
                let left = violations(&Case { wish: part.span, units, ..case });
                left.iter().any(|one| matches!(one.wrong, Wrong::Use(UseBar::OverCapacity { .. }) | Wrong::Taken { .. }))
            };
            prop_assert!(!over(part.units) && part.units > 0);
            prop_assert_eq!(part.is_whole, part.span == wish);
            prop_assert!(!part.is_whole || over(part.units + 1) && part.units < units);
            prop_assert!(part.is_whole || part.units == units);
        }
    }

    #[test]
    fn free_slots_are_those_that_pass_the_check(
        resource in resources(),
        taken in claims(),
        now in moments(),
        times in 1_i64..4,
        from in 0_i64..30 * 1440,
    ) {
        let citation = citation();
        let minutes = resource.parameters.shortest() * times;
        prop_assume!(minutes <= i64::from(resource.parameters.max_minutes));
        let full = full(&taken, resource.capacity);
        let (from, until) = (at("2026-12-20T00:00").plus_minutes(from), at("2027-01-25T00:00"));
        let room = Room { resource: &resource, full: &full, now, from, until };
        let found = room.first(minutes, usize::MAX);
        let unit = resource.parameters.unit();
        let mut start = unit.next_start(from);
        let mut expected = Vec::new();
        while start < until {
            let wish = Span::of_minutes(start, minutes).unwrap();
            let case = Case::of_time(now, &resource, wish, &taken, Some(&citation));
            expected.extend(check(&case).is_empty().then_some(wish));
            start = unit.next_start(start.plus_seconds(1));
        }
        prop_assert_eq!(&found, &expected);
        let few = room.apart(minutes, 4);
        prop_assert!(few.is_sorted_by(|a, b| a.end() <= b.start()));
        prop_assert_eq!(few.first(), expected.first());
        let stretches = room.stretches(minutes);
        prop_assert!(found.iter().all(|slot| stretches.iter().any(|it| it.covers(slot))));
        prop_assert!(stretches.is_sorted_by(|a, b| a.end() < b.start()));
        prop_assert!(stretches.iter().all(|it| found.iter().any(|slot| slot.start() == it.start())));
        let days = earliest_day(&resource, now)..=last_day(&resource, now);
        prop_assert!(found.iter().all(|slot| days.contains(&slot.start().day())));
    }

    #[test]
    fn another_claim_never_makes_room(resource in resources(), taken in claims(), more in claims(), now in moments()) {
        let both: Vec<Occupied> = taken.iter().chain(&more).copied().collect();
        let shortest = resource.parameters.shortest();
        let free = |taken: &[Occupied]| {
            let full = full(taken, resource.capacity);
            let until = at("2027-03-01T00:00");
            Room { resource: &resource, full: &full, now, from: now, until }.first(shortest, 40)
        };
        let (before, after) = (free(&taken), free(&both));
        let last = before.last().map(Span::start);
        let seen = |slot: &Span| before.contains(slot) || before.len() == 40 && Some(slot.start()) > last;
        prop_assert!(after.iter().all(seen));
    }
}
