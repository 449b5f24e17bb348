//! What resources take besides, and what can be asked for with them, as it is kept.

pub mod companion;
pub mod gather;
pub mod list;
pub mod pair;
pub mod write;
