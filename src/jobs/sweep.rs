//! Sweeping: forgets what has ended and nobody may use again.

use crate::domain::halt::Halt;
use crate::house::House;
use crate::store::rule::draft::file;
use crate::store::tx::Tx;
use crate::store::{mail_token, session, sign_in_try};

/// One turn.
///
/// # Errors
/// A fault of the database.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let sweep = |tx: &mut Tx<'_>| {
        mail_token::sweep(tx)?;
        session::sweep(tx)?;
        sign_in_try::sweep(tx)?;
        file::sweep(tx)
    };
    house.db.tend(at, sweep).await
}
