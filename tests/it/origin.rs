//! Where a deed may come from, and what a look may never do.

use madoguchi::web::routes::{self, Method};

use crate::asking::filled;
use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::{ADMINISTRATOR, INOUE, KIM, SATO};
use crate::world::CRYO;

fn text(form: &Form) -> String {
    let pairs: Vec<String> = form
        .pairs()
        .map(|(name, value)| format!("{name}={}", madoguchi::web::form::encode(value)))
        .collect();
    pairs.join("&")
}

const FORM: &str = "application/x-www-form-urlencoded";

fn post(client: &Client, form: &Form, header: (&str, &str)) -> Answer {
    client
        .request("POST", &form.action)
        .header(header.0, header.1)
        .body(FORM, text(form))
        .send()
}

#[test]
fn c01_a_form_without_our_token_does_nothing() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let stranger = house.stranger();
    stranger.keep("sid", &"0".repeat(64));
    let foreign = [house.signed_in(&KIM).csrf(), stranger.csrf()];
    let before = house.dump();
    let token = client.csrf();
    let no = form.clone().without("csrf");
    client.submit(&no).expect(403);
    for wrong in [
        "",
        "0",
        &token[1..],
        &token.to_uppercase(),
        &foreign[0],
        &foreign[1],
    ] {
        client.submit(&form.clone().with("csrf", wrong)).expect(403);
    }
    let twice = format!("{}&csrf={token}", text(&form));
    let sent = client
        .request("POST", &form.action)
        .body(FORM, twice)
        .send();
    assert!([400, 403].contains(&sent.status), "{}", sent.status);
    let list = format!("{}&csrf[]={token}", text(&no));
    client
        .request("POST", &form.action)
        .body(FORM, list)
        .send()
        .expect(403);
    let in_address = format!("{}?csrf={token}", form.action);
    client
        .request("POST", &in_address)
        .body(FORM, text(&no))
        .send()
        .expect(403);
    assert_eq!(house.dump(), before);
    client.submit(&form).expect(303);
}

#[test]
fn c01_a_form_from_another_site_does_nothing() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let ours = format!("http://{}", client.host());
    let before = house.dump();
    for site in ["cross-site", "same-site", "none, cross-site", "?"] {
        post(&client, &form, ("sec-fetch-site", site)).expect(403);
    }
    for origin in [
        "null",
        "https://evil.example",
        "http://evil.example:80",
        &ours.replace("http://", "https://"),
        &format!("{ours}.evil.example"),
        &format!("{ours}1"),
        "http://127.0.0.1",
        "127.0.0.1",
    ] {
        post(&client, &form, ("origin", origin)).expect(403);
    }
    assert_eq!(house.dump(), before);
    post(&client, &form, ("origin", &ours)).expect(303);
}

#[test]
fn c01_every_deed_of_the_table_asks_for_the_token() {
    let house = House::new();
    let number = house
        .request(&SATO, CRYO, "2027-02-03 09:00", 1440)
        .to_string();
    let clients = [house.signed_in(&SATO), house.signed_in(&INOUE)];
    let before = house.dump();
    let deeds = routes::table()
        .into_iter()
        .filter(|line| line.method == Method::Deed);
    for line in deeds {
        for prefix in ["", "/en"] {
            let path = format!("{prefix}{}", line.path.replace("{no}", &number));
            for client in &clients {
                let sent = client
                    .request("POST", &path)
                    .fields(&[("reason", "x")])
                    .send();
                assert_eq!(sent.status, 403, "{path}");
            }
        }
    }
    assert_eq!(house.dump(), before);
}

#[test]
fn c02_looking_writes_nothing() {
    let house = House::new();
    let number = house
        .request(&SATO, CRYO, "2027-02-03 09:00", 1440)
        .to_string();
    let clients = [
        house.stranger(),
        house.signed_in(&SATO),
        house.signed_in(&INOUE),
        house.signed_in(&ADMINISTRATOR),
    ];
    let before = house.dump();
    let table = routes::table();
    for line in &table {
        let has_page = routes::need(&table, Method::Look, line.path).is_some();
        let path = line
            .path
            .replace("{no}", &number)
            .replace("{slug}", CRYO)
            .replace("{facility}/{version}", "riken-cryoem/3.0")
            .replace("{token}", &"0".repeat(64));
        for client in &clients {
            for method in ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"] {
                let sent = client
                    .request(method, &path)
                    .header("x-http-method-override", "POST")
                    .send();
                let looked = matches!(method, "GET" | "HEAD") && has_page;
                assert!(
                    looked || sent.status >= 300,
                    "{method} {path}: {}",
                    sent.status
                );
            }
            client.get(&format!("{path}?_method=POST&csrf={}", client.csrf()));
        }
    }
    assert_eq!(house.dump(), before);
}

#[test]
fn c02_a_deeds_address_can_not_be_looked_at() {
    let house = House::new();
    let number = house
        .request(&SATO, CRYO, "2027-02-03 09:00", 1440)
        .to_string();
    let client = house.signed_in(&SATO);
    for path in ["withdraw", "check-in"] {
        let answer = client.get(&format!("/requests/{number}/{path}"));
        assert_eq!(answer.status, 405, "{path}");
    }
    client.get(&format!("/requests/{number}")).expect(200);
}

#[test]
fn c03_only_forms_are_read() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let before = house.dump();
    for kind in [
        "text/plain",
        "application/json",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/x-www-form-urlencoded-not",
        "",
    ] {
        let sent = client
            .request("POST", &form.action)
            .body(kind, text(&form))
            .send();
        assert_eq!(sent.status, 415, "{kind}");
    }
    for coding in ["gzip", "br", "deflate", "identity, gzip"] {
        let sent = client
            .request("POST", &form.action)
            .body(FORM, text(&form))
            .header("content-encoding", coding)
            .send();
        assert_eq!(sent.status, 415, "{coding}");
    }
    assert_eq!(house.dump(), before);
}
