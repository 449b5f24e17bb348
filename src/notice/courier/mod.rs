//! Couriers: SMTP, a folder, memory. Each carries one letter to one reader and says what became of it.

pub mod folder;
pub mod memory;
mod message;
pub mod smtp;

use std::sync::Arc;

use crate::config::{Config, CourierSetting};
use crate::domain::delivery::Outcome;
use crate::notice::courier::folder::Folder;
use crate::notice::courier::memory::Memory;
use crate::notice::courier::message::Writer;
use crate::notice::courier::smtp::Smtp;
use crate::notice::parcel::Parcel;

/// What carries letters out of the house. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Courier {
    Smtp(Arc<Smtp>),
    Folder(Arc<Folder>),
    Memory(Arc<Memory>),
}

impl Courier {
    /// The courier that the settings ask for.
    ///
    /// # Errors
    /// The settings can't be used, in words for the operator.
    pub fn open(config: &Config) -> Result<Self, String> {
        let writer = Writer::of(config)?;
        match &config.courier {
            CourierSetting::Smtp { url } => Smtp::open(url, writer).map(|it| Self::Smtp(it.into())),
            CourierSetting::Folder(path) => {
                Folder::open(path, writer).map(|it| Self::Folder(it.into()))
            }
            CourierSetting::Memory => Ok(Self::Memory(Arc::new(Memory::of(writer)))),
        }
    }

    /// Carries one letter. Blocks until it is known what became of it, so it needs a thread that may.
    #[must_use]
    pub fn carry(&self, parcel: &Parcel) -> Outcome {
        match self {
            Self::Smtp(smtp) => smtp.carry(parcel),
            Self::Folder(folder) => folder.carry(parcel),
            Self::Memory(memory) => memory.carry(parcel),
        }
    }

    /// The letters carried so far, oldest first, where they are kept in memory.
    #[must_use]
    pub fn sent(&self) -> Vec<Parcel> {
        match self {
            Self::Memory(memory) => memory.sent(),
            Self::Smtp(_) | Self::Folder(_) => Vec::new(),
        }
    }

    /// The folder, where letters go to one.
    #[must_use]
    pub fn folder(&self) -> Option<Arc<Folder>> {
        match self {
            Self::Folder(folder) => Some(Arc::clone(folder)),
            Self::Smtp(_) | Self::Memory(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
