//! The model's tables: what the categories say, as Markdown in both languages.

use std::collections::BTreeMap;

use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::value::Value;
use crate::domain::rule::model::category::{Category, GATES, Night};
use crate::domain::rule::model::shared::Shared;
use crate::domain::rule::model::sheet::EXCEPTIONS;

/// A row: the Japanese and the English cells.
type Row = (Vec<String>, Vec<String>);

/// A table by the name under which texts ask for it, its headings in both languages, and its row of a category.
type Plan = (
    &'static str,
    [&'static [&'static str]; 2],
    fn(&Category) -> Option<Row>,
);

const PLANS: [Plan; 6] = [
    (
        "booking",
        [
            &["分類", "申請の期限", "予約の受付"],
            &["Category", "Request by", "Bookings taken"],
        ],
        booking,
    ),
    (
        "cancelling",
        [
            &["分類", "無料の期限", "取消料"],
            &["Category", "Free until", "Fee"],
        ],
        cancelling,
    ),
    (
        "gates",
        [&["分類", "必要な確認"], &["Category", "Confirmations"]],
        gates,
    ),
    ("before_sending", [&["分類"], &["Category"]], before_sending),
    (
        "limits",
        [
            &["分類", "立会いの回数", "1か月の利用時間の上限"],
            &["Category", "Supervised uses", "Most hours per month"],
        ],
        limits,
    ),
    ("nights", [&["分類"], &["Category"]], nights),
];

/// The tables and lists by the names under which texts ask for them.
pub fn tables(
    categories: &[&Category],
    shared: &[Shared<'_>],
    sheet: &Sheet,
) -> BTreeMap<&'static str, Name> {
    let of_categories = PLANS.iter().map(|(name, headings, row)| {
        let rows: Vec<Row> = categories.iter().filter_map(|one| row(one)).collect();
        (*name, table(*headings, &rows))
    });
    let times = exceptions(shared, sheet, |one| one != Parameter::ClosedCalendars);
    let days = exceptions(shared, sheet, |one| one == Parameter::ClosedCalendars);
    let of_instruments = [
        (
            "exceptions",
            [
                &["共用設備", "申請の期限・予約の受付"][..],
                &["Instrument", "Request by, bookings taken"][..],
            ],
            times,
        ),
        (
            "closed_exceptions",
            [
                &["共用設備", "休業日"][..],
                &["Instrument", "Closed days"][..],
            ],
            days,
        ),
    ];
    of_categories
        .chain(of_instruments.map(|(name, headings, rows)| (name, table(headings, &rows))))
        .collect()
}

/// A table; a line that says so where there is nothing to say.
fn table(headings: [&[&str]; 2], rows: &[Row]) -> Name {
    if rows.is_empty() {
        return Name {
            ja: "（該当なし）".to_owned(),
            en: "(None.)".to_owned(),
        };
    }
    let written = |headings: &[&str], cells: fn(&Row) -> &Vec<String>| {
        let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
        let mut text = line(headings.to_vec());
        text.push_str(&line(headings.iter().map(|_| "---").collect()));
        for row in rows {
            text.push_str(&line(cells(row).iter().map(String::as_str).collect()));
        }
        text.trim_end().to_owned()
    };
    let [ja, en] = headings;
    Name {
        ja: written(ja, |row| &row.0),
        en: written(en, |row| &row.1),
    }
}

fn row(category: &Category, ja: &[String], en: &[String]) -> Row {
    let with = |first: &str, rest: &[String]| {
        let mut cells = vec![first.to_owned()];
        cells.extend_from_slice(rest);
        cells
    };
    (with(category.ja, ja), with(category.en, en))
}

fn booking(category: &Category) -> Option<Row> {
    let booking = category.booking?;
    Some(row(
        category,
        &[
            lead_ja(booking.lead),
            format!("{}日先まで", booking.horizon),
        ],
        &[
            lead_en(booking.lead),
            format!("{} days ahead", booking.horizon),
        ],
    ))
}

fn cancelling(category: &Category) -> Option<Row> {
    let free = category.booking?.free?;
    let (ja, en) = match free {
        0 | 1 => ("当日 100%".to_owned(), "on the day 100%".to_owned()),
        _ => (
            "期限の後 50%、当日 100%".to_owned(),
            "later 50%, on the day 100%".to_owned(),
        ),
    };
    Some(row(category, &[lead_ja(free), ja], &[lead_en(free), en]))
}

