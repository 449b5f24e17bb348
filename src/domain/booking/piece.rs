//! What a booking that would move takes besides the time that it holds already.

use crate::domain::booking::change::Claimed;
use crate::domain::time::Span;

/// A time, and how many units more than now are taken in it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub claim: Span,
    pub units: u32,
    /// Whether the booking holds nothing of this time yet, so that its components are taken too.
    pub is_new: bool,
}

/// The parts of what is wanted that the claim held now, of so many units, does not cover.
#[must_use]
pub fn pieces(held: (&Span, u32), wanted: &Claimed) -> Vec<Piece> {
    let (held, units) = held;
    let claim = &wanted.claim;
    let part = |start, end, units, is_new| {
        let claim = Span::new(start, end)?;
        (units > 0).then_some(Piece {
            claim,
            units,
            is_new,
        })
    };
    let before = part(
        claim.start(),
        claim.end().min(held.start()),
        wanted.units,
        true,
    );
    let within = part(
        claim.start().max(held.start()),
        claim.end().min(held.end()),
        wanted.units.saturating_sub(units),
        false,
    );
    let after = part(
        claim.start().max(held.end()),
        claim.end(),
        wanted.units,
        true,
    );
    before.into_iter().chain(within).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{BookingId, ResourceId};
    use crate::domain::time::Instant;
    use proptest::prelude::*;

    fn span(start: i64, end: i64) -> Span {
        Span::new(Instant::from_unix(start), Instant::from_unix(end)).unwrap()
    }

    fn wanted(claim: Span, units: u32) -> Claimed {
        Claimed {
            booking: BookingId::new(1),
            resource: ResourceId::new(1),
            used: claim,
            claim,
            units,
        }
    }

    #[test]
    fn what_is_held_already_is_not_taken_twice() {
        let held = span(9, 12);
        assert_eq!(pieces((&held, 1), &wanted(span(9, 12), 1)), []);
        assert_eq!(pieces((&held, 1), &wanted(span(10, 11), 1)), []);
        let later = pieces((&held, 1), &wanted(span(10, 13), 1));
        let [piece] = later[..] else {
            panic!("{later:?}")
        };
        assert_eq!(
            (piece.claim, piece.units, piece.is_new),
            (span(12, 13), 1, true)
        );
        let away = pieces((&held, 2), &wanted(span(20, 22), 3));
        assert_eq!(
            away.first().map(|one| (one.claim, one.units)),
            Some((span(20, 22), 3))
        );
    }

    proptest! {
        #[test]
        fn held_and_pieces_together_cover_what_is_wanted_at_every_moment(
            (a, b, c, d) in (0i64..20, 1i64..10, 0i64..20, 1i64..10), held in 1u32..5, want in 1u32..5,
        ) {
            let (now, then) = (span(a, a + b), span(c, c + d));
            let found = pieces((&now, held), &wanted(then, want));
            for moment in 0..40 {
                let at = Instant::from_unix(moment);
                let extra: u32 = found.iter().filter(|one| one.claim.contains(at)).map(|one| one.units).sum();
                let have = if now.contains(at) { held } else { 0 };
                let wish = if then.contains(at) { want } else { 0 };
                prop_assert_eq!(have + extra, have.max(wish));
            }
        }
    }
}
