//! What administrators do with the holidays: keep the official list, forget a year, correct a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::calendar::list::List;
use crate::domain::halt::Act;
use crate::domain::holiday::{self, NewCorrection};
use crate::domain::id::UserId;
use crate::store;
use crate::store::tx::Tx;

/// Keeps the official list.
///
/// # Errors
/// As the decision says.
pub fn import(tx: &mut Tx<'_>, by: &Actor, text: &str) -> Act<List> {
    let done = holiday::import(text, by)?;
    store::holiday::write::turn(tx, who(by))?;
    store::holiday::write::replace(tx, &done.value, who(by))?;
    Ok(done)
}

/// Takes the list of a year away.
///
/// # Errors
/// As the decision says.
pub fn forget(tx: &mut Tx<'_>, by: &Actor, year: i32) -> Act<i32> {
    let kept = store::holiday::kept(tx)?;
    let listed: BTreeSet<i32> = kept.years().collect();
    let done = holiday::forget(year, &listed, by)?;
    store::holiday::write::turn(tx, who(by))?;
    store::holiday::write::forget(tx, &[year].into())?;
    Ok(done)
}

/// Sets a day by hand.
///
/// # Errors
/// As the decision says.
pub fn correct(tx: &mut Tx<'_>, by: &Actor, new: &NewCorrection) -> Act<NaiveDate> {
    let standing = store::holiday::standing(tx)?;
    let done = holiday::correct(new, &standing, by)?;
    let (day, correction) = &done.value;
    store::holiday::write::turn(tx, who(by))?;
    store::holiday::write::correct(tx, *day, correction, who(by))?;
    Ok(done.map(|(day, _)| day))
}

/// Takes a correction back.
///
/// # Errors
/// As the decision says.
pub fn restore(tx: &mut Tx<'_>, by: &Actor, day: NaiveDate) -> Act<NaiveDate> {
    let standing = store::holiday::standing(tx)?;
    let done = holiday::restore(day, &standing, by)?;
    store::holiday::write::turn(tx, who(by))?;
    store::holiday::write::restore(tx, day)?;
    Ok(done)
}

fn who(by: &Actor) -> Option<UserId> {
    by.person().map(|person| person.id)
}
