//! What the managers of a facility can do with a request now: the deeds of its step.

use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::check::{NUMBER_LONGEST, TEXT_LONGEST};
use crate::domain::service_request::life::{Deed, next};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Line, Payment, ServiceRequest, Standing};
use crate::web::deed_form::{Button, Control, DeedForm, Kind, Typed};
use crate::web::links;
use crate::web::visit::Visit;
use crate::words::service_request::{self as said, state};

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
    let renews = can(Deed::Renew) && request.access_until.is_some();
    [
        can(Deed::Answer).then(|| place.answer()),
        can(Deed::Screen).then(|| place.screen()),
        can(Deed::Grant).then(|| place.grant()),
        can(Deed::Sign).then(|| place.sign()),
        can(Deed::Settle).then(|| place.settle()),
        can(Deed::Deliver).then(|| place.deliver()),
        renews.then(|| place.renew()),
        can(Deed::CallOff).then(|| place.call_off()),
        can(Deed::Close).then(|| place.close()),
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
        let path = format!("{}/{verb}", links::service_desk(self.request.id));
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

    fn today(&self) -> String {
        self.visit.actor.at.day().to_string()
    }

    fn day(&self, named: Named, label: &str, or: Option<chrono::NaiveDate>) -> Control {
        let or = or.map(|day| day.to_string()).unwrap_or_default();
        self.typed.control(Kind::Day, named, label, or)
    }

    fn number(&self, named: Named, label: &str, or: &str) -> Control {
        self.typed
            .control(Kind::Line, named, label, or.to_owned())
            .at_most(NUMBER_LONGEST)
    }

    /// The reason that returning, refusing and ending share.
    fn reason(&self, label: &str, hint: &str) -> Control {
        self.typed
            .control(Kind::Lines, Named::Reason, label, String::new())
            .hinted(hint)
            .at_most(TEXT_LONGEST)
    }

    /// One number for each line, filled in with the most that it can be.
    fn amounts(&self, label: &str, most: impl Fn(&Line) -> Option<u32>) -> Vec<Control> {
        let language = self.visit.language;
        let control = |(at, line): (usize, &Line)| {
            let most = most(line).unwrap_or(0);
            let label = said::of_line(language, label, &line.item.what);
            let control = self.typed.nth(
                Named::Service(ServiceField::Amounts),
                at,
                &label,
                most.to_string(),
            );
            control.hinted(&said::at_most(language, most))
        };
        self.request.lines.iter().enumerate().map(control).collect()
    }

    fn answer(&self) -> DeedForm {
        let w = self.w;
        let words = self.reason(w.answer_words, w.answer_hint);
        let buttons = vec![
            self.button("answer", w.answer_button, ""),
            self.button("reject", w.reject, "q"),
        ];
        self.form(w.answer_heading, "", vec![words], buttons)
    }

    fn screen(&self) -> DeedForm {
        let w = self.w;
        let reason = self.reason(w.reason, w.reason_hint).optional();
        let buttons = vec![
            self.button("screen", w.screen, ""),
            self.button("return", w.hand_back, "q"),
            self.button("reject", w.reject, "q"),
        ];
        self.form(w.decide_heading, "", vec![reason], buttons)
    }

    fn grant(&self) -> DeedForm {
        let w = self.w;
        let mut controls = self.amounts(w.granted_quantity, |line| line.item.quantity);
        controls.push(self.day(
            Named::Service(ServiceField::DecidedOn),
            w.decided_on,
            Some(self.visit.actor.at.day()),
        ));
        let number = self.number(
            Named::Service(ServiceField::DecisionNumber),
            w.decision_number,
            "",
        );
        controls.push(match self.request.chain.decided_at() {
            State::Committee => number,
            _ => number.optional(),
        });
        let conditions = self.typed.control(
            Kind::Lines,
            Named::Service(ServiceField::Conditions),
            w.conditions,
            String::new(),
        );
        controls.push(conditions.optional().at_most(TEXT_LONGEST));
        controls.push(self.reason(w.reason, w.reason_hint).optional());
        let buttons = vec![
            self.button("grant", w.grant, ""),
            self.button("return", w.hand_back, "q"),
            self.button("reject", w.reject, "q"),
        ];
        self.form(w.decide_heading, w.grant_hint, controls, buttons)
    }

    fn sign(&self) -> DeedForm {
        let (w, contract) = (self.w, &self.request.contract);
        let controls = vec![
            self.number(
                Named::Service(ServiceField::ContractNumber),
                w.contract_number,
                &contract.number,
            )
            .optional(),
            self.day(
                Named::Service(ServiceField::SignedByProvider),
                w.signed_by_provider,
                contract.provider_on,
            )
            .optional(),
            self.day(
                Named::Service(ServiceField::SignedByRecipient),
                w.signed_by_recipient,
                contract.recipient_on,
            )
            .optional(),
        ];
        let button = self.button("sign", w.record, "");
        self.form(w.sign_heading, w.sign_text, controls, vec![button])
    }

    fn settle(&self) -> DeedForm {
        let w = self.w;
        let all: Vec<(&str, &str)> = Payment::ALL
            .iter()
            .map(|one| (one.code(), state::payment(self.visit.language, *one)))
            .collect();
        let payment = self
            .typed
            .choice(Named::Service(ServiceField::Payment), w.payment, &all);
        let button = self.button("settle", w.record, "");
        self.form(w.settle_heading, "", vec![payment], vec![button])
    }

    fn deliver(&self) -> DeedForm {
        let w = self.w;
        let is_access = self.request.chain.has(State::Granted);
        let mut controls = self.amounts(w.delivered_quantity, |line| line.granted);
        controls.push(self.typed.control(
            Kind::Day,
            Named::Service(ServiceField::DeliveredOn),
            w.delivered_on,
            self.today(),
        ));
        let (heading, label) = if is_access {
            controls.push(self.day(
                Named::Service(ServiceField::AccessUntil),
                w.access_until,
                None,
            ));
            (w.access_heading, w.grant_access)
        } else {
            (w.ship_heading, w.ship)
        };
        let button = self.button("deliver", label, "");
        self.form(heading, w.ship_text, controls, vec![button])
    }

    fn renew(&self) -> DeedForm {
        let w = self.w;
        let until = self.day(
            Named::Service(ServiceField::AccessUntil),
            w.access_until,
            self.request.access_until,
        );
        let button = self.button("renew", w.renew, "");
        DeedForm {
            folded: true,
            ..self.form(w.renew_heading, "", vec![until], vec![button])
        }
    }

    fn call_off(&self) -> DeedForm {
        let w = self.w;
        let reason = self.reason(w.reason, w.answer_hint);
        let button = self.button("call-off", w.call_off, "d");
        DeedForm {
            folded: true,
            ..self.form(w.call_off_heading, "", vec![reason], vec![button])
        }
    }

    fn close(&self) -> DeedForm {
        let w = self.w;
        let reason = self.reason(w.reason, w.answer_hint);
        let button = self.button("close", w.close, "d");
        DeedForm {
            folded: true,
            ..self.form(w.close_heading, w.close_text, vec![reason], vec![button])
        }
    }
}
