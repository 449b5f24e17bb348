//! Asking for time as a browser does: the form from the page, filled in.

use crate::client::{Answer, Client};
use crate::form::Form;

/// The request form for a time, everything filled in that must be.
#[track_caller]
pub fn filled(client: &Client, slug: &str, start: &str, minutes: i64) -> Form {
    let start = start.replace(' ', "T");
    let page = client
        .get(&format!(
            "/requests/new?resource={slug}&start={start}&len={minutes}"
        ))
        .expect(200);
    let form = page
        .form("/requests")
        .with("purpose", "膜受容体の構造解析")
        .with("sample", "凍結グリッド 4枚")
        .with("safety", "bsl1")
        .with("support_mode", "assisted")
        .with("project_number", "26zz0999001j0001");
    agreed(form, &page)
}

/// Ticks the consent, where the page asks for it.
pub fn agreed(form: Form, page: &Answer) -> Form {
    match offered(&page.text()) {
        Some(rule) => form.with("agree", &rule),
        None => form,
    }
}

/// The value of the consent's box.
pub fn offered(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("name=\"agree\" value=\"")?;
    rest.split('"').next().map(str::to_owned)
}

/// Sends a filled form and gives back the number of the request.
#[track_caller]
pub fn ask(client: &Client, slug: &str, start: &str, minutes: i64) -> String {
    let answer = client
        .submit(&filled(client, slug, start, minutes))
        .expect(303);
    number(&answer)
}

/// The number of the request that a redirect leads to.
#[track_caller]
pub fn number(answer: &Answer) -> String {
    let place = answer.header("location").unwrap();
    let (_, rest) = place.split_once("/requests/").unwrap();
    rest.chars().take(13).collect()
}
