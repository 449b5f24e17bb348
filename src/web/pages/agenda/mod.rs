//! Calendars: of a person, of a resource, of a facility; three pages of one look.

pub mod facility;
pub mod mine;
pub mod resource;

use askama::Template;

use crate::web::calendar_table::{Calendar, Shown};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Choice, PageLink};
use crate::web::visit::Visit;
use crate::words::agenda;

#[derive(Template)]
#[template(path = "agenda/show.html")]
struct Page {
    frame: Frame,
    w: &'static agenda::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: String,
    here: &'static str,
    lead: &'static str,
    description: &'static str,
    tabs: Vec<PageLink>,
    tabs_label: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    date: String,
    facilities: Vec<Choice>,
    links: Vec<Link>,
    none: &'static str,
    calendar: Option<Calendar>,
}

impl Body {
    /// A calendar that stands alone, without anything to choose.
    fn plain(visit: &Visit, heading: String) -> Self {
        let w = &visit.words().agenda;
        Self {
            crumbs: vec![Link::to(visit, "/", w.home)],
            heading,
            here: w.mine,
            lead: "",
            description: "",
            tabs: Vec::new(),
            tabs_label: String::new(),
            action: String::new(),
            hidden: Vec::new(),
            date: String::new(),
            facilities: Vec::new(),
            links: Vec::new(),
            none: "",
            calendar: None,
        }
    }
}

impl Page {
    fn of(visit: &Visit, page: Body) -> Self {
        Self {
            frame: Frame::of(visit),
            w: &visit.words().agenda,
            page,
        }
    }
}
