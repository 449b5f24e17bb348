//! One house per test: a database of its own, a server on a free port, a clock you set, letters you read.

use std::net::TcpListener;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts;
use madoguchi::config::clock::Clock;
use madoguchi::config::{Config, CourierSetting};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::booking::{Content, Safety, Wish};
use madoguchi::domain::halt::{Act, Halt};
use madoguchi::domain::id::{BookingId, RuleId};
use madoguchi::domain::support::SupportMode;
use madoguchi::jobs::deliver::{self, Turn};
use madoguchi::notice::parcel::Parcel;
use madoguchi::secret::chance;
use madoguchi::secret::password::Hasher;
use madoguchi::secret::token::Token;
use madoguchi::store::db::Db;
use madoguchi::store::engine::{Address, Conn, Create};
use madoguchi::store::schema::session as sessions;
use madoguchi::store::session;
use madoguchi::store::tx::Tx;
use madoguchi::web::server::{self, Patience};

use crate::client::Client;
use crate::database::Database;
use crate::dump;
use crate::people::Person;
use crate::world::moment;

/// A running house with the world of the tests in it.
pub struct House {
    pub rooms: madoguchi::house::House,
    runtime: tokio::runtime::Runtime,
    server: Option<(ServerHandle, JoinHandle<()>)>,
    port: u16,
    database: Database,
}

impl House {
    /// A house on Monday, 14 December 2026, 10:00.
    pub fn new() -> Self {
        Self::with(Patience::default(), |_| {})
    }

    /// A house that waits no longer than this for a form.
    pub fn patient(body: Duration) -> Self {
        let patience = Patience {
            body,
            ..Patience::default()
        };
        Self::with(patience, |_| {})
    }

    /// A house with other settings.
    pub fn with(patience: Patience, change: impl FnOnce(&mut Config)) -> Self {
        let database = Database::filled();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let listen = listener.local_addr().unwrap();
        let mut config = Config {
            base_url: format!("http://{listen}"),
            listen,
            courier: CourierSetting::Memory,
            mail_from: "madoguchi@example.jp".to_owned(),
            demo: false,
            demo_accounts: Vec::new(),
        };
        change(&mut config);
        let db = Db::open(&database.address, Create::Never, 2).unwrap();
        let clock = Clock::standing(moment("2026-12-14 10:00"));
        let mut rooms = madoguchi::house::House::new(db, config, clock).unwrap();
        rooms.hasher = Hasher::at_floor().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        Self {
            server: Some(serve(rooms.clone(), listener, patience)),
            rooms,
            runtime,
            port: listen.port(),
            database,
        }
    }

    /// Waits for work on the data that is no deed.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Sets the clock: `2026-12-14 10:00`, in Tokyo.
    pub fn set_clock(&self, text: &str) {
        self.rooms.clock.set(moment(text));
    }

    /// A browser that nobody signed in with.
    pub fn stranger(&self) -> Client {
        Client::new(self.port)
    }

    /// A browser in which this person is signed in, for as long as the clock is set before 2031.
    pub fn signed_in(&self, person: &Person) -> Client {
        let token = Token::fresh().unwrap();
        let now = self.rooms.clock.now().unix();
        diesel::insert_into(sessions::table)
            .values((
                sessions::token_hash.eq(token.hash()),
                sessions::user_id.eq(person.id),
                sessions::created_at.eq(now),
                sessions::seen_at.eq(now),
                sessions::expires_at.eq(moment("2031-01-01 00:00").unix()),
            ))
            .execute(&mut self.conn())
            .unwrap();
        let client = self.stranger();
        client.keep("sid", token.reveal());
        client
    }

    /// Where the data lives, for a second process.
    pub fn address(&self) -> Address {
        self.database.address.clone()
    }

    /// A connection past every rule of the application.
    pub fn conn(&self) -> Conn {
        self.database.conn()
    }

    /// Everything the database holds.
    pub fn dump(&self) -> String {
        dump::dump(&mut self.conn())
    }

    /// One number that an expression in SQL gives.
    pub fn count(&self, from: &str) -> i64 {
        dump::one(
            &mut self.conn(),
            &format!("(select cast(count(*) as text) from {from})"),
        )
        .parse()
        .unwrap()
    }

