//! What every test finds: the catalogue, usage rules in force, published resources, people with roles.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts;
use madoguchi::cli::seed;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{FacilityId, FileId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::rule::document::Attachment;
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};
use madoguchi::domain::time::{Instant, parse_local};
use madoguchi::secret::password::Hasher;
use madoguchi::store::db::Db;
use madoguchi::store::engine::{Address, Conn, Create};
use madoguchi::store::schema::{facility, institution, role_grant, rule_file, user};

use crate::people::{self, Person, Role};

/// One day per slot, from 09:00; to be asked for 20 business days before.
pub const CRYO: &str = "riken-cryo-em";
/// Twelve hours per slot, two hours of washing after it.
pub const NGS: &str = "ncchd-ngs";
/// Half an hour per slot, a quarter of an hour of buffer.
pub const CONFOCAL: &str = "ncgg-confocal";
/// Half an hour per slot, no buffer.
pub const QPCR: &str = "ncgg-qpcr";
/// Half an hour per slot, of another facility.
pub const IMAGING: &str = "ncvc-fv4000";
/// Allocated by another body's call.
pub const HIMAC: &str = "qst-himac";
/// Samples and data, without a slot.
pub const BIOBANK: &str = "ncc-biobank";

/// The facilities whose rule is in force, with the ids of those versions.
pub const RULES: [(&str, i64); 4] = [
    ("riken-cryoem", 2001),
    ("ncchd-ri", 2002),
    ("ncgg-ri", 2003),
    ("ncvc-imaging", 2004),
];

/// The form attached to the rule of the cryo-EM facility: its id and content.
pub const FILE: i64 = 1;
pub const PDF: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

/// A moment of the Tokyo clock: `2026-12-14 10:00`.
pub fn moment(text: &str) -> Instant {
    parse_local(&text.replace(' ', "T")).unwrap_or_else(|| panic!("{text} is no moment"))
}

/// Fills a database, through the deeds of the application where there is one.
pub fn fill(address: &Address) {
    let db = Db::open(address, Create::IfMissing, 1).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let house = Actor::house(moment("2026-04-01 09:00"));
    runtime.block_on(async {
        let catalogue = seed::read("docs/catalogue.toml", seed::SUPPLIED)
            .ok()
            .unwrap();
        seed::load(&db, house.clone(), catalogue)
            .await
            .ok()
            .unwrap();
        let hash = Hasher::at_floor().unwrap().hash(people::PASSWORD).await;
        let mut conn = address.open(Create::Never).unwrap();
        for person in people::ALL {
            settle(&mut conn, &person, hash.as_ref().unwrap(), house.at);
        }
        keep_file(&mut conn, "riken-cryoem", FILE);
        for (slug, id) in RULES {
            let mut draft = rule(facility(&mut conn, slug), id);
            if slug == "riken-cryoem" {
                draft.text.documents[0].files.push(attachment(FILE));
            }
            db.act(house.clone(), move |tx, by| {
                acts::rule::publish(tx, by, draft.clone())
            })
            .await
            .unwrap();
        }
        for slug in [CRYO, NGS, CONFOCAL, QPCR, IMAGING, HIMAC, BIOBANK] {
            db.act(house.clone(), move |tx, by| {
                acts::catalogue::publish(tx, by, slug, Some(by.at.day()))
            })
            .await
            .unwrap();
        }
    });
}

fn rule(facility: i64, id: i64) -> Draft {
    let name = |ja: &str, en: &str| Name {
        ja: ja.into(),
        en: en.into(),
    };
    Draft {
        rule: Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(facility),
            // the imaging facility amends its rule in a story
            version: if id == 2004 { "2.1" } else { "3.0" }.into(),
            title: name("共同利用機器 利用規則", "Rules for shared instruments"),
            effective_on: "2026-04-01".parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text: Text::plain(
            Name::default(),
            name(
                "# 利用規則\n\n1. 予約して使います。",
                "# Rules\n\n1. Book first.",
            ),
        ),
    }
}

/// A file as a version lists it.
pub fn attachment(id: i64) -> Attachment {
    Attachment {
        id: FileId::new(id),
        title: Name {
            ja: "様式1 利用申請書".into(),
            en: "Form 1: application".into(),
        },
        name: "様式1 利用申請書.pdf".into(),
        size: PDF.len() as u64,
        sha256: "5".repeat(64),
    }
}

/// Keeps a file of a facility.
pub fn keep_file(conn: &mut Conn, slug: &str, id: i64) {
    let owner = facility(conn, slug);
    diesel::insert_into(rule_file::table)
        .values((
            rule_file::id.eq(id),
            rule_file::facility_id.eq(owner),
            rule_file::name.eq("様式1 利用申請書.pdf"),
            rule_file::size.eq(i64::try_from(PDF.len()).unwrap()),
            rule_file::sha256.eq("5".repeat(64)),
            rule_file::content.eq(PDF),
            rule_file::kept_at.eq(0),
        ))
        .execute(conn)
        .unwrap();
}

/// The id of a facility.
pub fn facility(conn: &mut Conn, slug: &str) -> i64 {
    facility::table
        .filter(facility::slug.eq(slug))
        .select(facility::id)
        .first(conn)
        .unwrap_or_else(|error| panic!("the facility {slug}: {error}"))
}

fn institution(conn: &mut Conn, slug: &str) -> i64 {
    institution::table
        .filter(institution::slug.eq(slug))
        .select(institution::id)
        .first(conn)
        .unwrap_or_else(|error| panic!("the institution {slug}: {error}"))
}

/// Gives somebody an account and their role.
pub fn settle(conn: &mut Conn, person: &Person, password_hash: &str, at: Instant) {
    let home = institution(conn, person.institution);
    diesel::insert_into(user::table)
        .values((
            user::id.eq(person.id),
            user::email.eq(person.email),
            user::name.eq(person.name),
            user::institution_id.eq(home),
            user::position.eq(""),
            user::phone.eq(""),
            user::language.eq(person.language),
            user::password_hash.eq(password_hash),
            user::state.eq("active"),
            user::verified_at.eq(Some(at.unix())),
            user::created_at.eq(at.unix()),
        ))
        .execute(conn)
        .unwrap();
    let (code, institution_id, facility_id) = match person.role {
        None => return,
        Some(Role::Manager(slug)) => ("facility_manager", None, Some(facility(conn, slug))),
        Some(Role::Officer(slug)) => ("institution_officer", Some(institution(conn, slug)), None),
        Some(Role::Administrator) => ("administrator", None, None),
    };
    diesel::insert_into(role_grant::table)
        .values((
            role_grant::id.eq(person.id),
            role_grant::user_id.eq(person.id),
            role_grant::role.eq(code),
            role_grant::institution_id.eq(institution_id),
            role_grant::facility_id.eq(facility_id),
            role_grant::granted_at.eq(at.unix()),
        ))
        .execute(conn)
        .unwrap();
}

/// The rule version of the facility that keeps a resource.
pub fn rule_of(slug: &str) -> i64 {
    let facility = match slug {
        CRYO => "riken-cryoem",
        NGS => "ncchd-ri",
        CONFOCAL | QPCR => "ncgg-ri",
        IMAGING => "ncvc-imaging",
        _ => return 0,
    };
    RULES
        .iter()
        .find(|(known, _)| *known == facility)
        .map_or(0, |(_, id)| *id)
}
