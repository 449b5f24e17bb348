//! What people do with forms that they put aside: keep them, drop them.

use crate::domain::actor::Actor;
use crate::domain::draft::{self, Draft};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{BookingId, DraftId, ServiceId, UserId};
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store;
use crate::store::tx::Tx;

/// 下書き保存: keeps what was typed, whatever it is; nothing is checked, and no time is held.
///
/// # Errors
/// Somebody else's, sent already, too many, or too long; or that there is no such resource.
pub fn keep(tx: &mut Tx<'_>, by: &Actor, slug: &str, draft: &Draft) -> Act<DraftId> {
    let user = by.person().ok_or(Halt::NotAllowed)?.id;
    let resource = store::catalogue::resource::by_slug(tx, slug, by.at)?.id;
    not_sent(tx, draft.id, user)?;
    let (others, owner) = store::draft::around(tx, draft.id, user)?;
    let draft = Draft {
        user,
        resource,
        ..draft.clone()
    };
    let done = draft::keep(draft, others, owner)?;
    store::draft::keep(tx, &done.value)?;
    Ok(done.map(|draft| draft.id))
}

/// A request that was made of it has the same number.
fn not_sent(tx: &mut Tx<'_>, id: DraftId, user: UserId) -> Result<(), Halt> {
    if store::service_request::gather::made(tx, ServiceId::new(id.number()))?.is_some() {
        let sent = Wrong::Service(ServiceBar::AlreadySent);
        return Err(Halt::because(Refusal::of(sent)));
    }
    match store::booking::gather::made(tx, BookingId::new(id.number()))? {
        Some(made) if made.user == user => Err(Halt::Already(made.id)),
        Some(_) => Err(Halt::Absent),
        None => Ok(()),
    }
}

/// 下書きを削除する
///
/// # Errors
/// It is not theirs, or there is none.
pub fn discard(tx: &mut Tx<'_>, by: &Actor, id: DraftId) -> Act<DraftId> {
    let user = by.person().ok_or(Halt::NotAllowed)?.id;
    let (_, owner) = store::draft::around(tx, id, user)?;
    let done = draft::drop(id, user, owner)?;
    store::draft::drop_own(tx, id, user)?;
    Ok(done)
}
