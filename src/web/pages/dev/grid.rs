//! Slot tables and strips with every state in them, for the page of components.

pub(super) struct Grid {
    pub(super) caption: String,
    pub(super) look: &'static str,
    pub(super) axis: &'static str,
    pub(super) unit: u32,
    pub(super) depth: usize,
    pub(super) columns: Vec<GridColumn>,
    pub(super) rows: Vec<GridRow>,
}

pub(super) struct GridColumn {
    pub(super) top: String,
    pub(super) below: String,
    pub(super) aloud: String,
    pub(super) class: &'static str,
}

pub(super) struct GridRow {
    pub(super) head: String,
    pub(super) cells: Vec<GridCell>,
}

pub(super) struct GridCell {
    pub(super) state: &'static str,
    pub(super) span: usize,
    pub(super) day: String,
    pub(super) text: String,
    pub(super) aloud: String,
    pub(super) start: Option<GridStart>,
}

pub(super) struct GridStart {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) column: usize,
    pub(super) row: usize,
    pub(super) chosen: bool,
}

pub(super) struct StripBar {
    pub(super) kind: &'static str,
    pub(super) x: String,
    pub(super) width: String,
    pub(super) text: String,
}

pub(super) fn strip() -> Vec<StripBar> {
    [
        ("f", "0", "○"),
        ("b", "20", ""),
        ("t", "40", "仮予約"),
        ("m", "60", "点検"),
        ("s", "80", "自分"),
    ]
    .map(|(kind, x, text)| StripBar {
        kind,
        x: x.into(),
        width: "20".into(),
        text: text.into(),
    })
    .into()
}

/// Three rows of seven cells with every state in them.
pub(super) fn grid(look: &'static str, axis: &'static str) -> Grid {
    let days = ["月", "火", "水", "木", "金", "土", "日"];
    let classes = ["today", "", "", "", "", "sat", "sun"];
    let columns = days
        .into_iter()
        .zip(classes)
        .zip(18..)
        .map(|((day, class), date)| GridColumn {
            top: if look == "mon" {
                String::new()
            } else {
                format!("{date}")
            },
            below: day.into(),
            aloud: format!("1月{date}日 {day}曜日"),
            class,
        });
    let rows = (0..3).map(|row| GridRow {
        head: if look == "mon" {
            String::new()
        } else {
            format!("{}:00", 9 + row)
        },
        cells: (0..7).map(|column| cell(look, column, row)).collect(),
    });
    Grid {
        caption: format!("1月18日から24日の空き状況（{look}）"),
        look,
        axis,
        unit: 1,
        depth: 3,
        columns: columns.collect(),
        rows: rows.collect(),
    }
}

fn cell(look: &'static str, column: usize, row: usize) -> GridCell {
    let taken = [
        ("bk", "予約済み"),
        ("tn", "仮予約"),
        ("mt", "定期点検"),
        ("me", "あなたの申請"),
        ("no", "休業日"),
    ];
    let place = (column + 4 * row) % 10;
    let free = GridStart {
        id: format!("g{look}{column}-{row}"),
        value: format!("{column}-{row}"),
        column,
        row,
        chosen: place == 1,
    };
    let (state, text) = taken
        .get(place.wrapping_sub(5))
        .copied()
        .unwrap_or(("fr", ""));
    GridCell {
        state,
        span: 1,
        day: if look == "mon" {
            format!("{}", 1 + column + 7 * row)
        } else {
            String::new()
        },
        text: text.into(),
        aloud: format!(
            "{column}日目 {row} {}",
            if text.is_empty() { "空き" } else { text }
        ),
        start: (state == "fr").then_some(free),
    }
}
