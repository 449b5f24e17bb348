//! Ways forward beside each reason why not: links that lead to exactly what they say.

use madoguchi::domain::parameter::Parameter;

use crate::asking::{agreed, filled, number};
use crate::client::Client;
use crate::house::House;
use crate::people::{KIM, SATO, YAMADA};
use crate::preflight::{hrefs, open, publish};
use crate::world::{CONFOCAL, CRYO, NGS};

/// Another instrument of the same kind, at another institution.
const CAPILLARY: &str = "ncgg-capillary";

#[test]
fn s4_who_was_a_moment_late_is_shown_another_time_and_another_institution() {
    let house = House::new();
    open(&house, CAPILLARY);
    let kim = house.signed_in(&KIM);
    let form = filled(&kim, NGS, "2027-01-18 09:00", 1440);
    house.request(&SATO, NGS, "2027-01-18 09:00", 1440);
    let late = kim.submit(&form).expect(409);
    let page = late.text();
    let elsewhere = hrefs(&page)
        .into_iter()
        .find(|href| href.contains(CAPILLARY))
        .unwrap_or_else(|| panic!("{}", late.words()));
    // what they typed is still there
    assert_eq!(late.form("/requests").value("sample"), "凍結グリッド 4枚");
    // a13: nobody is told who was quicker
    assert!(!page.contains("佐藤") && !page.contains(SATO.email));
    // and the way that was shown is open: it can be sent
    let there = kim.get(&elsewhere).expect(200);
    let to_form = hrefs(&there.text())
        .into_iter()
        .find(|href| href.contains("/requests/new"))
        .unwrap_or_else(|| panic!("{}", there.words()));
    let page = kim.get(&to_form).expect(200);
    let form = page
        .form("/requests")
        .with("purpose", "配列の決定")
        .with("sample", "プラスミド 8本")
        .with("safety", "none")
        .with("support_mode", "assisted");
    let sent = kim.submit(&agreed(form, &page)).expect(303);
    assert_eq!(number(&sent).len(), 13);
}

#[test]
fn ways_forward_are_links_that_lead_to_what_they_say() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let panel = |client: &Client, wish: &str| {
        client
            .get(&format!("/f/panel/{CONFOCAL}?{wish}"))
            .expect(200)
            .text()
    };
    // a closed day: the nearest times that are open, each of which passes
    let closed = panel(&sato, "start=2026-12-20T10:00&len=60&support_mode=assisted");
    let times: Vec<String> = hrefs(&closed)
        .into_iter()
        .filter(|href| href.starts_with(&format!("/resources/{CONFOCAL}?start=")))
        .collect();
    assert!(!times.is_empty(), "{closed}");
    for time in times {
        let page = sato.get(&time).expect(200);
        let to_form = hrefs(&page.text());
        assert!(
            to_form.iter().any(|href| href.contains("/requests/new")),
            "{time}: {}",
            page.words()
        );
    }
    // in the form itself another time is chosen without typing anything again
    let form = filled(&sato, CONFOCAL, "2026-12-20 10:00", 60);
    let refused = sato.submit(&form).expect(422);
    let page = refused.text();
    let (_, rest) = page.split_once("name=\"start\" value=\"").unwrap();
    let start: String = rest.chars().take(16).collect();
    let again = refused.form("/requests").with("start", &start);
    sato.submit(&agreed(again, &refused)).expect(303);
}

#[test]
fn every_reason_of_the_rule_is_given_at_once_with_the_rule_it_stands_on() {
    let house = House::new();
    publish(
        &house,
        "riken-cryoem",
        4001,
        &[
            (Parameter::EligibleOrgClasses, "own"),
            (Parameter::MaxMinutes, "1440"),
        ],
    );
    let yamada = house.signed_in(&YAMADA);
    let panel = yamada
        .get(&format!(
            "/en/f/panel/{CRYO}?start=2026-12-20T09:00&len=2880&support_mode=self"
        ))
        .expect(200);
    let text = panel.text();
    let rule = "/en/rules/riken-cryoem/4.0";
    assert!(text.matches(rule).count() >= 2, "{text}");
    // each can be set aside by somebody else: days of notice by the manager, eligibility by the officer
    let waivers: Vec<String> = hrefs(&text)
        .into_iter()
        .filter(|href| href.starts_with("/en/waivers/new?"))
        .collect();
    for parameter in ["eligible_org_classes", "max_minutes"] {
        assert!(
            waivers.iter().any(|href| href.contains(parameter)),
            "{parameter}: {waivers:?}"
        );
    }
    for href in waivers {
        yamada.get(&href).expect(200);
    }
}
