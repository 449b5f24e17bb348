//! Calendars by day, week, month and list: one's own, a resource's, a facility's; who sees what.

use diesel::connection::SimpleConnection;
use madoguchi::acts::booking::{Ruling, rule};
use madoguchi::domain::id::BookingId;

use crate::client::Client;
use crate::house::House;
use crate::people::{INOUE, KIM, NAKAMURA, Person, SATO, YAMADA};
use crate::world::{BIOBANK, CONFOCAL, QPCR, moment};

const VIEWS: [&str; 4] = ["day", "week", "month", "agenda"];

fn page(client: &Client, path: &str) -> String {
    client.get(path).expect(200).text()
}

/// Two bookings on the confocal microscope on 18 January: one confirmed, one not.
fn booked(house: &House) -> (BookingId, BookingId) {
    let sure = house.request(&SATO, CONFOCAL, "2027-01-18 10:00", 120);
    house
        .act(&YAMADA, move |tx, by| rule(tx, by, sure, &Ruling::Approve))
        .unwrap();
    let held = house.request(&KIM, CONFOCAL, "2027-01-18 14:00", 60);
    (sure, held)
}

/// Maintenance of a resource.
fn outage(house: &House, slug: &str, start: &str, minutes: i64) {
    let (from, to) = (moment(start), moment(start).plus_minutes(minutes));
    let text = format!(
        "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note) \
         select 77, id, {0}, {1}, {0}, {1}, 1, '定期点検' from resource where slug = '{slug}'",
        from.unix(),
        to.unix()
    );
    house.conn().batch_execute(&text).unwrap();
}

#[test]
fn a13_the_public_calendar_tells_states_and_never_persons() {
    let house = House::new();
    let (sure, held) = booked(&house);
    outage(&house, CONFOCAL, "2027-01-19 09:00", 180);
    let (stranger, nakamura) = (house.stranger(), house.signed_in(&NAKAMURA));
    for view in VIEWS {
        let path = format!("/resources/{CONFOCAL}/calendar?view={view}&date=2027-01-18");
        for reader in [&stranger, &nakamura] {
            let html = page(reader, &path);
            for word in ["仮予約", "確定", "空き"] {
                assert!(html.contains(word), "{view}: {word}");
            }
            let (sure, held) = (sure.to_string(), held.to_string());
            for secret in [
                "佐藤",
                "sato",
                "Kim",
                "長寿研（",
                "膜受容体",
                &sure,
                &held,
                "定期点検",
            ] {
                assert!(!html.contains(secret), "{view}: {secret}");
            }
        }
    }
    let week = page(
        &stranger,
        &format!("/resources/{CONFOCAL}/calendar?view=week&date=2027-01-18"),
    );
    assert!(week.contains("保守") && week.contains("休業日"));
    // free time leads to the resource's page with the time chosen
    let start = format!("/resources/{CONFOCAL}?start=2027-01-18T12:30&#38;len=60");
    assert!(week.contains(&start), "{week}");
    let english = page(
        &stranger,
        &format!("/en/resources/{CONFOCAL}/calendar?view=agenda&date=2027-01-18"),
    );
    assert!(english.contains("Held") && english.contains("Service"));
}

#[test]
fn one_s_own_request_is_marked_in_a_resource_s_calendar() {
    let house = House::new();
    let (sure, _) = booked(&house);
    let path = format!("/resources/{CONFOCAL}/calendar?view=week&date=2027-01-18");
    let mine = page(&house.signed_in(&SATO), &path);
    assert!(mine.contains("あなたの申請") && mine.contains(&format!("/requests/{sure}")));
    let kim = page(&house.signed_in(&KIM), &path);
    assert!(!kim.contains(&sure.to_string()));
}

#[test]
fn strangers_share_a_calendar_until_it_changes() {
    let house = House::new();
    let stranger = house.stranger();
    let path = format!("/resources/{CONFOCAL}/calendar?view=week&date=2027-01-18");
    let first = stranger.get(&path).expect(200);
    assert_eq!(first.header("cache-control"), Some("public, max-age=60"));
    let tag = first.header("etag").unwrap().to_owned();
    let again = || {
        stranger
            .request("GET", &path)
            .header("if-none-match", &tag)
            .send()
    };
    assert_eq!(again().status, 304);
    booked(&house);
    assert!(again().expect(200).text().contains("仮予約"));
}

#[test]
fn one_s_own_calendar_shows_bookings_with_their_states_and_nobody_else_s() {
    let house = House::new();
    let (sure, held) = booked(&house);
    let sato = house.signed_in(&SATO);
    for view in VIEWS {
        let html = page(&sato, &format!("/my/calendar?view={view}&date=2027-01-18"));
        assert!(html.contains(&format!("/requests/{sure}")), "{view}");
        assert!(html.contains("共焦点") && html.contains("確定"), "{view}");
        assert!(
            !html.contains(&held.to_string()) && !html.contains("Kim"),
            "{view}"
        );
    }
    let english = page(
        &house.signed_in(&KIM),
        "/en/my/calendar?view=week&date=2027-01-18",
    );
    assert!(english.contains("Waiting for approval"));
    let empty = page(&sato, "/my/calendar?view=day&date=2027-01-19");
    assert!(empty.contains("この期間の予定はありません"));
    assert_eq!(house.stranger().get("/my/calendar").status, 303);
}

