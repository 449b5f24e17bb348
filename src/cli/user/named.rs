//! Roles as the operator names them, with the units that they are held in.

use clap::ValueEnum;

use crate::cli::failure::Failure;
use crate::domain::actor::Role;
use crate::domain::gate::Desk;
use crate::domain::halt::Halt;
use crate::domain::id::InstitutionId;
use crate::store;
use crate::store::db::Db;

/// A role by its name; the unit comes from another option.
#[derive(Copy, Clone, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Named {
    FacilityManager,
    InstitutionOfficer,
    /// Who answers for gates at an institution.
    Desk,
    Council,
    Administrator,
}

pub(super) async fn institution(db: &Db, slug: &str) -> Result<InstitutionId, Failure> {
    let found = {
        let slug = slug.to_owned();
        db.read(move |conn| store::role::institution(conn, &slug))
            .await
    };
    found.map_err(|halt| absent(halt, "institution", slug))
}

pub(super) async fn role(
    db: &Db,
    named: Named,
    (institution, facility): (Option<InstitutionId>, Option<&str>),
) -> Result<Role, Failure> {
    match named {
        Named::Council => Ok(Role::Council),
        Named::Administrator => Ok(Role::Administrator),
        Named::Desk => Err(Failure::from(
            "a desk is given with `madoguchi user grant --role desk`",
        )),
        Named::InstitutionOfficer => institution
            .map(Role::InstitutionOfficer)
            .ok_or_else(|| Failure::from("an institution officer needs --institution")),
        Named::FacilityManager => {
            let slug = facility
                .ok_or_else(|| Failure::from("a facility manager needs --facility"))?
                .to_owned();
            let name = slug.clone();
            let found = db
                .read(move |conn| store::role::facility(conn, &slug))
                .await;
            found
                .map(Role::FacilityManager)
                .map_err(|halt| absent(halt, "facility", &name))
        }
    }
}

/// A desk of an institution.
pub(super) fn desk(
    institution: Option<InstitutionId>,
    code: Option<&str>,
) -> Result<Role, Failure> {
    let institution = institution.ok_or_else(|| Failure::from("a desk needs --institution"))?;
    let desk = code.and_then(Desk::from_code).ok_or_else(|| {
        let known: Vec<&str> = Desk::ALL.iter().map(|desk| desk.code()).collect();
        Failure(format!("a desk needs --desk: {}", known.join(", ")))
    })?;
    Ok(Role::Desk(institution, desk))
}

fn absent(halt: Halt, what: &str, slug: &str) -> Failure {
    match halt {
        Halt::Absent => Failure(format!("there is no {what} '{slug}'")),
        other => say(other),
    }
}

pub(super) fn say(halt: Halt) -> Failure {
    Failure(format!("{halt:?}"))
}
