//! What facility managers record of outside allocations: enter, correct, end; take time and give it back.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{OutsideId, OutsideSpanId};
use crate::domain::outside::time::{self, Wish};
use crate::domain::outside::{Told, record};
use crate::domain::time::Span;
use crate::secret::chance;
use crate::store;
use crate::store::tx::Tx;

/// 登録する. The form carries the id, so a second click makes no second allocation.
///
/// # Errors
/// As the decision says, or that there is no such resource.
pub fn enter(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: OutsideId,
    slug: &str,
    told: &Told,
) -> Act<OutsideId> {
    let resource = store::catalogue::resource::by_slug(tx, slug, by.at)?;
    let known = store::outside::gather::known(tx, resource.id, &told.proposal, told.starts_on)?;
    let done = record::record(id, told, &resource, known, by)?;
    let person = by.person().map(|person| person.id);
    store::outside::write::insert(tx, &done.value, person)?;
    Ok(done.map(|outside| outside.id))
}

/// 訂正する, also the use so far.
///
/// # Errors
/// As the decision says, or that there is no such allocation.
pub fn correct(tx: &mut Tx<'_>, by: &Actor, id: OutsideId, told: &Told) -> Act<OutsideId> {
    let standing = store::outside::gather::standing(tx, id)?;
    let resource = standing.resource.id;
    let known = store::outside::gather::known(tx, resource, &told.proposal, told.starts_on)?;
    let done = record::correct(&standing, told, known, by)?;
    store::outside::write::change(tx, &done.value)?;
    Ok(done.map(|outside| outside.id))
}

/// 終了とする: time that has not begun becomes free.
///
/// # Errors
/// As the decision says, or that there is no such allocation.
pub fn end(tx: &mut Tx<'_>, by: &Actor, id: OutsideId) -> Act<OutsideId> {
    let standing = store::outside::gather::standing(tx, id)?;
    let done = record::end(&standing, by)?;
    let to_come: Vec<OutsideSpanId> = standing
        .occupied
        .iter()
        .filter(|occupied| occupied.span.start() > by.at)
        .map(|occupied| occupied.id)
        .collect();
    store::outside::write::free(tx, &to_come)?;
    store::outside::write::change(tx, &done.value)?;
    Ok(done.map(|outside| outside.id))
}

/// 配分時間を登録する
///
/// # Errors
/// As the decision says, or that there is no such allocation.
pub fn take(tx: &mut Tx<'_>, by: &Actor, id: OutsideId, wish: &Wish) -> Act<OutsideId> {
    let standing = store::outside::gather::standing(tx, id)?;
    let span = wish.from.zip(wish.until);
    let span = span.and_then(|(from, until)| Span::new(from, until));
    let taken = match span {
        Some(span) => store::outside::gather::taken(tx, standing.resource.id, &span)?,
        None => Vec::new(),
    };
    let new = OutsideSpanId::new(chance::id(by.at));
    let done = time::take(new, wish, &standing, &taken, by)?;
    let person = by.person().map(|person| person.id);
    let place = (id, standing.resource.id);
    store::outside::write::take(tx, place, &done.value, person)?;
    Ok(done.map(|_| id))
}

/// 配分時間を取り消す; a stretch of another allocation is none of this one.
///
/// # Errors
/// As the decision says, or that there is no such allocation.
pub fn free(tx: &mut Tx<'_>, by: &Actor, id: OutsideId, span: OutsideSpanId) -> Act<OutsideId> {
    let standing = store::outside::gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let done = time::free(&standing, span, by)?;
    store::outside::write::free(tx, &[done.value])?;
    Ok(done.map(|_| id))
}
