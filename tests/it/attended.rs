//! 立会者: choosing assisted operation takes the time of somebody who attends, with the resource's own.

use diesel::connection::SimpleConnection;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;

use crate::amending::letters;
use crate::asking::{filled, number};
use crate::client::Client;
use crate::form::Form;
use crate::house::House;
use crate::lab::{HAYASHI, NISHIMURA, NSIM, lab, ruled};
use crate::people::SATO;
use crate::sheet::codes;

/// A Tuesday.
const START: &str = "2026-05-12 10:00";

/// Those who attend the microscope, as resources: they are on duty from Monday to Friday, 9 to 17 o'clock.
pub const WATANABE: i64 = 7001;
pub const ONO: i64 = 7002;

/// Puts somebody on record who attends the microscope.
pub fn attendant(house: &House, (id, ja, en): (i64, &str, &str), account: Option<i64>) {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri"];
    let hours = weekdays
        .map(|day| format!("{day} 09:00-{day} 17:00"))
        .join("; ");
    let account = account.map_or("null".to_owned(), |id| id.to_string());
    let mut conn = house.conn();
    for statement in [
        format!(
            "insert into resource (id, slug, facility_id, category, kind, name_ja, name_en, summary_ja, summary_en, \
             booking_mode, allocation, prerequisites, capacity, slot_minutes, origin_minute, min_minutes, max_minutes, \
             lead_business_days, horizon_days, buffer_before, buffer_after, response_days, windows, closed_calendars, \
             published, state, source, search_key, calendar_turn, part, call_periods_ja, call_periods_en, call_site) \
             select {id}, 'attendant-{id}', facility_id, 'attendant', 'person', '{ja}', '{en}', '', '', \
             'exclusive_slot', 'direct', '', 1, 60, 0, 60, 1440, 0, 1, 0, 0, 0, '{hours}', \
             'weekend,national_holiday,year_end', false, 'in_service', 'test', '', 0, 'attendant', '', '', '' \
             from resource where slug = '{NSIM}'"
        ),
        format!("insert into attendant (id, user_id) values ({id}, {account})"),
        format!(
            "insert into attendant_of (resource_id, attendant_id) select id, {id} from resource where slug = '{NSIM}'"
        ),
    ] {
        conn.batch_execute(&statement).unwrap();
    }
}

/// The imaging facility, whose rule asks for an attendant's time with assisted and proxy operation.
pub fn attended(more: &[(Parameter, Value)]) -> House {
    let house = lab();
    let mut said = vec![
        (Parameter::AttendantCalendar, codes(&["assisted", "proxy"])),
        (Parameter::TrainingRequired, codes(&[])),
    ];
    said.extend_from_slice(more);
    ruled(&house, &said);
    attendant(
        &house,
        (WATANABE, "渡辺 誠", "Watanabe Makoto"),
        Some(SATO.id),
    );
    house
}

pub fn request(client: &Client, start: &str, minutes: i64, mode: &str) -> Form {
    filled(client, NSIM, start, minutes).with("support_mode", mode)
}

pub fn attends(house: &House, attendant: i64) -> i64 {
    house.count(&format!(
        "allocation where purpose = 'attendant' and resource_id = {attendant}"
    ))
}

#[test]
fn s3_2_assisted_operation_takes_the_attendants_time_with_the_microscopes() {
    let house = attended(&[]);
    let hayashi = house.signed_in(&HAYASHI);
    let form = filled(&hayashi, NSIM, START, 120);
    let page = hayashi
        .get(&format!(
            "/requests/new?resource={NSIM}&start=2026-05-12T10:00&len=120"
        ))
        .expect(200);
    assert!(
        page.words().contains("立会者の予定も同時に確保します"),
        "{}",
        page.words()
    );
    let id = number(&hayashi.submit(&form).expect(303));
    assert_eq!(attends(&house, WATANABE), 1);
    assert_eq!(
        house.count("allocation"),
        2,
        "the microscope and whoever attends"
    );
    let own = hayashi.get(&format!("/requests/{id}")).expect(200);
    assert!(own.words().contains("渡辺 誠"), "{}", own.words());
    // nothing is certain yet
    assert!(letters(&house, "attends").is_empty());

    let manager = house.signed_in(&NISHIMURA);
    let desk = manager.get(&format!("/manage/requests/{id}")).expect(200);
    assert!(desk.words().contains("立会者 渡辺 誠") || desk.words().contains("渡辺 誠"));
    manager.submit(&desk.form("/approve")).expect(303);
    assert_eq!(letters(&house, "attends"), [SATO.email]);
    let sato = house.signed_in(&SATO);
    let mine = sato.get("/my/requests").expect(200).text();
    assert!(mine.contains("/my/attendances"), "{mine}");
    assert!(
        !hayashi
            .get("/my/requests")
            .text()
            .contains("/my/attendances")
    );
    let agenda = sato.get("/my/attendances").expect(200);
    for said in ["林 杏", "技術補助", "確定"] {
        assert!(agenda.words().contains(said), "{said}: {}", agenda.words());
    }
    // what one operates alone takes nobody's time
    let alone = request(&hayashi, "2026-05-13 10:00", 120, "self");
    hayashi.submit(&alone).expect(303);
    assert_eq!(attends(&house, WATANABE), 1);
}

