//! The door to the data: `read` looks, `act` changes; bounded queues before a few dedicated threads.

use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Done, Fault, Halt};
use crate::store::engine::{self, Address, Conn, Create, Unreachable, migration};
use crate::store::ledger;
use crate::store::tx::Tx;

/// Looks that may wait before new ones are turned away.
const READS_WAITING: usize = 512;
/// Deeds that may wait before new ones are turned away.
const DEEDS_WAITING: usize = 512;
/// Deeds that one commit may carry.
const DEEDS_TOGETHER: usize = 64;
/// How often a deed is tried when another writer was quicker.
const TRIES: u32 = 5;

/// A look on its way; says whether it lost the connection and should be tried on a new one.
type Look = Box<dyn FnMut(&mut Conn) -> Retry + Send>;

#[derive(PartialEq, Eq)]
enum Retry {
    No,
    OnNewConnection,
}

/// A deed on its way: does its work, says whether to keep it, and answers once that is certain.
/// Without a transaction to work in, it answers with the fault given.
type Deed = Box<dyn FnMut(Result<&mut Conn, Halt>) -> Verdict + Send>;

enum Verdict {
    /// Keep what was written; the answer goes out after the commit, or a fault if that fails.
    Keep(Answer),
    /// Undo what was written and answer.
    Undo(Answer),
    /// Undo and try again, on a new connection if this one is lost.
    Again { lost: bool },
}

type Answer = Box<dyn FnOnce(Result<(), Halt>) + Send>;

/// The data of one house. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    looks: SyncSender<Look>,
    deeds: SyncSender<Deed>,
}

impl Db {
    /// Opens the data, migrates it, and starts `readers` reading threads and the writers.
    ///
    /// # Errors
    /// The data can't be reached, or its schema is newer than this program.
    pub fn open(address: &Address, create: Create, readers: usize) -> Result<Self, Unreachable> {
        let mut first = address.open(create)?;
        migration::migrate(&mut first)?;
        let (looks, waiting_looks) = sync_channel(READS_WAITING);
        let (deeds, waiting_deeds) = sync_channel(DEEDS_WAITING);
        let waiting_looks = Arc::new(Mutex::new(waiting_looks));
        for number in 0..readers.max(1) {
            let (conn, queue, address) = (
                address.open(Create::Never)?,
                Arc::clone(&waiting_looks),
                address.clone(),
            );
            spawn(&format!("reader-{number}"), move || {
                read_all(conn, &queue, &address)
            })?;
        }
        if address.has_one_writer() {
            spawn("writer", move || write_together(first, &waiting_deeds))?;
        } else {
            let waiting_deeds = Arc::new(Mutex::new(waiting_deeds));
            for number in 0..readers.max(2) {
                let (conn, queue, address) = (
                    address.open(Create::Never)?,
                    Arc::clone(&waiting_deeds),
                    address.clone(),
                );
                spawn(&format!("writer-{number}"), move || {
                    write_singly(conn, &queue, &address)
                })?;
            }
        }
        Ok(Self { looks, deeds })
    }

