//! A timetable: days as columns to scale, what overlaps side by side in lanes.

use chrono::NaiveDate;

use crate::domain::time::{Span, day_span};

/// Minutes of one row; what begins or ends within one fills it.
pub const STEP: i64 = 30;
/// Rows of one hour.
const HOUR: usize = 2;
/// Lanes of one day: what finds no place in them is counted instead.
const LANES: usize = 3;
/// Minutes of one day.
const DAY: i64 = 24 * 60;
/// The hours that are shown in any case, in minutes of the day.
const CORE: (i64, i64) = (8 * 60, 20 * 60);

/// One cell; it covers as many rows of its lane.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The place of its day.
    pub column: usize,
    /// The place of what it shows in the list; none where nothing is.
    pub item: Option<usize>,
    pub rows: usize,
}

/// One day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Column {
    pub day: NaiveDate,
    /// One, or as many as the table's widest day has.
    pub lanes: usize,
    /// How many found no place.
    pub hidden: usize,
}

/// The table. Cells stand in the row in which they begin, from left to right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timetable {
    /// The minute of the day at which the first row begins, on the hour.
    pub from: i64,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// What of an item falls on a day, in rows since midnight.
#[derive(Copy, Clone)]
struct Piece {
    item: usize,
    from: i64,
    to: i64,
}

/// Lays items out on days; the rows are those of the working day and of whatever lies outside it.
#[must_use]
pub fn lay_out(days: &[NaiveDate], items: &[Span]) -> Timetable {
    let pieces: Vec<Vec<Piece>> = days.iter().map(|day| of_day(*day, items)).collect();
    let (from, to) = hours(&pieces);
    let count = usize::try_from(to - from).unwrap_or(0);
    let mut table = Timetable {
        from: from * STEP,
        columns: Vec::with_capacity(days.len()),
        rows: vec![Vec::new(); count],
    };
    let laid: Vec<(Vec<Vec<Piece>>, usize)> = pieces.into_iter().map(lanes).collect();
    let widest = laid.iter().map(|(lanes, _)| lanes.len()).max().unwrap_or(1);
    for (column, (day, (mut lanes, hidden))) in days.iter().zip(laid).enumerate() {
        if lanes.len() > 1 {
            lanes.resize(widest, Vec::new());
        }
        table.columns.push(Column {
            day: *day,
            lanes: lanes.len(),
            hidden,
        });
        for lane in lanes {
            table.fill(column, &lane, from);
        }
    }
    table
}

/// The pieces of a day, the earliest and then the longest first.
fn of_day(day: NaiveDate, items: &[Span]) -> Vec<Piece> {
    let whole = day_span(day);
    let minutes = |at: crate::domain::time::Instant| (at.unix() - whole.start().unix()) / 60;
    let mut pieces: Vec<Piece> = items
        .iter()
        .enumerate()
        .filter_map(|(item, span)| {
            let part = span.intersect(&whole)?;
            let seconds = part.end().unix() - whole.start().unix();
            Some(Piece {
                item,
                from: minutes(part.start()) / STEP,
                to: (seconds + STEP * 60 - 1) / (STEP * 60),
            })
        })
        .collect();
    pieces.sort_by_key(|piece| (piece.from, std::cmp::Reverse(piece.to), piece.item));
    pieces
}

/// The rows to be shown: whole hours that hold everything except what lasts all day.
fn hours(pieces: &[Vec<Piece>]) -> (i64, i64) {
    let all_day = |piece: &&Piece| piece.from == 0 && piece.to == DAY / STEP;
    let parts = || pieces.iter().flatten().filter(|piece| !all_day(piece));
    let hour = DAY / STEP / 24;
    let from = parts().map(|piece| piece.from).min();
    let to = parts().map(|piece| piece.to).max();
    let (first, last) = (CORE.0 / STEP, CORE.1 / STEP);
    (
        from.map_or(first, |from| from.min(first) / hour * hour),
        to.map_or(last, |to| (to.max(last) + hour - 1) / hour * hour),
    )
}

/// Each piece in the first lane that is free for it.
fn lanes(pieces: Vec<Piece>) -> (Vec<Vec<Piece>>, usize) {
    let mut lanes: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut hidden = 0;
    for piece in pieces {
        let is_free = |lane: &Vec<Piece>| lane.last().is_none_or(|last| last.to <= piece.from);
        let place = lanes.iter().position(is_free).unwrap_or(lanes.len());
        if place == lanes.len() && place < LANES {
            lanes.push(Vec::new());
        }
        match lanes.get_mut(place) {
            Some(lane) => lane.push(piece),
            None => hidden += 1,
        }
    }
    (lanes, hidden)
}

