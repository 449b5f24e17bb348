//! One open transaction: what a deed writes through.

use std::ops::{Deref, DerefMut};

use crate::domain::time::Instant;
use crate::store::engine::Conn;

/// The transaction of one deed. Looking works as on any connection; writing asks for this.
pub struct Tx<'c> {
    conn: &'c mut Conn,
    at: Instant,
}

impl<'c> Tx<'c> {
    pub(in crate::store) const fn new(conn: &'c mut Conn, at: Instant) -> Self {
        Self { conn, at }
    }

    /// When the deed is done.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
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
