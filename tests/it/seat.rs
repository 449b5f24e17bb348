//! Races for trainings: the last seat, a second click, numbers of licences.

use madoguchi::domain::id::{TrainingId, UserId};

use crate::client::Client;
use crate::house::House;
use crate::lab::{HAYASHI, NISHIMURA, course, date, enrol, lab};
use crate::people::{INOUE, KIM, Person, SATO, YAMADA};

/// Everybody presses at the same moment; how many were answered like this.
fn at_once(house: &House, people: &[Person], path: &str) -> Vec<u16> {
    let clients: Vec<Client> = people.iter().map(|one| house.signed_in(one)).collect();
    let mut found: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = clients
            .iter()
            .map(|client| scope.spawn(move || client.post(path, &[]).status))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    found.sort_unstable();
    found
}

#[test]
fn the_last_seat_goes_to_one_of_all_who_press_at_once() {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let last = date(&house, course(&house), "2027-01-12 13:00", 1);
    let people = [SATO, KIM, INOUE, HAYASHI, YAMADA];
    let found = at_once(&house, &people, &format!("/trainings/{last}/enrol"));
    assert_eq!(found, [303, 409, 409, 409, 409]);
    assert_eq!(house.count("course_enrolment"), 1);
    assert_eq!(house.count("outbox where letter = 'training_enrolled'"), 1);
}

#[test]
fn one_person_pressing_twice_at_once_is_enrolled_once() {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let held = date(&house, course(&house), "2027-01-12 13:00", 9);
    let path = format!("/trainings/{held}/enrol");
    let found = at_once(&house, &[SATO, SATO, SATO, SATO], &path);
    assert_eq!(found, [303, 422, 422, 422]);
    assert_eq!(house.count("course_enrolment"), 1);
}

#[test]
fn licences_recorded_at_once_have_numbers_of_their_own() {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let course = course(&house);
    let people = [SATO, KIM, INOUE, HAYASHI];
    let dates: Vec<TrainingId> = (10..14)
        .map(|hour| date(&house, course, &format!("2026-12-15 {hour}:00"), 1))
        .collect();
    for (who, held) in people.iter().zip(&dates) {
        enrol(&house, who, *held);
    }
    house.set_clock("2026-12-16 10:00");
    let clients: Vec<Client> = people.iter().map(|_| house.signed_in(&NISHIMURA)).collect();
    std::thread::scope(|scope| {
        for ((client, who), held) in clients.iter().zip(&people).zip(&dates) {
            let user = UserId::new(who.id).to_string();
            let path = format!("/manage/trainings/{held}/complete");
            scope.spawn(move || client.post(&path, &[("user", &user)]).expect(303));
        }
    });
    let numbers = "(select distinct number from gate_fact) as numbers";
    assert_eq!(house.count(numbers), 4);
    // a number that somebody else holds is refused beside the field
    let more = date(&house, course, "2026-12-17 10:00", 3);
    enrol(&house, &SATO, more);
    house.set_clock("2026-12-17 14:00");
    let manager = house.signed_in(&NISHIMURA);
    let page = manager
        .get(&format!("/manage/trainings/{more}"))
        .expect(200);
    let taken = page.form("/complete").with("number", "C1-0002");
    let holder = format!(
        "gate_fact where number = 'C1-0002' and user_id = {}",
        SATO.id
    );
    let expected = if house.count(&holder) == 1 { 303 } else { 422 };
    manager.submit(&taken).expect(expected);
}
