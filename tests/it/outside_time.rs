//! The time that outside allocations occupy: story S5 deed 4, the calendar, the guard.

use diesel::connection::SimpleConnection;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::store::schema::resource;

use crate::people::{KIM, NAKAMURA, SATO};
use crate::world::{self, HIMAC};

use crate::allocated::{NISHI, house, recorded, take};

#[test]
fn s5_op4_a_night_before_a_holiday_is_recorded_with_the_managers_reason_only() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    let night = ("2027-02-10 21:00", "2027-02-11 07:00");
    let refused = take(&nishi, &address, night.0, night.1, "").expect(422);
    let said = refused.words();
    assert!(
        said.contains("休業日（2月11日（木））の前夜の利用は、規則で認められていません"),
        "{said}"
    );
    assert!(
        said.contains("試料・情報 利用規則 第3.5版"),
        "the rule: {said}"
    );
    assert!(said.contains("施設の管理者が理由を入力して登録してください"));
    assert_eq!(
        refused.form(&format!("{address}/time")).value("from_time"),
        "21:00"
    );
    assert_eq!(house.count("allocation"), 0);
    // nobody else can
    for person in [SATO, NAKAMURA] {
        let other = house.signed_in(&person);
        let status = take(&other, &address, night.0, night.1, "理由").status;
        assert!(matches!(status, 403 | 404), "{status}");
    }
    assert_eq!(house.count("allocation"), 0);
}

#[test]
fn s5_op4_with_a_reason_the_night_counts_on_both_its_days() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    let reason = "採択課題の照射計画のため";
    take(
        &nishi,
        &address,
        "2027-02-10 21:00",
        "2027-02-11 07:00",
        reason,
    )
    .expect(303);
    let claims =
        "allocation where booking_id is null and purpose = 'use' and outside_id is not null";
    assert_eq!(house.count(claims), 1);
    assert_eq!(house.count("outside_span where reason <> ''"), 1);
    let said = nishi.get(&address).expect(200).words();
    assert!(
        said.contains("2月10日（水） 3時間 / 2月11日（木） 7時間"),
        "{said}"
    );
    assert!(
        said.contains("令和8年度"),
        "one case, by its first day: {said}"
    );
    // an ordinary night needs no reason, a day outside the weekly window does
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let daytime = take(&nishi, &address, "2027-02-16 13:00", "2027-02-16 15:00", "").expect(422);
    assert!(
        daytime
            .words()
            .contains("利用できる時間帯の外にかかっています")
    );
}

#[test]
fn allocated_time_stands_in_the_calendar_without_a_name() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    let before = house
        .stranger()
        .get(&format!("/resources/{HIMAC}"))
        .expect(200);
    assert!(!before.words().contains("配分済み"));
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let after = house
        .stranger()
        .get(&format!("/resources/{HIMAC}"))
        .expect(200);
    assert!(
        after
            .words()
            .contains("2027年2月9日（火）21:00～2月10日（水）7:00 配分済み"),
        "{}",
        after.words()
    );
    for secret in ["26H123", KIM.email, KIM.name] {
        assert!(!after.text().contains(secret), "a13: {secret}");
    }
}

#[test]
fn allocated_time_is_given_once_and_can_be_given_back_before_it_begins() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let clash = take(&nishi, &address, "2027-02-10 02:00", "2027-02-10 03:00", "").expect(422);
    assert!(
        clash
            .words()
            .contains("2027年2月10日（水）2:00～3:00は、ほかの配分・予約・保守と重なっています"),
        "{}",
        clash.words()
    );
    // what touches does not overlap, and the guard agrees
    take(
        &nishi,
        &address,
        "2027-02-10 07:00",
        "2027-02-10 08:00",
        "理由",
    )
    .expect(303);
    // it is given back while it has not begun
    let free = nishi.get(&address).expect(200).form("/free");
    nishi.submit(&free).expect(303);
    assert_eq!(
        (house.count("outside_span"), house.count("allocation")),
        (1, 1)
    );
    house.set_clock("2027-02-10 07:30");
    let page = nishi.get(&address).expect(200);
    assert!(!page.text().contains("/free"));
}

#[test]
fn a_long_stretch_is_several_claims_without_a_gap() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    take(
        &nishi,
        &address,
        "2026-12-15 00:00",
        "2027-03-01 24:00",
        "長期の照射",
    )
    .expect(303);
    assert_eq!(
        (house.count("outside_span"), house.count("allocation")),
        (1, 3)
    );
    let longest = house.count("allocation where ends_at - starts_at > 2678400");
    assert_eq!(longest, 0);
    let joined =
        house.count("allocation one join allocation other on other.starts_at = one.ends_at");
    assert_eq!(joined, 2);
    let clash = take(&nishi, &address, "2027-02-03 21:00", "2027-02-03 22:00", "").expect(422);
    assert!(clash.words().contains("重なっています"));
    // ending gives back what has not begun: the stretch has not
    let end = nishi
        .get(&address)
        .expect(200)
        .form(&format!("{address}/end"));
    nishi.submit(&end).expect(303);
    assert_eq!(
        (house.count("outside_span"), house.count("allocation")),
        (0, 0)
    );
    nishi.submit(&end).expect(422);
    let page = nishi.get(&address).expect(200);
    assert!(page.words().contains("終了") && !page.text().contains("/time\""));
}

#[test]
fn the_guard_refuses_what_the_decision_could_not_see() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let id: i64 = resource::table
        .filter(resource::slug.eq(HIMAC))
        .select(resource::id)
        .first(&mut house.conn())
        .unwrap();
    let at = world::moment("2027-02-10 06:59").unix();
    let typed = format!(
        "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note, purpose)
         values (1, {id}, {at}, {}, {at}, {}, 1, '', 'use')",
        at + 3600,
        at + 3600
    );
    let refused = house.conn().batch_execute(&typed);
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("capacity_exceeded")
    );
}
