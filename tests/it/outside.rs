//! Outside allocations: story S12 deed 3, story S5 deed 4, the calendar, and what nobody may do.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::store::schema::resource;

use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::{KIM, NAKAMURA, Person, Role, SATO};
use crate::without_slot::publish;
use crate::world::{self, HIMAC};

/// Keeps HIMAC.
const NISHI: Person = Person {
    id: 1301,
    name: "西 千夏",
    email: "nishi@qst.example.jp",
    institution: "qst",
    language: "ja",
    role: Some(Role::Manager("qst-iqms")),
};

/// Keeps 富岳.
const MATSUI: Person = Person {
    id: 1302,
    name: "松井 健",
    email: "matsui@riken.example.jp",
    institution: "riken",
    language: "ja",
    role: Some(Role::Manager("riken-rccs")),
};

const FUGAKU: &str = "riken-fugaku";

fn house() -> House {
    let house = House::new();
    let at = house.rooms.clock.now();
    for person in [NISHI, MATSUI] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    let no = Value::Flag(false);
    publish(
        &house,
        ("qst-iqms", 3201),
        Parameter::OvernightBeforeClosedDay,
        no,
    );
    house
}

/// The form of a new allocation, filled in.
#[track_caller]
fn filled(client: &Client, slug: &str, unit: &str) -> Form {
    client
        .get(&format!("/manage/allocations/new?resource={slug}"))
        .expect(200)
        .form("/manage/allocations/new")
        .with("resource", slug)
        .with("proposal", "26H123")
        .with("email", KIM.email)
        .with("granted", "40")
        .with("unit", unit)
        .with("starts_on", "2026-10-01")
        .with("ends_on", "2027-03-31")
}

/// Records an allocation of HIMAC, and gives back its address.
#[track_caller]
fn recorded(client: &Client) -> String {
    let sent = client.submit(&filled(client, HIMAC, "hour")).expect(303);
    sent.header("location").unwrap().to_owned()
}

#[track_caller]
fn take(client: &Client, address: &str, from: &str, until: &str, reason: &str) -> Answer {
    let page = client.get(address).expect(200);
    let ((from_day, from_time), (until_day, until_time)) = (
        from.split_once(' ').unwrap(),
        until.split_once(' ').unwrap(),
    );
    let form = page
        .form(&format!("{address}/time"))
        .with("span_from", from_day)
        .with("from_time", from_time)
        .with("span_until", until_day)
        .with("until_time", until_time)
        .with("reason", reason);
    client.submit(&form)
}

#[test]
fn s12_op3_fugaku_is_referred_to_its_call_and_what_was_allocated_is_recorded() {
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
    let matsui = house.signed_in(&MATSUI);
    let list = matsui.get("/manage/allocations").expect(200);
    assert!(list.words().contains("登録された配分はありません"));
    let form = filled(&matsui, FUGAKU, "node_hour")
        .with("proposal", "hp260123")
        .with("granted", "1,200,000")
        .with("used", "５０００");
    let sent = matsui.submit(&form).expect(303);
    let address = sent.header("location").unwrap().to_owned();
    let page = matsui.follow(&sent).expect(200);
    let said = page.words();
    for wanted in [
        "hp260123",
        "1,200,000ノード時間のうち5,000ノード時間を利用",
        "令和8年度（2026年度）",
        "時間は占有しません",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    // counted, not timed
    let time = [
        ("span_from", "2027-01-05"),
        ("from_time", "09:00"),
        ("span_until", "2027-01-05"),
        ("until_time", "17:00"),
    ];
    matsui.post(&format!("{address}/time"), &time).expect(422);
    // the use goes on
    let correct = page.form(&address).with("used", "6500");
    matsui.submit(&correct).expect(303);
    assert_eq!(
        house.count("outside_allocation where used = 6500 and version = 2"),
        1
    );
    let kim = house
        .signed_in(&KIM)
        .get("/en/my/requests")
        .expect(200)
        .words();
    assert!(
        kim.contains("hp260123") && kim.contains("6,500 node hours of 1,200,000 node hours used"),
        "{kim}"
    );
    // a second click makes no second one
    let again = matsui.submit(&form).expect(303);
    assert_eq!(again.header("location"), Some(address.as_str()));
    assert_eq!(house.count("outside_allocation"), 1);
    assert_eq!(house.count("allocation"), 0);
}

#[test]
fn s5_op4_a_night_before_a_holiday_is_recorded_with_the_managers_reason_only() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    let night = ("2027-02-10 21:00", "2027-02-11 7:00");
    let refused = take(&nishi, &address, night.0, night.1, "").expect(422);
    let said = refused.words();
    assert!(
        said.contains("休業日（2月11日（木））の前夜の利用は、規則で認められていません"),
        "{said}"
    );
    assert!(
        said.contains("試料・情報 利用規則 第3.5版"),
        "the rule: {said}"
    );
    assert!(said.contains("施設の管理者が理由を入力して登録してください"));
    assert_eq!(
        refused.form(&format!("{address}/time")).value("from_time"),
        "21:00"
    );
    assert_eq!(house.count("allocation"), 0);
    // nobody else can
    for person in [SATO, NAKAMURA] {
        let fields = [
            ("reason", "理由"),
            ("span_from", "2027-02-10"),
            ("from_time", "21:00"),
            ("span_until", "2027-02-11"),
            ("until_time", "07:00"),
        ];
        let status = house
            .signed_in(&person)
            .post(&format!("{address}/time"), &fields)
            .status;
        assert!(matches!(status, 403 | 404), "{status}");
    }
    take(
        &nishi,
        &address,
        night.0,
        night.1,
        "採択課題の照射計画のため",
    )
    .expect(303);
    assert_eq!(
        house.count(
            "allocation where booking_id is null and purpose = 'use' and outside_id is not null"
        ),
        1
    );
    assert_eq!(house.count("outside_span where reason <> ''"), 1);
    let said = nishi.get(&address).expect(200).words();
    assert!(
        said.contains("2月10日（水） 3時間 / 2月11日（木） 7時間"),
        "{said}"
    );
    assert!(
        said.contains("令和8年度"),
        "one case, by its first day: {said}"
    );
    // an ordinary night needs no reason
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let daytime = take(&nishi, &address, "2027-02-16 13:00", "2027-02-16 15:00", "").expect(422);
    assert!(
        daytime
            .words()
            .contains("利用できる時間帯の外にかかっています")
    );
}

