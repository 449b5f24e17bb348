//! Addresses as they come: where somebody is led back to, what logs tell of a path, sites elsewhere.

use actix_web::http::Uri;

/// Hexadecimal digits in a row that may be a secret.
const SECRET: usize = 32;

/// A path as logs may tell it: what may be a secret is left out.
#[must_use]
pub fn told(path: &str) -> String {
    let longest = |part: &str| {
        let runs = part.split(|letter: char| !letter.is_ascii_hexdigit());
        runs.map(str::len).max().unwrap_or(0)
    };
    let parts = path.split('/').map(|part| match longest(part) {
        SECRET.. => "…",
        _ => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Longest address that somebody is led back to.
const LONGEST_BACK: usize = 2_000;

/// The address that somebody was to come back to after signing in, if it is a path of this house:
/// read as an address and written anew, never judged by how it begins.
#[must_use]
pub fn back(text: &str) -> Option<String> {
    let is_plain = text
        .bytes()
        .all(|byte| (0x21..=0x7e).contains(&byte) && !b"\\<>\"".contains(&byte));
    if text.len() > LONGEST_BACK || !is_plain || !text.starts_with('/') {
        return None;
    }
    let parts = text.parse::<Uri>().ok()?.into_parts();
    if parts.scheme.is_some() || parts.authority.is_some() {
        return None;
    }
    let path = parts.path_and_query?;
    (!path.path().starts_with("//")).then(|| path.as_str().to_owned())
}

/// The address of a site elsewhere, from its domain name.
#[must_use]
pub fn web_site(domain: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let named = domain.contains('.') && domain.bytes().all(plain);
    named.then(|| format!("https://{domain}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d08_a_path_is_told_without_the_secrets_in_it() {
        let secret = "0123456789abcdef".repeat(4);
        for (path, expected) in [
            (
                "/requests/0ABCDEFGHJKMN/edit",
                "/requests/0ABCDEFGHJKMN/edit",
            ),
            (&format!("/feeds/madofeed_{secret}.ics"), "/feeds/…"),
            (&format!("/verify/{secret}"), "/verify/…"),
            (&format!("/reset/{secret}/x"), "/reset/…/x"),
            ("/", "/"),
        ] {
            assert_eq!(told(path), expected);
        }
    }

    #[test]
    fn c04_whoever_signs_in_stays_here() {
        for local in [
            "/",
            "/requests/new?resource=x&start=2026-12-14T10%3A00",
            "/en/my/requests",
            "/@evil.example",
            "/%2f%2fevil.example",
            "/resources?q=%E9%A1%95&x=//evil.example",
        ] {
            assert_eq!(back(local).as_deref(), Some(local));
        }
        assert_eq!(back("/my#part").as_deref(), Some("/my"));
        let long = format!("/{}", "a".repeat(10_000));
        for away in [
            "",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "https:evil.example",
            "https:/evil.example",
            "javascript:alert(1)",
            "evil.example",
            "@evil.example",
            "/\tevil",
            "/\r\nset-cookie: a=b",
            "/\u{0}",
            " //evil.example",
            "\t//evil.example",
            "/あ",
            "*",
            &long,
        ] {
            assert_eq!(back(away), None, "{away:?}");
        }
    }
}
