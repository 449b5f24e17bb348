//! Trying a secret: counted before it is judged, so that many at once are no way around the wait.

use crate::domain::halt::{Fault, Halt};
use crate::domain::session::may_try;
use crate::domain::time::Instant;
use crate::secret::password::Hasher;
use crate::store::db::Db;
use crate::store::sign_in_try::{self, Lock};
use crate::store::tx::Tx;

/// Whether what was typed fits what `look` finds beside its hash. Where nothing is kept it never fits, and
/// takes as long.
///
/// # Errors
/// Tried too often, too much is waiting, or what `look` returns.
pub(in crate::acts) async fn fits<T, F>(
    db: &Db,
    (hasher, at): (&Hasher, Instant),
    (lock, typed): (Lock, &str),
    look: F,
) -> Result<(T, bool), Halt>
where
    T: Send + 'static,
    F: Fn(&mut Tx<'_>) -> Result<(T, Option<String>), Halt> + Send + 'static,
{
    let counted = lock.clone();
    let (found, hash) = db
        .tend(at, move |tx| {
            let tries = sign_in_try::so_far(tx, &counted)?;
            if let Some(tries) = tries {
                may_try(tries, tx.at()).map_err(Halt::because)?;
            }
            sign_in_try::count(tx, &counted, tries)?;
            look(tx)
        })
        .await?;
    match hasher.verify(typed, hash).await {
        Ok(fits) => Ok((found, fits)),
        Err(halt) => {
            if matches!(halt, Halt::Fault(Fault::Busy)) {
                db.tend(at, move |tx| sign_in_try::take_back(tx, &lock))
                    .await?;
            }
            Err(halt)
        }
    }
}
