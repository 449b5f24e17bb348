//! The one door for each thing that must have one: clock, environment, chance, engine, writing, pages.

use crate::floors::{at, floor, product};
use crate::paths::Map;
use crate::source::Source;

/// Calls that belong behind one door, and the files that are that door.
const DOORS: &[(&[&str], &[&str], &str)] = &[
    (
        &["Utc::now", "Local::now", "SystemTime::now"],
        &["config/clock.rs"],
        "take the moment as an argument (`Visit.at`, `Actor.at`)",
    ),
    (
        &["env::var", "env::var_os", "env::vars"],
        &["config/mod.rs", "config/environment.rs"],
        "read it in `config` and pass the value",
    ),
    (
        &["getrandom::*", "rand::*"],
        &["secret/chance.rs"],
        "ask `secret` for a fresh id or token",
    ),
    (
        &["process::Command", "Command::new"],
        &[],
        "no outside program is started by the product",
    ),
];

pub fn only_engine_knows_the_engine(sources: &[Source]) -> Vec<String> {
    let concrete = ["SqliteConnection", "PgConnection"];
    let kinds = ["Sqlite", "Postgres", "Pg"];
    let mut wrong = Vec::new();
    for source in sources {
        if source.path == "store/engine.rs" || source.path.starts_with("store/engine/") {
            continue;
        }
        for (index, token) in source.tokens.iter().enumerate().filter(|(_, t)| !t.test) {
            let names = concrete.contains(&token.text.as_str());
            let branches = kinds.contains(&token.text.as_str())
                && index > 0
                && source.word(index - 1) == "::"
                && floor(&source.path) != "config";
            if names || branches {
                let place = at(source, token.line);
                wrong.push(format!(
                    "{place}: `{}` tells the engines apart. Mend: let `store/engine.rs` offer one function that does it for both",
                    token.text
                ));
            }
        }
    }
    wrong
}

pub fn doors(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for named in product(source).filter(|named| !named.ours) {
            for (calls, files, mend) in DOORS {
                let called = calls.iter().any(|call| match call.strip_suffix("::*") {
                    Some(head) => named.under(head),
                    None => named.ends(call),
                });
                if called && !files.contains(&source.path.as_str()) {
                    let place = at(source, named.line);
                    let text = named.text();
                    let open = files.join(", ");
                    wrong.push(format!(
                        "{place}: `{text}` outside its door ({open}). Mend: {mend}"
                    ));
                }
            }
        }
    }
    wrong
}

/// Functions of the store that change something, by the first word of their name.
const WRITES: &[&str] = &[
    "insert", "update", "upsert", "delete", "remove", "set", "save", "put", "replace", "append",
];

pub fn writes_go_through_acts(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    let outer = ["web", "jobs", "cli"];
    for source in sources.iter().filter(|s| outer.contains(&floor(&s.path))) {
        for named in product(source).filter(|named| named.ours && named.under("store")) {
            let last = named.path.last().map_or("", String::as_str);
            let verb = last.split('_').next().unwrap_or(last);
            let own_books = named.under("store::outbox") && floor(&source.path) == "jobs";
            if named.path.len() > 2 && WRITES.contains(&verb) && !own_books {
                let place = at(source, named.line);
                wrong.push(format!(
                    "{place}: writes with `{}`. Mend: write through a deed in `acts`, so that rule, ledger and letter are not forgotten",
                    named.text()
                ));
            }
        }
    }
    wrong
}

pub fn pages_stand_alone(sources: &[Source]) -> Vec<String> {
    let map = Map::new(sources);
    let mut wrong = Vec::new();
    for source in sources {
        let Some((side, noun)) = page(source) else {
            continue;
        };
        for named in product(source).filter(|named| named.ours && named.under("web")) {
            let Some((other_side, other)) = map.file(&named.path).and_then(page) else {
                continue;
            };
            if other_side != side || (side == "pages" && other != noun) {
                let place = at(source, named.line);
                wrong.push(format!(
                    "{place}: a page names `{}`. Mend: share through a file of `web/` that is no page, or link to it",
                    named.text()
                ));
            }
        }
    }
    wrong
}

/// `web/pages/booking.rs` and `web/pages/booking/new.rs` are both the page of `booking`.
fn page(source: &Source) -> Option<(String, String)> {
    let module = source.module();
    let (web, side, noun) = (module.first()?, module.get(1)?, module.get(2)?);
    let is_page = web == "web" && matches!(side.as_str(), "pages" | "api");
    is_page.then(|| (side.clone(), noun.clone()))
}
