//! What stands behind the addresses of the matrix that name no booking: requests without a slot, allocations.

use madoguchi::domain::id::BookingId;
use madoguchi::domain::service_request::life::Deed;

use crate::house::House;
use crate::people::{INOUE, SATO};
use crate::service_life::done;
use crate::without_slot::{apply, filled, keep_at};
use crate::world::{BIOBANK, HIMAC};

/// Where the manager of the matrix works.
const FACILITY: &str = "riken-cryoem";

/// What an address has in its places, and what a deed there sends.
#[derive(Clone)]
pub struct Place {
    pub number: String,
    /// Of a stretch of time within it.
    pub span: String,
    /// Nothing where the fields of bookings will do.
    pub fields: &'static [(&'static str, &'static str)],
}

impl Place {
    pub fn of(booking: BookingId) -> Self {
        Self {
            number: booking.to_string(),
            span: String::new(),
            fields: &[],
        }
    }
}

/// Everything that some deed on a request without a slot asks for.
const SERVICE: &[(&str, &str)] = &[
    ("reason", "理由"),
    ("amounts", "150"),
    ("decided_on", "2026-12-14"),
    ("decision_number", "R8-12"),
    ("signed_by_provider", "2026-12-14"),
    ("signed_by_recipient", "2026-12-14"),
    ("payment", "settled"),
    ("delivered_on", "2026-12-14"),
    ("received_on", "2026-12-14"),
    ("report", "報告"),
    ("final_report", "終了"),
    ("disposed_on", "2026-12-14"),
    ("disposal", "焼却"),
    ("ethics_number", "2"),
    ("ethics_until", "2031-03-31"),
];

/// Everything that some deed on an allocation asks for.
const OUTSIDE: &[(&str, &str)] = &[
    ("id", "0000000000009"),
    ("resource", HIMAC),
    ("proposal", "26H124"),
    ("email", "kim@example.org"),
    ("granted", "40"),
    ("used", "0"),
    ("unit", "hour"),
    ("starts_on", "2026-10-01"),
    ("ends_on", "2027-03-31"),
    ("span_from", "2027-02-16"),
    ("from_time", "21:00"),
    ("span_until", "2027-02-17"),
    ("until_time", "07:00"),
    ("reason", "理由"),
];

/// Whether an address is for something else than a booking.
pub fn is_other(path: &str) -> bool {
    ["/service/", "/manage/service/", "/manage/allocations/"]
        .iter()
        .any(|start| path.starts_with(start))
}

/// What an address that is not for a booking is for.
pub fn other(house: &House, path: &str) -> Option<Place> {
    if !is_other(path) {
        return None;
    }
    let place = if path.contains("/service/") {
        service(house, path)
    } else {
        outside(house)
    };
    Some(place)
}

/// The deeds that lead to where the last word of an address can be done.
fn way(verb: &str) -> &'static [Deed] {
    use Deed::{Deliver, Grant, GrantInPart, HandBack, Receive, Screen, Settle, Sign};
    match verb {
        "edit" => &[HandBack],
        "grant" => &[Screen],
        "accept" | "decline" => &[Screen, GrantInPart],
        "call-off" | "sign" => &[Screen, Grant],
        "settle" => &[Screen, Grant, Sign],
        "deliver" => &[Screen, Grant, Sign, Settle],
        "receive" => &[Screen, Grant, Sign, Settle, Deliver],
        "report" | "finish" | "renew" | "close" => &[Screen, Grant, Sign, Settle, Deliver, Receive],
        _ => &[],
    }
}

/// A request of the applicant to the manager's facility, as far as the deed of this address needs it.
fn service(house: &House, path: &str) -> Place {
    keep_at(house, BIOBANK, FACILITY);
    let client = house.signed_in(&SATO);
    let verb = path.rsplit('/').next().unwrap();
    let no = match verb {
        "answer" | "drop" => {
            let form = filled(&client, "2029-12-31");
            let no = form.value("id").to_owned();
            let button = if verb == "drop" { "keep" } else { "ask" };
            client.submit(&form.with(button, "yes")).expect(303);
            no
        }
        _ => apply(&client, "2029-12-31"),
    };
    for deed in way(verb) {
        done(house, (&SATO, &INOUE), no.parse().unwrap(), *deed).unwrap();
    }
    Place {
        number: no,
        span: String::new(),
        fields: SERVICE,
    }
}

/// An allocation of the manager's facility with a stretch of time.
fn outside(house: &House) -> Place {
    keep_at(house, HIMAC, FACILITY);
    let inoue = house.signed_in(&INOUE);
    let days = house.count("outside_allocation");
    let day = |of: i64| format!("2027-02-{:02}", of + days);
    let proposal = format!("26H{days}");
    let id = house.fresh_id();
    let changed = [("proposal", proposal.as_str()), ("id", &id)];
    let sent = inoue.post("/manage/allocations/new", &over(OUTSIDE, &changed));
    let address = sent.expect(303).header("location").unwrap().to_owned();
    let (from, until) = (day(1), day(2));
    let changed = [("span_from", from.as_str()), ("span_until", &until)];
    inoue
        .post(&format!("{address}/time"), &over(OUTSIDE, &changed))
        .expect(303);
    let free = inoue.get(&address).expect(200).form("/free").action;
    Place {
        number: address.rsplit('/').next().unwrap().to_owned(),
        span: free.rsplit('/').nth(1).unwrap().to_owned(),
        fields: OUTSIDE,
    }
}

/// Fields with others in place of their namesakes.
fn over<'a>(
    fields: &[(&'a str, &'a str)],
    changed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let kept = fields
        .iter()
        .filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed).copied().collect()
}
