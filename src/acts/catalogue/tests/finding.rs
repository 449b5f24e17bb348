//! Finding resources, and both sides of a succession, in the real catalogue.

use super::*;

#[actix_web::test]
async fn search_forgives_spelling() {
    let (_folder, db) = loaded().await;
    let sequencers = slugs(&db, "シークエンサー").await;
    assert_eq!(sequencers, slugs(&db, "シーケンサー").await);
    assert!(
        sequencers.contains(&"ncchd-ngs".to_owned()),
        "{sequencers:?}"
    );
    assert!(sequencers.contains(&"ncgg-capillary".to_owned()));
    let tems = ["ncgm-tem", "nibiohn-tem", "niid-tem"];
    for query in ["透過電子", "透過型電子", "透過型電子顕微鏡", "透過 電顕"] {
        assert_eq!(slugs(&db, query).await, tems, "{query}");
    }
    for (query, slug) in [
        ("富岳", "riken-fugaku"),
        ("感染", "niid-sem"),
        ("ＮＭＲ", "riken-nmr"),
        ("nmr", "nibiohn-nmr400"),
        ("クライオ電顕", "riken-cryo-em"),
        ("くらいお", "riken-cryo-em"),
        ("cryo-EM", "riken-cryo-em"),
        ("TEM", "niid-tem"),
        ("ウルトラマイクローム", "nibiohn-ultramicrotome"),
        ("N-STORM", "ncvc-nsim-nstorm"),
        ("n storm 国循", "ncvc-nsim-nstorm"),
    ] {
        let found = slugs(&db, query).await;
        assert!(found.iter().any(|one| one == slug), "{query}: {found:?}");
    }
    assert_eq!(slugs(&db, "").await.len(), 49);
}

#[actix_web::test]
async fn d09_nothing_in_a_query_means_anything_to_the_database() {
    let (_folder, db) = loaded().await;
    for query in [
        "%",
        "_",
        "' or 1=1 --",
        "\\",
        "%' union select",
        "富岳%",
        "富_岳",
    ] {
        let found = slugs(&db, query).await;
        let plain = text::terms(query);
        let wanted = match plain.as_slice() {
            [] => 49,
            [only] if only == "富岳" => 1,
            _ => 0,
        };
        assert_eq!(found.len(), wanted, "{query}: {plain:?} {found:?}");
    }
}

#[actix_web::test]
async fn both_sides_of_a_succession_are_shown() {
    let (_folder, db) = loaded().await;
    let of = |slug: &'static str| {
        let db = db.clone();
        async move {
            let found = db
                .read(move |conn| institution::profile(conn, slug, now()))
                .await;
            found.unwrap()
        }
    };
    let old = of("ncgm").await;
    assert_eq!(old.successor.map(|one| one.slug), Some("jihs".to_owned()));
    assert!(old.facilities.is_empty());
    assert_eq!(old.handed_over.len(), 1);
    let new = of("jihs").await;
    let mut before: Vec<String> = new.predecessors.into_iter().map(|one| one.slug).collect();
    before.sort();
    assert_eq!(before, ["ncgm", "niid"]);
    let formers: Vec<Option<String>> = new
        .facilities
        .iter()
        .map(|one| one.former.as_ref().map(|name| name.ja.clone()))
        .collect();
    assert_eq!(
        formers,
        [
            Some("国際医療センター".to_owned()),
            Some("感染研".to_owned())
        ]
    );
    let count: usize = new.facilities.iter().map(|one| one.resources.len()).sum();
    assert_eq!(count, 7);
    let gone = db
        .read(|conn| institution::profile(conn, "nobody", now()).map(drop))
        .await;
    assert!(matches!(gone, Err(Halt::Absent)));
}

#[actix_web::test]
async fn what_is_not_booked_by_the_slot_says_how_it_is_reached() {
    let (_folder, db) = loaded().await;
    let access = |hits: &[Hit], slug: &str| {
        let found = hits.iter().find(|hit| hit.slug == slug);
        found.map(|hit| hit.access)
    };
    let hits = find(&db, "").await;
    assert_eq!(access(&hits, "riken-fugaku"), Some(Access::Elsewhere));
    assert_eq!(access(&hits, "ncc-biobank"), Some(Access::Request));
    assert_eq!(access(&hits, "ncgg-qpcr"), Some(Access::Slot));
    let page = db
        .read(|conn| page::resource_page(conn, "riken-fugaku"))
        .await
        .unwrap();
    assert!(page.allocator.unwrap().contains("RIST"));
    assert_eq!(
        page.category.name.en,
        "High-performance and quantum computing"
    );
    let names: Vec<&str> = page
        .prerequisites
        .iter()
        .map(|one| one.name.ja.as_str())
        .collect();
    assert_eq!(names.len(), 3);
    assert!(names.contains(&"利用規則への同意"));
}
