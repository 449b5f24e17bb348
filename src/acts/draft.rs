//! What people do with forms that they put aside: keep them, drop them.

use crate::domain::actor::Actor;
use crate::domain::draft::{self, Draft};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{BookingId, DraftId, ServiceId};
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
    if is_sent(tx, draft.id)? {
        let sent = Wrong::Service(ServiceBar::AlreadySent);
        return Err(Halt::because(Refusal::of(sent)));
    }
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

/// Whether a request was made of it: both have the same number.
fn is_sent(tx: &mut Tx<'_>, id: DraftId) -> Result<bool, Halt> {
    let service = ServiceId::new(id.number());
    let booking = BookingId::new(id.number());
    Ok(store::service_request::gather::made(tx, service)?.is_some()
        || store::booking::gather::made(tx, booking)?.is_some())
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
