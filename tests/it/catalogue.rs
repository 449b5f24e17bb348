//! Home, search and institutions as visitors meet them.

use crate::asking::ask;
use crate::client::Answer;
use crate::house::House;
use crate::people::SATO;
use crate::world::{BIOBANK, CRYO, HIMAC, QPCR};

/// The addresses of the request form that a page offers for a resource.
fn offers(page: &Answer, slug: &str) -> Vec<String> {
    let start = format!("/requests/new?resource={slug}&");
    page.text()
        .replace("&amp;", "&")
        .replace("&#38;", "&")
        .split('"')
        .filter(|part| part.starts_with(&start))
        .map(str::to_owned)
        .collect()
}

/// How many resources a page of results shows.
fn results(page: &Answer) -> usize {
    page.text().matches("class=\"item\"").count()
}

#[test]
fn strangers_share_a_page_and_people_have_their_own() {
    let house = House::new();
    let stranger = house.stranger();
    for path in [
        "/",
        "/resources",
        "/institutions",
        "/institutions/jihs",
        "/en",
    ] {
        let page = stranger.get(path).expect(200);
        assert_eq!(
            page.header("cache-control"),
            Some("public, max-age=60"),
            "{path}"
        );
        assert_eq!(page.header("set-cookie"), None, "{path}");
        let vary = page.all("vary").collect::<Vec<_>>().join(",");
        assert!(vary.contains("cookie"), "{path}: {vary}");
        let etag = page.header("etag").unwrap().to_owned();
        let again = stranger.request("GET", path);
        let again = again.header("if-none-match", &etag).send().expect(304);
        assert!(again.body.is_empty());
        let own = house.signed_in(&SATO).get(path).expect(200);
        assert_eq!(own.header("cache-control"), Some("no-store"), "{path}");
        assert!(own.text().contains(SATO.name) && !page.text().contains(SATO.name));
    }
}

#[test]
fn home_counts_what_there_is_and_leads_to_it() {
    let house = House::new();
    let home = house.stranger().get("/").expect(200);
    assert!(home.words().contains("10機関・49件"), "{}", home.words());
    let link = "/resources?cat=cryo_em&cat=tem&cat=sem";
    assert!(
        home.text()
            .replace("&amp;", "&")
            .replace("&#38;", "&")
            .contains(link)
    );
    let group = house.stranger().get(link).expect(200);
    assert_eq!(results(&group), 7);
    assert!(group.words().contains("7件"));
}

#[test]
fn a_search_forgives_spelling_and_says_what_is_not_confirmed() {
    let house = House::new();
    let stranger = house.stranger();
    for (query, count) in [
        ("q=%E9%80%8F%E9%81%8E%E9%9B%BB%E5%AD%90", 3), // 透過電子
        (
            "q=%E3%82%B7%E3%83%BC%E3%82%AF%E3%82%A8%E3%83%B3%E3%82%B5%E3%83%BC",
            2,
        ), // シークエンサー
        ("q=%E5%AF%8C%E5%B2%B3", 1),                   // 富岳
        ("org=jihs", 7),
        ("org=jihs&cat=tem&cat=sem", 3),
        ("kind=biobank", 2),
        ("org=nowhere", 0),
    ] {
        let page = stranger.get(&format!("/resources?{query}")).expect(200);
        assert_eq!(results(&page), count, "{query}");
    }
    let tem = stranger.get("/resources?cat=tem").expect(200).words();
    assert!(tem.contains("未確認") && tem.contains("準備中"));
    let cryo = stranger.get("/resources?cat=cryo_em").expect(200).words();
    assert!(cryo.contains("予約できます") && !cryo.contains("未確認"));
    let english = stranger.get("/en/resources?q=sequencer").expect(200);
    assert!(english.words().contains("2 found for “sequencer”"));
}

#[test]
fn an_offered_slot_can_be_asked_for_and_is_offered_to_nobody_else_then() {
    let house = House::new();
    let path = "/resources?cat=nucleic_acid&len=60";
    let before = offers(&house.stranger().get(path).expect(200), QPCR);
    let start = |day: &str| format!("/requests/new?resource={QPCR}&start={day}&len=60");
    let wanted = ["2026-12-16T09:00", "2026-12-16T10:00", "2026-12-16T11:00"];
    assert_eq!(before, wanted.map(start));
    let sato = house.signed_in(&SATO);
    ask(&sato, QPCR, "2026-12-16 09:00", 60);
    let after = offers(&house.stranger().get(path).expect(200), QPCR);
    let wanted = ["2026-12-16T10:00", "2026-12-16T11:00", "2026-12-16T12:00"];
    assert_eq!(after, wanted.map(start));
}

