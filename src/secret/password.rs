//! Passwords: argon2id on one thread of its own with a bounded queue.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::oneshot;

use crate::domain::halt::{Fault, Halt};
use crate::domain::password::{self, LONGEST_BYTES};
use crate::domain::refusal::{Refusal, Wrong};
use crate::secret::chance;

/// Passwords that may wait before more are turned away.
const WAITING: usize = 32;
/// How far the thread gives way to those that answer pages.
const NICENESS: i32 = 10;

/// How dear a hash is made: memory in KiB and passes over it (one lane).
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
struct Cost {
    memory: u32,
    passes: u32,
}

/// The cost of a running house.
const USUAL: Cost = Cost {
    memory: 64 * 1024,
    passes: 2,
};
/// The least that OWASP accepts: for tests and for invented people.
const FLOOR: Cost = Cost {
    memory: 19 * 1024,
    passes: 2,
};

/// The thread that hashes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Hasher {
    jobs: SyncSender<Job>,
}

/// One password on its way.
enum Job {
    Hash {
        password: String,
        answer: oneshot::Sender<Result<String, Halt>>,
    },
    Verify {
        password: String,
        hash: Option<String>,
        answer: oneshot::Sender<Result<bool, Halt>>,
    },
}

impl Hasher {
    /// Starts the thread.
    ///
    /// # Errors
    /// The thread can't be started.
    pub fn start() -> Result<Self, String> {
        Self::at_cost(USUAL)
    }

    /// Starts a thread that hashes as cheaply as is still safe, for tests and invented people.
    ///
    /// # Errors
    /// The thread can't be started.
    pub fn at_floor() -> Result<Self, String> {
        Self::at_cost(FLOOR)
    }

    fn at_cost(cost: Cost) -> Result<Self, String> {
        let params = Params::new(cost.memory, cost.passes, 1, None)
            .map_err(|error| format!("argon2id can't work at this cost: {error}"))?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let (jobs, waiting) = sync_channel(WAITING);
        std::thread::Builder::new()
            .name("hasher".to_owned())
            .spawn(move || work(&argon, &waiting))
            .map_err(|error| format!("the thread that hashes can't be started: {error}"))?;
        Ok(Self { jobs })
    }

    /// Hashes a new password.
    ///
    /// # Errors
    /// The password is longer than anybody may type, or too many are waiting.
    pub async fn hash(&self, password: &str) -> Result<String, Halt> {
        if password.len() > LONGEST_BYTES {
            return Err(Halt::because(Refusal::of(Wrong::PasswordLong {
                longest: password::LONGEST,
            })));
        }
        let (answer, answered) = oneshot::channel();
        let password = password.to_owned();
        self.send(Job::Hash { password, answer })?;
        answered.await.map_err(|_| ended())?
    }

    /// Whether the password is the one that was hashed. Without a hash the answer is no, after the
    /// same work, so that the time tells nobody whether an account exists.
    ///
    /// # Errors
    /// Too many are waiting.
    pub async fn verify(&self, password: &str, hash: Option<String>) -> Result<bool, Halt> {
        if password.len() > LONGEST_BYTES {
            return Ok(false);
        }
        let (answer, answered) = oneshot::channel();
        let password = password.to_owned();
        self.send(Job::Verify {
            password,
            hash,
            answer,
        })?;
        answered.await.map_err(|_| ended())?
    }

    fn send(&self, job: Job) -> Result<(), Halt> {
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => Halt::Fault(Fault::Busy),
            TrySendError::Disconnected(_) => ended(),
        })
    }
}

fn ended() -> Halt {
    Halt::broken("the thread that hashes has ended")
}