fn gates(category: &Category) -> Option<Row> {
    let named = |name: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
        let known = |code: &&str| GATES.iter().find(|(known, ..)| known == code);
        let names: Vec<&str> = category.gates.iter().filter_map(known).map(name).collect();
        names
    };
    (!category.gates.is_empty()).then(|| {
        row(
            category,
            &[named(|gate| gate.1).join("、")],
            &[named(|gate| gate.2).join(", ")],
        )
    })
}

fn before_sending(category: &Category) -> Option<Row> {
    (!category.before_sending.is_empty()).then(|| row(category, &[], &[]))
}

fn limits(category: &Category) -> Option<Row> {
    if category.supervised == 0 && category.month_hours == 0 {
        return None;
    }
    let or_none = |number: u32, unit: &str, none: &str| match number {
        0 => none.to_owned(),
        _ => format!("{number}{unit}"),
    };
    Some(row(
        category,
        &[
            or_none(category.supervised, "回", "—"),
            or_none(category.month_hours, "時間", "—"),
        ],
        &[
            or_none(category.supervised, "", "—"),
            or_none(category.month_hours, " hours", "—"),
        ],
    ))
}

fn nights(category: &Category) -> Option<Row> {
    (category.through_the_night == Night::GoesOn).then(|| row(category, &[], &[]))
}

/// What single instruments say otherwise than their categories.
fn exceptions(shared: &[Shared<'_>], sheet: &Sheet, is_wanted: fn(Parameter) -> bool) -> Vec<Row> {
    let of = |one: &Shared<'_>| {
        let target = Target::Resource(one.slug.to_owned());
        let said: Vec<&Setting> = EXCEPTIONS
            .iter()
            .filter(|(parameter, _)| is_wanted(*parameter))
            .filter_map(|(parameter, _)| sheet.of(*parameter, &target))
            .collect();
        let ja: Vec<String> = said.iter().map(|setting| say_ja(setting)).collect();
        let en: Vec<String> = said.iter().map(|setting| say_en(setting)).collect();
        (!said.is_empty()).then(|| {
            (
                vec![one.name.ja.clone(), ja.join("、")],
                vec![one.name.en.clone(), en.join(", ")],
            )
        })
    };
    shared.iter().filter_map(of).collect()
}

fn say_ja(setting: &Setting) -> String {
    match (&setting.value, setting.parameter) {
        (Value::Number(days), Parameter::HorizonDays) => format!("{days}日先まで"),
        (Value::Number(days), _) => format!("{days}営業日前まで"),
        (Value::Codes(codes), _) => calendars(codes, |calendar| calendar.1).join("、"),
        (value, _) => value.to_string(),
    }
}

fn say_en(setting: &Setting) -> String {
    match (&setting.value, setting.parameter) {
        (Value::Number(days), Parameter::HorizonDays) => format!("{days} days ahead"),
        (Value::Number(days), _) => format!("{days} business days before"),
        (Value::Codes(codes), _) => calendars(codes, |calendar| calendar.2).join(", "),
        (value, _) => value.to_string(),
    }
}

type Calendar = (&'static str, &'static str, &'static str);

const CALENDARS: [Calendar; 4] = [
    ("weekend", "土曜日及び日曜日", "weekends"),
    ("national_holiday", "国民の祝日等", "national holidays"),
    ("year_end", "年末年始", "turn of the year"),
    ("facility", "施設が定めた日", "days set by the facility"),
];

fn calendars(
    codes: &std::collections::BTreeSet<String>,
    name: fn(&Calendar) -> &'static str,
) -> Vec<&'static str> {
    let known = CALENDARS.iter().filter(|(code, ..)| codes.contains(*code));
    known.map(name).collect()
}

fn lead_ja(days: u32) -> String {
    match days {
        0 => "当日まで".to_owned(),
        _ => format!("{days}営業日前まで"),
    }
}

fn lead_en(days: u32) -> String {
    match days {
        0 => "on the day".to_owned(),
        1 => "1 business day before".to_owned(),
        _ => format!("{days} business days before"),
    }
}
