//! Judging gates again: whatever opened or closed one without a deed right after it, the clock finds.

use crate::acts::gate::{Settled, judge_again};
use crate::domain::halt::Halt;
use crate::house::House;
use crate::store::booking::judge;

/// Bookings that one turn looks at: the soonest to come.
const MOST: i64 = 500;

/// One turn: a licence that was earned, a line of equivalence that ended, a deed that was cut off. Days
/// alone change nothing, because a gate is tested on the day that the rule names.
///
/// # Errors
/// The list can't be read.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let look = house.db.read(move |conn| judge::coming(conn, at, MOST));
    for id in look.await? {
        match judge_again(&house.db, id, at).await {
            Ok(Settled::AsItWas) => {}
            Ok(Settled::Changed) => tracing::info!(booking = %id, "a booking was judged again"),
            Err(halt) => tracing::error!(booking = %id, ?halt, "a booking could not be judged"),
        }
    }
    Ok(())
}