/// The thread: one password after the other; nobody's who left in the meantime.
fn work(argon: &Argon2<'_>, waiting: &Receiver<Job>) {
    // On Linux the number belongs to the calling thread alone; without it we are only less polite.
    let _ = rustix::process::setpriority_process(None, NICENESS);
    let nobody = hash(argon, "nobody's password").ok();
    while let Ok(job) = waiting.recv() {
        match job {
            Job::Hash { password, answer } if !answer.is_closed() => {
                let _ = answer.send(hash(argon, &password));
            }
            Job::Verify {
                password,
                hash,
                answer,
            } if !answer.is_closed() => {
                let known = hash.filter(|hash| PasswordHash::new(hash).is_ok());
                let is_known = known.is_some();
                let fits = known
                    .or_else(|| nobody.clone())
                    .is_some_and(|hash| fits(argon, &password, &hash));
                let _ = answer.send(Ok(is_known && fits));
            }
            Job::Hash { .. } | Job::Verify { .. } => {}
        }
    }
}

fn hash(argon: &Argon2<'_>, typed: &str) -> Result<String, Halt> {
    let salt = chance::bytes::<16>().map_err(Halt::broken)?;
    let hash: PasswordHash = argon
        .hash_password_with_salt(password::normal(typed).as_bytes(), &salt)
        .map_err(Halt::broken)?;
    Ok(hash.to_string())
}

fn fits(argon: &Argon2<'_>, typed: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        argon
            .verify_password(password::normal(typed).as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn run<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(work)
    }

    #[test]
    fn b13_passwords_fit_as_typed_in_either_width_and_nothing_else_does() {
        let hasher = Hasher::at_floor().unwrap();
        run(async {
            let hash = hasher.hash("ガラス bottle 12345").await.unwrap();
            assert!(
                hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
                "{hash}"
            );
            for (typed, fits) in [
                ("ガラス bottle 12345", true),
                ("ｶﾞﾗｽ ｂｏｔｔｌｅ １２３４５", true),
                ("ガラス bottle 1234", false),
                ("ガラス bottle 12345 ", false),
                ("", false),
            ] {
                let verdict = hasher.verify(typed, Some(hash.clone())).await.unwrap();
                assert_eq!(verdict, fits, "{typed}");
            }
            assert_ne!(hash, hasher.hash("ガラス bottle 12345").await.unwrap());
        });
    }

    #[test]
    fn b13_more_than_1024_bytes_are_refused_without_work() {
        let hasher = Hasher::at_floor().unwrap();
        let long = "x".repeat(1_025);
        run(async {
            assert!(matches!(hasher.hash(&long).await, Err(Halt::Refused(_))));
            assert!(!hasher.verify(&long, None).await.unwrap());
            assert!(hasher.hash(&"x".repeat(1_024)).await.is_ok());
        });
    }

    #[test]
    fn b05_without_an_account_the_work_is_the_same() {
        let hasher = Hasher::at_floor().unwrap();
        run(async {
            assert!(!hasher.verify("nobody's password", None).await.unwrap());
            assert!(!hasher.verify("!", Some("!".into())).await.unwrap());
            let hash = hasher.hash("correct horse battery").await.unwrap();
            let mut times = [Vec::new(), Vec::new()];
            for turn in 0..20 {
                let started = Instant::now();
                let known = (turn % 2 == 0).then(|| hash.clone());
                assert!(!hasher.verify("wrong password", known).await.unwrap());
                times[turn % 2].push(started.elapsed());
            }
            // The least of ten tells the work from what else the machine does.
            let [known, unknown] = times.map(|all| all.into_iter().min().unwrap());
            assert!(
                known < unknown * 2 && unknown < known * 2,
                "{known:?} {unknown:?}"
            );
        });
    }

    #[test]
    fn b12_a_flood_is_turned_away_at_once() {
        let hasher = Hasher::at_floor().unwrap();
        run(async {
            let tries = (0..100).map(|_| hasher.verify("wrong password", None));
            let started = Instant::now();
            let all = futures_util::future::join_all(tries).await;
            let busy = all
                .iter()
                .filter(|answer| matches!(answer, Err(Halt::Fault(Fault::Busy))))
                .count();
            assert!((50..=68).contains(&busy), "{busy} were turned away");
            assert!(started.elapsed() < Duration::from_secs(20));
        });
    }
}
