//! Sweeping: forgets what has ended and nobody may use again.

use crate::domain::halt::Halt;
use crate::house::House;
use crate::store::mail_token;

/// One turn.
///
/// # Errors
/// A fault of the database.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    house.db.tend(at, mail_token::sweep).await
}
