//! Each way of contradiction, one rule that has it and one that has not, and what resources inherit.

use super::*;
use crate::domain::parameter::sample::{CLASHES, Said, for_all, sheet};
use crate::domain::parameter::setting::Target::{All, Category, Resource};

fn clashes(sheet: &Sheet) -> Vec<Clash> {
    check(sheet, &[]).iter().map(|found| found.clash).collect()
}

#[test]
fn each_contradiction_is_found_and_its_mended_rule_has_none() {
    for (clash, wrong, mended) in CLASHES {
        assert_eq!(clashes(&for_all(wrong)), [*clash], "{clash:?}");
        assert_eq!(clashes(&for_all(mended)), [], "{clash:?} mended");
    }
    let tried: Vec<Clash> = CLASHES.iter().map(|(clash, ..)| *clash).collect();
    assert_eq!(
        tried,
        Clash::ALL,
        "every contradiction is tried, in its order"
    );
}

#[test]
fn defaults_contradict_nothing() {
    let terms = Terms::default();
    let standing: Vec<&Clash> = Clash::ALL.iter().filter(|one| one.stands(&terms)).collect();
    assert_eq!(standing, [] as [&Clash; 0]);
}

#[test]
fn a_fee_that_starts_while_cancelling_is_free_contradicts_itself() {
    for (free, tiers, clash) in [
        ("2", "1:50,0:100", false),
        ("1", "1:50,0:100", true),
        ("0", "0:100", true),
        ("3", "5:0,1:50", true),
        ("5", "7:0,5:0,1:50", false),
        ("4", "", false),
    ] {
        let said = [("cancel_free_business_days", free), ("cancel_tiers", tiers)];
        assert_eq!(
            !clashes(&for_all(&said)).is_empty(),
            clash,
            "{free}: {tiers}"
        );
    }
}

#[test]
fn hours_that_go_on_over_midnight_and_sunday_are_one_opening() {
    for (windows, shortest, clash) in [
        ("Sun 18:00-Mon 00:00; Mon 00:00-Mon 06:00", "720", false),
        ("Sun 18:00-Mon 00:00; Mon 00:00-Mon 06:00", "780", true),
        ("Mon 00:00-Sun 24:00", "43200", false),
        ("", "43200", false),
    ] {
        let said = [("open_windows", windows), ("min_minutes", shortest)];
        let found = clashes(&for_all(&said));
        assert_eq!(!found.is_empty(), clash, "{windows}: {shortest} {found:?}");
    }
}

/// What is found on one resource of the category `sem`, under the institution's rule and this one.
fn on_a_resource(catalogue: &[Said<'_>], whole: &Sheet, own: &Sheet) -> Vec<Contradiction> {
    let read = |(code, text): &Said<'_>| {
        let parameter = Parameter::from_code(code).unwrap();
        (parameter, parameter.entry().kind.read(text).unwrap())
    };
    let base = Terms::of_catalogue(catalogue.iter().map(read).collect());
    let citation = Citation::default();
    let layers = [(true, whole), (false, own)].map(|(is_whole, sheet)| Layer {
        citation: &citation,
        is_whole,
        sheet,
    });
    let ground = Ground {
        subject: Subject {
            category: "sem",
            slug: "ncvc-sem",
        },
        base: &base,
        layers: &layers,
    };
    check(own, &[ground])
}

#[test]
fn what_one_resource_inherits_is_checked_and_its_nearest_target_named() {
    let unit = [("slot_minutes", "60")];
    let own = sheet(&[
        (All, ("max_minutes", "480")),
        (Category("sem".into()), ("min_minutes", "600")),
    ]);
    let found = on_a_resource(&unit, &Sheet::default(), &own);
    let [found] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(found.clash, Clash::ShortestOverLongest);
    assert_eq!(found.target, Category("sem".into()));
    let values = [(Parameter::MinMinutes, 600), (Parameter::MaxMinutes, 480)];
    let values = values.map(|(parameter, number)| (parameter, Value::Number(number)));
    assert_eq!(found.values, values);
    assert!(found.is_about(Parameter::MaxMinutes, &Category("sem".into())));
    assert!(!found.is_about(Parameter::MaxMinutes, &All));
}

#[test]
fn the_catalogue_takes_part_in_a_contradiction() {
    let own = for_all(&[("max_minutes", "90")]);
    let found = on_a_resource(&[("slot_minutes", "60")], &Sheet::default(), &own);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].clash, Clash::UnitAndLongest);
    assert_eq!(found[0].target, All);
    assert_eq!(
        on_a_resource(&[("slot_minutes", "30")], &Sheet::default(), &own),
        []
    );
}

#[test]
fn a_contradiction_that_this_rule_does_not_bring_is_not_its_fault() {
    let catalogue = [("slot_minutes", "60"), ("min_minutes", "90")];
    let own = for_all(&[("horizon_days", "60")]);
    assert_eq!(on_a_resource(&catalogue, &Sheet::default(), &own), []);
}

#[test]
fn what_the_institution_binds_is_checked_as_it_would_hold() {
    let mut whole = for_all(&[("lead_business_days", "20")]);
    whole.settings[0].binding = true;
    let own = for_all(&[("lead_business_days", "1"), ("horizon_days", "14")]);
    let found = on_a_resource(&[], &whole, &own);
    assert_eq!(found.len(), 1);
    let values = [
        (Parameter::LeadBusinessDays, 20),
        (Parameter::HorizonDays, 14),
    ];
    assert_eq!(
        found[0].values,
        values.map(|(one, days)| (one, Value::Number(days)))
    );
}

#[test]
fn a_setting_for_another_resource_concerns_only_that_one() {
    let own = sheet(&[
        (All, ("max_minutes", "480")),
        (Resource("ncvc-tem".into()), ("min_minutes", "600")),
    ]);
    let found = on_a_resource(&[], &Sheet::default(), &own);
    let targets: Vec<&Target> = found.iter().map(|one| &one.target).collect();
    assert_eq!(targets, [&Resource("ncvc-tem".into())]);
}
