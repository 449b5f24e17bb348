//! Random bytes from the operating system, and the birth of ids.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, Ordering};

use crate::domain::id::born;
use crate::domain::time::Instant;

/// Fills an array with random bytes of the operating system.
///
/// # Errors
/// The operating system has no randomness to give; nothing that needs a secret may go on.
#[expect(clippy::disallowed_methods, reason = "the one door to chance")]
pub fn bytes<const N: usize>() -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoChance)?;
    Ok(bytes)
}

/// The operating system gave no random bytes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct NoChance;

impl std::fmt::Display for NoChance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the operating system gave no random bytes")
    }
}

/// A fresh id, born at this moment in this process.
pub fn id(at: Instant) -> i64 {
    static TAG: OnceLock<u16> = OnceLock::new();
    static COUNT: AtomicU16 = AtomicU16::new(0);
    let tag = *TAG.get_or_init(|| {
        bytes::<2>().map_or_else(|_| low_bits(std::process::id()), u16::from_le_bytes)
    });
    born(at.unix(), tag, COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The low 16 bits: a process's number serves as its tag where chance fails.
fn low_bits(number: u32) -> u16 {
    u16::try_from(number & 0xFFFF).unwrap_or_default()
}
