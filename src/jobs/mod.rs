//! What the clock does: deliver letters, let requests lapse, remind, warn, sweep. A job that fails is logged and
//! tried again at its next turn; none ever ends.

pub mod deliver;
pub mod lapse;
pub mod remind;
pub mod service;
pub mod sweep;
pub mod warn;

use std::time::Duration;

use crate::domain::halt::Halt;
use crate::house::House;

/// Runs all jobs until it is dropped.
pub async fn run(house: House) {
    let deliver = async {
        loop {
            let more = said("deliver", deliver::turn(&house).await);
            if more != Some(deliver::Turn::Full) {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    };
    let lapse = async {
        loop {
            said("lapse", lapse::turn(&house).await);
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
    };
    let sweep = async {
        loop {
            said("sweep", sweep::turn(&house).await);
            tokio::time::sleep(Duration::from_secs(3_600)).await;
        }
    };
    let remind = async {
        loop {
            said("remind", remind::turn(&house).await);
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
    };
    let warn = async {
        loop {
            said("warn", warn::turn(&house).await);
            tokio::time::sleep(Duration::from_secs(3_600)).await;
        }
    };
    let service = async {
        loop {
            said("service", service::turn(&house).await);
            tokio::time::sleep(Duration::from_secs(600)).await;
        }
    };
    let others = futures_util::future::join(warn, service);
    let ((), (), (), (), ((), ())) =
        futures_util::future::join5(deliver, lapse, sweep, remind, others).await;
}

/// Tells the log of a turn that failed; the job goes on.
fn said<T>(job: &str, turn: Result<T, Halt>) -> Option<T> {
    match turn {
        Ok(done) => Some(done),
        Err(halt) => {
            tracing::error!(job, ?halt, "a job's turn failed");
            None
        }
    }
}

#[cfg(test)]
mod rig;
#[cfg(test)]
mod tests;