impl Timetable {
    /// One lane from top to bottom: gaps of up to an hour between what it holds.
    fn fill(&mut self, column: usize, lane: &[Piece], from: i64) {
        let count = self.rows.len();
        let place = |row: i64| usize::try_from(row - from).unwrap_or(0).min(count);
        let mut at = 0;
        for piece in lane {
            self.gap(column, at, place(piece.from));
            let (start, end) = (place(piece.from), place(piece.to));
            let (item, rows) = (Some(piece.item), end - start);
            self.put(start, Cell { column, item, rows });
            at = end;
        }
        self.gap(column, at, count);
    }

    fn gap(&mut self, column: usize, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let next = (at / HOUR * HOUR + HOUR).min(to);
            let (item, rows) = (None, next - at);
            self.put(at, Cell { column, item, rows });
            at = next;
        }
    }

    fn put(&mut self, row: usize, cell: Cell) {
        if let Some(cells) = self.rows.get_mut(row).filter(|_| cell.rows > 0) {
            cells.push(cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::{at, day, span};
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    fn drawn(items: &[Span]) -> Vec<String> {
        let table = lay_out(&[day("2027-01-13")], items);
        let row = |cells: &Vec<Cell>| {
            let cell = |cell: &Cell| match cell.item {
                Some(item) => format!("{item}x{}", cell.rows),
                None => format!("-x{}", cell.rows),
            };
            cells.iter().map(cell).collect::<Vec<_>>().join(" ")
        };
        table.rows.iter().map(row).take(6).collect()
    }

    #[test]
    fn what_overlaps_stands_side_by_side() {
        let items = [
            span("2027-01-13T08:30", "2027-01-13T10:00"),
            span("2027-01-13T09:30", "2027-01-13T10:15"),
            span("2027-01-13T10:00", "2027-01-13T10:30"),
        ];
        assert_eq!(
            drawn(&items),
            ["-x1 -x2", "0x3", "-x1", "1x2", "2x1", "-x1 -x1"]
        );
    }

    #[test]
    fn the_hours_grow_for_what_lies_outside_and_not_for_whole_days() {
        let from = |items: &[Span]| {
            let table = lay_out(&[day("2027-01-13")], items);
            (table.from, table.rows.len())
        };
        assert_eq!(from(&[]), (480, 24));
        let days = span("2027-01-12T09:00", "2027-01-15T09:00");
        assert_eq!(from(&[days]), (480, 24));
        let night = span("2027-01-13T21:00", "2027-01-14T07:00");
        assert_eq!(from(&[night]), (480, 32));
        let morning = span("2027-01-12T21:00", "2027-01-13T07:00");
        assert_eq!(from(&[morning]), (0, 40));
    }

    #[test]
    fn a_fourth_at_once_is_counted() {
        let same = span("2027-01-13T09:00", "2027-01-13T10:00");
        let table = lay_out(&[day("2027-01-13")], &[same; 6]);
        let column = table.columns.first().unwrap();
        assert_eq!((column.lanes, column.hidden), (3, 3));
    }

    #[test]
    fn days_are_as_wide_as_the_widest_or_undivided() {
        let items = [
            span("2027-01-13T09:00", "2027-01-13T10:00"),
            span("2027-01-14T09:00", "2027-01-14T10:00"),
            span("2027-01-14T09:00", "2027-01-14T10:00"),
            span("2027-01-15T09:00", "2027-01-15T10:00"),
            span("2027-01-15T09:00", "2027-01-15T10:00"),
            span("2027-01-15T09:00", "2027-01-15T10:00"),
        ];
        let days = [day("2027-01-13"), day("2027-01-14"), day("2027-01-15")];
        let table = lay_out(&days, &items);
        let lanes: Vec<usize> = table.columns.iter().map(|column| column.lanes).collect();
        assert_eq!(lanes, [1, 3, 3]);
    }

    proptest! {
        #[test]
        fn every_row_is_full_and_every_item_stands_once_a_day(
            spans in prop::collection::vec((0_i64..5 * DAY, 1_i64..2_000), 0..20),
        ) {
            let first = at("2027-01-12T00:00");
            let items: Vec<Span> = spans
                .iter()
                .map(|(start, minutes)| Span::of_minutes(first.plus_minutes(*start), *minutes).unwrap())
                .collect();
            let days = [day("2027-01-13"), day("2027-01-14"), day("2027-01-15")];
            let table = lay_out(&days, &items);
            let lanes: usize = table.columns.iter().map(|column| column.lanes).sum();
            let mut running = vec![0_usize; table.rows.len()];
            for (row, cells) in table.rows.iter().enumerate() {
                for cell in cells {
                    for later in running.iter_mut().skip(row).take(cell.rows) {
                        *later += 1;
                    }
                }
            }
            prop_assert!(running.iter().all(|cells| *cells == lanes), "{running:?}");
            let shown = table.rows.iter().flatten().filter(|cell| cell.item.is_some()).count();
            let hidden: usize = table.columns.iter().map(|column| column.hidden).sum();
            let pieces: usize = days
                .iter()
                .map(|day| items.iter().filter(|item| item.overlaps(&day_span(*day))).count())
                .sum();
            prop_assert_eq!(shown + hidden, pieces);
        }
    }
}