    /// Does a deed in somebody's name, past the pages.
    pub fn act<T: Send + 'static>(
        &self,
        person: &Person,
        deed: impl Fn(&mut Tx<'_>, &Actor) -> Act<T> + Send + 'static,
    ) -> Result<T, Halt> {
        self.runtime
            .block_on(self.rooms.db.act(self.actor(person), deed))
    }

    /// Somebody, as a deed knows them.
    pub fn actor(&self, person: &Person) -> Actor {
        let client = self.signed_in(person);
        let hash = Token::read(&client.cookie("sid").unwrap()).unwrap().hash();
        let at = self.rooms.clock.now();
        let visitor = session::visitor(&mut self.conn(), &hash, at)
            .unwrap()
            .unwrap();
        diesel::delete(sessions::table.filter(sessions::token_hash.eq(hash)))
            .execute(&mut self.conn())
            .unwrap();
        Actor {
            who: madoguchi::domain::actor::Who::Person(visitor.person),
            at,
        }
    }

    /// A request past the pages: from `2027-02-03 09:00` for so many minutes, consent included.
    #[track_caller]
    pub fn request(
        &self,
        person: &Person,
        slug: &'static str,
        start: &str,
        minutes: i64,
    ) -> BookingId {
        self.try_request(person, slug, start, minutes)
            .unwrap_or_else(|halt| panic!("{slug} {start}: {halt:?}"))
    }

    /// The same, which may be refused.
    pub fn try_request(
        &self,
        person: &Person,
        slug: &'static str,
        start: &str,
        minutes: i64,
    ) -> Result<BookingId, Halt> {
        let rule = crate::world::rule_of(slug);
        let wish = Wish {
            with: Vec::new(),
            start: Some(moment(start)),
            minutes: Some(minutes),
            units: None,
            content: content(),
            agree: vec![RuleId::new(rule)],
        };
        let id = BookingId::new(chance::id(self.rooms.clock.now()));
        self.act(person, move |tx, by| {
            acts::booking::request(tx, by, id, slug, &wish)
        })
    }

    /// Sets the days of notice that a resource asks for.
    pub fn lead(&self, slug: &str, business_days: i64) {
        use madoguchi::store::schema::resource;
        diesel::update(resource::table.filter(resource::slug.eq(slug)))
            .set(resource::lead_business_days.eq(business_days))
            .execute(&mut self.conn())
            .unwrap();
    }

    /// A fresh id for a form.
    pub fn fresh_id(&self) -> String {
        BookingId::new(chance::id(self.rooms.clock.now())).to_string()
    }

    /// Delivers by hand what waits, and gives back every letter that went out so far.
    pub fn deliver(&self) -> Vec<Parcel> {
        while self.runtime.block_on(deliver::turn(&self.rooms)).unwrap() == Turn::Full {}
        self.rooms.courier.sent()
    }

    /// The letters in the outbox so far: occasion and address, oldest first.
    pub fn letters(&self) -> Vec<(String, String)> {
        use madoguchi::store::schema::outbox;
        outbox::table
            .order(outbox::id)
            .select((outbox::letter, outbox::email))
            .load(&mut self.conn())
            .unwrap()
    }
}

/// What an applicant writes.
pub fn content() -> Content {
    Content {
        purpose: "膜受容体の構造解析".into(),
        sample: "凍結グリッド 4枚".into(),
        safety: Some(Safety::Bsl1),
        support_mode: Some(SupportMode::Assisted),
        project_number: "26zz0999001j0001".into(),
    }
}

/// Serves on a thread of its own until it is stopped.
fn serve(
    rooms: madoguchi::house::House,
    listener: TcpListener,
    patience: Patience,
) -> (ServerHandle, JoinHandle<()>) {
    let (send, receive) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = server::start_with(rooms, listener, 1, patience).unwrap();
            send.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    (receive.recv().unwrap(), thread)
}

impl Drop for House {
    fn drop(&mut self) {
        let Some((handle, thread)) = self.server.take() else {
            return;
        };
        self.runtime.block_on(handle.stop(false));
        let ended = thread.join();
        if std::thread::panicking() {
            return;
        }
        assert!(ended.is_ok(), "the server broke");
        if matches!(self.rooms.config.courier, CourierSetting::Smtp { .. }) {
            return; // a test of what happens when letters can't leave
        }
        // every letter that a test caused can be written, for its reader, in their language
        self.set_clock("2030-12-31 00:00");
        self.deliver();
        let waiting = "outbox where state <> 'sent'";
        assert_eq!(self.count(waiting), 0, "letters that could not be written");
    }
}
