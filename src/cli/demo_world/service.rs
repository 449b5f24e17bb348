//! Invented requests without a slot: an ethics approval that ends too early, 150 of 200, one in use, a question.

use chrono::NaiveDate;

use crate::acts;
use crate::cli::demo_world::resident::actor;
use crate::cli::demo_world::story::Troupe;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::{Actor, Role};
use crate::domain::booking::Safety;
use crate::domain::calendar::ClosedDays;
use crate::domain::halt::Decision;
use crate::domain::id::{RuleId, ServiceId, born};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::content::{
    About, Arm, Content, Ethics, EthicsClaim, Item, Unit,
};
use crate::domain::service_request::desk::{Manner, Wish};
use crate::domain::service_request::grant::{self, Grant};
use crate::domain::service_request::provision::{self, Handover};
use crate::domain::service_request::{Contract, Payment, Standing, decide};
use crate::domain::time::Instant;
use crate::domain::world::Resident;
use crate::store;
use crate::store::db::Db;

/// The biobank, by its address, which its resource shares.
const BIOBANK: &str = "ncc-biobank";

/// One request: who asks for what, and what happened since.
struct Asked {
    who: &'static str,
    manner: Manner,
    what: &'static str,
    quantity: u32,
    condition: &'static str,
    purpose: &'static str,
    responsible: &'static str,
    /// How many days from today it is wanted, and how long the ethics approval lasts.
    wanted: i64,
    ethics: i64,
    /// Sent so many days ago.
    sent: i64,
    steps: &'static [(i64, Step)],
}

/// Something that happened to a request.
#[derive(Copy, Clone)]
enum Step {
    Answer(&'static str),
    Screen,
    Grant(u32),
    Sign,
    Settle,
    Ship(u32),
    Receive,
}

impl Step {
    /// What it decides, all of it as the day says.
    fn decide(self, standing: &Standing, by: &Actor) -> Decision<Changed> {
        let today = Some(by.at.day());
        match self {
            Self::Answer(words) => decide::answer(standing, words, by),
            Self::Screen => decide::screen(standing, by),
            Self::Grant(amount) => {
                let granted = Grant {
                    amounts: vec![Some(amount)],
                    on: today,
                    number: "審-12".to_owned(),
                    conditions: String::new(),
                };
                grant::grant(standing, &granted, by)
            }
            Self::Sign => {
                let contract = Contract {
                    number: "MTA-7".to_owned(),
                    provider_on: today,
                    recipient_on: today,
                };
                provision::sign(standing, &contract, by)
            }
            Self::Settle => provision::settle(standing, Some(Payment::Settled), by),
            Self::Ship(amount) => {
                let handover = Handover {
                    on: today,
                    amounts: vec![Some(amount)],
                    until: None,
                };
                provision::deliver(standing, &handover, by)
            }
            Self::Receive => provision::receive(standing, today, by),
        }
    }
}

const STORIES: [Asked; 4] = [
    Asked {
        who: "sato.megumi",
        manner: Manner::Application,
        what: "血清（大腸がん症例と対照）",
        quantity: 200,
        condition: "0.2 mL、凍結",
        purpose: "認知機能の低下とがんの既往に共通する血液マーカーの探索",
        responsible: "佐藤 恵（室長）",
        wanted: 60,
        ethics: 500,
        sent: 75,
        steps: &[(60, Step::Screen), (12, Step::Grant(150))],
    },
    Asked {
        who: "a.example",
        manner: Manner::Application,
        what: "Frozen tissue, gastric cancer",
        quantity: 40,
        condition: "10 mg, frozen",
        purpose: "Spatial transcriptomics for the early diagnosis of gastric cancer",
        responsible: "Dr. A. Example (invited researcher)",
        wanted: 90,
        ethics: 20,
        sent: 12,
        steps: &[],
    },
    Asked {
        who: "suzuki.wataru",
        manner: Manner::Application,
        what: "血漿（健常者）",
        quantity: 120,
        condition: "0.5 mL、凍結",
        purpose: "医薬品の品質評価に用いる標準血漿の検討",
        responsible: "鈴木 航（主任研究官）",
        wanted: 20,
        ethics: 700,
        sent: 110,
        steps: &[
            (100, Step::Screen),
            (80, Step::Grant(120)),
            (65, Step::Sign),
            (55, Step::Settle),
            (40, Step::Ship(120)),
            (30, Step::Receive),
        ],
    },
    Asked {
        who: "emily.carter",
        manner: Manner::Question,
        what: "",
        quantity: 0,
        condition: "",
        purpose: "Do you hold matched tumour and normal tissue of pancreatic cancer, and how many cases?",
        responsible: "",
        wanted: 0,
        ethics: 0,
        sent: 14,
        steps: &[(
            12,
            Step::Answer(
                "35 cases with matched tissue are available at present. Please apply with the number that you need.",
            ),
        )],
    },
];

/// Sends the requests and takes them as far as they went.
///
/// # Errors
/// A fault of the database.
pub(super) async fn build(db: &Db, troupe: &Troupe<'_>) -> Result<(), Failure> {
    let facilities = &troupe.land.facilities;
    let Some(facility) = facilities.iter().find(|one| one.slug == BIOBANK) else {
        return Ok(());
    };
    let (id, role) = (facility.id, Role::FacilityManager(facility.id));
    let mut people = troupe.people.iter().map(|(_, resident)| resident);
    let Some(manager) = people.find(|one| one.roles.contains(&role)) else {
        return Ok(());
    };
    let rules = db.read(move |conn| store::rule::versions(conn, id));
    let rules = rules.await.map_err(halted)?;
    let desk = Desk {
        db,
        troupe,
        manager,
        rules: rules.iter().map(|rule| rule.id).collect(),
    };
    for (number, asked) in (0..).zip(&STORIES) {
        if let Some(who) = troupe.known(asked.who) {
            desk.tell(number, asked, who).await?;
        }
    }
    Ok(())
}

/// Where requests are answered.
struct Desk<'a> {
    db: &'a Db,
    troupe: &'a Troupe<'a>,
    manager: &'a Resident,
    rules: Vec<RuleId>,
}

