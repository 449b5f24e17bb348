//! What waits before the database, and the few threads that work it off: readers, and the writers.

use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Mutex, PoisonError};

use crate::domain::halt::Halt;
use crate::store::engine::{self, Address, Company, Conn, Create, Unreachable};

/// Deeds that one commit may carry.
const DEEDS_TOGETHER: usize = 64;
/// How often a deed is tried when another writer was quicker.
pub(in crate::store) const TRIES: u32 = 5;
/// How often it may lose beside others; then it is tried with nobody beside it.
const TRIES_BESIDE: u32 = 2;

/// A look on its way; says whether it lost the connection and should be tried on a new one.
pub(in crate::store) type Look = Box<dyn FnMut(&mut Conn) -> Retry + Send>;

#[derive(PartialEq, Eq)]
pub(in crate::store) enum Retry {
    No,
    OnNewConnection,
}

/// A deed on its way: does its work, says whether to keep it, and answers once that is certain.
/// Without a transaction to work in, it answers with the fault given.
pub(in crate::store) type Deed = Box<dyn FnMut(Result<&mut Conn, Halt>) -> Verdict + Send>;

pub(in crate::store) enum Verdict {
    /// Keep what was written; the answer goes out after the commit, or a fault if that fails.
    Keep(Answer),
    /// Undo what was written and answer.
    Undo(Answer),
    /// Undo and try again, on a new connection if this one is lost.
    Again { lost: bool },
}

pub(in crate::store) type Answer = Box<dyn FnOnce(Result<(), Halt>) + Send>;

pub(in crate::store) fn spawn(
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<(), Unreachable> {
    let spawned = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work);
    spawned
        .map(drop)
        .map_err(|error| Unreachable(format!("the thread {name} can't be started: {error}")))
}

fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    queue
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .recv()
        .ok()
}

/// A reading thread.
pub(in crate::store) fn read_all(mut conn: Conn, queue: &Mutex<Receiver<Look>>, address: &Address) {
    while let Some(mut look) = next(queue) {
        while look(&mut conn) == Retry::OnNewConnection {
            if let Ok(fresh) = address.open(Create::Never) {
                conn = fresh;
            }
        }
    }
}

/// The one writer of SQLite: a group of deeds, each in a savepoint, shares one commit.
pub(in crate::store) fn write_together(mut conn: Conn, queue: &Receiver<Deed>) {
    while let Ok(mut first) = queue.recv() {
        if let Err(error) = engine::begin(&mut conn, Company::Alone) {
            fail(&mut first, &error);
            continue;
        }
        let mut answers = Vec::new();
        let mut next = Some(first);
        while let Some(deed) = next {
            answers.extend(in_savepoint(&mut conn, deed));
            let more = if answers.len() < DEEDS_TOGETHER {
                queue.try_recv()
            } else {
                Err(TryRecvError::Empty)
            };
            next = more.ok();
        }
        let committed = engine::run(&mut conn, "commit");
        if committed.is_err() {
            let _ = engine::run(&mut conn, "rollback");
        }
        let failure = committed.err().map(|error| error.to_string());
        for answer in answers {
            answer(
                failure
                    .as_ref()
                    .map_or(Ok(()), |cause| Err(Halt::broken(cause))),
            );
        }
    }
}

/// Runs one deed of a group; what it wrote stays only if it succeeded.
fn in_savepoint(conn: &mut Conn, mut deed: Deed) -> Option<Answer> {
    for _ in 0..TRIES {
        engine::run(conn, "savepoint deed").ok()?;
        let verdict = deed(Ok(&mut *conn));
        let (end, answer) = match verdict {
            Verdict::Keep(answer) => ("release deed", Some(answer)),
            Verdict::Undo(answer) => ("rollback to deed; release deed", Some(answer)),
            Verdict::Again { .. } => ("rollback to deed; release deed", None),
        };
        let ended = engine::run(conn, end);
        match (answer, ended) {
            (Some(answer), Err(error)) => {
                answer(Err(Halt::from(error)));
                return None;
            }
            (Some(answer), Ok(())) => return Some(answer),
            (None, _) => {}
        }
    }
    None
}

/// A writing thread of PostgreSQL: each deed in a transaction of its own.
pub(in crate::store) fn write_singly(
    mut conn: Conn,
    queue: &Mutex<Receiver<Deed>>,
    address: &Address,
) {
    while let Some(mut deed) = next(queue) {
        for attempt in 1..=TRIES {
            let company = if attempt > TRIES_BESIDE {
                Company::Alone
            } else {
                Company::Beside
            };
            let Some(lost) = in_transaction(&mut conn, &mut deed, company, attempt == TRIES) else {
                break;
            };
            if lost && let Ok(fresh) = address.open(Create::Never) {
                conn = fresh;
            }
        }
    }
}

/// Answers a deed that can't even begin.
fn fail(deed: &mut Deed, error: &diesel::result::Error) {
    let cause = Halt::broken(format!("no transaction: {error}"));
    if let Verdict::Keep(answer) | Verdict::Undo(answer) = deed(Err(cause)) {
        answer(Ok(()));
    }
}

/// Runs one deed in a transaction of its own; `Some(lost)` asks for another try.
fn in_transaction(conn: &mut Conn, deed: &mut Deed, company: Company, last: bool) -> Option<bool> {
    if let Err(error) = engine::begin(conn, company) {
        if last {
            fail(deed, &error);
            return None;
        }
        return Some(true);
    }
    match deed(Ok(&mut *conn)) {
        Verdict::Keep(answer) => answer(engine::run(conn, "commit").map_err(Halt::from)),
        Verdict::Undo(answer) => {
            let _ = engine::run(conn, "rollback");
            answer(Ok(()));
        }
        Verdict::Again { lost } => {
            let _ = engine::run(conn, "rollback");
            return Some(lost);
        }
    }
    None
}
