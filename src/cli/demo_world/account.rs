//! The list of sign-ins: a file for programs, lines for people.

use std::path::Path;

use crate::cli::demo_world::everybody;
use crate::cli::failure::Failure;
use crate::config::DemoAccount;

/// The password of every invented person. It protects nothing: the people do not exist.
pub const PASSWORD: &str = "mihon-dake-no-aikotoba";

/// The sign-ins of everybody.
pub fn all(institution: impl Fn(&str) -> String) -> Vec<DemoAccount> {
    everybody()
        .map(|figure| DemoAccount {
            role: figure.post.role().to_owned(),
            name: figure.name.to_owned(),
            institution: institution(figure.institution),
            email: figure.email(),
            password: PASSWORD.to_owned(),
        })
        .collect()
}

/// Writes the list of sign-ins.
///
/// # Errors
/// The file can't be written.
pub fn write(file: &Path, accounts: &[DemoAccount]) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(accounts)?;
    text.push('\n');
    let fresh = file.with_extension("json.new");
    std::fs::write(&fresh, text)
        .and_then(|()| std::fs::rename(&fresh, file))
        .map_err(|error| Failure(format!("{} can't be written: {error}", file.display())))
}

/// Prints the address, and one sign-in of each role.
pub fn print(address: &str, accounts: &[DemoAccount], file: &Path) {
    let mut seen = Vec::new();
    println!("Madoguchi, a demonstration with invented people under model rules.\n");
    for account in accounts {
        if !seen.contains(&account.role.as_str()) {
            seen.push(account.role.as_str());
            println!(
                "  {:<28} {:<32} {}",
                account.role, account.email, account.name
            );
        }
    }
    println!("\n  password of all              {PASSWORD}");
    println!("  everybody                    {}\n", file.display());
    println!("Listening on {address}");
}
