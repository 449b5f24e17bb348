//! What the pages of a resource and of the comparison show: free, taken, closed, whose, and why not.

use diesel::connection::SimpleConnection;

use crate::client::Client;
use crate::house::House;
use crate::people::{KIM, SATO};
use crate::world::{BIOBANK, CONFOCAL, CRYO, HIMAC, NGS, QPCR};

fn page(client: &Client, path: &str) -> String {
    client.get(path).expect(200).text()
}

/// Whether the table offers this start.
fn offers(page: &str, start: &str) -> bool {
    page.contains(&format!("value=\"{start}\" data-d="))
}

/// The panel for a time.
#[track_caller]
fn panel(client: &Client, slug: &str, start: &str, len: i64) -> String {
    let answer = client.get(&format!("/f/panel/{slug}?start={start}&len={len}"));
    let html = answer.expect(200).text();
    assert!(
        html.trim_start().starts_with("<section id=\"panel\""),
        "{html}"
    );
    html
}

#[test]
fn s5_1_the_turn_of_the_year_is_gray_and_the_days_around_it_are_not() {
    let house = House::new();
    house.set_clock("2026-12-21 10:00");
    let stranger = house.stranger();
    let path = format!("/resources/{CONFOCAL}");
    let week = page(&stranger, &format!("{path}?week=2026-12-28"));
    assert!(offers(&week, "2026-12-28T09:00") && week.contains("年末年始"));
    for closed in ["2026-12-29", "2026-12-31", "2027-01-01", "2027-01-03"] {
        assert!(!week.contains(&format!("value=\"{closed}T")), "{closed}");
    }
    let next = page(&stranger, &format!("{path}?week=2027-01-04"));
    assert!(offers(&next, "2027-01-04T09:00"));
    let possible = panel(&stranger, CONFOCAL, "2026-12-28T10:00", 120);
    assert!(possible.contains("申請できます"));
    let form = format!("/requests/new?resource={CONFOCAL}&#38;start=2026-12-28T10:00&#38;len=120");
    assert!(possible.contains(&form), "{possible}");
}

#[test]
fn s5_2_a_deadline_that_has_passed_is_told_with_its_day() {
    let house = House::new();
    house.set_clock("2026-12-28 09:00");
    let told = panel(&house.stranger(), CONFOCAL, "2027-01-05T10:00", 60);
    assert!(told.contains("この日時では申請できません"));
    assert!(told.contains("3日前（12月25日）"), "{told}");
    assert!(!told.contains("/requests/new"));
    assert!(told.contains("/rules/ncgg-ri/3.0"));
}

#[test]
fn s5_3_a_substitute_holiday_is_refused_by_its_name() {
    let house = House::new();
    house.set_clock("2027-03-01 09:00");
    let stranger = house.stranger();
    let week = page(&stranger, &format!("/resources/{CONFOCAL}?week=2027-03-22"));
    assert!(week.contains("春分の日の振替") && !week.contains("value=\"2027-03-22T"));
    let told = panel(&stranger, CONFOCAL, "2027-03-22T10:00", 60);
    assert!(told.contains("休日（春分の日の振替）"), "{told}");
    let english = stranger.get(&format!(
        "/en/f/panel/{CONFOCAL}?start=2027-03-22T10:00&len=60"
    ));
    assert!(english.text().contains("Vernal Equinox Day"));
}

#[test]
fn s4_2_cleaning_time_is_in_the_way_and_the_next_slot_is_offered() {
    let house = House::new();
    house.request(&SATO, NGS, "2027-01-18 09:00", 1440);
    let told = panel(&house.stranger(), NGS, "2027-01-19T09:00", 720);
    assert!(told.contains("準備・洗浄時間"), "{told}");
    let next = format!("/resources/{NGS}?start=2027-01-19T21:00&#38;len=720");
    assert!(told.contains(&next), "{told}");
    let week = page(
        &house.stranger(),
        &format!("/resources/{NGS}?week=2027-01-18"),
    );
    assert!(offers(&week, "2027-01-19T21:00") && !offers(&week, "2027-01-19T09:00"));
}

#[test]
fn one_s_own_request_is_marked_and_nobody_s_name_is_shown_to_others() {
    let house = House::new();
    let id = house
        .request(&SATO, CONFOCAL, "2027-01-18 10:00", 120)
        .to_string();
    let path = format!("/resources/{CONFOCAL}?week=2027-01-18");
    let mine = page(&house.signed_in(&SATO), &path);
    assert!(mine.contains("あなたの申請 承認待ち"));
    let (stranger, kim) = (house.stranger(), house.signed_in(&KIM));
    for other in [page(&stranger, &path), page(&kim, &path)] {
        assert!(other.contains(">仮予約<") && !other.contains("あなたの申請 "));
        for secret in ["佐藤", "sato", "膜受容体", &id] {
            assert!(!other.contains(secret), "{secret}");
        }
    }
    let decided = "update booking set state = 'confirmed'; update resource set calendar_turn = calendar_turn + 1";
    house.conn().batch_execute(decided).unwrap();
    assert!(page(&stranger, &path).contains(">予約済み<"));
    let day = "/availability?date=2027-01-18";
    assert!(page(&house.signed_in(&SATO), day).contains("class=\"s\""));
    assert!(!page(&stranger, day).contains("class=\"s\""));
}

