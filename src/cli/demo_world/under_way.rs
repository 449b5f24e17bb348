//! What visitors find under way, done as people do it: uses to which nobody came, a change that waits, and two
//! facilities asked as one.

use crate::acts;
use crate::cli::demo_world::resident::actor;
use crate::cli::demo_world::story::Troupe;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Actor;
use crate::domain::booking::{Booking, Content, Safety, State, Wish};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId, born};
use crate::domain::rule::{Rule, in_force_all};
use crate::domain::support::SupportMode;
use crate::domain::time::Instant;
use crate::domain::world::Placed;
use crate::store;
use crate::store::db::Db;

/// The instrument that is asked for, and the other facility's that goes with it, by address.
const SET: (&str, &str) = ("ncvc-nsim-nstorm", "ncgg-confocal");
const DAY: i64 = 24 * 60;
/// Minutes from midnight at which two facilities are asked for two hours.
const HOURS: [i64; 3] = [10 * 60, 13 * 60, 15 * 60];
/// How many days the search for free time goes on.
const DAYS: i64 = 21;

/// Lets all of it happen.
///
/// # Errors
/// A fault of the database.
pub(super) async fn happen(db: &Db, troupe: &Troupe<'_>, placed: &[Placed]) -> Result<(), Failure> {
    nobody_came(db, troupe, placed).await?;
    change(db, troupe, placed).await?;
    ask_two(db, troupe).await
}

/// Marks what was placed as missed; who is not the visitor says why already.
async fn nobody_came(db: &Db, troupe: &Troupe<'_>, placed: &[Placed]) -> Result<(), Failure> {
    let visitor = troupe.known("sato.megumi").map(|one| one.id);
    for booking in missed(placed, troupe.at) {
        let (id, user) = (booking.id, booking.user);
        let Some(by) = manager(troupe, booking.resource) else {
            continue;
        };
        let note = "開始から1時間待ちましたが、連絡がありませんでした。";
        db.act(by, move |tx, by| acts::no_show::mark(tx, by, id, note))
            .await
            .map_err(halted)?;
        let people = troupe.people.iter().map(|(_, resident)| resident);
        let mut applicants = people.filter(|one| one.id == user && Some(user) != visitor);
        if let Some(applicant) = applicants.next() {
            let text = "電車の運休で到着できず、当日の朝に装置の担当の方へ電話でお伝えしました。";
            let by = actor(applicant, troupe.at);
            db.act(by, move |tx, by| acts::no_show::appeal(tx, by, id, text))
                .await
                .map_err(halted)?;
        }
    }
    Ok(())
}

/// Confirmed bookings that are over and that nobody began.
fn missed(placed: &[Placed], at: Instant) -> impl Iterator<Item = &Booking> {
    let bookings = placed.iter().map(|one| &one.booking);
    bookings.filter(move |one| one.state == State::Confirmed && one.span.end() <= at)
}

/// Asks for another time of a confirmed booking that the first manager decides on.
async fn change(db: &Db, troupe: &Troupe<'_>, placed: &[Placed]) -> Result<(), Failure> {
    let first = troupe.known("inoue.rei").map(|one| one.id);
    let soon = troupe.at.plus_minutes(3 * DAY);
    let bookings = placed.iter().map(|one| &one.booking);
    let coming = bookings.filter(|one| one.state == State::Confirmed && one.span.start() > soon);
    for booking in coming {
        let decides = manager(troupe, booking.resource).and_then(|one| Some(one.person()?.id));
        let user = troupe.people.iter().find(|(_, one)| one.id == booking.user);
        let (Some((_, user)), true) = (user, decides == first) else {
            continue;
        };
        let wishes = (1..=DAYS).map(|days| Wish {
            start: Some(booking.span.start().plus_minutes(days * DAY)),
            minutes: Some(booking.span.minutes()),
            content: booking.content.clone(),
            ..Wish::default()
        });
        if amended(db, actor(user, troupe.at), booking.id, wishes).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// Whether one of the wishes waits for the facility now.
async fn amended(
    db: &Db,
    by: Actor,
    id: BookingId,
    wishes: impl Iterator<Item = Wish>,
) -> Result<bool, Failure> {
    for wish in wishes {
        let asked = db.act(by.clone(), move |tx, by| {
            acts::amend::amend(tx, by, id, &wish)
        });
        match asked.await {
            Err(Halt::Refused(_)) => {}
            asked => {
                asked.map_err(halted)?;
                let waits = db.read(move |conn| store::booking::proposal::open(conn, id));
                return Ok(waits.await.map_err(halted)?.is_some());
            }
        }
    }
    Ok(false)
}

/// Asks two facilities for the same two hours, the first that both can give.
async fn ask_two(db: &Db, troupe: &Troupe<'_>) -> Result<(), Failure> {
    let found = (
        troupe.known("sato.megumi"),
        troupe.resource(SET.0),
        troupe.resource(SET.1),
    );
    let (Some(visitor), Some(main), Some(other)) = found else {
        return Ok(());
    };
    let facilities = [main.facility, other.facility];
    let look = db.read(move |conn| {
        let each = facilities.iter();
        let each = each.map(|id| store::rule::versions(conn, *id));
        each.collect::<Result<Vec<Vec<Rule>>, Halt>>()
    });
    let rules = look.await.map_err(halted)?;
    let by = actor(visitor, troupe.at);
    for (days, minute) in (7..DAYS).flat_map(|days| HOURS.map(|minute| (days, minute))) {
        let day = troupe.day(days);
        let agree = rules.iter().flat_map(|all| in_force_all(all, day));
        let wish = Wish {
            start: Some(Instant::of_tokyo(day, minute)),
            minutes: Some(120),
            content: content(),
            with: vec![SET.1.to_owned()],
            agree: agree.map(|rule| rule.id).collect(),
            ..Wish::default()
        };
        let id = BookingId::new(born(troupe.at.unix(), 16, 0));
        let asked = db.act(by.clone(), move |tx, by| {
            acts::asking::request(tx, by, (id, SET.0), (&wish, None), None)
        });
        match asked.await {
            Err(Halt::Refused(_)) => {}
            asked => return asked.map(drop).map_err(halted),
        }
    }
    Ok(())
}

fn content() -> Content {
    Content {
        purpose: "同じ試料を超解像と共焦点の二つの顕微鏡で観察し、像を重ね合わせる。".to_owned(),
        sample: "蛍光標識した固定細胞 ガラスボトムディッシュ2枚".to_owned(),
        safety: Some(Safety::None),
        support_mode: Some(SupportMode::Assisted),
        project_number: String::new(),
    }
}

/// Whoever manages the facility of a resource.
fn manager(troupe: &Troupe<'_>, id: ResourceId) -> Option<Actor> {
    let mut all = troupe.land.resources.iter();
    let of = all.find(|one| one.id == id)?.facility;
    Some(actor(troupe.manager(of)?, troupe.at))
}
