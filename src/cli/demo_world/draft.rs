//! A draft on its way, so that visitors who speak for its institution see one with its impact.

use crate::acts;
use crate::acts::rule_draft::From;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Target};
use crate::domain::parameter::value::Value;
use crate::domain::rule::document::Article;
use crate::domain::rule::draft::step::{Change, Edit, Said};
use crate::domain::rule::draft::suggest;
use crate::domain::rule::in_force;
use crate::domain::rule::model::key::BYLAW;
use crate::store;
use crate::store::db::Db;

/// The unit whose officer is among those whom visitors should try.
const UNIT: &str = "riken-cryoem";

/// Begins the draft and adds an article with the parameter that it sets.
///
/// # Errors
/// A fault of the database.
pub(super) async fn begin(db: &Db, house: &Actor) -> Result<(), Failure> {
    let today = house.at.day();
    let version = db
        .read(move |conn| {
            let unit = store::rule::draft::keeper::by_slug(conn, UNIT)?;
            let versions = store::rule::of_unit(conn, unit.facility)?;
            let rule = in_force(&versions, today).ok_or(Halt::Absent)?;
            Ok(rule.version.clone())
        })
        .await
        .map_err(halted)?;
    let from = From::Version(version);
    db.act(house.clone(), move |tx, by| {
        acts::rule_draft::start(tx, by, UNIT, &from)
    })
    .await
    .map_err(halted)?;
    let draft = db
        .read(|conn| store::rule::draft::by_slug(conn, UNIT))
        .await
        .map_err(halted)?;
    // rules that came in one piece have no bylaw to add to
    let Some(bylaw) = draft.amendment.text.document(BYLAW) else {
        return Ok(());
    };
    let step = article(suggest::article(bylaw));
    db.act(house.clone(), move |tx, by| {
        acts::rule_draft::edit(tx, by, UNIT, draft.amendment.turn, &step)
    })
    .await
    .map(drop)
    .map_err(halted)
}

/// An article that limits how many bookings somebody may have at once.
fn article(number: String) -> Edit {
    let name = |ja: &str, en: &str| Name {
        ja: ja.to_owned(),
        en: en.to_owned(),
    };
    let limit = Said {
        value: Value::Number(2),
        article: Some(ArticleRef {
            document: BYLAW,
            article: number.clone(),
        }),
        binding: false,
    };
    Edit::Article {
        document: BYLAW,
        number: None,
        article: Article {
            number,
            heading: name("同時に予約できる数", "Bookings at once"),
            body: name(
                "1人の利用者が同時に予約できる数は、2件までとする。",
                "A user may have at most 2 bookings to come at once.",
            ),
        },
        settings: vec![Change {
            target: Target::All,
            parameter: Parameter::MaxOpenBookingsPerUser,
            to: Some(limit),
        }],
    }
}
