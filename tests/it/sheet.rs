//! Usage rules with parameters, as a test needs them.

use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{FacilityId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::setting::{ArticleRef, Setting, Target};
use madoguchi::domain::parameter::value::Value;
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};

use crate::house::House;
use crate::world;

/// A version of a facility's rule: its address, the version's id, and the day it comes into force.
pub struct Version {
    pub facility: &'static str,
    pub id: i64,
    pub effective_on: &'static str,
}

/// A set of codes.
pub fn codes(list: &[&str]) -> Value {
    Value::Codes(list.iter().map(|&code| code.to_owned()).collect())
}

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

/// A text whose article 5 says all of these for one resource.
fn text(resource: &str, said: &[(Parameter, Value)]) -> Text {
    let mut text = Text::plain(
        name("共同利用機器 利用規則", "Rules for shared instruments"),
        name(
            "講習を修了した者が操作する。",
            "Who is trained operates it.",
        ),
    );
    text.documents[0].articles[0].number = "5".into();
    let setting = |(parameter, value): &(Parameter, Value)| Setting {
        target: Target::Resource(resource.to_owned()),
        parameter: *parameter,
        value: value.clone(),
        article: Some(ArticleRef {
            document: 1,
            article: "5".into(),
        }),
        binding: false,
    };
    text.sheet.settings = said.iter().map(setting).collect();
    text.sheet.titles = [(1, text.documents[0].title.clone())].into();
    text
}

/// Publishes a version whose article 5 says all of these for one resource, and gives back its id.
pub fn publish(
    house: &House,
    version: &Version,
    resource: &str,
    said: &[(Parameter, Value)],
) -> RuleId {
    let facility = world::facility(&mut house.conn(), version.facility);
    let id = RuleId::new(version.id);
    let draft = Draft {
        rule: Rule {
            id,
            facility: FacilityId::new(facility),
            version: format!("{}.0", version.id),
            title: name("共同利用機器 利用規則", "Rules for shared instruments"),
            effective_on: version.effective_on.parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text: text(resource, said),
    };
    let by = Actor::house(house.rooms.clock.now());
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap()
}
