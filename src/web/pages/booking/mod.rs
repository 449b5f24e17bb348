//! The applicant's pages.

pub mod cancel;
pub mod change;
pub mod deed;
pub mod done;
pub mod edit;
pub mod index;
pub mod new;
pub mod series;
pub mod show;
