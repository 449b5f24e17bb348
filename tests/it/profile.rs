//! One's profile over HTTP: what can be changed, what stays, and what the ledger keeps of it.

use crate::house::House;
use crate::people::{KIM, SATO};

#[test]
fn a_profile_is_changed_with_a_witness_and_counts_at_once() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let page = sato.get("/my/profile").expect(200);
    let form = page.form("/my/profile");
    assert_eq!(form.value("name"), SATO.name);
    let said = page.words();
    for wanted in [
        SATO.email,
        "国立長寿医療研究センター",
        "高橋 修",
        "相談窓口",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let form = form
        .with("name", "佐藤 めぐみ")
        .with("position", "部長")
        .with("position_class", "staff")
        .with("phone", "03-1234-5678")
        .with("language", "en");
    let done = sato.submit(&form).expect(303);
    let page = sato.follow(&done).expect(200);
    assert!(page.words().contains("登録情報を保存しました"));
    assert!(page.words().contains("利用者 佐藤 めぐみ"));
    let kept =
        "\"user\" where position_class = 'staff' and language = 'en' and phone = '03-1234-5678'";
    assert_eq!(house.count(kept), 1);
    let witness = "event where kind = 'user.changed' and facts like '%position_class%'";
    assert_eq!(house.count(witness), 1);
    let told = "event where kind = 'user.changed' and facts like '%03-1234%'";
    assert_eq!(house.count(told), 0, "what it is stays out of the ledger");
}

#[test]
fn every_fault_is_told_beside_its_field_and_what_was_typed_is_kept() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let form = sato
        .get("/my/profile")
        .expect(200)
        .form("/my/profile")
        .with("name", "")
        .with("position", &"長".repeat(81))
        .with("position_class", "professor")
        .with("phone", &"1".repeat(41));
    let refused = sato.submit(&form).expect(422);
    let said = refused.words();
    for wanted in [
        "氏名が入力されていません",
        "職名が長すぎます",
        "身分が選ばれていません",
        "電話番号が長すぎます",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let kept = refused.form("/my/profile");
    assert_eq!(kept.value("phone"), "1".repeat(41));
    assert_eq!(house.count("event where kind = 'user.changed'"), 0);
}

#[test]
fn a08_address_institution_and_person_are_not_taken_from_a_form() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let before = house.count("\"user\" where institution_id is not null");
    let form = sato
        .get("/my/profile")
        .expect(200)
        .form("/my/profile")
        .with("position", "室長")
        .with("email", "else@example.jp")
        .with("institution", "0000000000001")
        .with("institution_id", "1")
        .with("user_id", &KIM.id.to_string())
        .with("id", &KIM.id.to_string())
        .with("state", "suspended")
        .with("role", "administrator");
    sato.submit(&form).expect(303);
    let mine = format!(
        "\"user\" where id = {} and email = '{}' and state = 'active' and position = '室長'",
        SATO.id, SATO.email
    );
    assert_eq!(house.count(&mine), 1);
    assert_eq!(house.count("\"user\" where position = '室長'"), 1);
    assert_eq!(
        house.count("\"user\" where institution_id is not null"),
        before
    );
    assert_eq!(house.count("\"user\" where email = 'else@example.jp'"), 0);
    let english = house.signed_in(&KIM).get("/en/my/profile").expect(200);
    assert!(english.words().contains("National Cancer Center"));
}
