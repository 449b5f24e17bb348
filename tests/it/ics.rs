//! Calendar files of one booking through its life, downloaded and sent.

use madoguchi::acts;
use madoguchi::acts::booking::{Ruling, rule};

use crate::house::House;
use crate::people::{INOUE, SATO};
use crate::world::CRYO;

#[test]
fn an_entry_keeps_its_uid_and_its_sequence_grows_until_it_is_cancelled() {
    let house = House::new();
    let number = house.request(&SATO, CRYO, "2027-02-03 09:00", 1440);
    let sato = house.signed_in(&SATO);
    let file = |path: &str| {
        let answer = sato.get(path).expect(200);
        let text = answer.text().replace("\r\n ", "");
        let line = |name: &str| {
            let found = text.lines().find(|line| line.starts_with(name));
            found.unwrap_or_default().to_owned()
        };
        [
            line("UID:"),
            line("SEQUENCE:"),
            line("STATUS:"),
            line("METHOD:"),
        ]
    };
    let path = format!("/requests/{number}/booking.ics");
    let held = file(&path);
    assert_eq!(
        held[1..],
        ["SEQUENCE:0", "STATUS:TENTATIVE", "METHOD:PUBLISH"]
    );
    house
        .act(&INOUE, move |tx, by| rule(tx, by, number, &Ruling::Approve))
        .unwrap();
    let sure = file(&path);
    assert_eq!(sure[1..3], ["SEQUENCE:1", "STATUS:CONFIRMED"]);
    house
        .act(&SATO, move |tx, by| {
            acts::booking::cancel(tx, by, number, 0)
        })
        .unwrap();
    let gone = file(&path);
    assert_eq!(gone[1..3], ["SEQUENCE:2", "STATUS:CANCELLED"]);
    assert!(held[0] == sure[0] && sure[0] == gone[0] && held[0].contains(&number.to_string()));
    letters_said_the_same(&house);
}

/// The entries that travelled with the letters of that booking.
fn letters_said_the_same(house: &House) {
    let sent = house.deliver();
    let entries: Vec<String> = sent
        .iter()
        .filter_map(|parcel| parcel.composed.entry.as_ref())
        .map(|entry| {
            let lines = entry.text.lines();
            let sequence = lines.filter(|line| line.starts_with("SEQUENCE:"));
            format!("{} {}", entry.method, sequence.collect::<String>())
        })
        .collect();
    assert!(
        entries.contains(&"REQUEST SEQUENCE:1".to_owned()),
        "{entries:?}"
    );
    assert!(
        entries.contains(&"CANCEL SEQUENCE:2".to_owned()),
        "{entries:?}"
    );
}
