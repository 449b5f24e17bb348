//! The calendar of holidays over HTTP: the official list with what it changes, corrections by hand, the computation.

use chrono::{Datelike, NaiveDate};
use madoguchi::domain::calendar::holiday::{HolidayKind, computed};

use crate::asking::filled;
use crate::client::Client;
use crate::house::House;
use crate::people::{ADMINISTRATOR, INOUE, SATO};
use crate::world::CONFOCAL;

const PATH: &str = "/admin/holidays";

/// The list of these years as the Cabinet Office writes it, each line passed through `change`.
fn list(years: [i32; 2], change: impl Fn(NaiveDate, &str) -> Option<String>) -> String {
    let mut text = "国民の祝日・休日月日,国民の祝日・休日名称\r\n".to_owned();
    let first = NaiveDate::from_ymd_opt(years[0], 1, 1).unwrap();
    for day in first.iter_days().take_while(|day| day.year() <= years[1]) {
        let Some(found) = computed(day) else { continue };
        let name = match found.kind {
            HolidayKind::National => found.name_ja,
            _ => "休日",
        };
        if let Some(line) = change(day, name) {
            text.push_str(&line);
            text.push_str("\r\n");
        }
    }
    text
}

fn line(day: NaiveDate, name: &str) -> String {
    format!("{},{name}", day.format("%Y/%-m/%-d"))
}

/// The official list, with the day of the sea of 2027 moved from the 19th to the 22nd.
fn moved() -> String {
    let sea: NaiveDate = "2027-07-19".parse().unwrap();
    list([2026, 2027], |day, name| {
        let day = if day == sea {
            day + chrono::Days::new(3)
        } else {
            day
        };
        Some(line(day, name))
    })
}

fn keep(client: &Client, text: &str) {
    let done = client
        .post(PATH, &[("step", "keep"), ("list", text)])
        .expect(303);
    assert!(
        client
            .follow(&done)
            .words()
            .contains("一覧を取り込みました")
    );
}

fn week(client: &Client, monday: &str) -> String {
    let path = format!("/resources/{CONFOCAL}?week={monday}");
    client.get(&path).expect(200).text()
}

/// Whether the table offers nine o'clock of a day.
fn offers(page: &str, day: &str) -> bool {
    page.contains(&format!("value=\"{day}T09:00\" data-d="))
}

fn panel(client: &Client, start: &str) -> String {
    let path = format!("/f/panel/{CONFOCAL}?start={start}&len=60");
    client.get(&path).expect(200).text()
}

#[test]
fn s5_the_story_holds_with_an_imported_list() {
    let house = House::new();
    keep(&house.signed_in(&ADMINISTRATOR), &moved());
    let stranger = house.stranger();
    house.set_clock("2026-12-21 10:00");
    // 1: the turn of the year
    let page = week(&stranger, "2026-12-28");
    assert!(offers(&page, "2026-12-28") && page.contains("年末年始"));
    assert!(!page.contains("value=\"2026-12-29T") && !page.contains("value=\"2027-01-01T"));
    assert!(offers(&week(&stranger, "2027-01-04"), "2027-01-04"));
    // 2: three business days before 5 January
    house.set_clock("2026-12-28 09:00");
    let told = panel(&stranger, "2027-01-05T10:00");
    assert!(told.contains("3日前（12月25日）"), "{told}");
    // 3: a substitute by the name of its holiday, though the list calls it 休日
    house.set_clock("2027-03-01 09:00");
    let told = panel(&stranger, "2027-03-22T10:00");
    assert!(told.contains("休日（春分の日の振替）"), "{told}");
    house.set_clock("2026-08-20 09:00");
    let page = week(&stranger, "2026-09-21");
    for closed in ["2026-09-21", "2026-09-22", "2026-09-23"] {
        assert!(!page.contains(&format!("value=\"{closed}T")), "{closed}");
    }
    assert!(panel(&stranger, "2026-09-22T10:00").contains("国民の休日"));
}

