//! What all visits and jobs share: the data, the settings, the clock, the hasher, the courier.

use std::sync::Arc;

use crate::config::Config;
use crate::config::clock::Clock;
use crate::notice::courier::Courier;
use crate::secret::password::Hasher;
use crate::store::db::Db;

/// One running house. Cheap to clone.
#[derive(Clone)]
pub struct House {
    pub db: Db,
    pub config: Arc<Config>,
    pub clock: Clock,
    pub hasher: Hasher,
    pub courier: Courier,
}

impl House {
    /// Opens a house with these settings.
    ///
    /// # Errors
    /// The courier can't be set up, or a thread can't be started.
    pub fn new(db: Db, config: Config, clock: Clock) -> Result<Self, String> {
        let courier = Courier::open(&config)?;
        let hasher = Hasher::start()?;
        Ok(Self {
            db,
            config: Arc::new(config),
            clock,
            hasher,
            courier,
        })
    }
}
