//! Outside allocations: story S12 deed 3, mistakes, and what nobody may do.

use crate::client::Client;
use crate::form::Form;
use crate::people::{KIM, SATO};
use crate::world::HIMAC;

use crate::allocated::{FUGAKU, MATSUI, NISHI, filled, house, recorded, take};

#[test]
fn s12_op3_fugaku_is_referred_to_its_call() {
    let house = house();
    let page = house
        .stranger()
        .get(&format!("/resources/{FUGAKU}"))
        .expect(200);
    let said = page.words();
    for wanted in [
        "RIST",
        "年2回",
        "随時",
        "応募に必要な情報",
        "研究の目的と計画",
        "r-ccs.riken.jp",
        "採択された後",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(!page.text().contains("/requests/new") && !page.text().contains("/service/new"));
}

/// The allocation of story S12.
fn of_fugaku(client: &Client) -> Form {
    filled(client, FUGAKU, "node_hour")
        .with("proposal", "hp260123")
        .with("granted", "1,200,000")
        .with("used", "５０００")
}

#[test]
fn s12_op3_what_fugaku_allocated_is_recorded_as_an_amount() {
    let house = house();
    let matsui = house.signed_in(&MATSUI);
    let list = matsui.get("/manage/allocations").expect(200);
    assert!(list.words().contains("登録された配分はありません"));
    let sent = matsui.submit(&of_fugaku(&matsui)).expect(303);
    let address = sent.header("location").unwrap().to_owned();
    let said = matsui.follow(&sent).expect(200).words();
    for wanted in [
        "hp260123",
        "1,200,000ノード時間のうち5,000ノード時間を利用",
        "令和8年度（2026年度）",
        "時間は占有しません",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    // counted, not timed
    take(
        &matsui,
        &address,
        "2027-01-05 09:00",
        "2027-01-05 17:00",
        "",
    )
    .expect(422);
    assert_eq!(house.count("allocation"), 0);
}

#[test]
fn s12_op3_the_use_goes_on_and_a_second_click_makes_no_second_one() {
    let house = house();
    let matsui = house.signed_in(&MATSUI);
    let form = of_fugaku(&matsui);
    let sent = matsui.submit(&form).expect(303);
    let address = sent.header("location").unwrap().to_owned();
    let page = matsui.follow(&sent).expect(200);
    let correct = page.form(&address).with("used", "6500");
    matsui.submit(&correct).expect(303);
    assert_eq!(
        house.count("outside_allocation where used = 6500 and version = 2"),
        1
    );
    let kim = house.signed_in(&KIM);
    let said = kim.get("/en/my/requests").expect(200).words();
    assert!(
        said.contains("hp260123") && said.contains("6,500 node hours of 1,200,000 node hours used"),
        "{said}"
    );
    let again = matsui.submit(&form).expect(303);
    assert_eq!(again.header("location"), Some(address.as_str()));
    assert_eq!(house.count("outside_allocation"), 1);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let form = filled(&nishi, HIMAC, "hour")
        .with("proposal", "")
        .with("email", "kein mail")
        .with("granted", "-1")
        .with("starts_on", "2027-04-01");
    let refused = nishi.submit(&form).expect(422);
    let said = refused.words();
    for wanted in [
        "課題番号が入力されていません",
        "メールアドレスの形式",
        "配分量が入力されていません",
        "終了日が開始日より前です",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert_eq!(refused.form("/new").value("email"), "kein mail");
    let long = filled(&nishi, HIMAC, "hour").with("note", &"あ".repeat(2001));
    nishi.submit(&long).expect(422);
    let nobody = filled(&nishi, HIMAC, "hour")
        .with("email", "")
        .with("holder_name", "Kim");
    assert!(
        nishi
            .submit(&nobody)
            .expect(422)
            .words()
            .contains("氏名と所属機関の両方")
    );
    assert_eq!(house.count("outside_allocation"), 0);
}

#[test]
fn a02_a04_anothers_allocation_and_a_child_of_another_parent_do_not_exist() {
    let house = house();
    let (nishi, matsui) = (house.signed_in(&NISHI), house.signed_in(&MATSUI));
    let address = recorded(&nishi);
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let free = nishi.get(&address).expect(200).form("/free");
    let other = matsui
        .submit(&filled(&matsui, FUGAKU, "node_hour"))
        .expect(303);
    let other = other.header("location").unwrap().to_owned();
    let before = house.dump();
    // another facility's manager
    matsui.get(&address).expect(404);
    for verb in ["", "/end", "/time"] {
        matsui
            .post(&format!("{address}{verb}"), &[("reason", "x")])
            .expect(404);
    }
    matsui.post(&free.action, &[]).expect(404);
    assert!(
        !matsui
            .get("/manage/allocations")
            .expect(200)
            .text()
            .contains("26H123</strong></a><br><span class=\"sub\">重粒子")
    );
    // a stretch of one allocation is not reached through another
    let span = free.action.rsplit('/').nth(1).unwrap();
    matsui
        .post(&format!("{other}/time/{span}/free"), &[])
        .expect(404);
    // nor may a manager record for a resource of others, or one that is booked here
    for slug in [HIMAC, "riken-cryo-em", "nothing"] {
        let form = filled(&matsui, FUGAKU, "hour").with("resource", slug);
        matsui.submit(&form).expect(404);
    }
    assert_eq!(house.dump(), before);
    let kim = house.signed_in(&KIM).get("/my/requests").expect(200);
    assert!(kim.text().contains("26H123"));
    assert!(
        !house
            .signed_in(&SATO)
            .get("/my/requests")
            .expect(200)
            .text()
            .contains("26H123")
    );
}
