//! Before any form, and beside every refusal: what is missing, how long it takes, and ways that are open.

use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{CourseId, FacilityId, InstitutionId, RuleId, TrainingId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::setting::{Setting, Target};
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};
use madoguchi::domain::training::course::{NewCourse, NewDate};

use crate::asking::{agreed, filled};
use crate::house::House;
use crate::people::{KIM, Person, Role, SATO};
use crate::world::{self, BIOBANK, CONFOCAL, moment};

/// A super-resolution microscope that asks for a licence.
const STORM: &str = "ncvc-nsim-nstorm";

/// Decides on the instruments of the imaging facility.
const NISHIMURA: Person = Person {
    id: 1102,
    name: "西村 拓海",
    email: "nishimura@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Manager("ncvc-imaging")),
};

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

/// Publishes a rule of a facility that says these things, in force from today on.
pub fn publish(house: &House, facility: &str, id: i64, said: &[(Parameter, &str)]) {
    let setting = |(parameter, value): &(Parameter, &str)| Setting {
        target: Target::All,
        parameter: *parameter,
        value: parameter.entry().kind.read(value).unwrap(),
        article: None,
        binding: false,
    };
    let mut text = Text::plain(Name::default(), name("# 利用規則", "# Rules"));
    text.sheet.settings = said.iter().map(setting).collect();
    let facility = world::facility(&mut house.conn(), facility);
    let by = Actor::house(house.rooms.clock.now());
    let draft = Draft {
        rule: Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(facility),
            version: "4.0".into(),
            title: name("共同利用機器 利用規則", "Rules for shared instruments"),
            effective_on: by.at.day(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text,
    };
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap();
}

/// Puts a resource into service.
pub fn open(house: &House, slug: &'static str) {
    let by = Actor::house(house.rooms.clock.now());
    let done = house.rooms.db.act(by, move |tx, by| {
        acts::catalogue::publish(tx, by, slug, Some(by.at.day()))
    });
    house.wait(done).unwrap();
}

/// Sets a date of a course.
fn date(house: &House, course: CourseId, start: &str) -> TrainingId {
    let new = NewDate {
        start: Some(moment(start)),
        seats: Some(4),
        place: "研究棟1階".into(),
    };
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::set(tx, by, course, &new)
        })
        .unwrap()
}

/// SATO's licence for the microscope ends on 31 January 2027; the next training is on 2 February.
fn licensed() -> House {
    let house = House::new();
    house.set_clock("2026-01-20 10:00");
    let at = house.rooms.clock.now();
    world::settle(&mut house.conn(), &NISHIMURA, "!", at);
    let facility = FacilityId::new(world::facility(&mut house.conn(), "ncvc-imaging"));
    let new = NewCourse {
        code: "SR".into(),
        name: name("超解像顕微鏡 操作講習", "Super-resolution microscopy"),
        minutes: Some(180),
    };
    let course = house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::open(tx, by, facility, &new)
        })
        .unwrap();
    let first = date(&house, course, "2026-02-01 13:00");
    house
        .act(&SATO, move |tx, by| acts::training::enrol(tx, by, first))
        .unwrap();
    house.set_clock("2026-02-01 17:00");
    let sato = madoguchi::domain::id::UserId::new(SATO.id);
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::complete(tx, by, first, (sato, "L-0231"))
        })
        .unwrap();
    house.set_clock("2026-12-14 10:00");
    date(&house, course, "2027-02-02 13:00");
    publish(
        &house,
        "ncvc-imaging",
        4004,
        &[
            (Parameter::TrainingRequired, "SR"),
            (Parameter::GatesBeforeSending, "training"),
            (Parameter::LeadBusinessDays, "3"),
        ],
    );
    open(&house, STORM);
    house.set_clock("2026-12-18 10:00");
    house
}

/// What stands before the calendar.
fn before(page: &str) -> String {
    let (_, rest) = page.split_once("aria-labelledby=\"before\"").unwrap();
    let (block, _) = rest.split_once("</section>").unwrap();
    block.to_owned()
}

