//! S12: a capacity that many share: what does not fit is refused with what does, and no instant is overbooked.

use diesel::connection::SimpleConnection;
use madoguchi::acts;
use madoguchi::cli::seed;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::booking::Wish;
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::{BookingId, RuleId};
use madoguchi::domain::refusal::Wrong;
use madoguchi::domain::refusal::usage::UseBar;
use madoguchi::secret::chance;

use crate::asking::{agreed, filled, number};
use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::{House, content};
use crate::people::{INOUE, KIM, Person, SATO, YAMADA};
use crate::preflight::hrefs;
use crate::world::{CRYO, moment, rule_of};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// From 5 to 29 January.
const ASKED: &str = "start=2027-01-05T00:00&len=36000&units=60";

/// What is said of it.
const OFFERS: [&str; 4] = [
    "最大110席となるため",
    "全期間なら50席まで可",
    "1月5日（火）～1月15日（金）は60席可",
    "1月25日（月）～1月29日（金）は60席可",
];

/// A hundred seats, by whole days, day and night.
fn seats() -> House {
    let house = House::new();
    let shared = format!(
        "update resource set booking_mode = 'shared_capacity', category = 'secure_cloud', capacity = 100, \
         slot_minutes = 1440, origin_minute = 0, min_minutes = 1440, max_minutes = 43200, lead_business_days = 3, \
         horizon_days = 365, buffer_before = 0, buffer_after = 0, windows = '', closed_calendars = '', \
         prerequisites = 'rule_consent' where slug = '{CRYO}'"
    );
    house.conn().batch_execute(&shared).unwrap();
    house
}

/// Asks past the pages for so many seats from midnight on, for so many days.
fn seated(
    house: &House,
    person: &Person,
    (start, days): (&str, i64),
    units: u32,
) -> Result<BookingId, Halt> {
    let wish = Wish {
        with: Vec::new(),
        start: Some(moment(&format!("{start} 00:00"))),
        minutes: Some(days * DAY),
        units: Some(units),
        content: content(),
        agree: vec![RuleId::new(rule_of(CRYO))],
    };
    let id = BookingId::new(chance::id(house.rooms.clock.now()));
    house.act(person, move |tx, by| {
        acts::booking::request(tx, by, id, CRYO, &wish)
    })
}

/// The form for what the story asks, filled in.
fn form(client: &Client) -> (Answer, Form) {
    let page = client
        .get(&format!("/requests/new?resource={CRYO}&{ASKED}"))
        .expect(200);
    let form = page
        .form("/requests")
        .with("purpose", "全ゲノムの解析")
        .with("sample", "匿名化した配列 200件")
        .with("safety", "none")
        .with("support_mode", "self");
    let form = agreed(form, &page);
    (page, form)
}

/// The instants at which more than the capacity is in use.
fn overbooked(house: &House) -> i64 {
    house.count(
        "allocation one where (select sum(other.units) from allocation other \
         where other.resource_id = one.resource_id and other.starts_at <= one.starts_at \
         and other.ends_at > one.starts_at) > 100",
    )
}

#[test]
fn s12_1_sixty_seats_are_refused_with_what_fits_of_them() {
    let house = seats();
    seated(&house, &KIM, ("2027-01-18", 5), 50).unwrap();
    let sato = house.signed_in(&SATO);
    let (page, _) = form(&sato);
    // before anything is typed they are links that lead to exactly that
    let (words, links) = (page.words(), hrefs(&page.text()));
    for offer in OFFERS {
        assert!(words.contains(offer), "{offer}: {words}");
    }
    for at in [
        "start=2027-01-05T00:00&len=36000&units=50",
        "start=2027-01-05T00:00&len=15840&units=60",
    ] {
        let link = links.iter().find(|link| link.contains(at));
        let there = sato
            .get(link.unwrap_or_else(|| panic!("{at}: {links:?}")))
            .expect(200);
        assert!(
            there.words().contains("この日時は空いています"),
            "{}",
            there.words()
        );
    }
}

