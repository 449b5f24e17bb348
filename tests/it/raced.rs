//! Deeds that meet: what can't both be true is done once, whoever comes first.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use futures_util::future::{join, join_all};
use madoguchi::acts::booking::{Ruling, rule, withdraw};
use madoguchi::domain::halt::{Fault, Halt};
use madoguchi::domain::id::BookingId;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::jobs;

use crate::asking::{agreed, filled};
use crate::client::Client;
use crate::form::Form;
use crate::house::House;
use crate::lab::{HAYASHI, NSIM, lab, ruled};
use crate::people::{KIM, SATO, YAMADA};
use crate::sheet::codes;
use crate::world::CONFOCAL;

const DAY: &str = "2026-12-16";

fn house() -> House {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    house
}

/// Sends all of these at the same moment.
fn at_once(all: &[(&Client, Form)]) -> Vec<u16> {
    let barrier = Barrier::new(all.len());
    std::thread::scope(|scope| {
        let sent: Vec<_> = all
            .iter()
            .map(|(client, form)| {
                scope.spawn(|| {
                    barrier.wait();
                    client.submit(form).status
                })
            })
            .collect();
        sent.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

/// No two claims of a resource overlap.
fn nothing_overlaps(house: &House) {
    let twice = "allocation a join allocation b on a.resource_id = b.resource_id and a.id < b.id \
                 and a.starts_at < b.ends_at and b.starts_at < a.ends_at";
    assert_eq!(house.count(twice), 0);
}

/// The form that moves a booking to another start.
fn move_to(
    house: &House,
    id: BookingId,
    who: &crate::people::Person,
    start: &str,
) -> (Client, Form) {
    let client = house.signed_in(who);
    let page = client.get(&format!("/requests/{id}/change")).expect(200);
    let form = page
        .form("/change")
        .with("start", &format!("{DAY}T{start}"));
    (client, form)
}

#[test]
fn g08_who_would_move_into_each_other_s_time_stay_where_they_are() {
    let house = house();
    let first = house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 60);
    let second = house.request(&KIM, CONFOCAL, &format!("{DAY} 13:00"), 60);
    let (sato, there) = move_to(&house, first, &SATO, "13:00");
    let (kim, here) = move_to(&house, second, &KIM, "10:00");
    assert_eq!(at_once(&[(&sato, there), (&kim, here)]), [409, 409]);
    // nor does anybody grow into the next one's time
    let (client, form) = move_to(&house, first, &SATO, "12:00");
    client.submit(&form.with("len", "120")).expect(409);
    nothing_overlaps(&house);
    assert_eq!(house.count("allocation"), 2);
}

#[test]
fn g08_of_a_withdrawal_and_an_approval_one_is_done() {
    let house = house();
    for hour in ["09:00", "11:00", "13:00", "15:00"] {
        let id = house.request(&SATO, CONFOCAL, &format!("{DAY} {hour}"), 60);
        let (sato, manager) = (house.signed_in(&SATO), house.signed_in(&YAMADA));
        let own = sato.get(&format!("/requests/{id}")).expect(200);
        let desk = manager.get(&format!("/manage/requests/{id}")).expect(200);
        let done = at_once(&[
            (&sato, own.form("/withdraw")),
            (&manager, desk.form("/approve")),
        ]);
        let yes = done.iter().filter(|status| **status == 303).count();
        assert_eq!(yes, 1, "{hour}: {done:?}");
    }
    assert_eq!(
        house.count("booking where state in ('withdrawn', 'confirmed')"),
        4
    );
    let holds = house.count("booking where state = 'confirmed'");
    assert_eq!(house.count("allocation"), holds);
}

#[test]
fn g09_fifty_at_once_never_get_more_than_the_rule_lets_one_person_have() {
    let house = lab();
    ruled(
        &house,
        &[
            (Parameter::TrainingRequired, codes(&[])),
            (Parameter::MaxOpenBookingsPerUser, Value::Number(3)),
        ],
    );
    let days = ["11", "12", "13", "14", "15", "18", "19", "20", "21", "22"];
    let hours = ["09:00", "10:00", "11:00", "13:00", "14:00"];
    let starts = days
        .iter()
        .flat_map(|day| hours.map(|hour| format!("2026-05-{day} {hour}")));
    let first = house.signed_in(&HAYASHI);
    let form = filled(&first, NSIM, "2026-05-11 09:00", 120);
    let all: Vec<(&Client, Form)> = starts
        .map(|start| {
            let form = form
                .clone()
                .with("id", &house.fresh_id())
                .with("start", &start.replace(' ', "T"));
            (&first, form)
        })
        .collect();
    assert_eq!(all.len(), 50);
    let done = at_once(&all);
    let yes = done.iter().filter(|status| **status == 303).count();
    assert_eq!((yes, house.count("booking")), (3, 3));
}

#[test]
fn g11_what_changes_between_the_form_and_its_answer_counts() {
    let house = house();
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, &format!("{DAY} 10:00"), 60);
    let mut conn = house.conn();
    let set = |conn: &mut madoguchi::store::engine::Conn, what: &str| {
        conn.batch_execute(&format!(
            "update resource set {what} where slug = '{CONFOCAL}'"
        ))
        .unwrap();
    };
    set(&mut conn, "state = 'retired'");
    sato.submit(&form).expect(422);
    set(&mut conn, "state = 'in_service', published = false");
    let hidden = sato.submit(&form).status;
    assert!(hidden == 404 || hidden == 422, "{hidden}");
    assert_eq!(house.count("booking"), 0);
    set(&mut conn, "published = true");
    sato.submit(&form).expect(303);
}

#[test]
fn g11_a_rule_that_comes_into_force_meanwhile_is_agreed_to_first() {
    let house = lab();
    let hayashi = house.signed_in(&HAYASHI);
    let form = filled(&hayashi, NSIM, "2026-05-12 10:00", 120);
    ruled(&house, &[(Parameter::TrainingRequired, codes(&[]))]);
    let refused = hayashi.submit(&form).expect(422);
    assert!(refused.words().contains("同意"), "{}", refused.words());
    assert_eq!(house.count("booking"), 0);
    let again = agreed(refused.form("/requests"), &refused);
    hayashi.submit(&again).expect(303);
}

#[test]
fn g12_a_clock_that_goes_back_an_hour_ends_nothing_twice() {
    let house = house();
    let id = house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 60);
    for at in ["09:59", "10:00", "09:00", "10:00", "11:00"] {
        house.set_clock(&format!("{DAY} {at}"));
        house.wait(jobs::lapse::turn(&house.rooms)).unwrap();
    }
    assert_eq!(house.count("event where kind = 'booking.expired'"), 1);
    let by_hand = house.act(&SATO, move |tx, by| withdraw(tx, by, id));
    assert!(by_hand.is_err());
    let too_late = house.act(&YAMADA, move |tx, by| rule(tx, by, id, &Ruling::Approve));
    assert!(too_late.is_err());
    assert_eq!(house.count("allocation"), 0);
}

#[test]
fn who_is_overtaken_twice_is_done_with_nobody_beside() {
    let house = House::new();
    let (db, at) = (&house.rooms.db, house.rooms.clock.now());
    let (running, is_over) = (Arc::new(AtomicU32::new(0)), AtomicBool::new(false));
    let others = join_all((0..3).map(|_| async {
        while !is_over.load(Ordering::SeqCst) {
            let running = Arc::clone(&running);
            let one = db.tend(at, move |_| {
                running.fetch_add(1, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(5));
                running.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            });
            one.await.unwrap();
        }
    }));
    let running = Arc::clone(&running);
    let slow = async {
        let done = db.tend(at, move |_| {
            // it loses to whoever is there in these 30 milliseconds
            for _ in 0..30 {
                if running.load(Ordering::SeqCst) > 0 {
                    return Err(Halt::Fault(Fault::Again));
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            Ok(())
        });
        let done = done.await;
        is_over.store(true, Ordering::SeqCst);
        done
    };
    let (done, _) = house.wait(join(slow, others));
    assert!(done.is_ok(), "{done:?}");
}