#[test]
fn only_what_is_free_on_the_day_is_found() {
    let house = House::new();
    let stranger = house.stranger();
    // a Saturday, New Year's Eve, a day before the lead, a day beyond the horizon
    for day in ["2026-12-19", "2026-12-31", "2026-12-15", "2027-03-31"] {
        let page = stranger.get(&format!("/resources?cat=nucleic_acid&date={day}"));
        assert_eq!(results(&page.expect(200)), 0, "{day}");
    }
    let page = stranger.get("/resources?date=2026-12-17").expect(200);
    assert!(page.words().contains("12月17日（木）に空きあり"));
    let offered = offers(&page, QPCR);
    assert_eq!(offered.len(), 3);
    assert!(
        offered
            .iter()
            .all(|href| href.contains("start=2026-12-17T"))
    );
    assert!(
        offers(&page, CRYO).is_empty(),
        "its lead is 20 business days"
    );
}

#[test]
fn calls_and_requests_have_no_booking_button() {
    let house = House::new();
    let stranger = house.stranger();
    let himac = stranger.get("/resources?q=HIMAC").expect(200);
    assert!(himac.words().contains("公募で配分") && himac.words().contains("募集期間・申請先"));
    assert!(offers(&himac, HIMAC).is_empty() && !himac.words().contains("申込みへ"));
    let biobank = stranger
        .get("/resources?org=ncc&cat=human_biobank")
        .expect(200);
    assert!(biobank.words().contains("申込みへ"));
    assert!(offers(&biobank, BIOBANK).is_empty());
}

#[test]
fn f07_pages_are_clamped() {
    let house = House::new();
    let stranger = house.stranger();
    for (page, count) in [
        ("1", 20),
        ("2", 20),
        ("3", 9),
        ("4", 9),
        ("9223372036854775808", 9),
        ("-1", 20),
        ("0", 20),
        ("x", 20),
    ] {
        let shown = stranger.get(&format!("/resources?page={page}")).expect(200);
        assert_eq!(results(&shown), count, "{page}");
    }
}

#[test]
fn d01_a_query_is_shown_and_never_run() {
    let house = House::new();
    let page = house
        .stranger()
        .get("/resources?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&org=%22%3E%3Cimg%20src%3Dx%3E")
        .expect(200);
    assert!(!page.text().contains("<script>alert") && !page.text().contains("<img src=x"));
    assert!(page.words().contains("見つかりませんでした"));
}

#[test]
fn nothing_found_leads_on() {
    let house = House::new();
    let page = house
        .stranger()
        .get("/resources?q=%E5%85%B1%E7%84%A6%E7%82%B9%E8%B5%B0%E6%9F%BB%E8%A3%85%E7%BD%AE"); // 共焦点走査装置
    let page = page.expect(200);
    assert!(
        page.words().contains("共焦点レーザー走査顕微鏡"),
        "{}",
        page.words()
    );
    assert!(page.text().contains("href=\"/contact\""));
    let filtered = house.stranger().get("/resources?q=NMR&org=ncc").expect(200);
    assert!(filtered.words().contains("条件を外して探す"));
}

#[test]
fn both_sides_of_a_succession_are_shown() {
    let house = House::new();
    let stranger = house.stranger();
    let old = stranger.get("/institutions/ncgm").expect(200);
    assert!(
        old.words()
            .contains("2025年4月1日（火）から国立健康危機管理研究機構")
    );
    assert!(old.text().contains("/institutions/jihs"));
    let new = stranger.get("/institutions/jihs").expect(200);
    assert!(new.words().contains("旧 国際医療センター") && new.words().contains("旧 感染研"));
    assert!(
        new.text().contains("/institutions/niid") && new.text().contains("/resources/niid-tem")
    );
    let list = stranger.get("/en/institutions").expect(200);
    assert!(
        list.words()
            .contains("succeeded by Japan Institute for Health Security")
    );
    stranger.get("/institutions/nobody").expect(404);
}
