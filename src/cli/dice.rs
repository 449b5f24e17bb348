//! Dice that fall the same way for the same seed: invented worlds can be made again exactly.

/// A small generator (SplitMix64); for invented worlds and measurements, never for secrets.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.roll() % end).unwrap_or_default()
    }

    /// A number from `first` up to `last`.
    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        let width = usize::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or(1);
        first.saturating_add(i64::try_from(self.below(width)).unwrap_or_default())
    }

    /// One of these; none if there are none.
    pub fn pick<'a, T>(&mut self, these: &'a [T]) -> Option<&'a T> {
        let place = self.below(these.len());
        these.get(place)
    }

    /// True this many times in a thousand.
    pub fn falls(&mut self, per_mille: usize) -> bool {
        self.below(1_000) < per_mille
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same_way_and_stays_within_its_bounds() {
        let (mut one, mut other) = (Dice::of(7), Dice::of(7));
        for _ in 0..1_000 {
            assert_eq!(one.roll(), other.roll());
            assert!((3..=5).contains(&one.between(3, 5)) && (3..=5).contains(&other.between(3, 5)));
        }
        assert_ne!(Dice::of(7).roll(), Dice::of(8).roll());
        assert_eq!(one.pick::<u8>(&[]), None);
        let falls = (0..10_000).filter(|_| one.falls(250)).count();
        assert!((2_200..2_800).contains(&falls), "{falls}");
    }
}
