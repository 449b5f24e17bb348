//! Trainings over HTTP: from the course to the licence, calling off, and what others may not touch.

use madoguchi::domain::id::{FacilityId, UserId};
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;

use crate::client::Client;
use crate::house::House;
use crate::lab::{HAYASHI, NISHIMURA, NSIM, course, date, enrol, lab, ruled};
use crate::people::{INOUE, KIM, SATO};
use crate::world;

/// Opens the course over HTTP.
fn open_course(manager: &Client) {
    let page = manager.get("/manage/courses").expect(200);
    let form = page.form("/manage/courses");
    let refused = manager.submit(&form).expect(422).words();
    assert!(
        refused.contains("講習の記号が入力されていません"),
        "{refused}"
    );
    let form = form
        .with("code", "C1")
        .with("name_ja", "超解像顕微鏡 操作講習")
        .with("name_en", "Super-resolution microscopy")
        .with("minutes", "180");
    let done = manager.submit(&form).expect(303);
    assert!(manager.follow(&done).words().contains("講習を開設しました"));
    let twice = manager.submit(&form).expect(422).words();
    assert!(twice.contains("この記号は、同じ施設のほかの講習で使われています"));
}

/// The value of the first option within a group of a select.
fn first_option(page: &str) -> String {
    let (_, rest) = page.split_once("<optgroup").unwrap();
    let (_, rest) = rest.split_once("<option value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Sets a date over HTTP, and gives its page's address back.
fn set_date(manager: &Client) -> String {
    let page = manager.get("/manage/trainings").expect(200);
    let form = page
        .form("/manage/trainings")
        .with("course", &first_option(&page.text()))
        .with("start", "2026-12-21")
        .with("time", "13:00")
        .with("seats", "2")
        .with("place", "研究棟1階");
    let empty = manager.post("/manage/trainings", &[]).expect(422).words();
    for wanted in ["講習が選ばれていません", "開始日時が", "定員が", "会場が"]
    {
        assert!(empty.contains(wanted), "{wanted}: {empty}");
    }
    let bad = form.clone().with("time", "25:00").with("seats", "zwei");
    let said = manager.submit(&bad).expect(422);
    assert!(said.words().contains("開始日時が選ばれていません"));
    assert_eq!(said.form("/manage/trainings").value("place"), "研究棟1階");
    manager.submit(&form).expect(303);
    let twice = manager.submit(&form).expect(422).words();
    assert!(twice.contains("同じ講習の同じ日時・会場の回が、すでにあります"));
    let list = manager.get("/manage/trainings").expect(200).text();
    let (_, path) = list.split_once("href=\"/manage/trainings/").unwrap();
    format!("/manage/trainings/{}", path.split('"').next().unwrap())
}

/// Enrols, leaves, and enrols again.
fn take_part(house: &House, hayashi: &Client) {
    let page = hayashi.get("/my/trainings").expect(200);
    assert!(page.words().contains("残り2席（定員2人）"));
    hayashi.submit(&page.form("/enrol")).expect(303);
    let page = hayashi.get("/my/trainings").expect(200);
    assert!(page.words().contains("残り1席"), "{}", page.words());
    hayashi.submit(&page.form("/leave")).expect(303);
    assert_eq!(house.count("course_enrolment"), 0);
    let page = hayashi.get("/my/trainings").expect(200);
    let enrol = page.form("/enrol");
    hayashi.submit(&enrol).expect(303);
    let twice = hayashi.submit(&enrol).expect(422).words();
    assert!(twice.contains("申込み済みです"), "{twice}");
}

#[test]
fn a_training_from_the_course_to_the_licence() {
    let house = lab();
    ruled(
        &house,
        &[(Parameter::LicenceLapseUnusedMonths, Value::Number(6))],
    );
    house.set_clock("2026-12-14 10:00");
    let manager = house.signed_in(&NISHIMURA);
    open_course(&manager);
    let path = set_date(&manager);
    take_part(&house, &house.signed_in(&HAYASHI));
    // nothing is recorded before it begins
    let page = manager.get(&path).expect(200);
    assert!(page.words().contains("林 杏"));
    assert!(!page.text().contains("/complete"));
    house.set_clock("2026-12-21 16:10");
    let manager = house.signed_in(&NISHIMURA);
    let form = manager.get(&path).expect(200).form("/complete");
    manager.submit(&form).expect(303);
    let settled = manager.submit(&form).expect(422).words();
    assert!(settled.contains("記録済みです"), "{settled}");
    // the licence: numbered by itself, valid as the rule says, lapsing unused
    let page = house.signed_in(&HAYASHI).get("/my/trainings");
    let page = page.expect(200).words();
    for wanted in ["C1-0001", "2027年12月20日", "2027年6月21日", "✓ 有効"] {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
    assert_eq!(house.letters().last().unwrap().0, "training_completed");
    assert_eq!(house.count("gate_fact where number = 'C1-0001'"), 1);
    // the course can be retired now that nothing is to come
    let page = manager.get("/manage/courses").expect(200);
    manager.submit(&page.form("/retire")).expect(303);
    assert!(manager.get("/manage/courses").words().contains("廃止"));
}

#[test]
fn calling_off_tells_why_and_ends_enrolling() {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let held = date(&house, course(&house), "2027-01-12 13:00", 5);
    enrol(&house, &HAYASHI, held);
    let manager = house.signed_in(&NISHIMURA);
    let page = manager
        .get(&format!("/manage/trainings/{held}"))
        .expect(200);
    let form = page.form("/call-off");
    let said = manager.submit(&form).expect(422).words();
    assert!(said.contains("理由が入力されていません"), "{said}");
    manager
        .submit(&form.with("reason", "装置の故障"))
        .expect(303);
    let told = ("training_called_off".to_owned(), HAYASHI.email.to_owned());
    assert_eq!(house.letters().last(), Some(&told));
    let kim = house.signed_in(&KIM);
    let refused = kim
        .post(&format!("/en/trainings/{held}/enrol"), &[])
        .expect(409);
    assert!(
        refused.words().contains("called off"),
        "{}",
        refused.words()
    );
    let page = house.signed_in(&HAYASHI).get("/my/trainings").words();
    assert!(page.contains("中止"), "{page}");
}

/// What a form posts.
type Fields<'a> = &'a [(&'a str, &'a str)];

/// A date with somebody in it, begun, and the browser of another facility's manager.
fn others() -> (House, String, String, Client) {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let course = course(&house);
    let held = date(&house, course, "2026-12-15 10:00", 5);
    enrol(&house, &HAYASHI, held);
    house.set_clock("2026-12-15 14:00");
    let other = house.signed_in(&INOUE);
    (house, course.to_string(), held.to_string(), other)
}

#[test]
fn a02_courses_and_dates_of_others_are_as_if_they_were_not() {
    let (house, course, held, other) = others();
    let user = UserId::new(HAYASHI.id).to_string();
    let nothing = "0000000000001";
    let complete = [("user", user.as_str()), ("number", "X-1")];
    let deeds: [(&str, &str, Fields<'_>); 4] = [
        ("/manage/trainings/{}/call-off", &held, &[("reason", "x")]),
        ("/manage/trainings/{}/complete", &held, &complete),
        ("/manage/trainings/{}/miss", &held, &complete[..1]),
        ("/manage/courses/{}/retire", &course, &[]),
    ];
    for (path, real, fields) in deeds {
        let real = other.post(&path.replace("{}", real), fields);
        let absent = other.post(&path.replace("{}", nothing), fields);
        assert_eq!((real.status, absent.status), (404, 404), "{path}");
        assert_eq!(real.text().len(), absent.text().len(), "{path}");
    }
    let seen = other.get(&format!("/manage/trainings/{held}"));
    let absent = other.get(&format!("/manage/trainings/{nothing}"));
    assert_eq!((seen.status, absent.status), (404, 404));
    assert_eq!(seen.text().len(), absent.text().len());
    for path in ["/manage/trainings", "/manage/courses"] {
        let page = other.get(path).expect(200).text();
        assert!(!page.contains("超解像顕微鏡"), "{path}");
    }
    assert_eq!(house.count("course where retired_at is null"), 1);
    let standing = "course_session where cancelled_at is null";
    assert_eq!((house.count(standing), house.count("gate_fact")), (1, 0));
}

#[test]
fn a07_nothing_is_opened_or_set_for_another_facility() {
    let (house, course, _, other) = others();
    let date = [
        ("course", course.as_str()),
        ("start", "2027-01-12"),
        ("time", "10:00"),
        ("seats", "3"),
        ("place", "x"),
    ];
    other.post("/manage/trainings", &date).expect(404);
    let facility = world::facility(&mut house.conn(), "ncvc-imaging");
    let facility = FacilityId::new(facility).to_string();
    let fields = [
        ("facility", facility.as_str()),
        ("code", "X"),
        ("name_ja", "x"),
        ("name_en", "x"),
        ("minutes", "60"),
    ];
    other.post("/manage/courses", &fields).expect(404);
    assert_eq!(house.count("course"), 1);
    assert_eq!(house.count("course_session"), 1);
}

#[test]
fn a09_nobody_enrols_or_leaves_in_another_s_name() {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let held = date(&house, course(&house), "2027-01-12 13:00", 5);
    enrol(&house, &HAYASHI, held);
    let sato = house.signed_in(&SATO);
    let other = UserId::new(HAYASHI.id).to_string();
    let fields = [("user", other.as_str()), ("user_id", "1201")];
    sato.post(&format!("/trainings/{held}/leave"), &fields)
        .expect(422);
    assert_eq!(house.count("course_enrolment"), 1);
    sato.post(&format!("/trainings/{held}/enrol"), &fields)
        .expect(303);
    let mine = format!("course_enrolment where user_id = {}", SATO.id);
    assert_eq!(
        (house.count("course_enrolment"), house.count(&mine)),
        (2, 1)
    );
    // who takes part is the manager's business only
    let page = sato.get("/my/trainings").expect(200).text();
    assert!(!page.contains(HAYASHI.name) && !page.contains(HAYASHI.email));
}

#[test]
fn pages_without_anything_say_what_comes_next() {
    let house = lab();
    ruled(&house, &[]);
    house.set_clock("2026-12-14 10:00");
    let sato = house.signed_in(&SATO);
    let page = sato.get("/my/trainings").expect(200).words();
    for wanted in [
        "申し込んだ講習はありません",
        "ライセンスはまだありません",
        "これから開かれる講習はありません",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    let page = sato.get(&format!("/my/trainings?resource={NSIM}"));
    let said = page.expect(200).words();
    assert!(said.contains("まだ日程が決まっていません"), "{said}");
    let page = sato.get(&format!("/my/trainings?resource={}", world::QPCR));
    let said = page.expect(200).words();
    assert!(said.contains("講習を求めていません"), "{said}");
    sato.get("/my/trainings?resource=no-such-thing").expect(404);
    sato.get("/my/trainings?page=-5").expect(200);
    sato.get("/my/trainings?page=99999999999999999999")
        .expect(200);
    let manager = house.signed_in(&NISHIMURA);
    let page = manager.get("/manage/trainings").expect(200).words();
    assert!(page.contains("先に講習を開設してください"), "{page}");
    manager.get("/manage/trainings?past=1").expect(200);
}
