//! A set after its last yes: each of its bookings goes its own way.

use madoguchi::acts::booking::{Ruling, cancel, rule};
use madoguchi::acts::gate::hold;
use madoguchi::domain::gate::Gate;
use madoguchi::domain::id::BookingId;

use crate::outage::looked;
use crate::people::{NAKAMURA, SATO, YAMADA};
use crate::set::{DAY, asked, house, states};

/// Both were confirmed, and wait for a gate that closed since.
fn held() -> (crate::house::House, [BookingId; 2]) {
    let house = house();
    let (first, second) = asked(&house);
    let both: [BookingId; 2] = [first, second].map(|id| id.parse().unwrap());
    for (manager, id) in [&YAMADA, &NAKAMURA].into_iter().zip(both) {
        let yes = house.act(manager, move |tx, by| rule(tx, by, id, &Ruling::Approve));
        yes.unwrap();
    }
    for id in both {
        let waits = house.act(&YAMADA, move |tx, by| {
            hold(tx, by, id, &[Gate::OrgPledge], "")
        });
        waits.unwrap();
    }
    (house, both)
}

#[test]
fn what_was_confirmed_and_waits_for_a_gate_is_given_up_by_itself() {
    let (house, [first, _]) = held();
    let given_up = house.act(&SATO, move |tx, by| cancel(tx, by, first, 100));
    given_up.unwrap();
    let cancelled = states(&house, "cancelled_by_user");
    assert_eq!((cancelled, states(&house, "held")), (1, 1));
}

#[test]
fn an_outage_of_one_leaves_the_other_that_was_confirmed() {
    let (house, _) = held();
    let here = house.signed_in(&YAMADA);
    let page = looked(&here, &format!("{DAY}T08:00"), &format!("{DAY}T18:00"));
    here.submit(&page.form("/manage/outages/register"))
        .expect(303);
    let off = states(&house, "cancelled_by_facility");
    assert_eq!((off, states(&house, "held")), (1, 1));
}
