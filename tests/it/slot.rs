//! What may be asked for: times off the raster, in the past, beyond everything, taken by others, sent twice.

use std::sync::Barrier;

use diesel::connection::SimpleConnection;

use crate::asking::{agreed, ask, filled};
use crate::house::House;
use crate::people::{KIM, NAKAMURA, SATO, YAMADA};
use crate::world::{CONFOCAL, CRYO, NGS, QPCR, moment};

/// Sends the form with another start and length; nothing may be written.
#[track_caller]
fn refused(house: &House, start: &str, len: &str) {
    let client = house.signed_in(&SATO);
    let form = filled(&client, CONFOCAL, "2026-12-21 10:00", 60);
    let before = house.dump();
    let answer = client.submit(&form.with("start", start).with("len", len));
    assert!(
        [400, 409, 422].contains(&answer.status),
        "{start} {len}: {} {}",
        answer.status,
        answer.words()
    );
    if answer.status == 422 {
        let again = answer.form("/requests");
        assert_eq!(again.value("sample"), "凍結グリッド 4枚", "{start} {len}");
    }
    assert_eq!(house.dump(), before, "{start} {len}");
}

#[test]
fn g01_no_time_that_is_none_is_taken() {
    let house = House::new();
    for len in ["0", "-60", "1", "15", "45", "100000", "9223372036854775807"] {
        refused(&house, "2026-12-21T10:00", len);
    }
    for start in [
        "2026-12-21T10:10",
        "2026-12-20T10:00",
        "2026-12-14T10:00",
        "2026-12-14T09:00",
        "2020-12-21T10:00",
        "2028-12-21T10:00",
        "2026-12-21T06:00",
        "2026-12-21T23:30",
    ] {
        refused(&house, start, "60");
    }
}

#[test]
fn g02_years_beyond_everything_are_no_time() {
    let house = House::new();
    for start in [
        "-0001-01-01T10:00",
        "0000-01-01T10:00",
        "0001-01-01T10:00",
        "1582-10-10T10:00",
        "1899-12-31T10:00",
        "1970-01-01T00:00",
        "2038-01-19T12:00",
        "2100-02-29T10:00",
        "9999-12-31T23:59:60",
        "10000-01-01T10:00",
        "292277026596-12-04T15:30",
        "2026-13-01T10:00",
        "2026-12-21T24:00",
        "2026-12-21T10:60",
        "2026-12-21",
        "P1Y",
        "",
    ] {
        refused(&house, start, "60");
    }
    for len in ["P1Y", "1e3", "60.5", "９０", "", "99999999999999999999999"] {
        refused(&house, "2026-12-21T10:00", len);
    }
}

#[test]
fn g02_pages_do_not_break_on_such_times() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    for start in [
        "9999-12-31T23:00",
        "0001-01-01T00:00",
        "1970-01-01T09:00",
        "x",
        "262142-12-31T23:00",
    ] {
        for len in ["60", "44640", "-1", "99999999999999999999"] {
            let answer = client.get(&format!(
                "/requests/new?resource={CONFOCAL}&start={start}&len={len}"
            ));
            assert!(answer.status < 500, "{start} {len}: {}", answer.status);
        }
    }
}

#[test]
fn g06_neighbours_touch_and_never_overlap() {
    let house = House::new();
    house.request(&SATO, QPCR, "2026-12-21 10:00", 60);
    house.request(&KIM, QPCR, "2026-12-21 11:00", 60);
    house.request(&KIM, QPCR, "2026-12-21 09:00", 60);
    for (start, minutes) in [("09:30", 60), ("10:30", 30), ("11:30", 60), ("09:00", 180)] {
        let again = house.try_request(&KIM, QPCR, &format!("2026-12-21 {start}"), minutes);
        assert!(again.is_err(), "{start}");
    }
}

#[test]
fn g06_washing_and_maintenance_hold_time_too() {
    let house = House::new();
    house.request(&SATO, NGS, "2027-01-18 09:00", 1440);
    let client = house.signed_in(&KIM);
    let washing = client
        .submit(&filled(&client, NGS, "2027-01-19 09:00", 720))
        .expect(409);
    assert!(
        washing.words().contains("準備・洗浄時間"),
        "{}",
        washing.words()
    );
    let (from, to) = (
        moment("2027-01-25 09:00").unix(),
        moment("2027-01-26 09:00").unix(),
    );
    house
        .conn()
        .batch_execute(&format!(
            "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note)
             select 1, id, {from}, {to}, {from}, {to}, 1, '定期点検' from resource where slug = '{NGS}'"
        ))
        .unwrap();
    let maintenance = client
        .submit(&filled(&client, NGS, "2027-01-25 09:00", 720))
        .expect(409);
    assert!(
        maintenance.words().contains("保守"),
        "{}",
        maintenance.words()
    );
    assert_eq!(house.count("booking"), 1);
}

