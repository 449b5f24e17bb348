//! Registering, proving, choosing, inviting and signing in, on a database of its own.

#[cfg(test)]
mod entering;
#[cfg(test)]
mod link;
#[cfg(test)]
mod opening;

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::*;
use crate::acts::session::{Entry, sign_in};
use crate::domain::id::InstitutionId;
use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::domain::time::Instant;
use crate::store::engine::{Address, Create};
use crate::store::schema::{facility, institution, outbox};
use crate::store::session::{Visitor, visitor};

const PASSWORD: &str = "lantern harbour crab 7";
const OTHER: &str = "pepper window tide 88";

struct Desk {
    db: Db,
    hasher: Hasher,
    at: Instant,
    _folder: tempfile::TempDir,
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

fn office(tx: &mut Tx<'_>) -> Result<(), Halt> {
    diesel::insert_into(institution::table)
        .values((
            institution::id.eq(1),
            institution::slug.eq("a"),
            institution::name_ja.eq("あ研究所"),
            institution::short_ja.eq("あ研"),
            institution::name_en.eq("Institute A"),
            institution::abbr.eq("A"),
            institution::org_class.eq("inhouse"),
            institution::prefecture.eq(""),
            institution::sites.eq(""),
            institution::ministry.eq(""),
            institution::domain.eq(""),
            institution::is_council_member.eq(false),
            institution::owns_shared_instruments.eq(""),
            institution::source.eq("test"),
        ))
        .execute(&mut **tx)?;
    diesel::insert_into(facility::table)
        .values((
            facility::id.eq(5),
            facility::slug.eq("f"),
            facility::institution_id.eq(1),
            facility::name_ja.eq("施設"),
            facility::name_en.eq("Facility"),
            facility::site.eq(""),
            facility::source.eq("test"),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

impl Desk {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::Sqlite(folder.path().join("a.db"));
        let desk = Self {
            db: Db::open(&address, Create::IfMissing, 1).unwrap(),
            hasher: Hasher::at_floor().unwrap(),
            at: Instant::from_unix(1_800_000_000),
            _folder: folder,
        };
        run(desk.db.tend(desk.at, office)).unwrap();
        desk
    }

    fn stranger(&self) -> Actor {
        Actor {
            who: Who::Stranger,
            at: self.at,
        }
    }

    fn register(&self, email: &str, password: &str) -> Result<(), Halt> {
        let typed = Registration {
            name: "佐藤 恵".into(),
            email: email.into(),
            institution: Some(InstitutionId::new(1)),
            position: "研究員".into(),
            position_class: Some(PositionClass::Researcher),
            phone: String::new(),
            language: Language::Ja,
        };
        run(register(
            &self.db,
            &self.hasher,
            &self.stranger(),
            typed,
            password,
        ))
    }

    /// The link of the letter that was queued last, as the job that delivers it makes it.
    fn link(&self, email: &str, purpose: Purpose) -> Token {
        let user = self.account(email).id;
        run(self.db.tend(self.at, move |tx| {
            store::mail_token::mint(tx, user, purpose)
        }))
        .unwrap()
    }

    fn account(&self, email: &str) -> Account {
        let email = email.to_owned();
        run(self
            .db
            .read(move |conn| store::user::by_email(conn, &email)))
        .unwrap()
        .unwrap()
    }

    fn prove(&self, link: &Token, password: &str) -> Result<Token, Halt> {
        let link = (link.clone(), password.to_owned());
        let before = Token::fresh().unwrap();
        run(prove(
            &self.db,
            &self.hasher,
            &self.stranger(),
            link,
            &before,
        ))
    }

    fn sign_in(&self, email: &str, password: &str, before: &Token) -> Result<Entry, Halt> {
        let typed = Credentials {
            email: email.into(),
            password: password.into(),
        };
        run(sign_in(
            &self.db,
            &self.hasher,
            &self.stranger(),
            typed,
            before,
        ))
    }

    fn signed_in(&self, email: &str, password: &str) -> Token {
        match self.sign_in(email, password, &Token::fresh().unwrap()) {
            Ok(Entry::In(token)) => token,
            Ok(Entry::ProveFirst) => panic!("not proved"),
            Err(halt) => panic!("{halt:?}"),
        }
    }

    fn ask(&self, email: &str) {
        let email = email.to_owned();
        let by = self.stranger();
        run(self.db.act(by, move |tx, by| ask_reset(tx, by, &email))).unwrap();
    }

    fn choose(&self, link: &Token, password: &str) -> Result<(), Halt> {
        let by = self.stranger();
        run(choose_password(
            &self.db,
            &self.hasher,
            &by,
            link.clone(),
            password,
        ))
    }

    fn visitor(&self, token: &Token) -> Option<Visitor> {
        let (hash, at) = (token.hash(), self.at);
        run(self.db.read(move |conn| visitor(conn, &hash, at))).unwrap()
    }

    /// Letters queued so far: what and to whom.
    fn letters(&self) -> Vec<(String, String)> {
        let look = |conn: &mut store::engine::Conn| {
            Ok(outbox::table
                .order(outbox::id)
                .select((outbox::letter, outbox::email))
                .load(conn)?)
        };
        run(self.db.read(look)).unwrap()
    }

    fn accounts(&self) -> i64 {
        let look = |conn: &mut store::engine::Conn| {
            Ok(store::schema::user::table.count().get_result(conn)?)
        };
        run(self.db.read(look)).unwrap()
    }

    fn member(&self, email: &str) -> Token {
        self.register(email, PASSWORD).unwrap();
        self.prove(&self.link(email, Purpose::Verify), PASSWORD)
            .unwrap()
    }
}

fn reason(halt: Halt) -> Wrong {
    match halt {
        Halt::Refused(refusals) => refusals.into_iter().next().unwrap().wrong,
        other => panic!("{other:?}"),
    }
}
