//! Tables of known weeks and months, cell by cell.

use crate::domain::availability::parse_windows;
use crate::domain::booking::State;
use crate::domain::calendar::ClosedDays;
use crate::domain::catalogue::Resource;
use crate::domain::grid::cell::{CellState, Claim, Extent, Sight};
use crate::domain::grid::{Grid, Layout, draw};
use crate::domain::id::UserId;
use crate::domain::policy::case::Occupied;
use crate::domain::policy::sample::{at, confocal, day, rule, span, use_of};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, write_local};

pub(super) fn sight<'a>(
    resource: &'a Resource,
    claims: &'a [Claim],
    rules: &'a [Rule],
) -> Sight<'a> {
    Sight {
        now: at("2026-12-21T10:00"),
        resource,
        claims,
        rules,
        viewer: Some(UserId::new(7)),
        minutes: resource.parameters.shortest(),
        units: 1,
    }
}

pub(super) fn claim(occupied: Occupied, user: i64, state: State) -> Claim {
    let by = occupied.booking.map(|_| (UserId::new(user), state));
    Claim {
        occupied,
        by,
        allocated: false,
    }
}

/// A column as a reader meets it, from the top: how many rows, and what they say.
fn column(grid: &Grid, column: usize) -> Vec<(usize, CellState)> {
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    cells
        .filter(|cell| cell.column == column)
        .map(|cell| (cell.rows, cell.state))
        .collect()
}

pub(super) fn starts(grid: &Grid) -> Vec<String> {
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    let free = cells.filter(|cell| cell.state == CellState::Free);
    free.map(|cell| write_local(cell.time.start())).collect()
}

/// Somebody's hour, my morning and an afternoon of maintenance.
fn a_booked_week(resource: &Resource) -> [Occupied; 3] {
    let one = |number, start, end| use_of(resource, number, span(start, end));
    let service = Occupied {
        booking: None,
        ..one(0, "2027-01-15T13:00", "2027-01-15T17:00")
    };
    [
        one(1, "2027-01-13T10:00", "2027-01-13T11:00"),
        one(2, "2027-01-14T09:00", "2027-01-14T12:30"),
        service,
    ]
}

#[test]
fn a_week_of_hours_says_why_each_cell_is_not_free() {
    let resource = confocal();
    let [booked, mine, service] = a_booked_week(&resource);
    let claims = [
        claim(booked, 3, State::FacilityReview),
        claim(mine, 7, State::Confirmed),
        claim(service, 0, State::Confirmed),
    ];
    let rules = [rule(1, "2020-04-01")];
    let sight = Sight {
        now: at("2027-01-08T10:00"),
        ..sight(&resource, &claims, &rules)
    };
    let grid = draw(&sight, day("2027-01-17"), Extent::Core);
    assert_eq!(grid.columns.first(), Some(&day("2027-01-11")));
    assert_eq!((grid.layout, grid.rows.len()), (Layout::Hours, 16));
    assert_eq!(
        (grid.runs_on, grid.shortened, grid.rows[0].minute),
        (false, false, 540)
    );
    // 11 January is 成人の日; the 8th, the 12th and the 13th are the three business days before the 14th.
    assert_eq!(column(&grid, 0), [(16, CellState::Closed)]);
    assert_eq!(column(&grid, 1), [(16, CellState::TooSoon)]);
    let (used, held) = (booked.used, true);
    let held = CellState::Booked { used, held };
    let wednesday = [(2, CellState::TooSoon), (2, held), (12, CellState::TooSoon)];
    assert_eq!(column(&grid, 2), wednesday);
    let own = CellState::Mine {
        booking: mine.booking.unwrap(),
        used: mine.used,
        state: State::Confirmed,
    };
    let thursday = column(&grid, 3);
    assert_eq!(thursday[0], (7, own));
    assert_eq!(thursday[1], (1, CellState::Buffer));
    assert_eq!(thursday[2..9], [(1, CellState::Free); 7]);
    // 16:30 is open, but the shortest use of an hour can't start there.
    assert_eq!(thursday[9..], [(1, CellState::Within)]);
    let friday = column(&grid, 4);
    let maintenance = CellState::Maintenance { used: service.used };
    let end = [
        (1, CellState::Within),
        (1, CellState::Buffer),
        (8, maintenance),
    ];
    assert_eq!(friday[..6], [(1, CellState::Free); 6]);
    assert_eq!(friday[6..], end);
    assert_eq!(column(&grid, 5), [(16, CellState::Closed)]);
}

#[test]
fn what_is_another_s_is_not_mine() {
    let resource = confocal();
    let booked = use_of(&resource, 1, span("2027-01-14T10:00", "2027-01-14T11:00"));
    let claims = [claim(booked, 7, State::Confirmed)];
    let rules = [rule(1, "2020-04-01")];
    let told = |viewer| {
        let sight = Sight {
            now: at("2027-01-08T10:00"),
            viewer,
            ..sight(&resource, &claims, &rules)
        };
        let grid = draw(&sight, day("2027-01-14"), Extent::Core);
        column(&grid, 3)
            .iter()
            .any(|(_, state)| matches!(state, CellState::Mine { .. }))
    };
    assert!(told(Some(UserId::new(7))));
    assert!(!told(Some(UserId::new(8))));
    assert!(!told(None));
}

