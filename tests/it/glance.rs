//! The terms at a glance: for strangers by kind of institution, for people from where they are.

use madoguchi::domain::parameter::Parameter;

use crate::house::House;
use crate::people::{KIM, SATO};
use crate::preflight::publish;
use crate::world::{CONFOCAL, CRYO};

fn house() -> House {
    let house = House::new();
    publish(
        &house,
        "ncgg-ri",
        4003,
        &[
            (Parameter::EligibleOrgClasses, "own,university"),
            (Parameter::OrgPledgeRequired, "yearly"),
            (Parameter::LeadBusinessDays, "7"),
            (Parameter::LeadFirstUseBusinessDays, "9"),
            (Parameter::HorizonRelease, "monthly"),
            (Parameter::SupervisedFirstSessions, "2"),
        ],
    );
    house
}

/// The row of a resource.
#[track_caller]
fn row(page: &str, slug: &str) -> String {
    let (_, rest) = page.split_once(&format!("/resources/{slug}")).unwrap();
    rest.split("</tr>").next().unwrap().to_owned()
}

#[test]
fn a_stranger_reads_who_may_use_what_without_signing_in() {
    let house = house();
    let stranger = house.stranger();
    let page = stranger.get("/terms-at-a-glance").expect(200);
    assert!(page.header("set-cookie").is_none());
    let text = page.text();
    // what holds for everybody, each with the version that says it
    let confocal = row(&text, CONFOCAL);
    for said in [
        "自機関、大学",
        "7営業日前まで",
        "初回は9営業日前まで",
        "月ごとに公開",
        "初めの2回は立会い",
        "各施設に確認",
    ] {
        assert!(confocal.contains(said), "{said}: {confocal}");
    }
    assert!(confocal.contains("href=\"/rules/ncgg-ri/4.0"), "{confocal}");
    assert!(!row(&text, CRYO).contains("7営業日前"));
    // provider by kind of institution
    let words = page.words();
    assert!(
        words.contains("✓ 2件すべて") && words.contains("× なし"),
        "{words}"
    );
    // companies
    let company = stranger
        .get("/terms-at-a-glance?as=company")
        .expect(200)
        .text();
    assert!(row(&company, CONFOCAL).contains("× 対象外"));
    assert!(row(&company, CRYO).contains("✓ 利用できます"));
    let university = stranger.get("/terms-at-a-glance?as=university").expect(200);
    let university = row(&university.text(), CONFOCAL);
    assert!(university.contains("誓約書") && university.starts_with("?as=university"));
    let own = stranger.get("/terms-at-a-glance?as=own").expect(200).text();
    assert!(!row(&own, CONFOCAL).contains("誓約書"));
}

#[test]
fn whoever_signed_in_reads_what_holds_for_their_institution() {
    let house = house();
    let sato = house
        .signed_in(&SATO)
        .get("/terms-at-a-glance")
        .expect(200)
        .text();
    assert!(row(&sato, CONFOCAL).contains("✓ 利用できます"), "their own");
    assert!(sato.contains("<option value=\"ncgg\" selected>"));
    let kim = house.signed_in(&KIM);
    let page = kim.get("/en/terms-at-a-glance").expect(200).text();
    assert!(row(&page, CONFOCAL).contains("× Not open to you"));
    // and what others read, if they choose so
    let any = kim.get("/en/terms-at-a-glance?as=any").expect(200).text();
    assert!(row(&any, CONFOCAL).contains("own institution, universities"));
    let as_sato = kim.get("/en/terms-at-a-glance?as=ncgg").expect(200).text();
    assert!(row(&as_sato, CONFOCAL).contains("✓ Open to you"));
}

#[test]
fn filters_narrow_and_nonsense_finds_nothing() {
    let house = house();
    let stranger = house.stranger();
    let riken = stranger
        .get("/terms-at-a-glance?org=riken")
        .expect(200)
        .text();
    assert!(riken.contains(CRYO) && !riken.contains(CONFOCAL));
    let confocal = stranger
        .get("/terms-at-a-glance?cat=confocal")
        .expect(200)
        .text();
    assert!(confocal.contains(CONFOCAL) && !confocal.contains(CRYO));
    for odd in ["cat=no-such", "org=no-such", "cat=%27%20or%201=1"] {
        let page = stranger
            .get(&format!("/terms-at-a-glance?{odd}"))
            .expect(200);
        assert!(page.words().contains("条件に合う機器はありません"), "{odd}");
    }
    for odd in [
        "page=0",
        "page=-1",
        "page=99999999999999999999",
        "page=99",
        "as=%3Cb%3E",
    ] {
        let page = stranger
            .get(&format!("/terms-at-a-glance?{odd}"))
            .expect(200);
        assert!(page.text().contains(CRYO), "{odd}");
        assert!(!page.text().contains("<b>"), "{odd}");
    }
}
