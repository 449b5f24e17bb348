//! Files attached to rules: downloads that can do nothing, given out by versions that list them.

use madoguchi::domain::id::FileId;

use crate::house::House;
use crate::rule_text::{UNIT, draft, publish, recall, text};
use crate::world::{self, FILE, PDF};

#[test]
fn e02_a_file_is_a_download_that_can_do_nothing() {
    let house = House::new();
    let path = format!("/rules/riken-cryoem/3.0/files/{}", FileId::new(FILE));
    let page = house.stranger().get("/rules/riken-cryoem/3.0").expect(200);
    assert!(page.text().contains(&format!("href=\"{path}\"")));
    assert!(page.words().contains("様式1 利用申請書（PDF、"));
    for prefix in ["", "/en"] {
        let file = house.stranger().get(&format!("{prefix}{path}")).expect(200);
        assert_eq!(file.body, PDF);
        let header = |name: &str| file.header(name).unwrap_or_default();
        assert_eq!(header("content-type"), "application/pdf");
        assert_eq!(
            header("content-disposition"),
            "attachment; filename=\"__1 _____.pdf\"; \
             filename*=UTF-8''%E6%A7%98%E5%BC%8F1%20%E5%88%A9%E7%94%A8%E7%94%B3%E8%AB%8B%E6%9B%B8.pdf"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        assert!(header("cache-control").contains("immutable"));
        assert_eq!(header("etag"), format!("\"{}\"", "5".repeat(64)));
        assert_eq!(file.all("set-cookie").count(), 0);
    }
    let seen = house
        .stranger()
        .request("GET", &path)
        .header("if-none-match", &format!("\"{}\"", "5".repeat(64)))
        .send();
    assert_eq!((seen.status, seen.body.len()), (304, 0));
}

#[test]
fn e02_only_the_version_that_lists_a_file_gives_it_out() {
    let house = House::new();
    world::keep_file(&mut house.conn(), UNIT, 77);
    let stranger = house.stranger();
    let listed = FileId::new(FILE);
    let of = |unit: &str, version: &str, id: &str| {
        stranger
            .get(&format!("/rules/{unit}/{version}/files/{id}"))
            .status
    };
    // kept for a draft, named by no version
    assert_eq!(of(UNIT, "2.1", &FileId::new(77).to_string()), 404);
    assert_eq!(of(UNIT, "2.1", &listed.to_string()), 404);
    assert_eq!(of("riken-cryoem", "9.9", &listed.to_string()), 404);
    for odd in ["1", "..%2f1", "x", "0000000000001%00", "ZZZZZZZZZZZZZ"] {
        assert_eq!(of("riken-cryoem", "3.0", odd), 404, "{odd}");
    }
    // a version that names another facility's file does not give it out
    let mut theirs = draft(&house, UNIT, "3.0", "2027-01-01", text("10"));
    theirs.text.documents[0].files.push(world::attachment(FILE));
    publish(&house, theirs);
    assert_eq!(of(UNIT, "3.0", &listed.to_string()), 404);
    recall(&house, "3.0");
    assert_eq!(of("riken-cryoem", "3.0", &listed.to_string()), 404);
}

#[test]
fn e09_ranges_do_no_harm() {
    let house = House::new();
    let stranger = house.stranger();
    let path = format!("/rules/riken-cryoem/3.0/files/{}", FileId::new(FILE));
    let many = format!("bytes={}0-", "0-,".repeat(1_000));
    for range in [
        "",
        "bytes=",
        "bytes=0-0",
        "bytes=9-1",
        "bytes=-99999999999999999999",
        "x",
        &many,
    ] {
        let file = stranger
            .request("GET", &path)
            .header("range", range)
            .header("if-range", "\"x\"")
            .send();
        assert_eq!((file.status, &file.body[..]), (200, PDF), "{range}");
    }
    let head = stranger.request("HEAD", &path).send();
    assert_eq!((head.status, head.body.len()), (200, 0));
}