#[test]
fn s12_1_what_was_typed_stays_and_a_part_that_is_offered_can_be_chosen() {
    let house = seats();
    seated(&house, &KIM, ("2027-01-18", 5), 50).unwrap();
    let sato = house.signed_in(&SATO);
    let (_, form) = form(&sato);
    assert_eq!(form.value("units"), "60");
    let refused = sato.submit(&form).expect(409);
    for offer in OFFERS {
        assert!(
            refused.words().contains(offer),
            "{offer}: {}",
            refused.words()
        );
    }
    let again = refused.form("/requests");
    assert_eq!(
        (again.value("units"), again.value("sample")),
        ("60", "匿名化した配列 200件")
    );
    let english = sato
        .get(&format!("/en/requests/new?resource={CRYO}&{ASKED}"))
        .words();
    assert!(
        english.contains("110 seats at the peak") && english.contains("Up to 50 seats"),
        "{english}"
    );
    // a part of the time, as it was offered
    let part = again.with("part", "2027-01-05T00:00,15840,60");
    let done = sato.submit(&agreed(part, &refused)).expect(303);
    assert_eq!(number(&done).len(), 13);
    assert_eq!(
        house.count("booking where units = 60 and ends_at - starts_at = 15840 * 60"),
        1
    );
}

#[test]
fn s12_2_fifty_are_accepted_and_the_database_keeps_every_instant() {
    let house = seats();
    seated(&house, &KIM, ("2027-01-18", 5), 50).unwrap();
    let sato = house.signed_in(&SATO);
    let (_, form) = form(&sato);
    let fifty = form.clone().with("units", "５０");
    let done = sato.submit(&fifty).expect(303);
    // the button pressed twice makes one booking, and another number is another wish
    let again = sato.submit(&fifty).expect(303);
    assert_eq!(again.header("location"), done.header("location"));
    sato.submit(&form.with("units", "40")).expect(422);
    assert_eq!(house.count("booking where units = 50"), 2);
    assert_eq!(overbooked(&house), 0);
    // not one seat more while both are there, whoever writes
    let typed = |start: &str| {
        let start = moment(start).unix();
        house.conn().batch_execute(&format!(
            "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, purpose, note) \
             select {start}, id, {start}, {start} + 3600, {start}, {start} + 3600, 1, 'outage', '' from resource where slug = '{CRYO}'"
        ))
    };
    for full in ["2027-01-18 00:00", "2027-01-20 12:00", "2027-01-22 23:00"] {
        let refused = typed(full).unwrap_err().to_string();
        assert!(refused.contains("capacity_exceeded"), "{refused}");
    }
    typed("2027-01-17 23:00").unwrap();
    typed("2027-01-23 00:00").unwrap();
    // what is booked of it can't be taken away by a new catalogue
    let catalogue = seed::read("docs/catalogue.toml", seed::SUPPLIED)
        .ok()
        .unwrap();
    let at = house.rooms.clock.now();
    let lowered = house.wait(house.rooms.db.act(Actor::house(at), move |tx, by| {
        acts::catalogue::load(tx, by, &catalogue)
    }));
    let Err(Halt::Refused(refusals)) = lowered else {
        panic!("{lowered:?}");
    };
    assert!(
        matches!(refusals[..], [ref one] if matches!(one.wrong, Wrong::Use(UseBar::BookedAbove { peak: 100, capacity: 1, .. }))),
        "{refusals:?}"
    );
    assert_eq!(
        house.count(&format!(
            "resource where slug = '{CRYO}' and capacity = 100"
        )),
        1
    );
}

#[test]
fn g07_seats_asked_for_at_once_are_given_until_the_last_one() {
    let house = seats();
    let asking: Vec<(Client, Form)> = [SATO, KIM, INOUE, YAMADA]
        .iter()
        .map(|person| {
            let client = house.signed_in(person);
            let form = filled(&client, CRYO, "2027-01-05 00:00", DAY).with("units", "30");
            (client, form)
        })
        .collect();
    let mut found: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = asking
            .iter()
            .map(|(client, form)| scope.spawn(move || client.submit(form).status))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    found.sort_unstable();
    assert_eq!(found, [303, 303, 303, 409]);
    assert_eq!(overbooked(&house), 0);
}

#[test]
fn numbers_of_seats_that_make_no_sense_are_refused_beside_their_field() {
    let house = seats();
    let sato = house.signed_in(&SATO);
    let (_, form) = form(&sato);
    for units in ["0", "-1", "", "abc", "1.5", "99999999999999999999"] {
        let refused = sato.submit(&form.clone().with("units", units)).expect(422);
        assert!(
            refused.text().contains("id=\"units-e\""),
            "{units}: {}",
            refused.words()
        );
    }
    let more = sato.submit(&form.clone().with("units", "101")).expect(422);
    assert!(
        more.words().contains("全体で100席なので"),
        "{}",
        more.words()
    );
    assert_eq!(house.count("booking"), 0);
    let more = ASKED.replace("=60", "=101");
    let panel = sato.get(&format!("/f/panel/{CRYO}?{more}")).expect(200);
    assert!(
        panel.words().contains("全体で100席なので"),
        "{}",
        panel.words()
    );
}
