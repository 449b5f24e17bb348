//! One resource of the file: the defaults of its category filled in, every value checked.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;

use crate::domain::catalogue::{AllocationBy, BookingMode};
use crate::domain::catalogue_file::entry::{Entry, Numbers};
use crate::domain::catalogue_file::opening;
use crate::domain::catalogue_file::problem::Findings;
use crate::domain::catalogue_file::shape::{Resource, Settings};
use crate::domain::name::Name;

/// Slots are aligned at 09:00.
const ORIGIN: i64 = 540;

/// The codes that a resource may name.
pub struct Codes<'a> {
    pub kinds: BTreeSet<&'a str>,
    pub categories: BTreeSet<&'a str>,
    pub prerequisites: BTreeSet<&'a str>,
    pub defaults: BTreeMap<&'a str, &'a Settings>,
}

/// A resource and its category's defaults, looked up field by field.
struct Merged<'a> {
    own: &'a Resource,
    defaults: Option<&'a Settings>,
}

/// The value that wins: the resource's own, else its category's.
macro_rules! winning {
    ($merged:expr, $field:ident) => {
        $merged.own.$field.as_ref().or_else(|| {
            $merged
                .defaults
                .and_then(|defaults| defaults.$field.as_ref())
        })
    };
}

/// The entry, or none when it can't be made; what is wrong is noted.
pub fn entry(
    own: &Resource,
    facility: &str,
    codes: &Codes<'_>,
    findings: &mut Findings<'_>,
) -> Option<Entry> {
    let known = known_codes(own, codes, findings);
    let merged = Merged {
        own,
        defaults: codes.defaults.get(own.category.as_ref().as_str()).copied(),
    };
    let allocation = allocation(&merged, findings);
    let prerequisites = prerequisites(&merged, codes, findings);
    if !codes.categories.contains(own.category.as_ref().as_str()) {
        // Without its category it has no defaults; what would be missing then is no news.
        return None;
    }
    let mode = mode(&merged, findings);
    let numbers = numbers(&merged, mode?, findings);
    let (windows, closed_calendars) = match winning!(merged, weekly_windows) {
        None => opening::model(numbers.slot_minutes),
        Some(asked) => opening::of_file(asked, own.id.as_ref(), findings)?,
    };
    known.then(|| Entry {
        slug: own.id.as_ref().clone(),
        facility: facility.to_owned(),
        category: own.category.as_ref().clone(),
        kind: own.kind.as_ref().clone(),
        name: Name {
            ja: own.name_ja.clone(),
            en: own.name_en.clone(),
        },
        name_seed: own.name_seed.clone(),
        summary: summary(own),
        note_ja: own.note.clone(),
        mode: mode.unwrap_or(BookingMode::ServiceRequest),
        allocation: allocation.unwrap_or(AllocationBy::ExternalCall),
        allocator: own.allocator.clone(),
        call_periods: Name {
            ja: own.call_periods_ja.clone(),
            en: own.call_periods_en.clone(),
        },
        call_site: own.call_site.clone(),
        prerequisites,
        numbers,
        windows,
        closed_calendars,
        source: source(&own.src, own.src_default.as_deref()),
    })
}

/// Where facts come from, as JSON: field by field, and for the rest.
pub fn source(src: &toml::Table, default: Option<&str>) -> String {
    serde_json::json!({ "fields": src, "default": default }).to_string()
}

fn known_codes(own: &Resource, codes: &Codes<'_>, findings: &mut Findings<'_>) -> bool {
    let mut all_known = true;
    for (what, code, known) in [
        ("kind", &own.kind, &codes.kinds),
        ("category", &own.category, &codes.categories),
    ] {
        if !known.contains(code.as_ref().as_str()) {
            let text = format!("unknown {what} '{}'", code.as_ref());
            findings.note(code.span(), own.id.as_ref(), text);
            all_known = false;
        }
    }
    all_known
}

fn mode(merged: &Merged<'_>, findings: &mut Findings<'_>) -> Option<BookingMode> {
    let name = merged.own.id.as_ref();
    let Some(code) = winning!(merged, booking_mode) else {
        let text = "no booking_mode, neither here nor in the defaults of its category";
        findings.note(merged.own.id.span(), name, text);
        return None;
    };
    let mode = BookingMode::from_code(code.as_ref());
    if mode.is_none() {
        let text = format!("unknown booking_mode '{}'", code.as_ref());
        findings.note(code.span(), name, text);
    }
    mode
}

fn allocation(merged: &Merged<'_>, findings: &mut Findings<'_>) -> Option<AllocationBy> {
    let Some(code) = winning!(merged, allocation) else {
        return Some(AllocationBy::Direct);
    };
    let allocation = AllocationBy::from_code(code.as_ref());
    if allocation.is_none() {
        let text = format!("unknown allocation '{}'", code.as_ref());
        findings.note(code.span(), merged.own.id.as_ref(), text);
    }
    allocation
}