impl Desk<'_> {
    async fn tell(&self, number: u16, asked: &Asked, who: &Resident) -> Result<(), Failure> {
        let sent = self.ago(asked.sent);
        let id = ServiceId::new(born(sent.unix(), 13, number));
        let wish = Wish {
            content: self.content(asked),
            agree: self.rules.clone(),
            manner: asked.manner,
        };
        let done = self.db.act(actor(who, sent), move |tx, by| {
            acts::service_request::send(tx, by, id, BIOBANK, &wish)
        });
        done.await.map_err(halted)?;
        for (days, step) in asked.steps.iter().copied() {
            self.go(id, who, (self.ago(days), step)).await?;
        }
        Ok(())
    }

    async fn go(
        &self,
        id: ServiceId,
        who: &Resident,
        (at, step): (Instant, Step),
    ) -> Result<(), Failure> {
        let by = match step {
            Step::Receive => actor(who, at),
            _ => actor(self.manager, at),
        };
        let done = self.db.act(by, move |tx, by| {
            let decide = |standing: &Standing, by: &Actor| step.decide(standing, by);
            match step {
                Step::Receive => acts::service_request::own(tx, by, id, decide),
                _ => acts::service_request::manage(tx, by, id, decide),
            }
        });
        done.await.map(drop).map_err(halted)
    }

    /// Ten o'clock of the last open day that is so many days ago.
    fn ago(&self, days: i64) -> Instant {
        let day = ClosedDays::standard().before(self.troupe.day(1 - days), 1);
        Instant::of_tokyo(day, 10 * 60)
    }

    fn content(&self, asked: &Asked) -> Content {
        let purpose = asked.purpose.to_owned();
        if asked.manner == Manner::Question {
            return Content {
                items: Vec::new(),
                about: About {
                    purpose,
                    ..About::default()
                },
            };
        }
        let day = |ahead: i64| -> Option<NaiveDate> { Some(self.troupe.day(ahead)) };
        Content {
            items: vec![Item {
                what: asked.what.to_owned(),
                quantity: Some(asked.quantity),
                unit: Some(Unit::Tube),
                condition: asked.condition.to_owned(),
                arm: Arm::Unsaid,
                linked: true,
            }],
            about: About {
                purpose,
                project_number: String::new(),
                responsible: asked.responsible.to_owned(),
                safety: Some(Safety::Bsl1),
                wanted_on: day(asked.wanted),
                ethics: Ethics {
                    claim: Some(EthicsClaim::Approved),
                    number: "2025-118".to_owned(),
                    until: day(asked.ethics),
                },
            },
        }
    }
}
