//! Resources of two facilities, each with its place and with those who manage it.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::letter::together::Item;
use crate::domain::together::pair::{Pair, Side};
use crate::store::booking::people::managers;
use crate::store::engine::Conn;
use crate::store::place::Both;
use crate::store::schema::{facility, institution, resource};
use crate::store::together::list::name;

/// Two resources, unless one facility has both.
///
/// # Errors
/// [`Halt::Absent`] if one of them does not exist, or a fault.
pub fn of(conn: &mut Conn, main: ResourceId, other: ResourceId) -> Result<Option<Pair>, Halt> {
    let ((first, main), (second, other)) = (item(conn, main)?, item(conn, other)?);
    if first == second {
        return Ok(None);
    }
    let side = |conn: &mut Conn, item, facility| {
        let managers = managers(conn, facility)?;
        Ok::<_, Halt>(Side { item, managers })
    };
    Ok(Some(Pair {
        main: side(conn, main, first)?,
        other: side(conn, other, second)?,
    }))
}

fn item(conn: &mut Conn, id: ResourceId) -> Result<(FacilityId, Item), Halt> {
    let (of, slug, own, place, short): (i64, String, Both, Both, Both) = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::id.eq(id.number()))
        .select((
            facility::id,
            resource::slug,
            (resource::name_ja, resource::name_en),
            (facility::name_ja, facility::name_en),
            (institution::short_ja, institution::abbr),
        ))
        .first(conn)?;
    let item = Item {
        slug,
        name: name(own),
        facility: name(place),
        institution: name(short),
    };
    Ok((FacilityId::new(of), item))
}
