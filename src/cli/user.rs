//! Inviting people, giving them roles and taking them back, listing them.

mod named;

use clap::{Args, Subcommand, ValueEnum};

use crate::acts::user as accounts;
use crate::cli::failure::Failure;
use crate::cli::open;
use crate::cli::user::named::{Named, desk, institution, role, say};
use crate::config::clock::Clock;
use crate::domain::actor::{Actor, Role};
use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::domain::text;
use crate::domain::user::{NO_PASSWORD, NewUser};
use crate::secret::chance;
use crate::store;
use crate::store::db::Db;
use crate::store::role::Holder;
use crate::store::tx::Tx;

/// What to do with accounts.
#[derive(Subcommand)]
pub enum Command {
    /// Make an account for somebody; a letter asks them to choose a password.
    Invite(Invitation),
    /// Give a role to somebody who has an account.
    Grant(Change),
    /// Take a role back.
    Revoke(Change),
    /// List the accounts with their roles.
    List(open::Options),
}

/// Who is invited.
#[derive(Args)]
pub struct Invitation {
    #[command(flatten)]
    open: open::Options,
    #[arg(long)]
    email: String,
    #[arg(long)]
    name: String,
    /// The home institution, by its name in addresses.
    #[arg(long)]
    institution: String,
    #[arg(long, default_value = "")]
    position: String,
    /// What eligibility asks of the position.
    #[arg(long, default_value = "researcher")]
    position_class: Class,
    /// The language of letters: ja or en.
    #[arg(long, default_value = "ja", value_parser = ["ja", "en"])]
    language: String,
    /// The role to begin with. An institution officer speaks for the home institution.
    #[arg(long)]
    role: Option<Named>,
    /// The facility of a facility manager, by its name in addresses.
    #[arg(long)]
    facility: Option<String>,
}

/// Whose role changes.
#[derive(Args)]
pub struct Change {
    #[command(flatten)]
    open: open::Options,
    #[arg(long)]
    email: String,
    #[arg(long)]
    role: Named,
    /// The facility of a facility manager, by its name in addresses.
    #[arg(long)]
    facility: Option<String>,
    /// The institution of an institution officer or of a desk, by its name in addresses.
    #[arg(long)]
    institution: Option<String>,
    /// The desk: export_control, radiation, biosafety or ethics.
    #[arg(long)]
    desk: Option<String>,
}

/// A class of positions by its name.
#[derive(Copy, Clone, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Class {
    Staff,
    Researcher,
    Student,
}

impl From<Class> for PositionClass {
    fn from(class: Class) -> Self {
        match class {
            Class::Staff => Self::Staff,
            Class::Researcher => Self::Researcher,
            Class::Student => Self::Student,
        }
    }
}

/// `madoguchi user …`
///
/// # Errors
/// The data can't be reached, or what was asked for can't be done.
pub fn run(command: &Command) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let by = Actor::house(Clock::Machine.now());
    match command {
        Command::Invite(invitation) => {
            runtime.block_on(invite(&open::db(&invitation.open)?, by, invitation))?;
            println!(
                "{} is invited; a running house sends the letter.",
                invitation.email
            );
        }
        Command::Grant(change) => {
            runtime.block_on(grant(&open::db(&change.open)?, by, change))?;
            println!("{} has the role.", change.email);
        }
        Command::Revoke(change) => {
            runtime.block_on(revoke(&open::db(&change.open)?, by, change))?;
            println!("{} no longer has the role.", change.email);
        }
        Command::List(options) => {
            let db = open::db(options)?;
            for holder in runtime
                .block_on(db.read(store::role::holders))
                .map_err(say)?
            {
                println!("{}", line(&holder));
            }
        }
    }
    Ok(())
}

async fn invite(db: &Db, by: Actor, asked: &Invitation) -> Result<(), Failure> {
    let email = text::fold_email(&asked.email);
    if !text::is_email(&email) {
        return Err(Failure(format!("'{email}' is not a mail address")));
    }
    let name = text::squash(&asked.name);
    if name.is_empty() {
        return Err(Failure::from("the name is empty"));
    }
    let known = {
        let email = email.clone();
        let look = db.read(move |conn| store::user::by_email(conn, &email));
        look.await.map_err(say)?
    };
    if known.is_some() {
        return Err(Failure(format!(
            "{email} has an account already; give roles with `madoguchi user grant`"
        )));
    }
    let institution = institution(db, &asked.institution).await?;
    let unit = (Some(institution), asked.facility.as_deref());
    let role = match asked.role {
        Some(named) => Some(role(db, named, unit).await?),
        None => None,
    };
    let new = NewUser {
        id: UserId::new(chance::id(by.at)),
        name,
        email,
        institution,
        position: text::squash(&asked.position),
        position_class: asked.position_class.into(),
        phone: String::new(),
        language: Language::from_code(&asked.language),
        password_hash: NO_PASSWORD.to_owned(),
        created_at: by.at,
        verified_at: None,
    };
    db.act(by, move |tx, by| {
        accounts::invite(tx, by, new.clone(), role)
    })
    .await
    .map(drop)
    .map_err(say)
}

async fn grant(db: &Db, by: Actor, change: &Change) -> Result<(), Failure> {
    change_role(db, by, change, accounts::grant).await
}

async fn revoke(db: &Db, by: Actor, change: &Change) -> Result<(), Failure> {
    change_role(db, by, change, accounts::revoke).await
}

/// One of the two deeds that change a role.
type Deed = fn(&mut Tx<'_>, &Actor, &str, Role) -> crate::domain::halt::Act<()>;

async fn change_role(db: &Db, by: Actor, change: &Change, deed: Deed) -> Result<(), Failure> {
    let institution = match &change.institution {
        Some(slug) => Some(institution(db, slug).await?),
        None => None,
    };
    let role = match change.role {
        Named::Desk => desk(institution, change.desk.as_deref())?,
        named => role(db, named, (institution, change.facility.as_deref())).await?,
    };
    let email = change.email.clone();
    let done = db.act(by, move |tx, by| deed(tx, by, &email, role)).await;
    done.map_err(|halt| match halt {
        Halt::Absent => Failure(format!(
            "{} has no account, or does not hold that role",
            change.email
        )),
        other => say(other),
    })
}

/// One account as a line: address, name, institution, state, role with its unit.
fn line(holder: &Holder) -> String {
    let state = match (holder.state.as_str(), holder.is_proved) {
        ("active", true) => "active",
        ("active", false) => "unproved",
        (other, _) => other,
    };
    let role = match (&holder.role, &holder.unit) {
        (Some(role), Some(unit)) => format!("{role}:{unit}"),
        (Some(role), None) => role.clone(),
        (None, _) => "researcher".to_owned(),
    };
    [
        holder.email.as_str(),
        &holder.name,
        &holder.institution,
        state,
        &role,
    ]
    .join("\t")
}
