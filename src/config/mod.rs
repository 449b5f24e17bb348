//! Settings: read once at start, checked all at once, then passed as values.

pub mod clock;

use std::net::SocketAddr;
use std::path::PathBuf;

/// How letters leave the house.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CourierSetting {
    /// SMTP with TLS required: `smtps://user:password@host:465` or `smtp://…:587` (STARTTLS).
    Smtp { url: String },
    /// One file per letter, for demonstrations and tests.
    Folder(PathBuf),
    /// In memory, for tests.
    Memory,
}

/// What one running house is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Config {
    /// The address people see, without a trailing slash: `https://madoguchi.example.jp`.
    pub base_url: String,
    /// Where the server listens.
    pub listen: SocketAddr,
    pub courier: CourierSetting,
    /// The sender of all letters: an address of the operator.
    pub mail_from: String,
    /// Whether this is a demonstration with invented people, and says so on every page.
    pub demo: bool,
    /// The invented people whom the sign-in page of a demonstration offers; empty elsewhere.
    pub demo_accounts: Vec<DemoAccount>,
}

/// An invented person of a demonstration, password included.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct DemoAccount {
    /// `researcher`, or the code of a role.
    pub role: String,
    pub name: String,
    pub institution: String,
    pub email: String,
    pub password: String,
}

impl Config {
    /// Whether people reach the house over HTTPS; only then are cookies `Secure` and `__Host-`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Host and port of the base address, as the `Host` header must say it.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self
            .base_url
            .split_once("://")
            .map_or(self.base_url.as_str(), |(_, rest)| rest);
        rest.split('/').next().unwrap_or(rest)
    }
}

/// Checks the base address: http only on this machine, https elsewhere, no path.
///
/// # Errors
/// What is wrong, in words for the operator.
pub fn check_base_url(url: &str) -> Result<String, String> {
    let url = url.trim_end_matches('/');
    let (scheme, rest) = url
        .split_once("://")
        .ok_or_else(|| format!("the base address '{url}' has no scheme; write https://HOST"))?;
    let host = rest.rsplit_once(':').map_or(rest, |(host, _)| host);
    let local = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    if rest.is_empty() || rest.contains(['/', '?', '#', '@', ' ']) {
        return Err(format!(
            "the base address '{url}' must be scheme and host only, such as https://madoguchi.example.jp"
        ));
    }
    match scheme {
        "https" => Ok(url.to_owned()),
        "http" if local => Ok(url.to_owned()),
        "http" => Err(format!(
            "the base address '{url}' is not encrypted; people's passwords need https"
        )),
        _ => Err(format!("the base address '{url}' must begin with https://")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_addresses_are_https_or_local() {
        assert_eq!(
            check_base_url("https://mado.example.jp/"),
            Ok("https://mado.example.jp".into())
        );
        assert!(check_base_url("http://127.0.0.1:8080").is_ok());
        for wrong in [
            "http://mado.example.jp",
            "mado.example.jp",
            "ftp://x",
            "https://",
            "https://x/y",
            "https://a@b",
        ] {
            assert!(check_base_url(wrong).is_err(), "{wrong}");
        }
    }
}
