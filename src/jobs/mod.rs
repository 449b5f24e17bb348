//! What the clock does: deliver, lapse, sweep.