#[test]
fn a_night_runs_from_column_to_column() {
    let mut resource = confocal();
    resource.parameters.slot_minutes = 60;
    resource.parameters.lead_business_days = 0;
    resource.parameters.closed = ClosedDays::default();
    resource.parameters.windows =
        parse_windows("Mon 21:00-Tue 07:00; Fri 21:00-Sat 07:00; Sat 07:00-Sat 21:00").unwrap();
    let rules = [rule(1, "2020-04-01")];
    let grid = draw(
        &sight(&resource, &[], &rules),
        day("2027-01-13"),
        Extent::Core,
    );
    assert_eq!(grid.rows.len(), 24);
    assert!(grid.runs_on && !grid.shortened);
    assert_eq!(column(&grid, 0)[0], (21, CellState::OutsideHours));
    assert_eq!(column(&grid, 0)[1..], [(1, CellState::Free); 3]);
    assert_eq!(column(&grid, 1)[..7], [(1, CellState::Free); 7]);
    assert_eq!(column(&grid, 1)[7..], [(17, CellState::OutsideHours)]);
    // What starts now has begun.
    let sight = Sight {
        now: at("2027-01-12T02:00"),
        ..sight(&resource, &[], &rules)
    };
    let grid = draw(&sight, day("2027-01-13"), Extent::Core);
    let past_and_next = [(3, CellState::Past), (1, CellState::Free)];
    assert_eq!(column(&grid, 1)[..2], past_and_next);
}

#[test]
fn shifts_have_two_rows_of_twelve_hours() {
    let mut resource = confocal();
    resource.slug = "ncchd-ngs".into();
    let parameters = &mut resource.parameters;
    (parameters.slot_minutes, parameters.origin_minute) = (720, 540);
    (parameters.min_minutes, parameters.max_minutes) = (720, 5760);
    (parameters.buffer_before, parameters.buffer_after) = (0, 120);
    (parameters.windows, parameters.closed) = (Vec::new(), ClosedDays::default());
    let taken = use_of(&resource, 1, span("2027-01-18T09:00", "2027-01-19T09:00"));
    let claims = [claim(taken, 1, State::FacilityReview)];
    let rules = [rule(1, "2020-04-01")];
    let grid = draw(
        &sight(&resource, &claims, &rules),
        day("2027-01-18"),
        Extent::Core,
    );
    assert_eq!(grid.layout, Layout::Shifts);
    let minutes: Vec<i64> = grid.rows.iter().map(|row| row.minute).collect();
    assert_eq!(minutes, [540, 1260]);
    assert!(grid.runs_on);
    let held = CellState::Booked {
        used: taken.used,
        held: true,
    };
    assert_eq!(column(&grid, 0), [(2, held)]);
    let tuesday = [(1, CellState::Buffer), (1, CellState::Free)];
    assert_eq!(column(&grid, 1), tuesday);
}

#[test]
fn a_month_shows_whole_weeks_and_names_nothing_free_on_holidays() {
    let mut resource = confocal();
    resource.slug = "riken-cryo-em".into();
    let parameters = &mut resource.parameters;
    (parameters.slot_minutes, parameters.origin_minute) = (1440, 540);
    (parameters.min_minutes, parameters.max_minutes) = (1440, 4320);
    (parameters.lead_business_days, parameters.horizon_days) = (20, 180);
    let nights = [
        "Mon 09:00-Tue 09:00",
        "Tue 09:00-Wed 09:00",
        "Wed 09:00-Thu 09:00",
        "Thu 09:00-Fri 09:00",
        "Fri 09:00-Sat 09:00",
    ];
    parameters.windows = parse_windows(&nights.join(";")).unwrap();
    let rules = [rule(1, "2020-04-01")];
    let sight = Sight {
        now: at("2026-12-14T10:00"),
        ..sight(&resource, &[], &rules)
    };
    let grid = draw(&sight, day("2027-02-10"), Extent::Core);
    assert_eq!((grid.layout, grid.rows.len()), (Layout::Days, 4));
    let state = |date: u32| {
        let cells = grid.rows.iter().flat_map(|row| &row.cells);
        let same = |at: Instant| at.day() == day(&format!("2027-02-{date:02}"));
        cells
            .into_iter()
            .find(|cell| same(cell.time.start()))
            .unwrap()
            .state
    };
    // Asked on 14 December, twenty business days before: 15 January is too soon, the 18th is not.
    assert_eq!(state(3), CellState::Free);
    assert_eq!(
        (state(6), state(11), state(23)),
        (CellState::Closed, CellState::Closed, CellState::Closed)
    );
    let january = draw(&sight, day("2027-01-31"), Extent::Core);
    assert_eq!(january.rows.len(), 5);
    let first_free = starts(&january).into_iter().next();
    assert_eq!(first_free.as_deref(), Some("2027-01-18T09:00"));
}
