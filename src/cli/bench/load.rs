//! Load: many clients, each on a connection of its own, one request after the other.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::cli::bench::client::Client;

/// What is asked: the n-th request of a client; none when there is nothing left to ask.
pub type Script = Arc<dyn Fn(usize, usize) -> Option<Vec<u8>> + Send + Sync>;

/// How hard and how long.
#[derive(Copy, Clone, Debug)]
pub struct Pressure {
    pub clients: usize,
    pub lasting: Duration,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Answers with the expected status.
    pub good: usize,
    /// Other answers and broken connections.
    pub bad: usize,
    /// The status of one that was bad; 0 for a broken connection.
    pub bad_status: Option<u16>,
    /// Bytes of the last good body.
    pub bytes: usize,
    pub seconds: f64,
    /// How long each good answer took, in microseconds, sorted.
    times: Vec<u32>,
}

impl Measured {
    /// Good answers per second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        u32::try_from(self.good).map_or(0.0, f64::from) / self.seconds.max(0.001)
    }

    /// The time within which this many of a thousand good answers came, in milliseconds.
    #[must_use]
    pub fn within(&self, per_mille: usize) -> f64 {
        let place = (self.times.len() * per_mille / 1_000).min(self.times.len().saturating_sub(1));
        self.times
            .get(place)
            .map_or(0.0, |&micros| f64::from(micros) / 1_000.0)
    }

    fn add(&mut self, other: Self) {
        self.good += other.good;
        self.bad += other.bad;
        self.bad_status = self.bad_status.or(other.bad_status);
        self.bytes = self.bytes.max(other.bytes);
        self.times.extend(other.times);
    }
}

/// Puts a server under load; answers with `expected` are good.
#[must_use]
pub fn run(to: SocketAddr, pressure: Pressure, expected: u16, script: &Script) -> Measured {
    let all = Arc::new(Mutex::new(Measured::default()));
    let begun = Instant::now();
    let clients: Vec<_> = (0..pressure.clients)
        .map(|number| {
            let (all, script) = (Arc::clone(&all), Arc::clone(script));
            std::thread::spawn(move || {
                let mine = one(to, number, begun + pressure.lasting, expected, &script);
                all.lock().unwrap_or_else(PoisonError::into_inner).add(mine);
            })
        })
        .collect();
    for client in clients {
        let _ = client.join();
    }
    let seconds = begun.elapsed().as_secs_f64();
    let mut measured = std::mem::take(&mut *all.lock().unwrap_or_else(PoisonError::into_inner));
    measured.seconds = seconds;
    measured.times.sort_unstable();
    measured
}

/// One client until its time is over.
fn one(to: SocketAddr, number: usize, until: Instant, expected: u16, script: &Script) -> Measured {
    let mut mine = Measured::default();
    let Ok(mut client) = Client::connect(to) else {
        mine.bad = 1;
        mine.bad_status = Some(0);
        return mine;
    };
    for turn in 0.. {
        let Some(request) = script(number, turn) else {
            break;
        };
        let asked = Instant::now();
        if asked >= until {
            break;
        }
        match client.send(&request) {
            Ok(answer) if answer.status == expected => {
                mine.good += 1;
                mine.bytes = answer.bytes;
                let micros = asked.elapsed().as_micros();
                mine.times.push(u32::try_from(micros).unwrap_or(u32::MAX));
            }
            other => {
                mine.bad += 1;
                mine.bad_status = Some(other.map_or(0, |answer| answer.status));
            }
        }
    }
    mine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_within_are_of_the_sorted_answers() {
        let measured = Measured {
            good: 1_000,
            seconds: 2.0,
            times: (1..=1_000).map(|number| number * 1_000).collect(),
            ..Measured::default()
        };
        assert!((measured.rate() - 500.0).abs() < 0.001);
        assert!((measured.within(500) - 501.0).abs() < 0.001);
        assert!((measured.within(990) - 991.0).abs() < 0.001);
        assert!(Measured::default().within(990).abs() < 0.001);
    }
}
