//! Facets, order, pages and the words offered when nothing was found.

use super::*;

fn hit(slug: &str, institution: &str, category: &str) -> Hit {
    Hit {
        id: ResourceId::new(1),
        slug: slug.into(),
        name: Name {
            ja: slug.into(),
            en: slug.into(),
        },
        summary: Name::default(),
        category: category.into(),
        kind: "instrument".into(),
        facility_name: Name::default(),
        institution: institution.into(),
        institution_name: Name::default(),
        access: Access::Slot,
        open: true,
        published: true,
        confirmed: false,
        state: State::InService,
        allocator: None,
        lead_business_days: 0,
        response_days: 0,
        lengths: Lengths {
            slot: 60,
            min: 60,
            max: 480,
        },
        back_on: None,
        turn: 0,
        slots: Vec::new(),
    }
}

fn slot(text: &str) -> Span {
    let start = crate::domain::time::parse_local(text).unwrap();
    Span::of_minutes(start, 60).unwrap()
}

fn slugs(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.slug.as_str()).collect()
}

#[test]
fn each_facet_counts_with_the_others_applied_but_not_itself() {
    let hits = vec![
        hit("a", "riken", "tem"),
        hit("b", "ncvc", "tem"),
        hit("c", "ncvc", "sem"),
    ];
    let wish = Wish {
        institutions: vec!["ncvc".into()],
        categories: vec!["tem".into()],
        ..Wish::default()
    };
    let institutions = counts(&hits, &wish, Facet::Institution);
    assert_eq!(institutions, BTreeMap::from([("ncvc", 1), ("riken", 1)]));
    let categories = counts(&hits, &wish, Facet::Category);
    assert_eq!(categories, BTreeMap::from([("sem", 1), ("tem", 1)]));
    assert_eq!(slugs(&narrow(hits, &wish)), ["b"]);
}

#[test]
fn only_what_is_free_on_the_day_is_left() {
    let mut free = hit("free", "riken", "tem");
    free.slots = vec![slot("2026-04-14T09:00"), slot("2026-04-15T09:00")];
    let mut later = hit("later", "riken", "tem");
    later.slots = vec![slot("2026-04-15T09:00")];
    let request = Hit {
        access: Access::Request,
        ..hit("request", "riken", "tem")
    };
    let hits = vec![free, later, request];
    let day = "2026-04-14".parse().ok();
    let left = on_date(hits.clone(), day);
    assert_eq!(slugs(&left), ["free"]);
    assert_eq!(left[0].slots, [slot("2026-04-14T09:00")]);
    assert_eq!(on_date(hits, None).len(), 3);
}

#[test]
fn the_soonest_slot_comes_first_and_what_takes_no_requests_last() {
    let mut soon = hit("z-soon", "riken", "tem");
    soon.slots = vec![slot("2026-04-14T09:00")];
    let mut later = hit("a-later", "riken", "tem");
    later.slots = vec![slot("2026-04-15T09:00")];
    let request = Hit {
        access: Access::Request,
        ..hit("request", "riken", "tem")
    };
    let full = hit("full", "riken", "tem");
    let elsewhere = Hit {
        access: Access::Elsewhere,
        ..hit("elsewhere", "riken", "tem")
    };
    let closed = Hit {
        open: false,
        ..hit("a-closed", "riken", "tem")
    };
    let mut hits = vec![closed, elsewhere, full, request, later, soon];
    order(&mut hits, Order::Soonest, Language::Ja);
    let wanted = [
        "z-soon",
        "a-later",
        "request",
        "full",
        "elsewhere",
        "a-closed",
    ];
    assert_eq!(slugs(&hits), wanted);
    order(&mut hits, Order::Name, Language::Ja);
    assert_eq!(slugs(&hits).first(), Some(&"a-closed"));
}

#[test]
fn f07_pages_that_do_not_exist_become_the_nearest_that_does() {
    let hits: Vec<Hit> = (0..45)
        .map(|number| hit(&format!("r{number:02}"), "riken", "tem"))
        .collect();
    for (asked, number, first) in [
        (1, 1, "r00"),
        (3, 3, "r40"),
        (4, 3, "r40"),
        (0, 1, "r00"),
        (-1, 1, "r00"),
        (i64::MIN, 1, "r00"),
        (i64::MAX, 3, "r40"),
    ] {
        let page = page(hits.clone(), asked);
        assert_eq!(
            (page.number, page.pages, page.total),
            (number, 3, 45),
            "{asked}"
        );
        assert_eq!(slugs(&page.hits).first(), Some(&first), "{asked}");
    }
    let none = page(Vec::new(), 7);
    assert_eq!((none.number, none.pages, none.total), (1, 1, 0));
}

#[test]
fn a_length_that_can_not_be_booked_becomes_the_shortest() {
    let lengths = Lengths {
        slot: 60,
        min: 180,
        max: 480,
    };
    for (asked, picked) in [
        (None, 180),
        (Some(240), 240),
        (Some(480), 480),
        (Some(120), 180),
        (Some(540), 180),
        (Some(210), 180),
        (Some(i64::MIN), 180),
        (Some(0), 180),
    ] {
        assert_eq!(lengths.pick(asked), picked, "{asked:?}");
    }
}

#[test]
fn the_nearest_names_share_most_pairs_with_the_query() {
    let names: Vec<(String, Name)> = ["共焦点れざ顕微鏡", "多光子顕微鏡", "次世代しけんさ"]
        .into_iter()
        .map(|name| {
            let shown = Name {
                ja: name.into(),
                en: String::new(),
            };
            (name.to_owned(), shown)
        })
        .collect();
    let nearest = nearest_names(&["共焦点れざ走査".to_owned()], &names);
    assert_eq!(
        nearest.first().map(|name| name.ja.as_str()),
        Some("共焦点れざ顕微鏡")
    );
    assert!(nearest_names(&["ｘ".to_owned()], &names).is_empty());
}