#[test]
fn trainings_stand_in_one_s_own_calendar_until_they_are_called_off() {
    let house = House::new();
    let (from, to) = (
        moment("2027-01-20 13:00").unix(),
        moment("2027-01-20 15:00").unix(),
    );
    for text in [
        "insert into course (id, facility_id, code, name_ja, name_en, minutes) \
         select 1, id, 'laser', 'レーザー安全講習', 'Laser safety', 120 from facility where slug = 'ncgg-ri'"
            .to_owned(),
        format!(
            "insert into course_session (id, course_id, starts_at, ends_at, seats, place, turn) \
             values (1, 1, {from}, {to}, 8, '第1会議室', 0)"
        ),
        format!("insert into course_enrolment (session_id, user_id, enrolled_at) values (1, {}, 1)", SATO.id),
    ] {
        house.conn().batch_execute(&text).unwrap();
    }
    let sato = house.signed_in(&SATO);
    let path = "/my/calendar?view=agenda&date=2027-01-18";
    let html = page(&sato, path);
    assert!(
        html.contains("レーザー安全講習") && html.contains("第1会議室") && html.contains("講習")
    );
    assert!(!page(&house.signed_in(&KIM), path).contains("レーザー"));
    let off = "update course_session set cancelled_at = 1";
    house.conn().batch_execute(off).unwrap();
    assert!(!page(&sato, path).contains("レーザー"));
}

#[test]
fn a_manager_sees_applicants_states_and_maintenance_of_their_own_facility_only() {
    let house = House::new();
    let (sure, held) = booked(&house);
    outage(&house, QPCR, "2027-01-19 09:00", 180);
    let yamada = house.signed_in(&YAMADA);
    for view in VIEWS {
        let html = page(
            &yamada,
            &format!("/manage/calendar?view={view}&date=2027-01-18"),
        );
        for wanted in ["佐藤 恵（長寿研）", "Kim Jiwoo", "承認待ち", "✓ 確定"] {
            assert!(html.contains(wanted), "{view}: {wanted}");
        }
        for id in [sure, held] {
            assert!(html.contains(&format!("/manage/requests/{id}")), "{view}");
        }
    }
    let week = page(
        &yamada,
        "/manage/calendar?view=week&date=2027-01-18&facility=ncgg-ri",
    );
    assert!(week.contains("定期点検") && week.contains("保守"));
    let nakamura = house.signed_in(&NAKAMURA);
    let other = page(&nakamura, "/manage/calendar?view=week&date=2027-01-18");
    assert!(!other.contains("佐藤") && !other.contains("Kim"));
    for facility in ["ncgg-ri", "riken-cryoem", "nothing", "%22%3E"] {
        let path = format!("/manage/calendar?facility={facility}");
        assert_eq!(nakamura.get(&path).status, 404, "{facility}");
    }
    assert_eq!(house.signed_in(&SATO).get("/manage/calendar").status, 403);
}

#[test]
fn without_a_view_wide_screens_get_the_week_and_narrow_ones_the_list() {
    let house = House::new();
    booked(&house);
    let people: [(&Person, String); 3] = [
        (&SATO, "/my/calendar".into()),
        (&YAMADA, "/manage/calendar".into()),
        (&SATO, format!("/resources/{CONFOCAL}/calendar")),
    ];
    for (person, path) in people {
        let html = page(&house.signed_in(person), &format!("{path}?date=2027-01-18"));
        assert!(
            html.contains("class=\"wide\"") && html.contains("class=\"narrow\""),
            "{path}"
        );
        assert!(html.contains("<table class=\"wk cal"), "{path}");
        assert!(html.contains("view=month&#38;date=2027-01-18"), "{path}");
        assert!(
            html.contains("date=2027-01-25") && html.contains("date=2027-01-11"),
            "{path}"
        );
    }
}

#[test]
fn f07_calendars_of_a_thousand_years_are_one_period_within_thirteen_months() {
    let house = House::new();
    let yamada = house.signed_in(&YAMADA);
    let paths = [
        "/my/calendar".to_owned(),
        "/manage/calendar".to_owned(),
        format!("/resources/{CONFOCAL}/calendar"),
    ];
    for path in paths {
        for date in [
            "-1",
            "0000-00-00",
            "9999-12-31",
            "292277026596-01-01",
            "2027-02-30",
            "%00",
        ] {
            for view in ["year", "month", "%F0%9F%92%A9"] {
                yamada
                    .get(&format!("{path}?view={view}&date={date}"))
                    .expect(200);
            }
        }
        let far = page(&yamada, &format!("{path}?view=month&date=2199-12-31"));
        assert!(far.contains("2028年"), "{path}");
        assert!(!far.contains("rel=\"next\""), "{path}");
    }
}

#[test]
fn a_resource_whose_time_is_not_booked_here_has_no_calendar() {
    let house = House::new();
    let html = page(&house.stranger(), &format!("/resources/{BIOBANK}/calendar"));
    assert!(html.contains("予定表はありません") && !html.contains("<table"));
    assert_eq!(
        house.stranger().get("/resources/nothing/calendar").status,
        404
    );
    assert_eq!(
        house
            .signed_in(&INOUE)
            .get("/resources/nothing/calendar")
            .status,
        404
    );
}

#[test]
fn consents_that_are_due_stand_in_one_s_own_calendar() {
    let (house, _) = crate::consent::amended();
    let suzuki = house.signed_in(&crate::consent::SUZUKI);
    let html = page(&suzuki, "/my/calendar?view=agenda&date=2027-01-04");
    assert!(
        html.contains("同意の締切") && html.contains("17:00まで"),
        "{html}"
    );
    assert!(html.contains("/my/consents"));
}