    /// Looks something up on a reading thread.
    ///
    /// # Errors
    /// What `look` returns, or a fault when too much is waiting already.
    pub async fn read<T, F>(&self, look: F) -> Result<T, Halt>
    where
        T: Send + 'static,
        F: Fn(&mut Conn) -> Result<T, Halt> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let mut answer = Some(answer);
        let mut tries = 0;
        let job: Look = Box::new(move |conn| {
            tries += 1;
            let result = look(conn);
            if tries < TRIES && matches!(result, Err(Halt::Fault(Fault::Lost))) {
                return Retry::OnNewConnection;
            }
            if let Some(answer) = answer.take() {
                let _ = answer.send(result);
            }
            Retry::No
        });
        self.looks.try_send(job).map_err(|error| refused(&error))?;
        answered
            .await
            .map_err(|_| Halt::broken("a reading thread ended"))?
    }

    /// Does a deed in one transaction with its event and letters, and answers after the commit.
    /// The deed may run again when another writer was quicker, so it takes what it needs by reference.
    ///
    /// # Errors
    /// What `deed` returns, or a fault when too much is waiting already.
    pub async fn act<T, F>(&self, by: Actor, deed: F) -> Result<T, Halt>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>, &Actor) -> Act<T> + Send + 'static,
    {
        self.write(move |conn| {
            let Done { value, event } = deed(&mut Tx::new(conn, by.at), &by)?;
            ledger::append(
                conn,
                &event,
                by.person().map(|person| person.id.number()),
                by.at,
            )?;
            Ok(value)
        })
        .await
    }

    /// Keeps the house's own books: what leaves no witness because it is one already, such as the
    /// outbox's state or a session's last use.
    ///
    /// # Errors
    /// What `work` returns, or a fault when too much is waiting already.
    pub async fn tend<T, F>(&self, at: crate::domain::time::Instant, work: F) -> Result<T, Halt>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Halt> + Send + 'static,
    {
        self.write(move |conn| work(&mut Tx::new(conn, at))).await
    }

    async fn write<T, F>(&self, work: F) -> Result<T, Halt>
    where
        T: Send + 'static,
        F: Fn(&mut Conn) -> Result<T, Halt> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let mut answer = Some(answer);
        let mut tries = 0;
        let job: Deed = Box::new(move |conn| {
            tries += 1;
            let result = conn.and_then(&work);
            match &result {
                Err(Halt::Fault(Fault::Again)) if tries < TRIES => {
                    return Verdict::Again { lost: false };
                }
                Err(Halt::Fault(Fault::Lost)) if tries < TRIES => {
                    return Verdict::Again { lost: true };
                }
                _ => {}
            }
            let (keep, answer) = (result.is_ok(), answer.take());
            let reply: Answer = Box::new(move |committed: Result<(), Halt>| {
                if let Some(answer) = answer {
                    let _ = answer.send(committed.and(result));
                }
            });
            if keep {
                Verdict::Keep(reply)
            } else {
                Verdict::Undo(reply)
            }
        });
        self.deeds.try_send(job).map_err(|error| refused(&error))?;
        answered
            .await
            .map_err(|_| Halt::broken("a writing thread ended"))?
    }
}

fn refused<T>(error: &TrySendError<T>) -> Halt {
    match error {
        TrySendError::Full(_) => Halt::Fault(Fault::Busy),
        TrySendError::Disconnected(_) => Halt::broken("the threads of the database have ended"),
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Unreachable> {
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
fn read_all(mut conn: Conn, queue: &Mutex<Receiver<Look>>, address: &Address) {
    while let Some(mut look) = next(queue) {
        while look(&mut conn) == Retry::OnNewConnection {
            if let Ok(fresh) = address.open(Create::Never) {
                conn = fresh;
            }
        }
    }
}

/// The one writer of SQLite: a group of deeds, each in a savepoint, shares one commit.
fn write_together(mut conn: Conn, queue: &Receiver<Deed>) {
    while let Ok(mut first) = queue.recv() {
        if let Err(error) = engine::begin(&mut conn) {
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
fn write_singly(mut conn: Conn, queue: &Mutex<Receiver<Deed>>, address: &Address) {
    while let Some(mut deed) = next(queue) {
        for attempt in 0..TRIES {
            match alone(&mut conn, &mut deed, attempt + 1 == TRIES) {
                None => break,
                Some(lost) => {
                    if lost && let Ok(fresh) = address.open(Create::Never) {
                        conn = fresh;
                    }
                    std::thread::sleep(std::time::Duration::from_millis(u64::from(attempt) * 5));
                }
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

/// Runs one deed alone; `Some(lost)` asks for another try.
fn alone(conn: &mut Conn, deed: &mut Deed, last: bool) -> Option<bool> {
    if let Err(error) = engine::begin(conn) {
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
