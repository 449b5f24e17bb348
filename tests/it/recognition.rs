//! Two institutions and one person between them: trained at home, asking where another course is named.

use madoguchi::acts;
use madoguchi::domain::id::{CourseId, FacilityId, TrainingId, UserId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::training::course::{NewCourse, NewDate};

use crate::client::Client;
use crate::form::Form;
use crate::house::House;
use crate::people::{Person, Role, SATO, YAMADA};
use crate::sheet::{Version, codes, publish};
use crate::world::{self, IMAGING, moment};

/// Speaks for the institution of the imaging facility.
pub const MORI: Person = Person {
    id: 1301,
    name: "森 千尋",
    email: "mori@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Officer("ncvc")),
};

/// Gives the imaging facility's trainings.
pub const NISHIMURA: Person = Person {
    id: 1302,
    name: "西村 拓海",
    email: "nishimura@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Manager("ncvc-imaging")),
};

/// Sato was trained at her own institution; the imaging facility asks for its own course C1 first.
pub struct Story {
    pub house: House,
    /// The imaging facility's course.
    pub ours: CourseId,
    /// The course that Sato completed.
    pub theirs: CourseId,
}

fn course(house: &House, facility: &str, by: &Person, code: &str) -> CourseId {
    let facility = FacilityId::new(world::facility(&mut house.conn(), facility));
    let new = NewCourse {
        code: code.into(),
        name: Name {
            ja: format!("操作講習 {code}"),
            en: format!("Training {code}"),
        },
        minutes: Some(60),
    };
    house
        .act(by, move |tx, by| {
            acts::training::open(tx, by, facility, &new)
        })
        .unwrap()
}

/// Yamada trains Sato at NCGG on 1 December.
fn trained(house: &House, course: CourseId) {
    let new = NewDate {
        start: Some(moment("2026-12-01 13:00")),
        seats: Some(3),
        place: "1階".into(),
    };
    let held: TrainingId = house
        .act(&YAMADA, move |tx, by| {
            acts::training::set(tx, by, course, &new)
        })
        .unwrap();
    house
        .act(&SATO, move |tx, by| acts::training::enrol(tx, by, held))
        .unwrap();
    house.set_clock("2026-12-01 15:00");
    house
        .act(&YAMADA, move |tx, by| {
            acts::training::complete(tx, by, held, (UserId::new(SATO.id), "N-7"))
        })
        .unwrap();
}

pub fn story() -> Story {
    let house = House::new();
    house.set_clock("2026-11-20 10:00");
    let at = house.rooms.clock.now();
    for person in [MORI, NISHIMURA] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    let version = Version {
        facility: "ncvc-imaging",
        id: 4101,
        effective_on: "2026-12-01",
    };
    let said = [
        (Parameter::TrainingRequired, codes(&["C1"])),
        (Parameter::GatesBeforeSending, codes(&["training"])),
    ];
    publish(&house, &version, IMAGING, &said);
    let ours = course(&house, "ncvc-imaging", &NISHIMURA, "C1");
    let theirs = course(&house, "ncgg-ri", &YAMADA, "G1");
    trained(&house, theirs);
    house.set_clock("2026-12-14 10:00");
    Story {
        house,
        ours,
        theirs,
    }
}

/// The officer's form for a line about trainings that recognises this course.
pub fn line(mori: &Client, theirs: CourseId) -> Form {
    let page = mori.get("/institution/equivalences").expect(200);
    page.form("/institution/equivalences")
        .with("gate", "training")
        .with("issuer_course", &theirs.to_string())
}
