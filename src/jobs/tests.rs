//! Letters from the deed to the reader, and what happens when nobody takes them.

use crate::acts;
use crate::config::CourierSetting;
use crate::domain::delivery::Next;
use crate::domain::id::{BookingId, LetterId, UserId};
use crate::domain::letter::account::AccountFacts;
use crate::domain::letter::{Envelope, Letter};
use crate::domain::mail_token::Purpose;
use crate::domain::time::Instant;
use crate::jobs::rig::{PLACE, Rig, confirmed, now, to};
use crate::jobs::{deliver, lapse, sweep, usage};
use crate::secret::token::Token;
use crate::store::mail_token;
use crate::store::outbox::claim;

fn gone() -> CourierSetting {
    CourierSetting::Smtp {
        url: "smtp://user:secret@127.0.0.1:1".into(),
    }
}

#[actix_web::test]
async fn a_deeds_letter_reaches_its_reader_once() {
    let rig = Rig::new(CourierSetting::Memory);
    rig.deed(vec![confirmed("sato@example.jp")]).await;
    assert_eq!(rig.counts().await.waiting, 1);
    for _ in 0..3 {
        assert_eq!(
            deliver::turn(&rig.house).await.unwrap(),
            deliver::Turn::Done
        );
        rig.later(3600);
    }
    let sent = rig.house.courier.sent();
    assert_eq!(sent.len(), 1);
    let parcel = sent.first().unwrap();
    assert_eq!(parcel.to, "sato@example.jp");
    assert_eq!(parcel.at, now());
    assert!(parcel.composed.subject.starts_with("【共用設備予約】確定"));
    assert!(parcel.composed.entry.is_some());
    assert_eq!(rig.counts().await.sent, 1);
    assert!(rig.unsent().await.is_empty());
}

#[actix_web::test]
async fn a_link_with_a_secret_works_and_stands_in_no_table() {
    let rig = Rig::new(CourierSetting::Memory);
    rig.deed(vec![Envelope {
        to: to("sato@example.jp"),
        letter: Letter::Account(AccountFacts::verify(UserId::new(1))),
    }])
    .await;
    deliver::turn(&rig.house).await.unwrap();
    let sent = rig.house.courier.sent();
    let text = &sent.first().unwrap().composed.text;
    let (_, after) = text.split_once("https://mado.example.jp/verify/").unwrap();
    let token = Token::read(after.split_whitespace().next().unwrap()).unwrap();
    assert!(rig.holds(&token.hash()) && !rig.holds(token.reveal()));
    let owner = rig
        .house
        .db
        .read(move |conn| mail_token::owner(conn, &token, &[Purpose::Verify], now()));
    assert_eq!(owner.await.unwrap(), Some(UserId::new(1)));
}

#[actix_web::test]
async fn without_a_mail_server_letters_wait_longer_and_longer_and_the_operator_sees_it() {
    let rig = Rig::new(gone());
    rig.deed(vec![confirmed("sato@example.jp")]).await;
    let mut waits = Vec::new();
    for _ in 0..4 {
        deliver::turn(&rig.house).await.unwrap();
        let line = rig.unsent().await.into_iter().next().unwrap();
        assert_eq!(line.state, "retry");
        assert!(
            line.problem
                .is_some_and(|problem| !problem.contains("secret"))
        );
        let wait = line.next_at.unwrap().unix() - rig.house.clock.now().unix();
        waits.push(wait);
        deliver::turn(&rig.house).await.unwrap();
        assert_eq!(
            rig.unsent().await.first().unwrap().tries,
            line.tries,
            "too early"
        );
        rig.later(wait);
    }
    assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "{waits:?}");
    assert_eq!(rig.counts().await.retrying, 1);
    rig.later(5 * 86_400);
    deliver::turn(&rig.house).await.unwrap();
    let line = rig.unsent().await.into_iter().next().unwrap();
    assert_eq!((line.state.as_str(), line.next_at), ("dead", None));
    assert_eq!(rig.counts().await.dead, 1);
}

#[actix_web::test]
async fn an_address_nobody_can_write_to_ends_its_letter_and_no_other() {
    let rig = Rig::new(CourierSetting::Memory);
    rig.deed(vec![confirmed("sato@example.jp\r\nBcc: x@example.com")])
        .await;
    rig.deed(vec![confirmed("sato@example.jp")]).await;
    deliver::turn(&rig.house).await.unwrap();
    let counts = rig.counts().await;
    assert_eq!((counts.dead, counts.sent), (1, 1));
}

