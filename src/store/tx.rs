//! One open transaction: what a deed writes through.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use crate::domain::id::{BookingId, ResourceId};
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;

/// The transaction of one deed. Looking works as on any connection; writing asks for this.
pub struct Tx<'c> {
    conn: &'c mut Conn,
    at: Instant,
    /// Resources of which the deed freed time.
    freed: BTreeSet<ResourceId>,
    /// Bookings that moved on without a time that had been asked for, with that time.
    overtaken: Vec<(BookingId, Span)>,
}

impl<'c> Tx<'c> {
    pub(in crate::store) const fn new(conn: &'c mut Conn, at: Instant) -> Self {
        Self {
            conn,
            at,
            freed: BTreeSet::new(),
            overtaken: Vec::new(),
        }
    }

    /// When the deed is done.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// Remembers that time of a resource was freed: whoever waits for it is served before the commit. The
    /// resource's turn must be held.
    pub fn freed(&mut self, resource: ResourceId) {
        self.freed.insert(resource);
    }

    /// Remembers that a booking moved on while another time was asked for: what the others of its set were asked
    /// for with it falls before the commit. The booking's turn must be held.
    pub(in crate::store) fn overtook(&mut self, booking: BookingId, wished: Span) {
        self.overtaken.push((booking, wished));
    }

    /// What was overtaken so far; it counts as settled from now on.
    pub(in crate::store) fn take_overtaken(&mut self) -> Vec<(BookingId, Span)> {
        std::mem::take(&mut self.overtaken)
    }

    /// What was freed so far; it counts as served from now on.
    pub(in crate::store) fn take_freed(&mut self) -> Vec<ResourceId> {
        std::mem::take(&mut self.freed).into_iter().collect()
    }
}

impl Deref for Tx<'_> {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn
    }
}
