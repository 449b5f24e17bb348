//! The form of a request without a slot: mistakes, drafts, more lines.

use crate::client::{Answer, Client};
use crate::form::Form;
use crate::people::KIM;
use crate::without_slot::{NAKAJIMA, ONO, biobank, complete, filled, letters};
use crate::world::BIOBANK;

#[test]
fn everything_that_is_wrong_is_said_at_once_and_kept_as_typed() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    let form = page
        .form("/service")
        .with("what-1", "血漿")
        .with("quantity-1", "たくさん")
        .with("purpose", "1行目\n2行目");
    let before = house.count("service_request");
    let refused = client.submit(&form).expect(422);
    let said = refused.words();
    for wanted in [
        "1行目の数量を読み取れません",
        "利用責任者が入力されていません",
        "生物学的安全性が選ばれていません",
        "提供希望日が選ばれていません",
        "倫理審査の承認番号が入力されていません",
        "第3.5版への同意が必要です",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let again = refused.form("/service");
    assert_eq!(again.value("quantity-1"), "たくさん");
    assert_eq!(again.value("purpose"), "1行目\n2行目");
    assert_eq!(house.count("service_request"), before);
}

#[test]
fn a_form_sent_twice_makes_one_request() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let form = filled(&client, "2029-12-31");
    let first = client.submit(&form).expect(303);
    let second = client.submit(&form).expect(303);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(house.count("service_request"), 1);
    assert_eq!(letters(&house, "service_applied", ONO.email), 1);
    // the same id from somebody else finds nothing
    let kim = house.signed_in(&KIM);
    kim.submit(&form.with("csrf", &kim.csrf())).expect(404);
}

/// The form, half filled in.
fn half(client: &Client) -> Form {
    client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200)
        .form("/service")
        .with("what-1", "血清")
        .with("quantity-1", "二百")
        .with("purpose", "書きかけ")
        .with("user_id", "1002")
}

/// Puts the half-filled form aside, and gives back the page of the draft.
fn put_aside(client: &Client, form: &Form) -> Answer {
    let kept = client.submit(&form.clone().with("keep", "yes")).expect(303);
    client.follow(&kept).expect(200)
}

#[test]
fn drafts_are_kept_as_typed_and_end_with_the_request() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let form = half(&client);
    let page = put_aside(&client, &form);
    assert!(page.words().contains("下書きを保存しました"));
    let draft = page.form("/service");
    assert_eq!(draft.value("quantity-1"), "二百");
    assert_eq!(
        draft.value("id"),
        form.value("id"),
        "it will be that request"
    );
    put_aside(&client, &draft);
    assert_eq!(house.count("request_draft"), 1, "kept anew, not twice");
    assert_eq!(
        house.count("request_draft where fields like '%user_id%'"),
        0
    );
    let mine = client.get("/my/requests").expect(200);
    assert!(mine.words().contains("書きかけの申込み"));
    client
        .submit(&complete(draft, &page, "2029-12-31"))
        .expect(303);
    assert_eq!(
        (house.count("request_draft"), house.count("service_request")),
        (0, 1)
    );
}

#[test]
fn drafts_are_their_writers_alone_who_can_delete_them() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let form = half(&client);
    let draft = put_aside(&client, &form).form("/service");
    let id = form.value("id");
    for person in [KIM, ONO] {
        let other = house.signed_in(&person);
        other.get(&format!("/service/new?draft={id}")).expect(404);
        other.post(&format!("/service/{id}/drop"), &[]).expect(404);
        assert!(!other.get("/my/requests").expect(200).text().contains(id));
        let stolen = draft
            .clone()
            .with("keep", "yes")
            .with("csrf", &other.csrf());
        other.submit(&stolen).expect(404);
    }
    assert_eq!(house.count("request_draft"), 1);
    let drop = client.get("/my/requests").expect(200).form("/drop");
    client.submit(&drop).expect(303);
    assert_eq!(house.count("request_draft"), 0);
}

#[test]
fn more_lines_keep_what_was_typed_and_write_nothing() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    let form = page
        .form("/service")
        .with("what-1", "尿")
        .with("more", "yes");
    let before = house.dump();
    let longer = client.submit(&form).expect(200);
    assert!(
        longer.text().contains("name=\"what-3\"") && !longer.text().contains("name=\"what-4\"")
    );
    assert_eq!(longer.form("/service").value("what-1"), "尿");
    assert_eq!(house.dump(), before);
}
