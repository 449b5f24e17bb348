//! The letters in English.

use crate::words::mail::later;
use crate::words::mail::occasion::{Occasion, Words};

const TO_REQUEST: &str = "See the request (sign-in needed)";
const NOT_YOU: &str = "If this was not you, delete this letter. Nothing will change.";

pub(super) static EN: Words = Words {
    prefix: "[Shared equipment] ",
    sender: "Madoguchi",
    number: "Request number",
    resource: "Equipment",
    facility: "Facility",
    when: "Time of use",
    applicant: "Applicant",
    decided_by: "Decided by",
    reason: "Reason",
    waits_for: "Still needed",
    fee: "Cancellation fee",
    no_reply: "This address only sends; replies are not read.",
    contact: "Contact",
    received: Occasion {
        status: "Received",
        lead: "We received your request. The time you chose is held for you until it is decided.",
        next: &[
            "The facility's manager looks at it. You are told the result by e-mail.",
            "Until it is approved you can withdraw it on its page.",
        ],
        link: TO_REQUEST,
    },
    received_waiting: Occasion {
        status: "Received",
        lead: "We received your request. The time you chose is held for you until it is decided. Before it can be approved, this is still needed.",
        next: &[
            "The page of the request says who has to do what, and by when. Enter there what only you can enter.",
            "As soon as everything stands it goes on to the facility's manager by itself. If that does not happen before the time of use, the request lapses and the time becomes free.",
        ],
        link: "See what is needed (sign-in needed)",
    },
    approval_asked: Occasion {
        status: "Approval asked",
        lead: "A request came in. Please look at it and approve it, return it for correction, or reject it.",
        next: &[
            "If nobody decides before the time of use begins, the request lapses and the time becomes free.",
        ],
        link: "Look at the request and decide (sign-in needed)",
    },
    confirmed: Occasion {
        status: "Confirmed",
        lead: "Your booking is confirmed. Add the attached entry (.ics) to your calendar.",
        next: &["If your plans change, cancel it on its page before the time of use begins."],
        link: TO_REQUEST,
    },
    confirmed_manager: Occasion {
        status: "Confirmed",
        lead: "This booking is confirmed. Add the attached entry (.ics) to your calendar.",
        next: &[],
        link: TO_REQUEST,
    },
    returned: Occasion {
        status: "Returned",
        lead: "Your request was returned to you. Read the reason below, correct the request and send it again.",
        next: &[
            "The time is still held for you. If you do not send it again before the time of use begins, the request lapses and the time becomes free.",
        ],
        link: "Correct the request (sign-in needed)",
    },
    rejected: Occasion {
        status: "Not approved",
        lead: "Your request was not approved. The time that was held is free again.",
        next: &["You may send a new request for another time or other equipment."],
        link: TO_REQUEST,
    },
    withdrawn: Occasion {
        status: "Withdrawn",
        lead: "The applicant withdrew this request. The time is free again.",
        next: &[],
        link: TO_REQUEST,
    },
    cancelled: Occasion {
        status: "Cancelled",
        lead: "Your booking is cancelled. Open the attached entry (.ics) to remove it from your calendar too.",
        next: &["If you need the equipment again, send a new request."],
        link: TO_REQUEST,
    },
    cancelled_manager: Occasion {
        status: "Cancelled",
        lead: "The applicant cancelled this booking. The time is free again.",
        next: &[],
        link: TO_REQUEST,
    },
    called_off: Occasion {
        status: "Called off",
        lead: "The facility called off your booking. There is no cancellation fee. Open the attached entry (.ics) to remove it from your calendar too.",
        next: &["You may send a new request for another time or other equipment."],
        link: TO_REQUEST,
    },
    called_off_manager: Occasion {
        status: "Called off",
        lead: "This booking was called off by the facility. The time is free again, and the applicant was told.",
        next: &[],
        link: TO_REQUEST,
    },
    expired: Occasion {
        status: "Lapsed",
        lead: "The time of use began without a decision, so your request has lapsed. The time is free again.",
        next: &["If you still need the equipment, send a new request for another time."],
        link: TO_REQUEST,
    },
    expired_manager: Occasion {
        status: "Lapsed",
        lead: "The time of use began without a decision, so this request has lapsed. The time is free again.",
        next: &[],
        link: TO_REQUEST,
    },
    held: Occasion {
        status: "On hold",
        lead: "It is on hold because something required does not stand yet. The time is still held for you.",
        next: &[
            "The page of the request says who has to do what, and by when.",
            "It goes on by itself as soon as everything stands. If that does not happen before the time of use, the request lapses and the time becomes free.",
        ],
        link: TO_REQUEST,
    },
    held_manager: Occasion {
        status: "On hold",
        lead: "This request is on hold until everything required stands. The time is still held.",
        next: &["You need not do anything until then."],
        link: TO_REQUEST,
    },
    released: Occasion {
        status: "Released",
        lead: "Everything required stands now, and the hold is lifted. It goes on where it stood before.",
        next: &["The page of the request says where it stands."],
        link: TO_REQUEST,
    },
    released_manager: Occasion {
        status: "Released",
        lead: "The hold on this booking is lifted; it is confirmed again.",
        next: &[],
        link: TO_REQUEST,
    },
    use_over: Occasion {
        status: "Please enter the use log",
        lead: "Your time is over. Please enter when you really used it, and how many samples.",
        next: &[
            "The page of your request says by when.",
            "If something went wrong, say so there, too.",
        ],
        link: "Enter the use log (sign-in needed)",
    },
    log_missing: Occasion {
        status: "Use log overdue",
        lead: "The use log of the following use is overdue.",
        next: &["Entering the actual times is enough."],
        link: "Enter the use log (sign-in needed)",
    },
    overrun: Occasion {
        status: "The use before yours goes on",
        lead: "The use before yours has not ended although its time is over. Yours may start late.",
        next: &["Ask the facility before you set out. Your booking stands."],
        link: TO_REQUEST,
    },
    later: &later::EN,
    verify: Occasion {
        status: "Confirm your e-mail address",
        lead: "To go on with your registration, open the link below and confirm that this e-mail address is yours.",
        next: &["If this was not you, delete this letter. The registration will not be completed."],
        link: "Confirm the e-mail address",
    },
    already_registered: Occasion {
        status: "About your registration",
        lead: "Somebody asked to register with this e-mail address, which is registered already. No new account was made.",
        next: &[
            "Please sign in. If you forgot your password, set a new one from the sign-in page.",
            NOT_YOU,
        ],
        link: "Sign in",
    },
    reset: Occasion {
        status: "Set a new password",
        lead: "Open the link below and choose a new password.",
        next: &[NOT_YOU],
        link: "Choose a new password",
    },
    password_changed: Occasion {
        status: "Your password was changed",
        lead: "Your password was changed.",
        next: &[
            "If you changed it yourself, there is nothing to do.",
            "If you did not, set a new one at once with the link below and tell the contact desk.",
        ],
        link: "Set a new password",
    },
    invitation: Occasion {
        status: "Your account",
        lead: "An administrator made an account for you. Open the link below and choose a password to begin.",
        next: &["If you did not expect this, delete this letter."],
        link: "Choose a password and begin",
    },
};
