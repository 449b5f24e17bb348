//! Headers: the security set on every answer, and the one cookie.

use actix_web::HttpMessage;
use actix_web::body::BoxBody;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

use crate::config::Config;
use crate::secret::token::Token;
use crate::web::answer::KeepCookie;
use crate::web::visit::Visit;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ui";

const SET: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), \
         publickey-credentials-get=(self), publickey-credentials-create=(self)",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
];

/// Sets the security headers; a page that set one itself (such as a token page's stricter
/// referrer policy, or a file's stricter content policy) keeps its own. Pages are not stored unless they said otherwise.
#[must_use]
pub fn set(mut response: ServiceResponse<BoxBody>, is_https: bool) -> ServiceResponse<BoxBody> {
    let cookie = response
        .request()
        .extensions()
        .get::<Visit>()
        .filter(|visit| visit.token_is_new)
        .map(|visit| give(&visit.token, &visit.house.config));
    let wants_cookie = cookie.filter(|_| {
        response
            .response()
            .extensions()
            .get::<KeepCookie>()
            .is_some()
    });
    if let Some(cookie) = wants_cookie {
        let _ = response.response_mut().add_cookie(&cookie);
    }
    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    for (name, value) in SET {
        set(name, value);
    }
    set("cache-control", "no-store");
    if is_https {
        set(
            "strict-transport-security",
            "max-age=63072000; includeSubDomains",
        );
        set("content-security-policy", CSP_HTTPS);
    } else {
        set("content-security-policy", CSP);
    }
    response
}

/// The policy where everything is HTTPS.
const CSP_HTTPS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types ui; upgrade-insecure-requests";

const fn cookie_name(config_is_https: bool) -> &'static str {
    if config_is_https { "__Host-sid" } else { "sid" }
}

/// The browser's secret, if it sent exactly one.
#[must_use]
pub fn token(headers: &HeaderMap, config: &Config) -> Option<Token> {
    let name = cookie_name(config.is_https());
    let mut found = headers
        .get_all(header::COOKIE)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned());
    match (found.next(), found.next()) {
        (Some(value), None) => Token::read(&value),
        _ => None,
    }
}

/// The cookie that gives a browser its secret.
#[must_use]
pub fn give(token: &Token, config: &Config) -> Cookie<'static> {
    Cookie::build(cookie_name(config.is_https()), token.reveal().to_owned())
        .path("/")
        .secure(config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish()
}

/// The cookie that takes the secret away again.
#[must_use]
pub fn take(config: &Config) -> Cookie<'static> {
    let mut cookie = Cookie::build(cookie_name(config.is_https()), "")
        .path("/")
        .secure(config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    cookie.make_removal();
    cookie
}
