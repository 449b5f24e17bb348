//! How long a wish takes to judge, beside work of a constant size in the same run.

use std::hint::black_box;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use crate::cli::bench::subject::Subject;
use crate::cli::failure::Failure;
use crate::domain::parameter::Parameter;
use crate::domain::policy::check;
use crate::domain::policy::verdict::violations;

/// How long each is measured, and how many turns are timed together.
const LASTING: Duration = Duration::from_secs(2);
const TURNS: u32 = 50;
/// What the constant work digests.
const BYTES: usize = 4_096;

/// `madoguchi bench --rules`
///
/// # Errors
/// Never; a date of the sample that is none would be one.
pub fn run() -> Result<(), Failure> {
    let subject = Subject::new().ok_or_else(|| Failure::from("the sample is no wish"))?;
    let (granted, refused) = (subject.granted(), subject.refused());
    let bytes = [7_u8; BYTES];
    let constant = median(|| {
        black_box(Sha256::digest(black_box(&bytes)));
    });
    println!(
        "{} parameters, {} gates; constant: SHA-256 of {BYTES} bytes, {constant:.2} µs",
        Parameter::ALL.len(),
        granted.gates().len(),
    );
    println!("{:<34} {:>9} {:>9}", "", "µs", "ratio");
    let judge = |name: &str, case| {
        let micros = median(|| {
            black_box(violations(black_box(&case)));
        });
        say(name, micros, constant);
    };
    judge("a wish that is granted", granted);
    judge("a wish that is refused", refused);
    let micros = median(|| {
        black_box(check(black_box(&refused)));
    });
    say("the same with its ways forward", micros, constant);
    Ok(())
}

fn say(name: &str, micros: f64, constant: f64) {
    println!("{name:<34} {micros:>9.2} {:>9.2}", micros / constant);
}

/// The median of one turn in microseconds: what others do on the machine moves it least.
fn median(mut work: impl FnMut()) -> f64 {
    let began = Instant::now();
    let mut taken = Vec::new();
    while began.elapsed() < LASTING {
        let turn = Instant::now();
        for _ in 0..TURNS {
            work();
        }
        taken.push(turn.elapsed());
    }
    taken.sort_unstable();
    let median = taken.get(taken.len() / 2).copied().unwrap_or_default();
    median.as_secs_f64() * 1e6 / f64::from(TURNS)
}