#[test]
fn g05_nobody_attends_two_uses_at_once_and_adjacent_ones_touch() {
    let house = attended(&[
        (Parameter::BufferAfter, Value::Number(0)),
        (Parameter::BufferBefore, Value::Number(0)),
    ]);
    let hayashi = house.signed_in(&HAYASHI);
    hayashi
        .submit(&request(&hayashi, START, 120, "assisted"))
        .expect(303);
    // the microscope is free, whoever attends is elsewhere
    let mut conn = house.conn();
    let elsewhere = "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, purpose, note) \
         select 99, 7001, ends_at + 86400, ends_at + 90000, ends_at + 86400, ends_at + 90000, 1, 'outage', '研修' \
         from allocation where purpose = 'attendant'";
    conn.batch_execute(elsewhere).unwrap();
    let kim = house.signed_in(&HAYASHI);
    let refused = kim
        .submit(&request(&kim, "2026-05-13 11:00", 120, "assisted"))
        .expect(422);
    let words = refused.words();
    assert!(
        words.contains("この時間に立ち会える人がいません"),
        "{words}"
    );
    assert!(
        words.contains("自己操作"),
        "another way of use is offered: {words}"
    );
    assert!(words.contains("5月13日"), "and other times: {words}");
    assert_eq!(attends(&house, WATANABE), 1, "nothing is written");
    // right up to the absence, and right after the first one
    kim.submit(&request(&kim, "2026-05-12 12:00", 120, "assisted"))
        .expect(303);
    kim.submit(&request(&kim, "2026-05-13 10:00", 120, "assisted"))
        .expect(303);
    assert_eq!(attends(&house, WATANABE), 3);
}

#[test]
fn whoever_is_not_on_duty_can_not_attend_and_without_anybody_it_is_said_so() {
    let house = attended(&[(Parameter::OpenWindows, Value::Windows(Vec::new()))]);
    let hayashi = house.signed_in(&HAYASHI);
    let late = hayashi.submit(&request(&hayashi, "2026-05-12 16:00", 120, "proxy"));
    assert!(
        late.expect(422)
            .words()
            .contains("この時間に立ち会える人がいません")
    );
    let mut conn = house.conn();
    conn.batch_execute("delete from attendant_of").unwrap();
    let none = hayashi
        .submit(&request(&hayashi, START, 120, "proxy"))
        .expect(422);
    assert!(
        none.words()
            .contains("この機器の立会者が登録されていません"),
        "{}",
        none.words()
    );
}

#[test]
fn the_attendant_goes_with_the_booking_when_it_moves_and_is_free_when_it_is_given_up() {
    let house = attended(&[(Parameter::ChangeApproval, Value::Code("always".into()))]);
    attendant(&house, (ONO, "小野 薫", "Ono Kaoru"), None);
    let hayashi = house.signed_in(&HAYASHI);
    let id = number(
        &hayashi
            .submit(&request(&hayashi, START, 120, "assisted"))
            .expect(303),
    );
    let manager = house.signed_in(&NISHIMURA);
    let desk = format!("/manage/requests/{id}");
    manager
        .submit(&manager.get(&desk).expect(200).form("/approve"))
        .expect(303);

    // a change that waits keeps the attendant's time besides
    let change = hayashi.get(&format!("/requests/{id}/change")).expect(200);
    let form = change.form("/change").with("start", "2026-05-12T11:00");
    hayashi.submit(&form).expect(303);
    let kept = "allocation where resource_id in (7001, 7002) and purpose = 'move'";
    assert_eq!(house.count(kept), 1, "the hour that comes on top");
    let granted = manager.get(&format!("{desk}/change")).expect(200);
    manager.submit(&granted.form("/grant")).expect(303);
    assert_eq!(house.count(kept), 0);
    assert_eq!(attends(&house, WATANABE), 1, "the same person as before");
    assert_eq!(letters(&house, "attends").len(), 2, "confirmed, and moved");

    let cancel = hayashi.get(&format!("/requests/{id}/cancel")).expect(200);
    hayashi.submit(&cancel.form("/cancel")).expect(303);
    assert_eq!(house.count("allocation"), 0);
    assert_eq!(letters(&house, "attends_no_more"), [SATO.email]);
}

#[test]
fn the_facility_names_another_attendant_who_is_free() {
    let house = attended(&[]);
    let hayashi = house.signed_in(&HAYASHI);
    let id = number(
        &hayashi
            .submit(&request(&hayashi, START, 120, "assisted"))
            .expect(303),
    );
    let manager = house.signed_in(&NISHIMURA);
    let desk = format!("/manage/requests/{id}");
    let path = format!("{desk}/attendant");
    manager
        .submit(&manager.get(&desk).expect(200).form("/approve"))
        .expect(303);
    attendant(&house, (ONO, "小野 薫", "Ono Kaoru"), None);
    let page = manager.get(&path).expect(200);
    for said in ["渡辺 誠", "今の立会者", "小野 薫", "この時間は空いています"]
    {
        assert!(page.words().contains(said), "{said}: {}", page.words());
    }
    let form = page.form("/attendant");
    manager
        .submit(&form.clone().with("attendant", ""))
        .expect(422);
    let to = madoguchi::domain::id::ResourceId::new(ONO).to_string();
    manager.submit(&form.with("attendant", &to)).expect(303);
    assert_eq!((attends(&house, WATANABE), attends(&house, ONO)), (0, 1));
    assert_eq!(letters(&house, "attends_no_more"), [SATO.email]);
    // nobody else's business
    house
        .signed_in(&crate::people::INOUE)
        .get(&path)
        .expect(404);
}

#[test]
fn a_series_finds_somebody_for_each_of_its_dates_or_says_which_have_nobody() {
    let house = attended(&[(Parameter::AllowRecurring, Value::Code("yes".into()))]);
    let hayashi = house.signed_in(&HAYASHI);
    let weekly = request(&hayashi, START, 120, "assisted")
        .with("every", "7")
        .with("times", "3");
    hayashi.submit(&weekly).expect(303);
    assert_eq!(attends(&house, WATANABE), 3);
}
