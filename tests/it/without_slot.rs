//! What tests of requests without a slot and of outside allocations share: people, places, rules, forms.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{FacilityId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::setting::{Setting, Target};
use madoguchi::domain::parameter::value::Value;
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};
use madoguchi::jobs::service;
use madoguchi::store::schema::resource;

use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::{Person, Role};
use crate::world::{self, BIOBANK};

/// 中島 光（国がん）, who asks.
pub const NAKAJIMA: Person = Person {
    id: 1201,
    name: "中島 光",
    email: "nakajima@ncc.example.jp",
    institution: "ncc",
    language: "ja",
    role: None,
};

/// 大野 樹（長寿研）, who answers for the biobank.
pub const ONO: Person = Person {
    id: 1202,
    name: "大野 樹",
    email: "ono@ncgg.example.jp",
    institution: "ncgg",
    language: "ja",
    role: Some(Role::Manager("ncgg-ri")),
};

/// A house whose biobank belongs to 長寿研, with a rule that stops whoever owes a report.
pub fn biobank() -> House {
    let house = House::new();
    house.set_clock("2026-12-10 10:00");
    for person in [NAKAJIMA, ONO] {
        world::settle(&mut house.conn(), &person, "!", house.rooms.clock.now());
    }
    keep_at(&house, BIOBANK, "ncgg-ri");
    let yes = Value::Flag(true);
    publish(
        &house,
        ("ncgg-ri", 3101),
        Parameter::BlockNewIfReportOverdue,
        yes,
    );
    house
}

/// Gives a resource to a facility.
pub fn keep_at(house: &House, slug: &str, facility: &str) {
    let facility = world::facility(&mut house.conn(), facility);
    diesel::update(resource::table.filter(resource::slug.eq(slug)))
        .set(resource::facility_id.eq(facility))
        .execute(&mut house.conn())
        .unwrap();
}

/// A version of a facility's rule that says one thing, in force since April.
pub fn publish(house: &House, (slug, id): (&str, i64), parameter: Parameter, value: Value) {
    let name = |ja: &str, en: &str| Name {
        ja: ja.into(),
        en: en.into(),
    };
    let mut text = Text::plain(
        Name::default(),
        name(
            "# 利用規則\n\n1. 定めるとおりとする。",
            "# Rules\n\n1. As laid down.",
        ),
    );
    text.sheet.settings = vec![Setting {
        target: Target::All,
        parameter,
        value,
        article: None,
        binding: false,
    }];
    let draft = Draft {
        rule: Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(world::facility(&mut house.conn(), slug)),
            version: "3.5".into(),
            title: name("試料・情報 利用規則", "Rules for samples and information"),
            effective_on: "2026-04-02".parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text,
    };
    let by = Actor::house(house.rooms.clock.now());
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap();
}

/// The form of story S10, filled in: 200 tubes of serum, an approval that ends on this day.
#[track_caller]
pub fn filled(client: &Client, ethics_until: &str) -> Form {
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    complete(page.form("/service"), &page, ethics_until)
}

/// A form with everything in it that must be.
pub fn complete(form: Form, page: &Answer, ethics_until: &str) -> Form {
    let form = form
        .with("what-1", "血清")
        .with("quantity-1", "２００")
        .with("unit-1", "tube")
        .with("condition-1", "0.2 mL")
        .with("arm-1", "both")
        .with("linked-1", "yes")
        .with("purpose", "多がん種マーカーの探索")
        .with("project_number", "26zz0999002j0001")
        .with("responsible", "中島 光（研究室長）")
        .with("safety", "none")
        .with("wanted_on", "2027-03-31")
        .with("ethics", "approved")
        .with("ethics_number", "2023-999")
        .with("ethics_until", ethics_until);
    crate::asking::agreed(form, page)
}

/// Sends the form, and gives back the number of the request.
#[track_caller]
pub fn apply(client: &Client, ethics_until: &str) -> String {
    let sent = client.submit(&filled(client, ethics_until)).expect(303);
    let place = sent.header("location").unwrap();
    place.strip_prefix("/service/").unwrap().to_owned()
}

/// A deed of the facility's manager on the page of a request.
#[track_caller]
pub fn decide(client: &Client, no: &str, verb: &str, fields: &[(&str, &str)]) -> Answer {
    let page = client.get(&format!("/manage/service/{no}")).expect(200);
    let form = page.form(&format!("/manage/service/{no}/{verb}"));
    let form = fields
        .iter()
        .fold(form, |form, (name, value)| form.with(name, value));
    client.submit(&form)
}

/// A deed of the applicant on the page of a request.
#[track_caller]
pub fn act(client: &Client, no: &str, verb: &str, fields: &[(&str, &str)]) -> Answer {
    let page = client.get(&format!("/service/{no}")).expect(200);
    let form = page.form(&format!("/service/{no}/{verb}"));
    let form = fields
        .iter()
        .fold(form, |form, (name, value)| form.with(name, value));
    client.submit(&form)
}

/// Lets the job look after everything at a moment.
pub fn turn(house: &House, at: &str) {
    house.set_clock(at);
    house.wait(service::turn(&house.rooms)).unwrap();
}

/// How many letters of an occasion went to an address.
pub fn letters(house: &House, occasion: &str, email: &str) -> usize {
    let mine = |(what, to): &&(String, String)| what == occasion && to == email;
    house.letters().iter().filter(mine).count()
}

/// How many requests are in a state.
pub fn state(house: &House, state: &str) -> i64 {
    house.count(&format!("service_request where state = '{state}'"))
}

/// The request of story S10 until its 150 tubes are in use.
pub fn in_use(house: &House) -> String {
    let applicant = || house.signed_in(&NAKAJIMA);
    let manager = |at: &str| {
        house.set_clock(at);
        house.signed_in(&ONO)
    };
    let no = apply(&applicant(), "2029-12-31");
    decide(&manager("2027-01-12 10:00"), &no, "screen", &[]).expect(303);
    let ono = manager("2027-02-18 15:00");
    let grant = [("amounts", "150"), ("decision_number", "R8-12")];
    decide(&ono, &no, "grant", &grant).expect(303);
    act(&applicant(), &no, "accept", &[]).expect(303);
    let ono = manager("2027-03-05 10:00");
    let signed = [
        ("contract_number", "MTA-2027-3"),
        ("signed_by_provider", "2027-03-01"),
        ("signed_by_recipient", "2027-03-05"),
    ];
    decide(&ono, &no, "sign", &signed).expect(303);
    decide(&ono, &no, "settle", &[("payment", "settled")]).expect(303);
    let ono = manager("2027-04-06 10:00");
    decide(&ono, &no, "deliver", &[("delivered_on", "2027-04-06")]).expect(303);
    house.set_clock("2027-04-07 10:00");
    act(
        &applicant(),
        &no,
        "receive",
        &[("received_on", "2027-04-07")],
    )
    .expect(303);
    no
}