#[test]
fn g07_of_many_who_ask_for_one_slot_one_gets_it() {
    let house = House::new();
    let people = [SATO, KIM, NAKAMURA, YAMADA, SATO, KIM, NAKAMURA, YAMADA];
    let forms: Vec<_> = people
        .iter()
        .map(|person| {
            let client = house.signed_in(person);
            let form = filled(&client, NGS, "2027-01-18 09:00", 1440)
                .with("purpose", "同じ秒に送信する目的");
            (client, form)
        })
        .collect();
    let barrier = Barrier::new(forms.len());
    let answers: Vec<_> = std::thread::scope(|scope| {
        let sent: Vec<_> = forms
            .iter()
            .map(|(client, form)| {
                scope.spawn(|| {
                    barrier.wait();
                    client.submit(form)
                })
            })
            .collect();
        sent.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409, 409, 409, 409, 409, 409, 409]);
    for lost in answers.iter().filter(|answer| answer.status == 409) {
        let form = lost.form("/requests");
        assert_eq!(
            form.value("purpose"),
            "同じ秒に送信する目的",
            "what was typed is kept"
        );
        assert_eq!(form.value("safety"), "bsl1");
        assert!(
            lost.text().contains("value=\"2027-01-19T21:00\""),
            "the next free slot"
        );
    }
    assert_eq!((house.count("booking"), house.count("allocation")), (1, 1));
    assert_eq!(house.count("event where kind = 'booking.requested'"), 1);
}

#[test]
fn g07_the_loser_takes_one_of_the_slots_offered() {
    let house = House::new();
    let client = house.signed_in(&KIM);
    let form = filled(&client, NGS, "2027-01-18 09:00", 1440);
    house.request(&SATO, NGS, "2027-01-18 09:00", 1440);
    let lost = client.submit(&form).expect(409);
    let again = agreed(lost.form("/requests"), &lost).with("start", "2027-01-19T21:00");
    client.submit(&again).expect(303);
    assert_eq!(house.count("booking"), 2);
}

#[test]
fn g10_sent_twice_is_one_booking_and_one_answer() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 2880);
    let first = client.submit(&form).expect(303);
    let second = client.submit(&form).expect(303);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(house.count("booking"), 1);
    assert_eq!(house.count("outbox where letter = 'received'"), 1);
    assert_eq!(house.count("event where kind = 'booking.requested'"), 1);
}

#[test]
fn g10_the_same_id_with_other_content_is_refused() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CONFOCAL, "2026-12-21 10:00", 60);
    client.submit(&form).expect(303);
    let before = house.dump();
    for (field, other) in [
        ("start", "2026-12-22T10:00"),
        ("len", "90"),
        ("purpose", "ほかの目的"),
        ("sample", "ほかの試料"),
        ("safety", "bsl2"),
        ("project_number", "26zz0999001j0002"),
    ] {
        let answer = client.submit(&form.clone().with(field, other));
        assert_eq!(answer.status, 422, "{field}: {}", answer.words());
    }
    assert_eq!(house.dump(), before);
}

#[test]
fn g10_somebody_elses_id_is_no_way_to_their_booking() {
    let house = House::new();
    let number = ask(&house.signed_in(&SATO), CONFOCAL, "2026-12-21 10:00", 60);
    let other = house.signed_in(&KIM);
    let before = house.dump();
    let form = filled(&other, CONFOCAL, "2026-12-21 10:00", 60).with("id", &number);
    let answer = other.submit(&form);
    assert!(
        [403, 404, 409, 422].contains(&answer.status),
        "{}",
        answer.status
    );
    assert_eq!(house.dump(), before);
    for id in ["", "0", "ZZZZZZZZZZZZZ", "'; drop table booking; --"] {
        let form = filled(&other, CONFOCAL, "2026-12-22 10:00", 60).with("id", id);
        assert_eq!(other.submit(&form).status, 422, "{id}");
    }
    assert_eq!(house.dump(), before);
}
