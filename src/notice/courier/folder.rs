//! The courier of demonstrations: one message file per letter, with a note beside it for the page.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::delivery::Outcome;
use crate::domain::id::LetterId;
use crate::domain::time::Instant;
use crate::notice::courier::message::Writer;
use crate::notice::parcel::Parcel;

/// What the page of sent letters shows of one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Kept {
    pub id: LetterId,
    pub at: Instant,
    pub to: String,
    pub subject: String,
    pub text: String,
    /// The calendar entry, where one travelled with it.
    pub entry: Option<String>,
}

/// A folder that receives letters.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    writer: Writer,
}

impl Folder {
    /// The folder at this path, made if it is missing.
    ///
    /// # Errors
    /// It can't be made.
    pub(super) fn open(path: &Path, writer: Writer) -> Result<Self, String> {
        std::fs::create_dir_all(path).map_err(|error| {
            format!(
                "the folder for letters {} can't be made: {error}",
                path.display()
            )
        })?;
        Ok(Self {
            path: path.to_owned(),
            writer,
        })
    }

    pub(super) fn carry(&self, parcel: &Parcel) -> Outcome {
        let message = match self.writer.write(parcel) {
            Ok(message) => message.formatted(),
            Err(problem) => return Outcome::Never(problem),
        };
        let letter = &parcel.composed;
        let kept = Kept {
            id: parcel.id,
            at: parcel.at,
            to: parcel.to.clone(),
            subject: letter.subject.clone(),
            text: letter.text.clone(),
            entry: letter.entry.as_ref().map(|entry| entry.text.clone()),
        };
        let written = serde_json::to_vec(&kept)
            .map_err(std::io::Error::other)
            .and_then(|note| {
                self.put(&format!("{}.eml", parcel.id), &message)?;
                self.put(&format!("{}.json", parcel.id), &note)
            });
        match written {
            Ok(()) => Outcome::Sent,
            Err(error) => Outcome::Away(format!("the letter can't be written: {error}")),
        }
    }

    /// The newest letters, newest first.
    #[must_use]
    pub fn newest(&self, count: usize) -> Vec<Kept> {
        let Ok(entries) = std::fs::read_dir(&self.path) else {
            return Vec::new();
        };
        let mut ids: Vec<LetterId> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter_map(|name| name.strip_suffix(".json")?.parse().ok())
            .collect();
        ids.sort_unstable_by(|a, b| b.cmp(a));
        ids.into_iter()
            .take(count)
            .filter_map(|id| self.one(id))
            .collect()
    }

    /// One letter, if it was sent.
    #[must_use]
    pub fn one(&self, id: LetterId) -> Option<Kept> {
        let note = std::fs::read(self.path.join(format!("{id}.json"))).ok()?;
        serde_json::from_slice(&note).ok()
    }

    /// Puts a file in place whole or not at all; letters hold secrets, so it is the owner's alone.
    fn put(&self, name: &str, content: &[u8]) -> std::io::Result<()> {
        let half = self.path.join(format!("{name}.half"));
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&half)?;
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&half, self.path.join(name))
    }
}
