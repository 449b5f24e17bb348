//! Rules that ask for gates, the people of the offices, and what both sides type on their pages.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::booking::judgement::{closed, judge};
use madoguchi::domain::gate::Desk;
use madoguchi::domain::gate::fact::{Side, Verdict};
use madoguchi::domain::gate::spoken::{Condition, Spoken};
use madoguchi::domain::id::{BookingId, FacilityId, FactId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::setting::{Setting, Sheet, Target};
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};
use madoguchi::store::booking::judge as facts;
use madoguchi::store::schema::{gate_fact, institution};

use crate::asking::number;
use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::{Person, Role};
use crate::world::{self, CRYO};

/// Invited to NCC, without a contract of employment, in Japan since October.
pub const EXAMPLE: Person = person(
    1201,
    "Dr. A. Example",
    "example@ncc.example.jp",
    "ncc",
    None,
);
/// The export control desk of NCC.
pub const NISHIMURA: Person = person(1202, "西村 直", "nishimura@ncc.example.jp", "ncc", None);
/// The export control desk of RIKEN.
pub const KUDO: Person = person(1203, "工藤 環", "kudo@riken.example.jp", "riken", None);
/// Speaks for NCC.
pub const OFFICER: Person = person(
    1204,
    "原田 薫",
    "harada@ncc.example.jp",
    "ncc",
    Some(Role::Officer("ncc")),
);
/// Speaks for RIKEN.
pub const OFFICER_THERE: Person = person(
    1205,
    "松本 遥",
    "matsumoto@riken.example.jp",
    "riken",
    Some(Role::Officer("riken")),
);
/// A resident, employed at NCC.
pub const HARA: Person = person(1206, "原 和", "hara@ncc.example.jp", "ncc", None);

const fn person(
    id: i64,
    name: &'static str,
    email: &'static str,
    institution: &'static str,
    role: Option<Role>,
) -> Person {
    Person {
        id,
        name,
        email,
        institution,
        language: "ja",
        role,
    }
}

/// A house on Friday, 8 January 2027, whose cryo-electron microscope is screened for exports, with both
/// desks taken.
pub fn exports() -> House {
    let house = House::new();
    house.set_clock("2027-01-08 10:00");
    rule_asks(&house, &[("gates", "export_screening")]);
    desks(&house);
    house
}

/// The facility publishes a version that says this, in force since the first of January.
pub fn rule_asks(house: &House, said: &[(&str, &str)]) {
    let setting = |(code, value): &(&str, &str)| {
        let parameter = Parameter::from_code(code).unwrap();
        Setting {
            parameter,
            target: Target::All,
            value: parameter.entry().kind.read(value).ok().unwrap(),
            article: None,
            binding: false,
        }
    };
    let body = Name {
        ja: "# 利用規則".into(),
        en: "# Rules".into(),
    };
    let draft = Draft {
        rule: Rule {
            id: RuleId::new(4001),
            facility: FacilityId::new(world::facility(&mut house.conn(), "riken-cryoem")),
            version: "4.0".into(),
            title: Name {
                ja: "クライオ電子顕微鏡 利用規則".into(),
                en: "Cryo-EM rules".into(),
            },
            effective_on: "2027-01-09".parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 0,
        },
        text: Text {
            sheet: Sheet {
                settings: said.iter().map(setting).collect(),
                ..Sheet::default()
            },
            ..Text::plain(Name::default(), body)
        },
    };
    let by = Actor::house(house.rooms.clock.now());
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap();
}

/// Everybody has an account, and the officers gave the export control desks.
pub fn desks(house: &House) {
    let at = house.rooms.clock.now();
    for person in [EXAMPLE, NISHIMURA, KUDO, OFFICER, OFFICER_THERE, HARA] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    for (officer, sitter) in [(OFFICER, NISHIMURA), (OFFICER_THERE, KUDO)] {
        give(house, &officer, &sitter);
    }
}

/// An officer gives the export control desk to somebody on the page.
pub fn give(house: &House, officer: &Person, sitter: &Person) {
    let institution = institution_of(house, officer).to_string();
    let fields = [
        ("institution", institution.as_str()),
        ("desk", Desk::ExportControl.code()),
        ("email", sitter.email),
    ];
    let client = house.signed_in(officer);
    client.post("/institution/people", &fields).expect(303);
}

pub fn institution_of(house: &House, person: &Person) -> InstitutionId {
    let id: i64 = institution::table
        .filter(institution::slug.eq(person.institution))
        .select(institution::id)
        .first(&mut house.conn())
        .unwrap();
    InstitutionId::new(id)
}

