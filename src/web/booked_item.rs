//! Bookings, outages and trainings as entries of a calendar.

use crate::domain::agenda::status;
use crate::domain::booking::State;
use crate::domain::letter::entry::Status;
use crate::store::agenda::attended::Attended;
use crate::store::agenda::booked::Booked;
use crate::store::agenda::outage::Closed;
use crate::web::calendar_table::scene::Item;
use crate::web::links;
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{mail, name};

/// For whom a booking is shown.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Reader {
    /// Its applicant.
    Applicant,
    /// Who manages its resource; which row it stands in.
    Manager(usize),
}

/// A booking.
#[must_use]
pub fn booking(visit: &Visit, booked: &Booked, reader: Reader) -> Item {
    let language = visit.language;
    let (tone, text) = state::chip(language, booked.state);
    let settled = match reader {
        Reader::Applicant => "me",
        Reader::Manager(_) => "bk",
    };
    let (row, title, more, path) = match reader {
        Reader::Applicant => (
            0,
            name::of(language, &booked.name).to_owned(),
            mail::person(
                language,
                name::of(language, &booked.facility),
                name::of(language, &booked.provider),
            ),
            links::request(booked.id),
        ),
        Reader::Manager(row) => (
            row,
            mail::person(
                language,
                &booked.applicant,
                name::of(language, &booked.home),
            ),
            String::new(),
            links::decision(booked.id),
        ),
    };
    Item {
        span: booked.span,
        is_due: false,
        row,
        look: look(booked.state, settled),
        title,
        more,
        state: Chip {
            tone,
            text: text.to_owned(),
        },
        href: Some(visit.href(&path)),
    }
}

const fn look(state: State, settled: &'static str) -> &'static str {
    match status(state) {
        Status::Confirmed => settled,
        Status::Tentative => "tn",
        Status::Cancelled => "no",
    }
}

/// An outage, or time that is kept for the first in line.
#[must_use]
pub fn outage(visit: &Visit, closed: &Closed, row: usize) -> Item {
    let w = &visit.words().agenda;
    let (look, tone, text) = match closed.is_offer {
        true => ("tn", "y", w.offered),
        false => ("mt", "", w.maintenance),
    };
    Item {
        span: closed.span,
        is_due: false,
        row,
        look,
        title: closed.note.clone(),
        more: String::new(),
        state: Chip {
            tone,
            text: text.to_owned(),
        },
        href: None,
    }
}

/// A training.
#[must_use]
pub fn training(visit: &Visit, attended: &Attended) -> Item {
    let language = visit.language;
    let facility = name::of(language, &attended.facility);
    Item {
        span: attended.span,
        is_due: false,
        row: 0,
        look: "ev",
        title: name::of(language, &attended.course).to_owned(),
        more: match attended.place.as_str() {
            "" => facility.to_owned(),
            place => mail::person(language, place, facility),
        },
        state: Chip {
            tone: "b",
            text: visit.words().agenda.training.to_owned(),
        },
        href: None,
    }
}
