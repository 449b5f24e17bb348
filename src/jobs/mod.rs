//! What the clock does: deliver letters, let requests lapse, remind, warn, judge gates again, end uses, serve
//! lines, sweep. A job that fails is logged and tried again at its next turn; none ever ends.

pub mod deliver;
pub mod judge;
pub mod lapse;
pub mod remind;
pub mod service;
pub mod sweep;
pub mod usage;
pub mod waitlist;
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
    let minute = Duration::from_secs(60);
    let hour = Duration::from_secs(3_600);
    let often = futures_util::future::join5(
        every("lapse", minute, async || {
            lapse::changes(&house).await?;
            waitlist::lapse(&house).await?;
            lapse::turn(&house).await
        }),
        every("remind", minute, async || remind::turn(&house).await),
        every("usage", minute, async || usage::turn(&house).await),
        every("releases", minute, async || usage::release(&house).await),
        every("judge", 5 * minute, async || judge::turn(&house).await),
    );
    let seldom = futures_util::future::join5(
        every("lines", 5 * minute, async || waitlist::serve(&house).await),
        every("service", 10 * minute, async || service::turn(&house).await),
        every("sweep", hour, async || sweep::turn(&house).await),
        every("warn", hour, async || warn::turn(&house).await),
        every("logs", hour, async || usage::ask(&house).await),
    );
    let _ = futures_util::future::join3(deliver, often, seldom).await;
}

/// A job that takes its turn again and again.
async fn every<T>(job: &str, pause: Duration, turn: impl AsyncFn() -> Result<T, Halt>) {
    loop {
        said(job, turn().await);
        tokio::time::sleep(pause).await;
    }
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
