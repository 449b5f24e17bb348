//! The outbox: letters that wait, are on their way, were sent, or went wrong. Its state leaves no
//! witness in the ledger, because the event that caused the letter is one already.

pub mod claim;
pub mod list;