fn prerequisites(
    merged: &Merged<'_>,
    codes: &Codes<'_>,
    findings: &mut Findings<'_>,
) -> Vec<String> {
    let asked = winning!(merged, prerequisites).map_or(&[][..], Vec::as_slice);
    for code in asked {
        if !codes.prerequisites.contains(code.as_ref().as_str()) {
            let text = format!("unknown prerequisite '{}'", code.as_ref());
            findings.note(code.span(), merged.own.id.as_ref(), text);
        }
    }
    asked.iter().map(|code| code.as_ref().clone()).collect()
}

/// The numbers, each within what the database takes.
fn numbers(merged: &Merged<'_>, mode: BookingMode, findings: &mut Findings<'_>) -> Numbers {
    let mut number = |name: &str, value: Option<&Spanned<i64>>, least: i64, most: i64| {
        let found = value.map_or(least, |value| *value.as_ref());
        if !(least..=most).contains(&found) {
            let text = format!("{name} is {found}, must be {least} to {most}");
            let at = value.map_or(merged.own.id.span(), Spanned::span);
            findings.note(at, merged.own.id.as_ref(), text);
        }
        found
    };
    let numbers = Numbers {
        capacity: number("capacity", winning!(merged, capacity), 1, 1_000_000),
        slot_minutes: number("slot_minutes", winning!(merged, slot_minutes), 1, 43_200),
        origin_minute: ORIGIN,
        min_minutes: number("min_minutes", winning!(merged, min_minutes), 0, 43_200),
        max_minutes: number("max_minutes", winning!(merged, max_minutes), 0, 43_200),
        lead_business_days: number(
            "lead_business_days",
            winning!(merged, lead_business_days),
            0,
            400,
        ),
        horizon_days: number("horizon_days", winning!(merged, horizon_days), 0, 731),
        buffer_before: 0,
        buffer_after: number("buffer_minutes", winning!(merged, buffer_minutes), 0, 1440),
        response_days: number(
            "turnaround_business_days",
            winning!(merged, turnaround_business_days),
            0,
            731,
        ),
    };
    if mode == BookingMode::ExclusiveSlot {
        slots(merged, &numbers, findings);
    }
    numbers
}

/// A resource booked by the slot needs its slot, and lengths that are whole slots.
fn slots(merged: &Merged<'_>, numbers: &Numbers, findings: &mut Findings<'_>) {
    let own = merged.own;
    let mut note = |at: Option<Range<usize>>, text: String| {
        findings.note(at.unwrap_or(own.id.span()), own.id.as_ref(), text);
    };
    let place = |value: Option<&Spanned<i64>>| value.map(Spanned::span);
    let (min, max) = (winning!(merged, min_minutes), winning!(merged, max_minutes));
    for (name, value) in [
        ("slot_minutes", winning!(merged, slot_minutes)),
        ("min_minutes", min),
        ("max_minutes", max),
        ("lead_business_days", winning!(merged, lead_business_days)),
        ("horizon_days", winning!(merged, horizon_days)),
    ] {
        if value.is_none() {
            note(
                None,
                format!("no {name}, neither here nor in the defaults of its category"),
            );
        }
    }
    if numbers.min_minutes > numbers.max_minutes {
        // The own value is the one to mend.
        let at = place(
            own.min_minutes
                .as_ref()
                .or(own.max_minutes.as_ref())
                .or(min),
        );
        let (min, max) = (numbers.min_minutes, numbers.max_minutes);
        note(
            at,
            format!("min_minutes {min} is more than max_minutes {max}"),
        );
    }
    let slot = numbers.slot_minutes.max(1);
    for (name, value) in [("min_minutes", min), ("max_minutes", max)] {
        let Some(minutes) = value.map(|value| *value.as_ref()) else {
            continue;
        };
        if minutes % slot != 0 || minutes == 0 {
            note(
                place(value),
                format!("{name} {minutes} is not a whole number of slots of {slot} minutes"),
            );
        }
    }
}

/// What it can do, in the file's words; else its model, maker and certificates.
fn summary(own: &Resource) -> Name {
    let plate = own
        .model
        .iter()
        .filter(|model| !own.name_ja.contains(model.as_str()))
        .chain(&own.maker)
        .chain(&own.certifications)
        .cloned()
        .collect::<Vec<_>>()
        .join(" / ");
    let or_plate = |text: &String| {
        if text.is_empty() {
            plate.clone()
        } else {
            text.clone()
        }
    };
    Name {
        ja: or_plate(&own.summary_ja),
        en: or_plate(&own.summary_en),
    }
}
