//! The letters about requests without a slot in English.

use crate::words::mail::occasion::Occasion;
use crate::words::mail::service::labels::Words;

const TO_REQUEST: &str = "See your application (sign-in needed)";
const TO_QUEUE: &str = "Look at the application (sign-in needed)";

pub(super) static EN: Words = Words {
    number: "Number",
    resource: "For",
    facility: "Facility",
    applicant: "Applicant",
    asked: "Asked for",
    granted: "Granted",
    conditions: "Conditions",
    due: "Due",
    delivered_on: "Day of delivery",
    access_until: "Last day of access",
    ethics: "Last day of the ethics approval",
    by: "By",
    said: "What they wrote",
    inquired: Occasion {
        status: "Question received",
        lead: "We received your question.",
        next: &["The facility looks at it and answers; you are told by e-mail."],
        link: TO_REQUEST,
    },
    inquired_manager: Occasion {
        status: "Question",
        lead: "Somebody asks about samples or data. Please look at it and answer.",
        next: &[],
        link: TO_QUEUE,
    },
    answered: Occasion {
        status: "Question answered",
        lead: "Your question was answered.",
        next: &["To apply, complete the form on the page of your application and send it."],
        link: TO_REQUEST,
    },
    applied: Occasion {
        status: "Application received",
        lead: "We received your application.",
        next: &[
            "The facility plans to answer by the day that is due. You are told by e-mail.",
            "If your ethics approval ends before the planned delivery, enter the extension on the page of your application. It can't go to the committee before that.",
        ],
        link: TO_REQUEST,
    },
    applied_manager: Occasion {
        status: "Application to review",
        lead: "This application came. Please look at it and go on with it by the day that is due.",
        next: &[],
        link: TO_QUEUE,
    },
    screened: Occasion {
        status: "With the committee",
        lead: "Your application was screened and went on to the committee.",
        next: &["You are told of the result by e-mail."],
        link: TO_REQUEST,
    },
    returned: Occasion {
        status: "Returned",
        lead: "Your application was returned. Correct it and send it again by the day that is due.",
        next: &["If you don't, it lapses."],
        link: "Correct your application (sign-in needed)",
    },
    granted_whole: Occasion {
        status: "Approved",
        lead: "Your application was approved.",
        next: &["The facility tells you about what comes next: a contract, the payment."],
        link: TO_REQUEST,
    },
    granted_in_part: Occasion {
        status: "Approved with conditions",
        lead: "Your application was approved with conditions. Look at quantities and conditions, and accept or decline by the day that is due.",
        next: &["If you do neither, it lapses."],
        link: "Accept or decline (sign-in needed)",
    },
    accepted: Occasion {
        status: "Accepted",
        lead: "The applicant accepted the conditional approval. Please go on with the next step.",
        next: &[],
        link: TO_QUEUE,
    },
    declined: Occasion {
        status: "Declined",
        lead: "The applicant declined the conditional approval. This application is over.",
        next: &[],
        link: TO_QUEUE,
    },
    rejected: Occasion {
        status: "Not approved",
        lead: "Your application was not approved.",
        next: &["If you have questions, ask the facility or the contact desk."],
        link: TO_REQUEST,
    },
    withdrawn: Occasion {
        status: "Withdrawn",
        lead: "The applicant withdrew the application.",
        next: &[],
        link: TO_QUEUE,
    },
    called_off: Occasion {
        status: "Called off",
        lead: "The facility can't provide what it had approved.",
        next: &["If you have questions, ask the facility or the contact desk."],
        link: TO_REQUEST,
    },
    ethics_extended: Occasion {
        status: "Ethics approval extended",
        lead: "The applicant entered an extension of the ethics approval. Please look at it.",
        next: &[],
        link: TO_QUEUE,
    },
    signed: Occasion {
        status: "Contract signed",
        lead: "Both sides signed the contract.",
        next: &["The payment comes next."],
        link: TO_REQUEST,
    },
    settled: Occasion {
        status: "In preparation",
        lead: "The payment is dealt with, and the facility prepares what you asked for.",
        next: &[
            "What is due is the planned delivery. You are told by e-mail when it is on its way.",
        ],
        link: TO_REQUEST,
    },
    delivered: Occasion {
        status: "Shipped",
        lead: "What you asked for is on its way. When it arrives, record the day on the page of your application.",
        next: &[],
        link: "Record the receipt (sign-in needed)",
    },
    access_granted: Occasion {
        status: "Access granted",
        lead: "You were given access to the data. Make sure that it works and record it on the page of your application.",
        next: &["To use them longer, ask the facility before the access ends."],
        link: "Record that you can use them (sign-in needed)",
    },
    received: Occasion {
        status: "Received",
        lead: "The applicant recorded the receipt.",
        next: &[],
        link: TO_QUEUE,
    },
    reported: Occasion {
        status: "Progress report",
        lead: "A progress report came.",
        next: &[],
        link: TO_QUEUE,
    },
    renewed: Occasion {
        status: "Access renewed",
        lead: "Your access to the data was renewed.",
        next: &[],
        link: TO_REQUEST,
    },
    finished: Occasion {
        status: "Final report",
        lead: "The final report came. Nothing is left over.",
        next: &[],
        link: TO_QUEUE,
    },
    disposed: Occasion {
        status: "Final report and disposal",
        lead: "The final report came. What was left over was disposed of.",
        next: &[],
        link: TO_QUEUE,
    },
    closed: Occasion {
        status: "Closed",
        lead: "The facility closed this application.",
        next: &[],
        link: TO_REQUEST,
    },
    expired: Occasion {
        status: "Lapsed",
        lead: "Nothing was done by the day that was due, so the application lapsed.",
        next: &["If you still need it, apply again."],
        link: TO_REQUEST,
    },
    expired_manager: Occasion {
        status: "Lapsed",
        lead: "The applicant did nothing by the day that was due, so this application lapsed.",
        next: &[],
        link: TO_QUEUE,
    },
    step_due: Occasion {
        status: "Something is due soon",
        lead: "The next step of your application is due soon.",
        next: &[],
        link: TO_REQUEST,
    },
    step_due_manager: Occasion {
        status: "A step is due soon",
        lead: "The facility's next step for this application is due soon.",
        next: &[],
        link: TO_QUEUE,
    },
    report_due: Occasion {
        status: "Progress report due",
        lead: "Your progress report is due soon.",
        next: &["Once it is overdue, the rules may not let you send new applications."],
        link: "Submit the report (sign-in needed)",
    },
    report_overdue: Occasion {
        status: "Progress report overdue",
        lead: "Your progress report is overdue.",
        next: &["Until it comes, the rules may not let you send new applications."],
        link: "Submit the report (sign-in needed)",
    },
    report_overdue_manager: Occasion {
        status: "Progress report overdue",
        lead: "The progress report of this application has not come in time.",
        next: &[],
        link: TO_QUEUE,
    },
};
