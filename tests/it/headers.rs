//! What stands in the headers of every answer, and what never does.

use crate::asking::filled;
use crate::client::Answer;
use crate::house::House;
use crate::people::SATO;
use crate::world::CRYO;

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn c05_no_answer_lets_itself_be_framed() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let css = madoguchi::web::assets::href("app.css");
    let large = vec![b'a'; 300 * 1024];
    let answers = [
        (200, client.get("/my/requests")),
        (200, client.get(&css)),
        (200, client.get("/robots.txt")),
        (303, house.stranger().get("/my/requests")),
        (403, client.get("/manage/requests")),
        (403, client.submit(&form.clone().without("csrf"))),
        (404, client.get("/nowhere")),
        (404, client.get("/static/none.css")),
        (405, client.request("PUT", "/my/requests").send()),
        (
            413,
            client.request("POST", "/requests").body(FORM, large).send(),
        ),
        (
            415,
            client
                .request("POST", "/requests")
                .body("text/plain", "a")
                .send(),
        ),
        (
            421,
            client
                .request("GET", "/")
                .header("host", "evil.example")
                .send(),
        ),
        (422, client.submit(&form.with("len", "1"))),
    ];
    for (status, answer) in answers {
        unframed(status, &answer);
    }
}

#[track_caller]
fn unframed(status: u16, answer: &Answer) {
    assert_eq!(answer.status, status, "{}", answer.words());
    let policy = answer.header("content-security-policy").unwrap_or_default();
    assert!(
        policy.contains("frame-ancestors 'none'"),
        "{status}: {policy}"
    );
    assert_eq!(answer.header("x-frame-options"), Some("DENY"), "{status}");
    assert_eq!(
        answer.header("x-content-type-options"),
        Some("nosniff"),
        "{status}"
    );
}

#[test]
fn c06_no_other_site_reads_an_answer() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    for origin in ["null", "https://evil.example"] {
        let sent = client
            .request("GET", "/my/requests")
            .header("origin", origin)
            .send();
        let cors = sent
            .headers
            .iter()
            .find(|(name, _)| name.starts_with("access-control"));
        assert_eq!(cors, None, "{origin}");
    }
}

#[test]
fn c08_the_cookie_is_ours_alone_and_two_of_a_name_are_none() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let sid = client.cookie("sid").unwrap();
    let both = format!("sid={sid}; sid={}", "0".repeat(64));
    for cookies in [both.as_str(), "sid=", "sid=x", &format!("SID={sid}")] {
        let sent = client
            .request("GET", "/my/requests")
            .header("cookie", cookies)
            .send();
        assert_eq!(sent.status, 303, "{cookies}");
    }
    let answer = house.stranger().get("/my/requests");
    assert!(
        answer.header("set-cookie").is_none(),
        "a redirect needs no cookie"
    );
}

#[test]
fn c09_what_is_personal_is_not_stored() {
    let house = House::new();
    let number = house
        .request(&SATO, CRYO, "2027-02-03 09:00", 1440)
        .to_string();
    let client = house.signed_in(&SATO);
    for path in ["/my/requests", &format!("/requests/{number}")] {
        let answer = client.get(path).expect(200);
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
    client.get(&format!("/requests/{number}/x.css")).expect(404);
    client.get(&format!("/requests/{number}.css")).expect(404);
}