/// Declares for a booking: the day of entry, and the categories that apply; gives back the fact's page.
pub fn declare(client: &Client, no: &str, (entered_on, categories): (&str, &[&str])) -> Answer {
    let path = format!("/my/facts/new?gate=export_screening&resource={CRYO}&booking={no}");
    let employed = if entered_on.is_empty() { "yes" } else { "no" };
    let mut form = client
        .get(&path)
        .expect(200)
        .form("/my/facts")
        .with("resident", "yes")
        .with("employed", employed)
        .with("entered_on", entered_on)
        .with("end_use", "膜輸送体の基礎研究")
        // fields that no form has change nothing
        .with("level", "none")
        .with("verdict", "confirmed")
        .with("user_id", "1001");
    for category in categories {
        form = form.with(&format!("specific-{category}"), "yes");
    }
    if categories.is_empty() {
        form = form.with("specific-none", "yes");
    }
    let done = client.submit(&form).expect(303);
    client.follow(&done).expect(200)
}

/// The fact that stands for a booking.
pub fn fact_of(house: &House, no: &str) -> String {
    let booking: BookingId = no.parse().unwrap();
    let id: i64 = gate_fact::table
        .filter(gate_fact::booking_id.eq(booking.number()))
        .filter(gate_fact::withdrawn_at.is_null())
        .order(gate_fact::id.desc())
        .select(gate_fact::id)
        .first(&mut house.conn())
        .unwrap();
    FactId::new(id).to_string()
}

/// An office answers on its page, with these fields besides number and day.
pub fn speak(
    house: &House,
    person: &Person,
    fact: &str,
    verb: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let client = house.signed_in(person);
    let page = client.get(&format!("/office/facts/{fact}")).expect(200);
    let mut form = page
        .form(&format!("/office/facts/{fact}/{verb}"))
        .with("decision", "2027-004");
    for (name, value) in fields {
        form = form.with(name, value);
    }
    client.submit(&form)
}

/// The officer's yes, past the pages and what follows after them.
pub fn declared(house: &House, officer: &Person, fact: &str) {
    let (id, institution) = (fact.parse().unwrap(), institution_of(house, officer));
    let spoken = Spoken {
        verdict: Verdict::Confirmed,
        number: String::new(),
        ruled_on: "2027-01-08".into(),
        condition: Condition::None,
        reason: String::new(),
    };
    let of = acts::fact::For {
        side: Side::Home,
        institution,
    };
    house
        .act(officer, move |tx, by| {
            acts::fact::rule(tx, by, (id, of), &spoken)
        })
        .unwrap();
}

/// Where a booking stands.
pub fn state(house: &House, number: &str) -> String {
    let id: BookingId = number.parse().unwrap();
    let is = |state: &&&str| {
        house.count(&format!(
            "booking where id = {} and state = '{state}'",
            id.number()
        )) == 1
    };
    let states = [
        "confirmed",
        "held",
        "facility_review",
        "submitted",
        "withdrawn",
        "rejected",
    ];
    (*states.iter().find(is).unwrap()).to_owned()
}

/// How many letters of an occasion this person was written.
pub fn told(house: &House, occasion: &str, person: &Person) -> usize {
    let mine = |(what, to): &&(String, String)| what == occasion && to == person.email;
    house.letters().iter().filter(mine).count()
}

/// No confirmed booking waits for a gate, unless a manager let it go on.
pub fn every_confirmed_booking_is_clear(house: &House) {
    let at = house.rooms.clock.now();
    let mut conn = house.conn();
    for id in facts::coming(&mut conn, at, 500).unwrap() {
        let found = facts::look(&mut conn, id, at).unwrap();
        let is_confirmed = found.standing.booking.state.code() == "confirmed";
        let closed = closed(&found, &judge(&found, at));
        assert!(!is_confirmed || closed.is_empty(), "{id}: {closed:?}");
    }
}

/// Asks for a day on the microscope, operating it oneself.
pub fn request(house: &House, client: &Client, start: &str) -> String {
    let form = crate::asking::filled(client, CRYO, start, 1440).with("support_mode", "self");
    let done = client.submit(&form).expect(303);
    client.follow(&done).expect(200);
    assert!(
        house.count("allocation where units = 1") > 0,
        "the time is held"
    );
    number(&done)
}

/// The oldest fact.
pub fn first_fact(house: &House) -> String {
    let id: i64 = gate_fact::table
        .order(gate_fact::id)
        .select(gate_fact::id)
        .first(&mut house.conn())
        .unwrap();
    FactId::new(id).to_string()
}
