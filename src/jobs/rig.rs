//! A house for tests of jobs: a fresh database with one reader, and a clock that is set.

use crate::config::clock::Clock;
use crate::config::{Config, CourierSetting};
use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::{BookingId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::{BookingFacts, BookingNews, Envelope, Letter, Recipient};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span, parse_local};
use crate::house::House;
use crate::store::db::Db;
use crate::store::engine::{Address, Create};
use crate::store::outbox::list;

/// A house with a fresh database, where the one reader is user 1.
pub(super) struct Rig {
    pub(super) house: House,
    address: Address,
    folder: tempfile::TempDir,
}

pub(super) fn now() -> Instant {
    parse_local("2026-12-14T10:00").unwrap()
}

impl Rig {
    pub(super) fn new(courier: CourierSetting) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = Address::Sqlite(folder.path().join("a.db"));
        let db = Db::open(&address, Create::IfMissing, 1).unwrap();
        write(&address, READER);
        let config = Config {
            base_url: "https://mado.example.jp".into(),
            listen: "127.0.0.1:0".parse().unwrap(),
            courier,
            mail_from: "madoguchi@mado.example.jp".into(),
            demo: false,
            demo_accounts: Vec::new(),
        };
        let house = House::new(db, config, Clock::standing(now())).unwrap();
        Self {
            house,
            address,
            folder,
        }
    }

    pub(super) fn rows(&self, rows: &str) {
        write(&self.address, rows);
    }

    /// Whether a text stands anywhere in the database's files.
    pub(super) fn holds(&self, text: &str) -> bool {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        files
            .map(|file| std::fs::read(file.unwrap().path()).unwrap())
            .any(|bytes| {
                bytes
                    .windows(text.len())
                    .any(|window| window == text.as_bytes())
            })
    }

    /// Does a deed that causes these letters.
    pub(super) async fn deed(&self, letters: Vec<Envelope>) {
        let at = self.house.clock.now();
        let event = Event::about_booking(Kind::BookingApproved, BookingId::new(9), letters);
        let done = self.house.db.act(Actor::house(at), move |_, _| {
            Ok(Done {
                value: (),
                event: event.clone(),
            })
        });
        done.await.unwrap();
    }

    pub(super) async fn counts(&self) -> list::Counts {
        self.house.db.read(list::counts).await.unwrap()
    }

    pub(super) async fn unsent(&self) -> Vec<list::Line> {
        let lines = self.house.db.read(|conn| list::unsent(conn, 100));
        lines.await.unwrap()
    }

    pub(super) fn later(&self, seconds: i64) {
        self.house
            .clock
            .set(self.house.clock.now().plus_seconds(seconds));
    }
}

/// User 1, who reads the letters.
const READER: &str = "insert into institution values (1, 'a', 'A', 'A', 'A', 'A', 'inhouse', '', '', '', '', null, true,
        'yes', null, null, null, null, 'own');
     insert into \"user\" values (1, 'sato@example.jp', '佐藤 恵', 1, '', '', 'ja', '', 'active', 0, 0, 'researcher', null);";

/// Resource 1 of facility 1, with rule 1.
pub(super) const PLACE: &str = "insert into facility (id, slug, institution_id, name_ja, name_en, site, source) values (1, 'f', 1, '施設', 'Facility', '', 'own');
     insert into resource (id, slug, facility_id, category, kind, name_ja, name_en, summary_ja, summary_en, booking_mode,
        allocation, prerequisites, capacity, slot_minutes, origin_minute, min_minutes, max_minutes, lead_business_days,
        horizon_days, buffer_before, buffer_after, response_days, windows, closed_calendars, published, state, source,
        search_key, calendar_turn)
     values (1, 'r', 1, 'c', 'k', '電子顕微鏡', 'Microscope', '', '', 'exclusive_slot', 'direct', '', 1, 60, 0, 60, 600, 0,
        90, 0, 0, 0, '', '', true, 'in_service', 'own', '', 0);
     insert into rule values (1, 1, '1.0', '', '', '', '', '2026-04-01', 0, null, 30, null, false, null);";

/// Writes rows below the floor of all deeds.
fn write(address: &Address, rows: &str) {
    use diesel::connection::SimpleConnection;
    let mut conn = address.open(Create::Never).unwrap();
    conn.batch_execute(rows).unwrap();
}

pub(super) fn to(email: &str) -> Recipient {
    Recipient {
        user: UserId::new(1),
        name: "佐藤 恵".into(),
        email: email.into(),
        language: Language::Ja,
    }
}

pub(super) fn confirmed(email: &str) -> Envelope {
    let name = Name {
        ja: "電子顕微鏡".into(),
        en: "Microscope".into(),
    };
    let span = Span::of_minutes(parse_local("2027-02-03T09:00").unwrap(), 60).unwrap();
    let facts = BookingFacts {
        about: BookingNews::Confirmed,
        booking: BookingId::new(9),
        sequence: 1,
        resource: name.clone(),
        facility: name.clone(),
        institution: name.clone(),
        span,
        applicant_user: UserId::new(1),
        applicant: "佐藤 恵".into(),
        applicant_institution: name,
        by: None,
        reason: None,
        waits_for: Vec::new(),
        fee_percent: None,
        suspended_until: None,
        other_span: None,
        rebook_until: None,
        credit_minutes: None,
        series: None,
        nearest: Vec::new(),
        given_back: Vec::new(),
        attendant: None,
        with: Vec::new(),
        entry: None,
    };
    Envelope {
        to: to(email),
        letter: Letter::Booking(Box::new(facts)),
    }
}
