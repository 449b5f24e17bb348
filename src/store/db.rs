//! The door to the data: `read` looks, `act` changes; both wait in bounded queues.

use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};

use tokio::sync::oneshot;

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Done, Fault, Halt};
use crate::store::booking::fallen;
use crate::store::engine::{Address, Conn, Create, Unreachable, migration};
use crate::store::ledger;
use crate::store::queue::{
    Answer, Deed, Look, Retry, TRIES, Verdict, read_all, spawn, write_singly, write_together,
};
use crate::store::tx::Tx;
use crate::store::waitlist::pass_on::pass_on;

/// Looks that may wait before new ones are turned away.
const READS_WAITING: usize = 512;
/// Deeds that may wait before new ones are turned away.
const DEEDS_WAITING: usize = 512;

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
                read_all(conn, &queue, &address);
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
                    write_singly(conn, &queue, &address);
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

    /// Does a deed in one transaction with its event and letters, and answers after the commit. Whoever
    /// waits for time that it freed is served in the same transaction.
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
            let mut tx = Tx::new(conn, by.at);
            let Done { value, mut event } = deed(&mut tx, &by)?;
            event.also.extend(fallen::fall(&mut tx)?);
            event.also.extend(pass_on(&mut tx)?);
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
                // whoever is always overtaken is told to come again; there must be few
                Err(Halt::Fault(Fault::Again)) => tracing::warn!("a deed was always overtaken"),
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
