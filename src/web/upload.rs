//! A file that somebody sent: its name as they call it, and its content.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use crate::domain::halt::Halt;
use crate::web::answer::Stop;

/// What was sent; nothing of it is trusted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Upload {
    /// As the browser calls it; empty where no file was chosen.
    pub name: String,
    pub content: Vec<u8>,
}

/// The file: the guard has read and measured it already.
impl FromRequest for Upload {
    type Error = Stop;
    type Future = Ready<Result<Self, Stop>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let sent = request.extensions_mut().remove::<Self>();
        ready(sent.ok_or_else(|| Stop(Halt::broken("a page for files without the guard"))))
    }
}
