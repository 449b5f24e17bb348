//! Each bad file is refused with line and name, all problems at once.

use crate::domain::catalogue_file::read;

/// The problems of a file as `line: name: text`.
fn problems(text: &str) -> Vec<String> {
    let found = read(text).err().unwrap_or_default();
    found.iter().map(ToString::to_string).collect()
}

/// A small catalogue without faults, whose lines are known.
const SMALL: &str = r#"schema_version = 1
[[kind]]
id = "instrument"
ja = "研究機器"
en = "instrument"
[[category]]
id = "tem"
ja = "透過電子顕微鏡"
en = "Transmission electron microscopy"
[[prerequisite]]
id = "training"
ja = "講習"
en = "training"
[defaults.tem]
booking_mode = "exclusive_slot"
slot_minutes = 60
min_minutes = 180
max_minutes = 960
lead_business_days = 10
horizon_days = 90
prerequisites = ["training"]
[[institution]]
id = "old"
name_ja = "旧機関"
short_ja = "旧"
name_en = "Old"
abbr = "OLD"
valid_to = 2025-03-31
successor = "new"
[[institution.facility]]
id = "lab"
name_ja = "研究所"
name_en = "Lab"
[[institution.facility.resource]]
id = "old-tem"
name_ja = "透過型電子顕微鏡"
name_en = "TEM"
kind = "instrument"
category = "tem"
lead_business_days = 3
weekly_windows = ["Mon 21:00-Tue 07:00", "Sat 07:00-Sat 21:00"]
[[institution]]
id = "new"
name_ja = "新機関"
short_ja = "新"
name_en = "New"
abbr = "NEW"
"#;

/// What stands in the file, what is written instead, and the problem that follows.
const BAD: &[(&str, &str, &str)] = &[
    (
        "kind = \"instrument\"",
        "kind = \"instrumnt\"",
        "38: old-tem: unknown kind 'instrumnt'",
    ),
    (
        "category = \"tem\"",
        "category = \"temm\"",
        "39: old-tem: unknown category 'temm'",
    ),
    (
        "[\"training\"]",
        "[\"trainng\"]",
        "21: old-tem: unknown prerequisite 'trainng'",
    ),
    (
        "\"exclusive_slot\"",
        "\"slot\"",
        "15: old-tem: unknown booking_mode 'slot'",
    ),
    (
        "lead_business_days = 3",
        "allocation = \"lottery\"",
        "40: old-tem: unknown allocation 'lottery'",
    ),
    (
        "lead_business_days = 3",
        "lead_business_days = 401",
        "40: old-tem: lead_business_days is 401, must be 0 to 400",
    ),
    (
        "lead_business_days = 3",
        "max_minutes = 120",
        "40: old-tem: min_minutes 180 is more than max_minutes 120",
    ),
    (
        "lead_business_days = 3",
        "max_minutes = 200",
        "40: old-tem: max_minutes 200 is not a whole number of slots of 60 minutes",
    ),
    (
        "slot_minutes = 60\n",
        "\n",
        "35: old-tem: no slot_minutes, neither here nor in the defaults of its category",
    ),
    (
        "Mon 21:00-Tue 07:00",
        "Mon 21-Tue 7",
        "41: old-tem: the window 'Mon 21-Tue 7' can't be read; write 'Mon 21:00-Tue 07:00'",
    ),
    (
        "successor = \"new\"",
        "successor = \"nwe\"",
        "29: old: unknown institution 'nwe'",
    ),
    (
        "successor = \"new\"",
        "successor = \"old\"",
        "29: old: its successors lead back to itself",
    ),
    (
        "valid_to = 2025-03-31",
        "valid_to = \"March\"",
        "28: old: valid_to is no date; write 2025-03-31",
    ),
    (
        "id = \"new\"",
        "id = \"old\"",
        "43: old: a second institution with this id",
    ),
    (
        "id = \"old-tem\"",
        "id = \"Old TEM\"",
        "35: Old TEM: the id of a resource is 1 to 64 of a-z, 0-9, - and _",
    ),
    (
        "name_ja = \"研究所\"",
        "name_ja = \" \"",
        "31: lab: name_ja is empty",
    ),
    (
        "[defaults.tem]",
        "[defaults.tme]",
        "14: tme: defaults for the unknown category 'tme'",
    ),
    (
        "schema_version = 1",
        "schema_version = 2",
        "1: schema_version: only version 1 can be read",
    ),
];

#[test]
fn each_bad_value_is_refused_with_its_line_and_name() {
    assert_eq!(problems(SMALL), Vec::<String>::new());
    for (good, bad, wanted) in BAD {
        assert!(SMALL.contains(good), "{good}");
        let found = problems(&SMALL.replacen(good, bad, 1));
        assert!(
            found.iter().any(|line| line == wanted),
            "{wanted}: {found:?}"
        );
    }
}

#[test]
fn a_file_of_another_shape_is_refused_with_its_line_and_key() {
    for (good, bad, wanted) in [
        (
            "slot_minutes = 60",
            "slot_minutes = \"60\"",
            "16: slot_minutes: ",
        ),
        (
            "lead_business_days = 3",
            "lead_busines_days = 3",
            "40: lead_busines_days: unknown field",
        ),
        (
            "valid_to = 2025-03-31",
            "valid_to = 2025-02-30",
            "28: valid_to: ",
        ),
        ("abbr = \"OLD\"", "abbr = \"OLD", "27: abbr: "),
    ] {
        let found = problems(&SMALL.replacen(good, bad, 1));
        assert!(
            found.iter().any(|line| line.starts_with(wanted)),
            "{wanted}: {found:?}"
        );
    }
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_file() {
    let bad = SMALL
        .replacen("kind = \"instrument\"", "kind = \"x\"", 1)
        .replacen("successor = \"new\"", "successor = \"y\"", 1)
        .replacen("Sat 07:00-Sat 21:00", "Sat", 1);
    let lines: Vec<String> = problems(&bad)
        .iter()
        .map(|line| line.split(':').next().unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["29", "38", "41"]);
}
