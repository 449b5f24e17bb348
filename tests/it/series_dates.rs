//! Series of bookings: one date, those after it, or all of them decided and moved.

use crate::asking::filled;
use crate::client::Answer;
use crate::house::House;
use crate::people::{KIM, SATO, YAMADA};
use crate::series::{offering, sent};
use crate::world::CONFOCAL;

/// How many bookings are in a state.
fn standing(house: &House, state: &str) -> i64 {
    house.count(&format!("booking where state = '{state}'"))
}

/// The other dates of a series, as its manager's page of one of them links to them.
fn linked(page: &Answer, first: &str, before: &str) -> Vec<String> {
    let hrefs = crate::preflight::hrefs(&page.text());
    let numbers = hrefs.iter().filter_map(|href| href.strip_prefix(before));
    numbers
        .filter(|id| id.len() == 13 && *id != first)
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_manager_decides_on_a_whole_series_or_on_one_of_its_dates() {
    let house = offering(&[]);
    let (sato, manager) = (house.signed_in(&SATO), house.signed_in(&YAMADA));
    let first = sent(&sato, "2027-01-07", "4");
    let page = manager
        .get(&format!("/manage/requests/{first}"))
        .expect(200);
    assert!(
        page.words().contains("審査中の日すべて（4日）"),
        "{}",
        page.words()
    );
    let others = linked(&page, &first, "/manage/requests/");
    assert_eq!(others.len(), 3);
    // one alone
    let one = manager
        .get(&format!("/manage/requests/{}", others[0]))
        .expect(200);
    manager.submit(&one.form("/approve")).expect(303);
    assert_eq!(
        (
            standing(&house, "confirmed"),
            standing(&house, "facility_review")
        ),
        (1, 3)
    );
    // a reason is needed for all as for one, and what was ticked stays ticked
    let page = manager
        .get(&format!("/manage/requests/{first}"))
        .expect(200);
    let all = |verb: &str| page.form(verb).with("whole_series", "yes");
    let refused = manager.submit(&all("/reject")).expect(422);
    assert!(
        refused
            .words()
            .contains("2027年1月7日（木）、2027年1月21日（木）、2027年1月28日（木）"),
        "{}",
        refused.words()
    );
    assert_eq!(refused.form("/reject").value("whole_series"), "yes");
    manager.submit(&all("/approve")).expect(303);
    assert_eq!(standing(&house, "confirmed"), 4);
    // each confirmed date is an entry of its own in the calendars of both
    assert_eq!(house.count("outbox where letter = 'confirmed'"), 8);
}

#[test]
fn this_date_and_those_after_it_are_moved_alike_all_or_none() {
    let house = offering(&[]);
    let (sato, kim) = (house.signed_in(&SATO), house.signed_in(&KIM));
    let first = sent(&sato, "2027-01-07", "4");
    let page = sato.get(&format!("/requests/{first}")).expect(200);
    let second = linked(&page, &first, "/requests/").remove(0);
    let form = sato
        .get(&format!("/requests/{second}/change"))
        .expect(200)
        .form("/change");
    let day_later = form
        .with("start", "2027-01-15T13:00")
        .with("whole_series", "yes");
    kim.submit(&filled(&kim, CONFOCAL, "2027-01-22 13:00", 60))
        .expect(303);
    let refused = sato.submit(&day_later);
    assert!([409, 422].contains(&refused.status), "{}", refused.status);
    assert!(
        refused.words().contains("2027年1月21日（木）"),
        "{}",
        refused.words()
    );
    assert_eq!(house.count("booking where version > 1"), 0);
    let weekly = day_later
        .with("start", "2027-01-14T14:00")
        .with("len", "90");
    sato.submit(&weekly).expect(303);
    assert_eq!(house.count("booking where version > 1"), 3);
    let page = sato.get(&format!("/requests/{first}")).expect(200).words();
    for said in [
        "1月7日（木）10:00～11:00",
        "1月14日（木）14:00～15:30",
        "1月28日（木）14:00～15:30",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // a week on, each takes the place that the next one leaves
    let form = sato
        .get(&format!("/requests/{second}/change"))
        .expect(200)
        .form("/change");
    let on = form
        .with("start", "2027-01-21T14:00")
        .with("whole_series", "yes");
    sato.submit(&on).expect(303);
    assert_eq!(house.count("booking where version > 2"), 3);
    assert_eq!(house.count("allocation"), 5);
}