#[test]
fn allocated_time_stands_in_the_calendar_without_a_name_and_is_given_once() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    let before = house
        .stranger()
        .get(&format!("/resources/{HIMAC}"))
        .expect(200);
    assert!(!before.words().contains("配分済み"));
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let after = house
        .stranger()
        .get(&format!("/resources/{HIMAC}"))
        .expect(200);
    assert!(
        after
            .words()
            .contains("2027年2月9日（火）21:00～2月10日（水）7:00 配分済み"),
        "{}",
        after.words()
    );
    for secret in ["26H123", KIM.email, KIM.name] {
        assert!(!after.text().contains(secret), "a13: {secret}");
    }
    let clash = take(&nishi, &address, "2027-02-10 02:00", "2027-02-10 03:00", "").expect(422);
    assert!(
        clash
            .words()
            .contains("2027年2月10日（水）2:00～3:00は、ほかの配分・予約・保守と重なっています"),
        "{}",
        clash.words()
    );
    // what touches does not overlap, and the guard agrees
    take(
        &nishi,
        &address,
        "2027-02-10 07:00",
        "2027-02-10 08:00",
        "理由",
    )
    .expect(303);
    // it is given back while it has not begun
    let free = nishi.get(&address).expect(200).form("/free");
    nishi.submit(&free).expect(303);
    assert_eq!(
        (house.count("outside_span"), house.count("allocation")),
        (1, 1)
    );
    house.set_clock("2027-02-10 07:30");
    let page = nishi.get(&address).expect(200);
    assert!(!page.text().contains("/free"));
}

#[test]
fn a_long_stretch_is_several_claims_without_a_gap() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    take(
        &nishi,
        &address,
        "2026-12-15 00:00",
        "2027-03-01 24:00",
        "長期の照射",
    )
    .expect(303);
    assert_eq!(
        (house.count("outside_span"), house.count("allocation")),
        (1, 3)
    );
    let longest = house.count("allocation where ends_at - starts_at > 2678400");
    assert_eq!(longest, 0);
    let joined =
        house.count("allocation one join allocation other on other.starts_at = one.ends_at");
    assert_eq!(joined, 2);
    let clash = take(&nishi, &address, "2027-02-03 21:00", "2027-02-03 22:00", "").expect(422);
    assert!(clash.words().contains("重なっています"));
    // ending gives back what has not begun: the stretch has not
    let end = nishi
        .get(&address)
        .expect(200)
        .form(&format!("{address}/end"));
    nishi.submit(&end).expect(303);
    assert_eq!(
        (house.count("outside_span"), house.count("allocation")),
        (0, 0)
    );
    nishi.submit(&end).expect(422);
    let page = nishi.get(&address).expect(200);
    assert!(page.words().contains("終了") && !page.text().contains("/time\""));
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

#[test]
fn the_guard_refuses_what_the_decision_could_not_see() {
    let house = house();
    let nishi = house.signed_in(&NISHI);
    let address = recorded(&nishi);
    take(&nishi, &address, "2027-02-09 21:00", "2027-02-10 07:00", "").expect(303);
    let id: i64 = resource::table
        .filter(resource::slug.eq(HIMAC))
        .select(resource::id)
        .first(&mut house.conn())
        .unwrap();
    let at = world::moment("2027-02-10 06:59").unix();
    let typed = format!(
        "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note, purpose)
         values (1, {id}, {at}, {}, {at}, {}, 1, '', 'use')",
        at + 3600,
        at + 3600
    );
    let refused = diesel::sql_query(typed).execute(&mut house.conn());
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("capacity_exceeded")
    );
}
