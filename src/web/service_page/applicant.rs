//! What the applicant of a request can do now.

use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::check::{NUMBER_LONGEST, TEXT_LONGEST};
use crate::domain::service_request::ethics::EthicsNeed;
use crate::domain::service_request::life::{Deed, next};
use crate::domain::service_request::{ServiceRequest, Standing};
use crate::web::deed_form::{Button, Control, DeedForm, Kind, Typed};
use crate::web::links;
use crate::web::visit::Visit;
use crate::words::service_request as said;

/// The forms, what is most needed first.
#[must_use]
pub fn deeds(visit: &Visit, standing: &Standing, typed: Typed<'_>) -> Vec<DeedForm> {
    let request = &standing.request;
    let can = |deed| next(&request.chain, request.state, deed).is_some();
    let place = Place {
        visit,
        w: &visit.words().service_request,
        request,
        typed,
    };
    let extends = can(Deed::Extend) && request.ethics_need != EthicsNeed::None;
    [
        can(Deed::Accept).then(|| place.accept()),
        can(Deed::Receive).then(|| place.receive()),
        can(Deed::Report).then(|| place.report()),
        can(Deed::Finish).then(|| place.finish()),
        extends.then(|| place.extend()),
        can(Deed::Withdraw).then(|| place.withdraw()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[derive(Copy, Clone)]
struct Place<'a> {
    visit: &'a Visit,
    w: &'static said::Words,
    request: &'a ServiceRequest,
    typed: Typed<'a>,
}

impl Place<'_> {
    fn button(&self, verb: &str, label: &str, look: &'static str) -> Button {
        let path = format!("{}/{verb}", links::service(self.request.id));
        Button {
            action: self.visit.href(&path),
            label: label.to_owned(),
            look,
        }
    }

    fn form(
        &self,
        heading: &str,
        text: &str,
        controls: Vec<Control>,
        buttons: Vec<Button>,
    ) -> DeedForm {
        DeedForm {
            heading: heading.to_owned(),
            text: text.to_owned(),
            controls,
            buttons,
            folded: false,
        }
    }

    fn accept(&self) -> DeedForm {
        let w = self.w;
        let buttons = vec![
            self.button("accept", w.accept, ""),
            self.button("decline", w.decline, "q"),
        ];
        self.form(w.accept_heading, w.accept_text, Vec::new(), buttons)
    }

    fn receive(&self) -> DeedForm {
        let w = self.w;
        let today = self.visit.actor.at.day().to_string();
        let on = self.typed.control(
            Kind::Day,
            Named::Service(ServiceField::ReceivedOn),
            w.received_on,
            today,
        );
        let button = self.button("receive", w.receive, "");
        self.form(w.receive_heading, w.receive_text, vec![on], vec![button])
    }

    fn report(&self) -> DeedForm {
        let w = self.w;
        let body = self
            .lines(ServiceField::Report, w.progress_report)
            .hinted(w.report_hint);
        let button = self.button("report", w.report_button, "");
        self.form(w.report_heading, "", vec![body], vec![button])
    }

    fn finish(&self) -> DeedForm {
        let w = self.w;
        let report = self
            .lines(ServiceField::FinalReport, w.final_report)
            .hinted(w.final_hint);
        let controls = std::iter::once(report)
            .chain(self.left())
            .chain(self.disposal())
            .collect();
        let button = self.button("finish", w.finish, "");
        DeedForm {
            folded: true,
            ..self.form(w.finish_heading, w.finish_text, controls, vec![button])
        }
    }

    /// What is left of each line.
    fn left(&self) -> impl Iterator<Item = Control> {
        let (language, w) = (self.visit.language, self.w);
        let lines = self.request.lines.iter().enumerate();
        lines.map(move |(at, line)| {
            let label = said::of_line(language, w.left_quantity, &line.item.what);
            let most = said::at_most(language, line.delivered.unwrap_or(0));
            let none = "0".to_owned();
            let amounts = Named::Service(ServiceField::Amounts);
            self.typed.nth(amounts, at, &label, none).hinted(&most)
        })
    }

    /// What became of it, where something is left.
    fn disposal(&self) -> [Control; 2] {
        let w = self.w;
        let on = self.typed.control(
            Kind::Day,
            Named::Service(ServiceField::DisposedOn),
            w.disposed_on,
            String::new(),
        );
        let how = self.lines(ServiceField::Disposal, w.disposal);
        [on.optional(), how.optional()]
    }

    /// A text of several lines, at first empty.
    fn lines(&self, field: ServiceField, label: &str) -> Control {
        self.typed
            .control(Kind::Lines, Named::Service(field), label, String::new())
            .at_most(TEXT_LONGEST)
    }

    fn extend(&self) -> DeedForm {
        let w = self.w;
        let number = self
            .typed
            .control(
                Kind::Line,
                Named::Service(ServiceField::EthicsNumber),
                w.ethics_number,
                String::new(),
            )
            .at_most(NUMBER_LONGEST);
        let until = self.typed.control(
            Kind::Day,
            Named::Service(ServiceField::EthicsUntil),
            w.ethics_until,
            String::new(),
        );
        let button = self.button("ethics", w.extend, "");
        DeedForm {
            folded: true,
            ..self.form(w.extend_heading, "", vec![number, until], vec![button])
        }
    }

    fn withdraw(&self) -> DeedForm {
        let w = self.w;
        let button = self.button("withdraw", w.withdraw, "d");
        DeedForm {
            folded: true,
            ..self.form(w.withdraw, w.withdraw_text, Vec::new(), vec![button])
        }
    }
}
