//! What people do with bookings.