#[test]
fn every_page_notices_a_new_list_at_once() {
    let house = House::new();
    house.set_clock("2027-07-01 10:00");
    let stranger = house.stranger();
    let pages = [
        format!("/resources/{CONFOCAL}?week=2027-07-19"),
        "/resources?q=%E9%95%B7%E5%AF%BF&date=2027-07-22".to_owned(),
        "/availability?date=2027-07-22".to_owned(),
        "/availability?date=2027-07-19".to_owned(),
    ];
    let read = || {
        pages
            .clone()
            .map(|path| stranger.get(&path).expect(200).text())
    };
    let [before, found, on_22, on_19] = read();
    assert!(!offers(&before, "2027-07-19") && offers(&before, "2027-07-22"));
    assert!(panel(&stranger, "2027-07-19T10:00").contains("海の日"));
    assert!(found.contains("2027-07-22T"), "{found}");
    assert!(on_22.contains("2027-07-22T") && !on_19.contains("2027-07-19T"));
    // the same minute: what was kept of these pages must not be shown again
    keep(&house.signed_in(&ADMINISTRATOR), &moved());
    let [after, found, on_22, on_19] = read();
    assert!(offers(&after, "2027-07-19") && !offers(&after, "2027-07-22"));
    assert!(!found.contains("2027-07-22T"), "{found}");
    assert!(!on_22.contains("2027-07-22T") && on_19.contains("2027-07-19T"));
    assert!(panel(&stranger, "2027-07-22T10:00").contains("休日（海の日）"));
    // the deed judges by the same calendar
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, "2027-07-19 10:00", 60);
    sato.submit(&form).expect(303);
    let form = filled(&sato, CONFOCAL, "2027-07-21 10:00", 60).with("start", "2027-07-22T10:00");
    let refused = sato.submit(&form).expect(422);
    assert!(refused.words().contains("海の日"), "{}", refused.words());
    // three business days before 23 July: the 22nd no longer counts, the 19th does
    house.set_clock("2027-07-20 10:00");
    assert!(panel(&stranger, "2027-07-23T10:00").contains("3日前（7月19日）"));
}

#[test]
fn a_list_is_compared_before_it_is_kept() {
    let house = House::new();
    let administrator = house.signed_in(&ADMINISTRATOR);
    let text = moved();
    let seen = administrator.post(PATH, &[("step", "preview"), ("list", &text)]);
    let words = seen.expect(200).words();
    assert!(words.contains("2026年から2027年までの一覧です"), "{words}");
    assert!(words.contains("休日が増える日 1日、なくなる日 1日、名称が変わる日 0日"));
    assert!(words.contains("2027年7月19日") && words.contains("2027年7月22日"));
    assert_eq!(house.count("holiday") + house.count("holiday_edition"), 0);
    keep(&administrator, &text);
    assert_eq!(house.count("holiday_year"), 2);
    let witness = "event where kind = 'holiday.kept'";
    assert_eq!(house.count(witness), 1);
    let year = administrator
        .get(&format!("{PATH}?year=2027"))
        .expect(200)
        .words();
    assert!(year.contains("公式の一覧") && year.contains("春分の日の振替休日"));
    assert!(year.contains(ADMINISTRATOR.name), "who kept it");
    // once more, nothing would change
    let seen = administrator
        .post(PATH, &[("list", &text)])
        .expect(200)
        .words();
    assert!(
        seen.contains("休日が増える日 0日、なくなる日 0日"),
        "{seen}"
    );
}

