//! Reading the form of a request without a slot, and writing what is kept of it back as typed.

use std::collections::BTreeMap;

use crate::domain::booking::Safety;
use crate::domain::service_request::check::ITEMS_MOST;
use crate::domain::service_request::content::{
    About, Arm, Content, Ethics, EthicsClaim, Item, Unit,
};
use crate::domain::service_request::desk::{Manner, Wish};
use crate::web::form::Form;
use crate::web::request_form::about::agreed;

/// Lines that are shown at least.
const LINES: usize = 1;

/// How many lines are added at once.
const MORE: usize = 2;

/// The names of the fields of one line, to which its number is added.
const OF_LINE: [&str; 6] = ["what", "quantity", "unit", "condition", "arm", "linked"];

/// The names of the other fields that a draft keeps.
const OTHERS: [&str; 9] = [
    "purpose",
    "project_number",
    "responsible",
    "safety",
    "wanted_on",
    "ethics",
    "ethics_number",
    "ethics_until",
    "lines",
];

/// The name of a field of a line, counted from 1.
#[must_use]
pub fn name(of_line: &str, number: usize) -> String {
    format!("{of_line}-{number}")
}

/// How many lines the form shows.
#[must_use]
pub fn lines(form: &Form) -> usize {
    form.parse::<usize>("lines")
        .unwrap_or(LINES)
        .clamp(LINES, ITEMS_MOST)
}

/// Reads what was asked for.
#[must_use]
pub fn wish(form: &Form, manner: Manner) -> Wish {
    Wish {
        content: content(form),
        agree: agreed(form.raw("agree")),
        manner,
    }
}

fn content(form: &Form) -> Content {
    Content {
        items: (1..=ITEMS_MOST)
            .filter_map(|number| item(form, number))
            .collect(),
        about: About {
            purpose: form.lines("purpose"),
            project_number: form.line("project_number"),
            responsible: form.line("responsible"),
            safety: Safety::from_code(form.raw("safety")),
            wanted_on: form.day("wanted_on"),
            ethics: Ethics {
                claim: EthicsClaim::from_code(form.raw("ethics")),
                number: form.line("ethics_number"),
                until: form.day("ethics_until"),
            },
        },
    }
}

/// One line; none where nothing was typed into it.
fn item(form: &Form, number: usize) -> Option<Item> {
    let line = |of: &str| form.line(&name(of, number));
    let typed = ["what", "quantity", "condition"].map(line);
    if typed.iter().all(String::is_empty) {
        return None;
    }
    let [what, _, condition] = typed;
    Some(Item {
        what,
        quantity: form.count(&name("quantity", number)),
        unit: Unit::from_code(form.raw(&name("unit", number)))
            .filter(|unit| !unit.code().is_empty()),
        condition,
        arm: Arm::from_code(form.raw(&name("arm", number))).unwrap_or_default(),
        linked: form.raw(&name("linked", number)) == "yes",
    })
}

/// What a draft keeps: the known fields in which something was typed.
#[must_use]
pub fn fields(form: &Form) -> BTreeMap<String, String> {
    let of_lines = (1..=ITEMS_MOST).flat_map(|number| OF_LINE.map(|of| name(of, number)));
    OTHERS
        .iter()
        .map(|name| (*name).to_owned())
        .chain(of_lines)
        .map(|name| {
            let value = form.lines(&name);
            (name, value)
        })
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// The same form with more lines.
#[must_use]
pub fn longer(form: &Form) -> Form {
    let mut fields = fields(form);
    let more = lines(form) + MORE;
    fields.insert("lines".to_owned(), more.to_string());
    Form::holding(fields)
}

/// A request as it would be typed.
#[must_use]
pub fn typed(content: &Content) -> Form {
    let about = &content.about;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut fields: BTreeMap<String, String> = [
        ("purpose", about.purpose.clone()),
        ("project_number", about.project_number.clone()),
        ("responsible", about.responsible.clone()),
        ("safety", about.safety.map_or("", Safety::code).to_owned()),
        ("wanted_on", day(about.wanted_on)),
        (
            "ethics",
            about.ethics.claim.map_or("", EthicsClaim::code).to_owned(),
        ),
        ("ethics_number", about.ethics.number.clone()),
        ("ethics_until", day(about.ethics.until)),
        ("lines", (content.items.len() + 1).to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    for (number, item) in (1..).zip(&content.items) {
        let quantity = item.quantity.map(|quantity| quantity.to_string());
        let line = [
            item.what.clone(),
            quantity.unwrap_or_default(),
            item.unit.map_or("", Unit::code).to_owned(),
            item.condition.clone(),
            item.arm.code().to_owned(),
            if item.linked { "yes" } else { "" }.to_owned(),
        ];
        fields.extend(OF_LINE.iter().map(|of| name(of, number)).zip(line));
    }
    Form::holding(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_strange_fields_are_not_kept() {
        let content = Content {
            items: vec![
                Item {
                    what: "血清".into(),
                    quantity: Some(200),
                    unit: Some(Unit::Tube),
                    condition: "0.2 mL".into(),
                    arm: Arm::Both,
                    linked: true,
                },
                Item {
                    what: "ゲノムデータ".into(),
                    quantity: Some(1),
                    unit: Some(Unit::Dataset),
                    ..Item::default()
                },
            ],
            about: About {
                purpose: "目的\n2行目".into(),
                wanted_on: "2027-03-31".parse().ok(),
                safety: Some(Safety::Bsl1),
                ..About::default()
            },
        };
        let form = typed(&content);
        assert_eq!(wish(&form, Manner::Application).content, content);
        let kept = Form::holding(fields(&form));
        assert_eq!(wish(&kept, Manner::Application).content, content);
        let strange = Form::holding([("user_id".to_owned(), "1".to_owned())].into());
        assert!(fields(&strange).is_empty());
    }

    #[test]
    fn a_line_without_words_is_no_line_and_lines_are_few() {
        let form = Form::holding(
            [("unit-1", "tube"), ("what-11", "x"), ("lines", "500")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
        );
        assert!(wish(&form, Manner::Question).content.items.is_empty());
        assert_eq!(lines(&form), ITEMS_MOST);
    }
}
