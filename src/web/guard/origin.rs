//! Where a request comes from: our own host, our own pages.

use actix_web::http::Uri;
use actix_web::http::header::{self, HeaderMap};

use crate::config::Config;

/// Whether the request names our host, and only ours (reset letters and redirects never follow it,
/// but a proxy set up wrongly should be seen at once).
#[must_use]
pub fn host_is_ours(headers: &HeaderMap, uri: &Uri, config: &Config) -> bool {
    let mut hosts = headers.get_all(header::HOST);
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let absolute_is_ours = uri
        .authority()
        .is_none_or(|authority| is_host(authority.as_str(), config));
    absolute_is_ours && host.to_str().is_ok_and(|host| is_host(host, config))
}

fn is_host(host: &str, config: &Config) -> bool {
    if host.eq_ignore_ascii_case(config.host()) {
        return true;
    }
    let names = |text: &str| {
        text.rsplit_once(':')
            .map(|(name, port)| (name.to_owned(), port.to_owned()))
    };
    let local = |name: &str| matches!(name, "127.0.0.1" | "localhost" | "[::1]");
    match (names(host), names(config.host())) {
        (Some((name, port)), Some((ours, our_port))) => {
            port == our_port && local(&name) && local(&ours)
        }
        _ => false,
    }
}

/// Whether a deed was sent from one of our own pages: by `Sec-Fetch-Site` where the browser sends
/// it, and by `Origin` (browsers send it with every POST). Programs without either are judged by
/// the form's token alone.
#[must_use]
pub fn is_ours(headers: &HeaderMap, config: &Config) -> bool {
    let site = headers
        .get("sec-fetch-site")
        .map(|value| value.to_str().unwrap_or("?"));
    if site.is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return false;
    }
    match headers
        .get(header::ORIGIN)
        .map(|value| value.to_str().unwrap_or("?"))
    {
        None => true,
        Some(origin) => origin.split_once("://").is_some_and(|(scheme, host)| {
            let ours = if config.is_https() { "https" } else { "http" };
            scheme == ours && is_host(host, config)
        }),
    }
}
