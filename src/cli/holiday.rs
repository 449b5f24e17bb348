//! Importing the official list of holidays: what changes is shown, then it is kept, or every reason why not.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::Datelike;
use clap::{Args, Subcommand};
use encoding_rs::SHIFT_JIS;

use crate::acts;
use crate::cli::failure::{Failure, halted};
use crate::cli::open;
use crate::config::clock::Clock;
use crate::domain::actor::Actor;
use crate::domain::calendar::change::{Change, changes, tally};
use crate::domain::calendar::holiday::Holiday;
use crate::domain::calendar::kept::Kept;
use crate::domain::calendar::list::{self, List};
use crate::domain::language::Language;
use crate::domain::refusal::calendar::CalendarBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store;
use crate::words::holiday as said;
use crate::words::refusal;

/// Largest file, in bytes: the official one has about 25,000.
const LARGEST: u64 = 1024 * 1024;

/// What to do with the holidays.
#[derive(Subcommand)]
pub enum Command {
    /// Keep the Cabinet Office's list (syukujitsu.csv, Shift_JIS or UTF-8).
    Import(Import),
}

/// Which list, and where.
#[derive(Args)]
pub struct Import {
    /// The file, as it was downloaded.
    pub file: PathBuf,
    /// Only show what would change.
    #[arg(long)]
    pub preview: bool,
    #[command(flatten)]
    pub open: open::Options,
}

/// `madoguchi holidays import FILE`
///
/// # Errors
/// The file or the data can't be read, or something is wrong with the list; then nothing is kept.
pub fn run(command: &Command) -> Result<(), Failure> {
    let Command::Import(import) = command;
    let text = read(&import.file)?;
    let list = checked(&text)?;
    let db = open::db(&import.open)?;
    let actor = Actor::house(Clock::Machine.now());
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let before = runtime
        .block_on(db.read(store::holiday::kept))
        .map_err(halted)?;
    show(&before, &list, actor.at.day().year());
    if import.preview {
        println!("Nothing was kept.");
        return Ok(());
    }
    let kept = db.act(actor, move |tx, by| acts::holiday::import(tx, by, &text));
    let kept = runtime.block_on(kept).map_err(halted)?;
    println!(
        "Kept: {} days of {} years.",
        kept.days.len(),
        kept.years.len()
    );
    Ok(())
}

fn read(file: &Path) -> Result<String, Failure> {
    let name = file.display();
    let unreadable = |error: std::io::Error| Failure(format!("{name} can't be read: {error}"));
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .map_err(unreadable)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err(Failure(format!(
            "{name} is too large for a list of holidays"
        )));
    }
    Ok(decode(&bytes))
}

/// UTF-8 if it is that, else Shift_JIS, as the Cabinet Office writes it. What is neither keeps marks
/// (U+FFFD) that the list refuses.
fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Every problem with its line, before anything is opened.
fn checked(text: &str) -> Result<List, Failure> {
    list::read(text).map_err(|problems| {
        let line = |problem: &list::Problem| {
            let wrong = Wrong::Calendar(CalendarBar::Line(*problem));
            refusal::say(Language::En, &Refusal::of(wrong)).in_one()
        };
        let lines: Vec<String> = problems.iter().map(line).collect();
        Failure(format!("nothing was kept\n{}", lines.join("\n")))
    })
}

fn show(before: &Kept, list: &List, this_year: i32) {
    let after = before.with(&list.years, list.days.clone());
    let all = changes(before, &after, list.years.iter().copied());
    let (past, ahead): (Vec<Change<'_>>, Vec<Change<'_>>) = all
        .into_iter()
        .partition(|change| change.day.year() < this_year);
    let first = list.years.first().copied().unwrap_or(this_year);
    let last = list.years.last().copied().unwrap_or(this_year);
    let counted = tally(&ahead);
    println!(
        "{}",
        said::tally(Language::En, (first, last), counted, past.len())
    );
    let name = |holiday: Option<Holiday<'_>>| {
        holiday.map_or_else(|| "-".to_owned(), |one| said::named(Language::En, &one))
    };
    for change in &ahead {
        println!(
            "{}: {} -> {}",
            change.day,
            name(change.before),
            name(change.after)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str =
        "国民の祝日・休日月日,国民の祝日・休日名称\r\n2026/1/1,元日\r\n2026/5/6,休日\r\n";

    #[test]
    fn the_official_encoding_and_utf_8_are_read_alike() {
        let (shift_jis, _, _) = SHIFT_JIS.encode(LIST);
        assert_ne!(&*shift_jis, LIST.as_bytes());
        assert_eq!(decode(&shift_jis), LIST);
        assert_eq!(decode(LIST.as_bytes()), LIST);
        let with_mark = format!("\u{feff}{LIST}");
        assert!(list::read(&decode(with_mark.as_bytes())).is_ok());
    }

    #[test]
    fn d11_what_is_neither_is_refused_with_its_line() {
        let mut broken = LIST.as_bytes().to_vec();
        broken.extend(b"2026/2/11,\xff\xff\xfe\n");
        let told = checked(&decode(&broken)).err().map(|failure| failure.0);
        assert!(told.is_some_and(|told| told.contains("Line ")));
        let binary: Vec<u8> = (0..=255).cycle().take(4_000).collect();
        assert!(checked(&decode(&binary)).is_err());
    }

    #[test]
    fn a_file_that_is_missing_or_too_large_is_a_clear_error() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("list.csv");
        assert!(read(&file).is_err_and(|failure| failure.0.contains("can't be read")));
        let large = "2026/1/1,元日\n".repeat(80_000);
        std::fs::write(&file, large).unwrap();
        assert!(read(&file).is_err_and(|failure| failure.0.contains("too large")));
    }
}