#[test]
fn strangers_share_a_page_until_its_calendar_or_the_minute_changes() {
    let house = House::new();
    let stranger = house.stranger();
    let path = format!("/resources/{CONFOCAL}?week=2027-01-18");
    let first = stranger.get(&path).expect(200);
    assert_eq!(first.header("cache-control"), Some("public, max-age=60"));
    assert_eq!(first.header("set-cookie"), None);
    let tag = first.header("etag").unwrap().to_owned();
    let again = |tag: &str| {
        let request = stranger.request("GET", &path).header("if-none-match", tag);
        request.send()
    };
    assert_eq!(again(&tag).status, 304);
    // Another resource's booking leaves it as it is, its own does not.
    house.request(&SATO, QPCR, "2027-01-18 10:00", 60);
    assert_eq!(again(&tag).status, 304);
    house.request(&SATO, CONFOCAL, "2027-01-18 10:00", 60);
    let changed = again(&tag).expect(200);
    assert!(changed.text().contains("仮予約"));
    let own = house.signed_in(&SATO).get(&path).expect(200);
    assert_eq!(own.header("cache-control"), Some("no-store"));
}

#[test]
fn what_is_not_booked_here_says_how_else() {
    let house = House::new();
    let stranger = house.stranger();
    for (slug, told) in [
        (HIMAC, "利用の時間は公募で配分されます"),
        (BIOBANK, "送るもの"),
        ("ncvc-sem", "ここでの予約は準備中です"),
    ] {
        let page = page(
            &stranger,
            &format!("/resources/{slug}?start=2027-01-18T10:00&len=60"),
        );
        assert!(page.contains(told), "{slug}");
        assert!(
            !page.contains("name=\"start\"") && !page.contains("/requests/new"),
            "{slug}"
        );
    }
    assert!(page(&stranger, "/resources/ncvc-sem").contains("所有機関による確認前の情報です"));
    assert_eq!(stranger.get("/resources/nothing-here").status, 404);
    assert_eq!(stranger.get("/f/panel/nothing-here").status, 404);
}

#[test]
fn f07_calendars_of_a_thousand_years_are_one_week() {
    let house = House::new();
    let stranger = house.stranger();
    for week in [
        "-1",
        "0000-00-00",
        "9999-12-31",
        "292277026596-01-01",
        "2027-02-30",
        "%00",
        "%F0%9F%92%A9",
    ] {
        for slug in [CONFOCAL, CRYO, NGS] {
            let answer = stranger.get(&format!(
                "/resources/{slug}?week={week}&len={week}&start={week}"
            ));
            let html = answer.expect(200).text();
            assert!(
                html.matches("name=\"start\" id").count() <= 168,
                "{slug} {week}"
            );
        }
        stranger
            .get(&format!("/availability?date={week}&page={week}&cat={week}"))
            .expect(200);
    }
}

#[test]
fn free_time_is_compared_side_by_side() {
    let house = House::new();
    house.request(&SATO, CONFOCAL, "2027-01-18 10:00", 120);
    let stranger = house.stranger();
    let day = page(&stranger, "/availability?date=2027-01-18");
    let link = format!("/resources/{CONFOCAL}?start=2027-01-18T12:30&#38;len=60");
    assert!(day.contains(&link) && day.contains("12:30～17:00"), "{day}");
    assert!(day.contains("日単位の機器") && day.contains(CRYO) && !day.contains(HIMAC));
    // A holiday: nothing free, and the next day that has some.
    let holiday = page(&stranger, "/availability?date=2027-01-11");
    assert!(holiday.contains("この日は空きなし") && holiday.contains("次は 1月12日（火）"));
    let only = page(&stranger, "/availability?date=2027-01-18&cat=confocal");
    assert!(only.contains(CONFOCAL) && !only.contains(QPCR));
    assert!(
        page(&stranger, "/availability?cat=nothing")
            .contains("予約を受け付けている機器はありません")
    );
    assert!(page(&stranger, "/en/availability?date=2027-01-11").contains("Nothing free that day"));
}

#[test]
fn free_slots_are_listed_by_day_without_a_table() {
    let house = House::new();
    let list = page(
        &house.stranger(),
        &format!("/resources/{CONFOCAL}?view=list&len=120"),
    );
    assert!(!list.contains("<table") && list.contains("<details open>"));
    let slots = list.matches("&#38;len=120&#38;view=list").count();
    assert!((30..=35).contains(&slots), "{slots}");
}