#[test]
fn d03_d11_what_is_no_list_is_refused_with_every_line_and_nothing_is_kept() {
    let house = House::new();
    let administrator = house.signed_in(&ADMINISTRATOR);
    let broken = "2027/1/1,元日\n2027/2/30,何の日\n2027/2/11,=HYPERLINK(1)\n1900/1/1,元日\n\
        2026/1/1,元日\n2027/3/21,春分の日\n2027/3/22,<script>alert(1)</script>\n2027/4/29,昭\u{202e}和";
    for step in ["preview", "keep"] {
        let refused = administrator.post(PATH, &[("step", step), ("list", broken)]);
        let refused = refused.expect(422);
        let words = refused.words();
        for told in [
            "2行目：存在しない日付です",
            "3行目：名称がないか",
            "4行目：1955年から2199年まで",
            "6行目：2027年が2か所に分かれています（1行目から",
            "7行目：名称がないか",
            "8行目：名称がないか",
        ] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!refused.text().contains("<script>alert"));
        assert!(
            refused.text().contains("=HYPERLINK(1)"),
            "what was typed stays"
        );
    }
    let refused = administrator.post(PATH, &[("step", "keep"), ("list", "<html><body>")]);
    assert!(
        refused
            .expect(422)
            .words()
            .contains("一覧として読み取れません")
    );
    let many = "x\n".repeat(80);
    let first = format!("2027/1/1,元日\n{many}");
    let refused = administrator.post(PATH, &[("list", &first)]).expect(422);
    assert!(refused.words().contains("ほかに30か所あります"));
    assert_eq!(house.count("holiday") + house.count("holiday_edition"), 0);
    assert_eq!(house.count("event where kind = 'holiday.kept'"), 0);
}

#[test]
fn a_correction_by_hand_wins_and_can_be_taken_back() {
    let house = House::new();
    house.set_clock("2027-07-01 10:00");
    let (administrator, stranger) = (house.signed_in(&ADMINISTRATOR), house.stranger());
    keep(&administrator, &moved());
    let correct = |fields: &[(&str, &str)]| {
        let step = [("step", "correct")];
        administrator.post(PATH, &[&step, fields].concat())
    };
    let refused = correct(&[
        ("day", "2027-07-26"),
        ("standing", "holiday"),
        ("day_en", "x"),
    ]);
    let refused = refused.expect(422);
    assert!(
        refused
            .words()
            .contains("名称（日本語）が入力されていません")
    );
    assert!(
        refused.text().contains("value=\"2027-07-26\""),
        "what was typed stays"
    );
    correct(&[("day", "2027-07-22"), ("standing", "open")]).expect(303);
    let day = [("day", "2027-07-26"), ("standing", "holiday")];
    let names = [("day_ja", "臨時の休日"), ("day_en", "Special holiday")];
    correct(&[day, names].concat()).expect(303);
    assert!(offers(&week(&stranger, "2027-07-19"), "2027-07-22"));
    assert!(panel(&stranger, "2027-07-26T10:00").contains("臨時の休日"));
    // another list does not undo them
    keep(&administrator, &moved());
    assert!(offers(&week(&stranger, "2027-07-19"), "2027-07-22"));
    let page = administrator
        .get(&format!("{PATH}?year=2027"))
        .expect(200)
        .words();
    assert!(page.contains("手で直した日") && page.contains("（休日ではない）"));
    administrator
        .post(PATH, &[("step", "restore"), ("day", "2027-07-22")])
        .expect(303);
    assert!(!offers(&week(&stranger, "2027-07-19"), "2027-07-22"));
    let again = [("step", "restore"), ("day", "2027-07-22")];
    administrator.post(PATH, &again).expect(404);
}

#[test]
fn a_year_whose_list_is_removed_is_computed_again() {
    let house = House::new();
    house.set_clock("2027-07-01 10:00");
    let (administrator, stranger) = (house.signed_in(&ADMINISTRATOR), house.stranger());
    keep(&administrator, &moved());
    assert!(offers(&week(&stranger, "2027-07-19"), "2027-07-19"));
    let forget = [("step", "forget"), ("year", "2027")];
    administrator.post(PATH, &forget).expect(303);
    assert!(!offers(&week(&stranger, "2027-07-19"), "2027-07-19"));
    assert!(offers(&week(&stranger, "2027-07-19"), "2027-07-22"));
    administrator.post(PATH, &forget).expect(404);
    assert_eq!(house.count("holiday where day like '2027%'"), 0);
    assert!(house.count("holiday where day like '2026%'") > 10);
}

#[test]
fn a02_nobody_else_changes_the_calendar() {
    let house = House::new();
    for person in [SATO, INOUE] {
        let client = house.signed_in(&person);
        client.get(PATH).expect(403);
        let text = moved();
        client
            .post(PATH, &[("step", "keep"), ("list", &text)])
            .expect(403);
    }
    assert_eq!(house.count("holiday"), 0);
}