/// Where a page leads.
pub fn hrefs(page: &str) -> Vec<String> {
    let parts = page.split("href=\"").skip(1);
    parts
        .filter_map(|rest| rest.split('"').next())
        .map(crate::form::unescape)
        .collect()
}

#[test]
fn s3_a_licence_that_ends_before_the_use_leads_to_the_training_or_to_assistance() {
    let house = licensed();
    let sato = house.signed_in(&SATO);
    let wish = "start=2027-02-09T09:00&len=480";
    // with somebody at hand no licence is needed, so the panel leads on
    let panel = sato.get(&format!("/f/panel/{STORM}?{wish}")).expect(200);
    assert!(panel.text().contains("/requests/new"), "{}", panel.words());
    // on one's own it is refused, with the training before the use and the other way of use
    let form = filled(&sato, STORM, "2027-02-09 09:00", 480).with("support_mode", "self");
    let refused = sato.submit(&form).expect(422);
    let words = refused.words();
    assert!(words.contains("2月2日"), "{words}");
    let training = format!("/my/trainings?resource={STORM}");
    let ways = hrefs(&refused.text());
    assert!(ways.contains(&training), "{ways:?}");
    assert!(ways.contains(&"#support_mode".to_owned()), "{ways:?}");
    assert_eq!(house.count("booking"), 0);
    // what was typed stays, and the other way is open
    let again = refused.form("/requests");
    assert_eq!(again.value("sample"), "凍結グリッド 4枚");
    let again = agreed(again.with("support_mode", "assisted"), &refused);
    sato.submit(&again).expect(303);
}

#[test]
fn s3_the_page_says_before_any_form_what_is_missing_and_when_use_can_begin() {
    let house = licensed();
    // KIM holds no licence: the next training is on 2 February, and use begins after it
    let kim = house.signed_in(&KIM);
    let page = kim
        .get(&format!("/en/resources/{STORM}"))
        .expect(200)
        .text();
    let block = before(&page);
    assert!(block.contains("2 Feb"), "{block}");
    let links = hrefs(&block);
    let training = format!("/en/my/trainings?resource={STORM}");
    assert!(links.contains(&training), "{block}");
    // the earliest start can be chosen, and is what the calendar offers then
    let chosen = links
        .iter()
        .find(|href| href.contains("start=2027-02-0"))
        .unwrap_or_else(|| panic!("{block}"));
    let panel = kim.get(chosen).expect(200);
    assert!(panel.words().contains("Feb"), "{}", panel.words());
}

#[test]
fn a_stranger_sees_what_is_asked_of_their_kind_of_institution() {
    let house = House::new();
    publish(
        &house,
        "ncgg-ri",
        4003,
        &[
            (Parameter::EligibleOrgClasses, "own,inhouse,university"),
            (Parameter::OrgPledgeRequired, "yearly"),
        ],
    );
    let stranger = house.stranger();
    let page = stranger.get(&format!("/resources/{CONFOCAL}")).expect(200);
    assert!(
        page.words().contains("自分の機関の区分で"),
        "{}",
        page.words()
    );
    let of = |class: &str| {
        let page = stranger.get(&format!("/resources/{CONFOCAL}?as={class}"));
        before(&page.expect(200).text())
    };
    assert!(of("company").contains("この区分の機関の方は利用できません"));
    let university = of("university");
    assert!(university.contains("誓約書"), "{university}");
    assert!(!of("own").contains("誓約書"));
    // nonsense is nobody's class, and is not written back
    let odd = stranger.get(&format!("/resources/{CONFOCAL}?as=%3Cscript%3Ex"));
    assert!(!odd.expect(200).text().contains("<script>x"));
}

#[test]
fn what_needs_no_time_says_what_will_be_needed() {
    let house = House::new();
    publish(
        &house,
        "ncc-biobank",
        4005,
        &[(Parameter::Gates, "ethics_approval,mta")],
    );
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/resources/{BIOBANK}")).expect(200);
    let block = before(&page.text());
    assert!(block.contains("倫理審査"), "{block}");
    assert!(block.contains("MTA"), "{block}");
}
