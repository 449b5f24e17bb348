//! One visit: who, when, in which language, before which data. The guard makes it; pages take it.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use crate::domain::actor::{Actor, Person};
use crate::domain::halt::Halt;
use crate::domain::language::Language;
use crate::house::House;
use crate::secret::token::Token;
use crate::store::db::Db;
use crate::web::answer::Stop;
use crate::web::cache::Cache;
use crate::web::vacancy::Vacancies;
use crate::words::{self, Words};

/// One visit.
#[derive(Clone)]
pub struct Visit {
    pub house: House,
    pub actor: Actor,
    pub language: Language,
    /// The path without its language prefix, and the query: where the other language's page is.
    pub path: String,
    pub query: String,
    /// The browser's own secret, signed in or not; forms carry a token that follows from it.
    pub token: Token,
    /// Whether the browser does not have that secret yet.
    pub token_is_new: bool,
    /// 所属責任者: requests that wait for this person's agreement.
    pub endorsing: i64,
    /// Requests waiting for this person's decision.
    pub waiting: Option<i64>,
    /// Answers that this person's offices owe; none for who answers at none.
    pub owed: Option<i64>,
    /// The pages that all strangers share.
    pub cache: Cache,
    /// The next free slots that were looked up before.
    pub vacancies: Vacancies,
}

impl Visit {
    /// The sentences of the reader's language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        words::of(self.language)
    }

    /// The hidden value that each form must send back.
    #[must_use]
    pub fn csrf(&self) -> String {
        self.token.derive("form")
    }

    /// An address of this language: `/en` before the path for English.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        match self.language {
            Language::Ja => path.to_owned(),
            Language::En if path == "/" => "/en".to_owned(),
            Language::En => format!("/en{path}"),
        }
    }

    /// The same with the house's own address before it, for readers outside of a browser.
    #[must_use]
    pub fn whole(&self, path: &str) -> String {
        format!("{}{}", self.house.config.base_url, self.href(path))
    }

    /// The person who signed in.
    ///
    /// # Errors
    /// Nobody did.
    pub fn person(&self) -> Result<&Person, Stop> {
        self.actor.person().ok_or(Stop(Halt::NotAllowed))
    }

    /// The data.
    #[must_use]
    pub const fn db(&self) -> &Db {
        &self.house.db
    }
}

impl FromRequest for Visit {
    type Error = Stop;
    type Future = Ready<Result<Self, Stop>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            request
                .extensions()
                .get::<Self>()
                .cloned()
                .ok_or_else(|| Stop(Halt::broken("a page without the guard"))),
        )
    }
}
