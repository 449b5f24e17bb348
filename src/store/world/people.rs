//! Invented people, their roles and consents.

use diesel::prelude::{ExpressionMethods, Insertable, RunQueryDsl};

use crate::domain::actor::Role;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, UserId};
use crate::domain::rule::Consent;
use crate::domain::world::{Pass, Resident};
use crate::secret::chance;
use crate::store::booking::home;
use crate::store::desk;
use crate::store::schema::{role_grant, rule_consent, session, user};
use crate::store::tx::Tx;

#[derive(Insertable)]
#[diesel(table_name = user)]
struct UserRow<'a> {
    id: i64,
    email: &'a str,
    name: &'a str,
    institution_id: i64,
    position: &'a str,
    position_class: &'a str,
    phone: &'a str,
    language: &'a str,
    password_hash: &'a str,
    state: &'a str,
    verified_at: i64,
    created_at: i64,
}

#[derive(Insertable)]
#[diesel(table_name = rule_consent)]
struct ConsentRow {
    user_id: i64,
    rule_id: i64,
    consented_at: i64,
}

pub(super) fn residents(tx: &mut Tx<'_>, residents: &[Resident]) -> Result<(), Halt> {
    for resident in residents {
        let row = UserRow {
            id: resident.id.number(),
            email: &resident.email,
            name: &resident.name,
            institution_id: resident.institution.number(),
            position: &resident.position,
            position_class: resident.position_class.code(),
            phone: "",
            language: resident.language.code(),
            password_hash: &resident.password_hash,
            state: "active",
            verified_at: resident.since.unix(),
            created_at: resident.since.unix(),
        };
        diesel::insert_into(user::table)
            .values(&row)
            .execute(&mut **tx)?;
        for role in &resident.roles {
            grant(tx, resident, *role)?;
        }
    }
    Ok(())
}

/// Names who is responsible for whom.
pub(super) fn responsible(tx: &mut Tx<'_>, named: &[(UserId, UserId)]) -> Result<(), Halt> {
    for (person, responsible) in named {
        home::name(tx, *person, Some(*responsible))?;
    }
    Ok(())
}

fn grant(tx: &mut Tx<'_>, resident: &Resident, role: Role) -> Result<(), Halt> {
    if let Role::Desk(institution, desk) = role {
        return desk::grant(tx, resident.id, (institution, desk), None);
    }
    let institution = match role {
        Role::InstitutionOfficer(id) => Some(InstitutionId::number(id)),
        Role::FacilityManager(_) | Role::Desk(..) | Role::Council | Role::Administrator => None,
    };
    let facility = match role {
        Role::FacilityManager(id) => Some(FacilityId::number(id)),
        Role::InstitutionOfficer(_) | Role::Desk(..) | Role::Council | Role::Administrator => None,
    };
    diesel::insert_into(role_grant::table)
        .values((
            role_grant::id.eq(chance::id(tx.at())),
            role_grant::user_id.eq(resident.id.number()),
            role_grant::role.eq(role.code()),
            role_grant::institution_id.eq(institution),
            role_grant::facility_id.eq(facility),
            role_grant::granted_at.eq(resident.since.unix()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn consents(tx: &mut Tx<'_>, consents: &[Consent]) -> Result<(), Halt> {
    for consent in consents {
        let row = ConsentRow {
            user_id: consent.user.number(),
            rule_id: consent.rule.number(),
            consented_at: consent.at.unix(),
        };
        diesel::insert_into(rule_consent::table)
            .values(&row)
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn passes(tx: &mut Tx<'_>, passes: &[Pass]) -> Result<(), Halt> {
    for pass in passes {
        diesel::insert_into(session::table)
            .values((
                session::token_hash.eq(&pass.token_hash),
                session::user_id.eq(pass.user.number()),
                session::created_at.eq(pass.span.start().unix()),
                session::seen_at.eq(pass.span.start().unix()),
                session::expires_at.eq(pass.span.end().unix()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}
