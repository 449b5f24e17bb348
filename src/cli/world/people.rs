//! Invented people: some manage, all belong to a few facilities whose rules they consented to.

use crate::cli::dice::Dice;
use crate::cli::world::land::Land;
use crate::domain::actor::Role;
use crate::domain::id::{UserId, born};
use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::domain::rule::Consent;
use crate::domain::time::Instant;
use crate::domain::world::{Batch, Resident};

/// Facilities that one person uses.
const FACILITIES: usize = 3;
/// Days since they registered.
const SINCE: i64 = 400;

const FAMILY: [&str; 20] = [
    "青木", "池田", "上野", "遠藤", "大野", "金子", "木下", "久保", "小島", "坂本", "清水", "杉山",
    "高橋", "土屋", "永井", "野口", "浜田", "平野", "三浦", "和田",
];
const GIVEN: [&str; 20] = [
    "明", "一葉", "海斗", "恵美", "楓", "健", "咲", "周", "翔太", "千尋", "翼", "奈緒", "光",
    "誠司", "美咲", "結衣", "陽子", "蘭", "涼", "渉",
];

/// Everybody, and who uses which facility.
#[derive(Clone, Debug)]
pub struct People {
    pub residents: Vec<Resident>,
    consents: Vec<Consent>,
    /// For each facility the places of its users in `residents`; the first is its manager.
    members: Vec<Vec<usize>>,
}

impl People {
    /// Invents this many, at least one for each facility.
    #[must_use]
    pub fn invent(land: &Land, users: usize, at: Instant, dice: &mut Dice) -> Self {
        let since = at.plus_minutes(-SINCE * 24 * 60);
        let mut people = Self {
            residents: Vec::new(),
            consents: Vec::new(),
            members: vec![Vec::new(); land.facilities.len()],
        };
        for number in 0..users.max(land.facilities.len()) {
            let manages = land.facilities.get(number).copied();
            let homes: Vec<usize> = match manages {
                Some(_) => vec![number],
                None => (0..FACILITIES)
                    .map(|_| dice.below(land.facilities.len()))
                    .collect(),
            };
            people.settle(land, &homes, since, dice);
            if let (Some(facility), Some(resident)) = (manages, people.residents.last_mut()) {
                resident.roles.push(Role::FacilityManager(facility.id));
            }
        }
        people
    }

    /// One more person.
    fn settle(&mut self, land: &Land, homes: &[usize], since: Instant, dice: &mut Dice) {
        let number = self.residents.len();
        let Some(home) = homes.first().and_then(|&home| land.facilities.get(home)) else {
            return;
        };
        let (tag, count) = (number >> 16, number & 0xFFFF);
        let id = UserId::new(born(
            since.unix(),
            u16::try_from(10 + tag).unwrap_or_default(),
            u16::try_from(count).unwrap_or_default(),
        ));
        let family = dice.pick(&FAMILY).copied().unwrap_or_default();
        let given = dice.pick(&GIVEN).copied().unwrap_or_default();
        self.residents.push(Resident {
            id,
            name: format!("{family} {given}"),
            email: format!("world{number}@example.jp"),
            institution: home.institution,
            position: "研究員".to_owned(),
            position_class: PositionClass::Researcher,
            language: Language::Ja,
            // no password has this hash: nobody signs in as an invented person
            password_hash: "!".to_owned(),
            since,
            roles: Vec::new(),
        });
        for &place in homes {
            let (Some(facility), Some(members)) =
                (land.facilities.get(place), self.members.get_mut(place))
            else {
                continue;
            };
            if members.last() == Some(&number) || members.contains(&number) {
                continue;
            }
            members.push(number);
            self.consents.push(Consent {
                user: id,
                rule: facility.rule,
                at: since,
            });
        }
    }

    /// Somebody who uses the facility.
    #[must_use]
    pub fn user_of(&self, facility: usize, dice: &mut Dice) -> Option<&Resident> {
        let members = self.members.get(facility)?;
        dice.pick(members)
            .and_then(|&place| self.residents.get(place))
    }

    /// Who manages the facility.
    #[must_use]
    pub fn manager_of(&self, facility: usize) -> Option<&Resident> {
        let first = self.members.get(facility)?.first()?;
        self.residents.get(*first)
    }

    /// Everybody in batches of so many rows.
    pub fn batches(&self, rows: usize) -> impl Iterator<Item = Batch> + '_ {
        let residents = self.residents.chunks(rows).map(|chunk| Batch {
            residents: chunk.to_vec(),
            ..Batch::default()
        });
        let consents = self.consents.chunks(rows).map(|chunk| Batch {
            consents: chunk.to_vec(),
            ..Batch::default()
        });
        residents.chain(consents)
    }
}