#[actix_web::test]
async fn a_letter_is_claimed_by_one_until_its_lease_ends() {
    let rig = Rig::new(CourierSetting::Memory);
    rig.deed(vec![confirmed("sato@example.jp")]).await;
    let taken = |at: Instant| {
        let db = rig.house.db.clone();
        async move { db.tend(at, |tx| claim::claim(tx, 50, 600)).await.unwrap() }
    };
    let first = taken(now()).await;
    assert_eq!(first.len(), 1);
    assert!(taken(now().plus_seconds(599)).await.is_empty());
    let second = taken(now().plus_seconds(600)).await;
    assert_eq!(second.first().unwrap().tries, 2);
    let late = first.into_iter().next().unwrap();
    let marked = rig
        .house
        .db
        .tend(now(), move |tx| claim::mark(tx, &late, Next::Dead, None));
    marked.await.unwrap();
    assert_eq!(
        rig.counts().await.dead,
        0,
        "the first holder's lease had ended"
    );
}

#[actix_web::test]
async fn a_full_outbox_is_emptied_in_several_turns() {
    let rig = Rig::new(CourierSetting::Memory);
    for _ in 0..60 {
        rig.deed(vec![confirmed("sato@example.jp")]).await;
    }
    assert_eq!(
        deliver::turn(&rig.house).await.unwrap(),
        deliver::Turn::Full
    );
    assert_eq!(
        deliver::turn(&rig.house).await.unwrap(),
        deliver::Turn::Done
    );
    let mut ids: Vec<LetterId> = rig
        .house
        .courier
        .sent()
        .iter()
        .map(|sent| sent.id)
        .collect();
    ids.dedup();
    assert_eq!(ids.len(), 60);
}

#[actix_web::test]
async fn a_request_that_nobody_decided_lapses_and_its_applicant_is_told() {
    let rig = Rig::new(CourierSetting::Memory);
    let start = now().plus_minutes(60).unix();
    rig.rows(PLACE);
    rig.rows(&format!(
        "insert into booking (id, resource_id, user_id, institution_id, rule_id, starts_at, ends_at, purpose, sample, safety,
            support_mode, project_number, state, version, created_at, updated_at)
         values (9, 1, 1, 1, 1, {start}, {end}, 'p', 's', 'none', 'self', '', 'facility_review', 1, 0, 0);
         insert into allocation (id, resource_id, booking_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note)
         values (5, 1, 9, {start}, {end}, {start}, {end}, 1, '');",
        end = start + 3600,
    ));
    lapse::turn(&rig.house).await.unwrap();
    deliver::turn(&rig.house).await.unwrap();
    assert!(
        rig.house.courier.sent().is_empty(),
        "its start is still to come"
    );
    rig.later(3600);
    for _ in 0..2 {
        lapse::turn(&rig.house).await.unwrap();
        deliver::turn(&rig.house).await.unwrap();
    }
    let sent = rig.house.courier.sent();
    assert_eq!(sent.len(), 1);
    assert!(sent.first().unwrap().composed.subject.contains("期限切れ"));
}

#[actix_web::test]
async fn who_was_asked_for_a_log_does_not_hide_who_was_not() {
    let rig = Rig::new(CourierSetting::Memory);
    rig.rows(PLACE);
    let long_ago = now().plus_minutes(-20 * 24 * 60).unix();
    let used = |place: i64| {
        let start = long_ago + place * 3600;
        let end = start + 3600;
        format!(
            "insert into booking (id, resource_id, user_id, institution_id, rule_id, starts_at, ends_at, purpose,
                sample, safety, support_mode, project_number, state, version, created_at, updated_at)
             values ({id}, 1, 1, 1, 1, {start}, {end}, 'p', 's', 'none', 'self', '', 'used', 1, 0, 0);",
            id = 100 + place,
        )
    };
    let mut rows: String = (0..201).map(used).collect();
    for place in 0..200 {
        let key = acts::usage::log_key(BookingId::new(100 + place));
        rows += &format!("insert into reminder (key, sent_at) values ('{key}', 0);");
    }
    rig.rows(&rows);
    for _ in 0..2 {
        usage::ask(&rig.house).await.unwrap();
        deliver::turn(&rig.house).await.unwrap();
    }
    let sent = rig.house.courier.sent();
    assert_eq!(sent.len(), 1, "the last one was not asked before");
    let no = BookingId::new(300).to_string();
    assert!(sent.first().unwrap().composed.subject.contains(&no));
}

#[actix_web::test]
async fn sweeping_forgets_links_that_ended() {
    let rig = Rig::new(CourierSetting::Memory);
    let token = rig.house.db.tend(now(), |tx| {
        mail_token::mint(tx, UserId::new(1), Purpose::Reset)
    });
    let token = token.await.unwrap();
    rig.later(60);
    sweep::turn(&rig.house).await.unwrap();
    let owner = |token: Token| {
        rig.house
            .db
            .read(move |conn| mail_token::owner(conn, &token, &[Purpose::Reset], now()))
    };
    assert!(owner(token.clone()).await.unwrap().is_some());
    rig.later(86_400);
    sweep::turn(&rig.house).await.unwrap();
    assert!(owner(token).await.unwrap().is_none());
}
