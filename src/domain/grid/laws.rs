//! What holds of every slot table.

use crate::domain::booking::State;
use crate::domain::grid::cell::{CellState, Claim, Extent, Sight};
use crate::domain::grid::tests::{claim, sight, starts};
use crate::domain::grid::{Layout, draw};
use crate::domain::policy::case::Case;
use crate::domain::policy::check;
use crate::domain::policy::sample::{at, citation, claims, day, moments, resources, rule};
use crate::domain::rule::in_force;
use crate::domain::time::{Span, write_local};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

proptest! {
    #[test]
    fn a_cell_is_free_exactly_when_a_request_would_be_taken(
        resource in resources(),
        taken in claims(),
        now in moments(),
        week in 0_u64..4,
        times in 1_i64..4,
        second_rule in 0_i64..30,
    ) {
        let effective = at("2026-12-21T00:00").plus_minutes(second_rule * 1440).day().to_string();
        let rules = [rule(1, &effective), rule(2, "2027-02-01")];
        let claims: Vec<Claim> = taken.iter().map(|one| claim(*one, one.claim.minutes() % 9, State::Confirmed)).collect();
        let minutes = resource.parameters.shortest() * times;
        let sight = Sight { now, minutes, ..sight(&resource, &claims, &rules) };
        let shown = day("2026-12-21") + chrono::Days::new(7 * week);
        let grid = draw(&sight, shown, Extent::Whole);
        let mut cells = 0;
        for cell in grid.rows.iter().flat_map(|row| &row.cells) {
            let unit = resource.parameters.unit();
            prop_assert!(unit.aligned(cell.time.start()));
            let rule = in_force(&rules, cell.time.start().day()).map(|rule| rule.citation("x"));
            let case = Case::of_time(now, &resource, Span::of_minutes(cell.time.start(), minutes).unwrap(), &taken, rule.as_ref());
            let refusals = check(&case);
            prop_assert_eq!(cell.state == CellState::Free, refusals.is_empty(), "{:?} {:?}", cell, refusals);
            cells += cell.rows;
        }
        let days = if grid.layout == Layout::Days { 1 } else { 7 };
        prop_assert_eq!(cells, days * grid.rows.iter().map(|row| if days == 1 { row.cells.len() } else { 1 }).sum::<usize>());
    }

    #[test]
    fn every_start_that_would_be_taken_has_its_cell(
        resource in resources(),
        taken in claims(),
        now in moments(),
        minute in 0_i64..28 * 1440,
    ) {
        let rules = [rule(1, "2020-04-01")];
        let claims: Vec<Claim> = taken.iter().map(|one| claim(*one, 1, State::Confirmed)).collect();
        let sight = Sight { now, ..sight(&resource, &claims, &rules) };
        let start = resource.parameters.unit().next_start(at("2026-12-21T00:00").plus_minutes(minute));
        let citation = citation();
        let case = Case::of_time(now, &resource, Span::of_minutes(start, sight.minutes).unwrap(), &taken, Some(&citation));
        if check(&case).is_empty() {
            let grid = draw(&sight, start.day(), Extent::Whole);
            prop_assert!(starts(&grid).contains(&write_local(start)));
        }
    }

    #[test]
    fn long_days_are_shortened_and_rows_stay_in_order(resource in resources(), whole in any::<bool>()) {
        let rules = [rule(1, "2020-04-01")];
        let extent = if whole { Extent::Whole } else { Extent::Core };
        let grid = draw(&sight(&resource, &[], &rules), day("2026-12-28"), extent);
        prop_assert!(whole || grid.rows.len() <= 24);
        prop_assert!(!(whole && grid.shortened));
        if grid.layout != Layout::Days {
            prop_assert!(grid.rows.is_sorted_by(|a, b| a.minute < b.minute));
        }
    }
}
