//! Names of parameters, hints for the officers who set them, and the sentences that users read.

use crate::domain::parameter::Parameter;
use crate::words::parameter::line::Says::{ByCode, Either};
use crate::words::parameter::line::{Line, line};

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(super) const fn of(parameter: Parameter) -> Line {
    match parameter {
        // eligibility and registration
        Parameter::EligibleOrgClasses => line(
            "Kinds of institution that may use it",
            "Choose every kind of home institution whose people may use it.",
            Either(
                "Open to people from these kinds of institution: {}.",
                "No kind of institution may use it.",
            ),
        ),
        Parameter::EligiblePositions => line(
            "Positions that may use it",
            "Choose every position whose holders may use it.",
            Either(
                "Open to people in these positions: {}.",
                "People of no position may use it.",
            ),
        ),
        Parameter::StudentCanBeLeader => line(
            "Students as responsible users",
            "Choose whether a student may be the responsible user.",
            Either(
                "Students may be responsible users.",
                "Students can't be responsible users.",
            ),
        ),
        Parameter::RegistrationRequired => line(
            "User registration",
            "Choose whether people must register with the facility before they use it.",
            Either(
                "You must be registered with the facility as a user.",
                "No registration as a user is needed.",
            ),
        ),
        Parameter::RegistrationValidUntil => line(
            "Validity of registrations",
            "Choose how long a registration is valid.",
            ByCode(&[
                (
                    "fiscal_year_end",
                    "Registrations are valid until the end of the fiscal year (31 March).",
                ),
                ("one_year", "Registrations are valid for one year."),
                ("unlimited", "Registrations do not expire."),
            ]),
        ),
        Parameter::ResponsiblePersonRequired => line(
            "Responsible user",
            "Choose whether a request needs a responsible user.",
            Either(
                "Requests need a responsible user.",
                "Requests need no responsible user.",
            ),
        ),
        Parameter::RuleConsentScope => line(
            "Scope of consent",
            "Choose what each consent to the rules covers.",
            ByCode(&[(
                "person_facility_version",
                "Consent is needed from each person, for each facility and each version of its rules.",
            )]),
        ),
        Parameter::RuleReconsentGraceDays => line(
            "Grace for consent to revised rules",
            "How many days to wait for consent to a revised version, counted from its effective date.",
            Either(
                "After a revision, agree to the new version within {} of its effective date.",
                "After a revision, agree to the new version by its effective date.",
            ),
        ),
        Parameter::RuleReconsentDueBusinessDays => line(
            "Deadline for consent before use",
            "How many business days before use, at the latest, people with confirmed bookings must agree to a revised version.",
            Either(
                "After a revision, agree to the new version at least {} before your use.",
                "After a revision, agree to the new version by the day of your use.",
            ),
        ),
        Parameter::OrgPledgeRequired => line(
            "Pledge by the home institution",
            "Choose how often the user's institution must give a pledge.",
            ByCode(&[
                ("never", "No pledge by your institution is needed."),
                (
                    "first",
                    "Your institution must give a pledge before your first use.",
                ),
                (
                    "yearly",
                    "Your institution must give a pledge each fiscal year.",
                ),
                ("each", "Your institution must give a pledge for each use."),
            ]),
        ),
        Parameter::AntisocialDeclaration => line(
            "Declaration on anti-social forces",
            "Choose whether users must declare that they are no part of anti-social forces.",
            Either(
                "You must declare that you have no ties to anti-social forces.",
                "No declaration on anti-social forces is needed.",
            ),
        ),
        // time and booking
        Parameter::SlotMinutes => line(
            "Booking unit",
            "The unit of bookings, in minutes. Shortest and longest use are multiples of it.",
            Either(
                "Bookings are made in units of {}.",
                "There is no booking unit.",
            ),
        ),
        Parameter::SlotOrigin => line(
            "Start of the first unit",
            "The time of day from which units are counted, such as every 3 hours from 9:00.",
            Either("Units are counted from {}.", "Units are counted from {}."),
        ),
        Parameter::MinMinutes => line(
            "Shortest use",
            "The shortest use, in minutes. 0 is the same as the booking unit.",
            Either(
                "One use lasts at least {}.",
                "The shortest use is one booking unit.",
            ),
        ),
        Parameter::MaxMinutes => line(
            "Longest use",
            "The longest use, in minutes, without set-up and cleaning time.",
            Either(
                "One use lasts at most {}.",
                "The length of a use is not limited.",
            ),
        ),
        Parameter::MaxConsecutiveDays => line(
            "Limit of consecutive days",
            "How many days in a row one person may use it, their own bookings before and after counted. 0 is no limit.",
            Either(
                "You may use it for at most {} in a row.",
                "The number of days in a row is not limited.",
            ),
        ),
        Parameter::LeadBusinessDays => line(
            "Deadline of requests (business days before use)",
            "How many business days before the day of use requests must arrive. 0 is until the use starts.",
            Either(
                "Send requests at least {} before the day of use.",
                "Send requests before the use starts.",
            ),
        ),
        Parameter::LeadFirstUseBusinessDays => line(
            "Deadline for a first use (business days before use)",
            "The deadline for people who have not used it before. 0 is the same as for others.",
            Either(
                "For your first use, send requests at least {} before the day of use.",
                "The deadline for a first use is the same as for later ones.",
            ),
        ),
        Parameter::HorizonDays => line(
            "How far ahead it can be booked",
            "How many days from today bookings are open.",
            Either(
                "Bookings open {} ahead.",
                "Bookings are open for the same day only.",
            ),
        ),
        Parameter::HorizonRelease => line(
            "Release of slots",
            "Choose when new slots are released. When portions are released, they can be booked to the end of the month or half year that lies so many days ahead of the release as can be booked.",
            ByCode(&[
                ("rolling", "New slots are released day by day."),
                (
                    "monthly",
                    "On the first of each month, the slots of a whole month are released.",
                ),
                (
                    "half_yearly",
                    "On 1 April and 1 October, the slots of a whole half year are released.",
                ),
            ]),
        ),
        Parameter::OpenWindows => line(
            "Hours of use",
            "Days of the week with times. They may cross midnight. Nothing means day and night.",
            Either("Hours of use: {}.", "Open day and night."),
        ),
        Parameter::AfterHoursPolicy => line(
            "After-hours use",
            "Choose who may use it outside the hours of use.",
            ByCode(&[
                ("none", "No use is possible outside the hours of use."),
                (
                    "on_request",
                    "For use outside the hours of use, ask the facility.",
                ),
                (
                    "licensed",
                    "Licence holders may use it outside the hours of use.",
                ),
            ]),
        ),
        Parameter::OvernightBeforeClosedDay => line(
            "Overnight use before closed days",
            "Choose whether a use may run on from the eve of a closed day.",
            Either(
                "A use may run from the eve of a closed day into it.",
                "A use can't run from the eve of a closed day into it.",
            ),
        ),
        Parameter::ClosedCalendars => line(
            "Closed days",
            "Choose every kind of closed day. Business days are counted accordingly.",
            Either("Closed on: {}.", "There are no closed days."),
        ),
        Parameter::YearEndClosure => line(
            "Year-end and New Year closure",
            "The first and the last day of the closure, by month and day.",
            Either(
                "Closed at the turn of the year, {}.",
                "Closed at the turn of the year, {}.",
            ),
        ),
        Parameter::BufferBefore => line(
            "Set-up time",
            "Minutes kept free before each use; no other booking can take them.",
            Either(
                "Before each use, {} is kept free for set-up.",
                "No time is kept free before a use.",
            ),
        ),
        Parameter::BufferAfter => line(
            "Cleaning time",
            "Minutes kept free after each use; no other booking can take them.",
            Either(
                "After each use, {} is kept free for cleaning.",
                "No time is kept free after a use.",
            ),
        ),
        Parameter::MaxOpenBookingsPerUser => line(
            "Open bookings per person",
            "How many bookings to come one person may hold. 0 is no limit.",
            Either(
                "One person may hold at most {} to come.",
                "The number of bookings per person is not limited.",
            ),
        ),
        Parameter::MaxOpenBookingsPerProject => line(
            "Open bookings per project",
            "How many bookings to come one project may hold. 0 is no limit.",
            Either(
                "One project may hold at most {} to come.",
                "The number of bookings per project is not limited.",
            ),
        ),
        Parameter::QuotaHoursPerMonth => line(
            "Hours per month",
            "How many hours one person may use it in a month. 0 is no limit.",
            Either(
                "One person may use it for at most {} a month.",
                "The hours per month are not limited.",
            ),
        ),
        Parameter::QuotaHoursPerFiscalYear => line(
            "Hours per fiscal year",
            "How many hours one person may use it in a fiscal year. 0 is no limit.",
            Either(
                "One person may use it for at most {} a fiscal year.",
                "The hours per fiscal year are not limited.",
            ),
        ),
        Parameter::OwnUseReservedShare => line(
            "Share kept for own use",
            "The share of each week's hours that is kept for the institution itself. People of other institutions share the rest.",
            Either(
                "{} of each week's hours are kept for the institution's own use.",
                "No hours are kept for the institution's own use.",
            ),
        ),
        Parameter::PriorityRule => line(
            "Order of priority",
            "Choose how requests for the same time are decided.",
            ByCode(&[
                ("first_come", "Time is held for whoever asks first."),
                (
                    "manager_decides",
                    "The facility manager chooses among requests for the same time. No time is held until then.",
                ),
                (
                    "committee",
                    "A committee chooses among requests for the same time. No time is held until then.",
                ),
                (
                    "lottery",
                    "Lots are drawn among requests for the same time. No time is held until then.",
                ),
            ]),
        ),
        Parameter::AllowWaitlist => line(
            "Waiting list",
            "Choose whether people can join a waiting list.",
            Either("There is a waiting list.", "There is no waiting list."),
        ),
        Parameter::AllowRecurring => line(
            "Recurring bookings",
            "Choose whether bookings can repeat, such as every week.",
            ByCode(&[
                ("no", "Bookings can't repeat."),
                (
                    "own",
                    "Only people of the institution itself can book a series.",
                ),
                ("yes", "Bookings can repeat."),
            ]),
        ),
        Parameter::ProvisionalHoldHours => line(
            "Time a provisional booking is kept",
            "How many hours a slot is kept while a request waits for approval.",
            Either(
                "Provisional bookings are kept for {}.",
                "Provisional bookings are not kept.",
            ),
        ),
        Parameter::SupportModes => line(
            "Ways of support",
            "Choose every way of support that is offered.",
            Either(
                "Ways of support to choose from: {}.",
                "No way of support is offered.",
            ),
        ),
        Parameter::AttendantCalendar => line(
            "Support that needs an attendant's time",
            "Choose the ways of support for which an attendant's time is booked as well.",
            Either(
                "These ways of support depend on an attendant's time: {}.",
                "No attendant's time is needed.",
            ),
        ),
        // approval
        Parameter::ApprovalChain => line(
            "Order of approval",
            "Choose who approves requests, and in which order.",
            ByCode(&[
                ("light", "The facility manager approves requests."),
                (
                    "standard",
                    "Requests are approved by your institution, the facility manager, then the head of the facility.",
                ),
                (
                    "institution",
                    "After a pledge by your institution and a review, the head of the facility approves requests.",
                ),
                (
                    "committee",
                    "After a consultation and a check by the facility, a review committee approves requests.",
                ),
                (
                    "call",
                    "Requests are invited by calls; accepted proposals may use it.",
                ),
            ]),
        ),
        Parameter::AutoApproveIf => line(
            "Automatic approval",
            "Choose the requests that need not wait for an approver.",
            ByCode(&[
                ("never", "An approver looks at every request."),
                (
                    "licensed_repeat",
                    "Short further uses by licence holders are approved automatically.",
                ),
            ]),
        ),
        Parameter::AutoApproveMaxMinutes => line(
            "Longest use approved automatically",
            "The longest use that is approved automatically, in minutes.",
            Either(
                "Uses of up to {} can be approved automatically.",
                "Nothing is approved automatically.",
            ),
        ),
        Parameter::ApprovalDueBusinessDays => line(
            "Time to answer requests",
            "Within how many business days approvers answer a request.",
            Either(
                "Requests are answered within {}.",
                "Requests are answered on the same day.",
            ),
        ),
        Parameter::RemindAfterBusinessDays => line(
            "Reminder to approvers",
            "After how many business days approvers are reminded.",
            Either(
                "Approvers are reminded after {}.",
                "Approvers are reminded on the same day.",
            ),
        ),
        Parameter::EscalateAfterBusinessDays => line(
            "Escalation",
            "After how many business days a request passes to a deputy or a higher approver.",
            Either(
                "A request without an answer passes to a deputy or a higher approver after {}.",
                "A request without an answer passes to a deputy or a higher approver on the same day.",
            ),
        ),
        Parameter::SelfApproval => line(
            "Approving one's own requests",
            "Choose whether approvers may approve their own requests.",
            Either(
                "Approvers may approve their own requests.",
                "Approvers can't approve their own requests.",
            ),
        ),
        Parameter::ChangeApproval => line(
            "Approval of changes",
            "Which changes of confirmed bookings the facility has to approve. Moving one while cancelling it would cost always needs approval.",
            ByCode(&[
                (
                    "never",
                    "Confirmed bookings can be changed without approval.",
                ),
                (
                    "time",
                    "Moving a confirmed booking needs the facility's approval.",
                ),
                (
                    "always",
                    "Changing a confirmed booking needs the facility's approval.",
                ),
            ]),
        ),
        Parameter::ConditionsAllowed => line(
            "Approval with conditions",
            "Choose whether an approval may carry conditions.",
            Either(
                "An approval may carry conditions.",
                "Approvals carry no conditions.",
            ),
        ),
        Parameter::RejectReasonRequired => line(
            "Reason for a rejection",
            "Choose whether a rejection needs a reason.",
            Either(
                "A rejection always gives its reason.",
                "A rejection may come without a reason.",
            ),
        ),
        // training and gates
        Parameter::TrainingRequired => line(
            "Training and licences",
            "The codes of the courses to complete before use, separated by commas. Nothing means none.",
            Either(
                "Complete these courses before use: {}.",
                "No training is needed.",
            ),
        ),
        Parameter::LicenceValidMonths => line(
            "Validity of licences",
            "How many months a licence is valid after the training.",
            Either(
                "A licence is valid for {} after the training.",
                "Licences do not expire.",
            ),
        ),
        Parameter::LicenceLapseUnusedMonths => line(
            "Lapse of unused licences",
            "After how many months without use a licence lapses. 0 is never.",
            Either(
                "A licence lapses after {} without use.",
                "Licences do not lapse without use.",
            ),
        ),
        Parameter::SupervisedFirstSessions => line(
            "First uses under supervision",
            "How many first uses take place with a member of staff. 0 is none.",
            Either(
                "A member of staff is present at your first uses: {}.",
                "First uses need no supervision.",
            ),
        ),
        Parameter::Gates => line(
            "Checks needed",
            "Choose every check needed before use. A booking that lacks one is put on hold.",
            Either(
                "Use needs these checks: {}.",
                "No check is needed beside consent to the rules.",
            ),
        ),
        Parameter::GatesBeforeSending => line(
            "Checks needed before sending",
            "Choose the checks that must stand when a request is sent. The others may follow.",
            Either(
                "Have these checks done before you send a request: {}.",
                "The checks needed may follow after you send a request.",
            ),
        ),
        Parameter::GateTestedOn => line(
            "Day of the checks",
            "Choose the day on which the checks must stand.",
            ByCode(&[
                ("request", "Checks must be valid on the day of the request."),
                (
                    "use_start",
                    "Checks must be valid on the day on which the use starts.",
                ),
                (
                    "use_end",
                    "Checks must be valid until the day on which the use ends.",
                ),
            ]),
        ),
        Parameter::GateExpiryWarningDays => line(
            "Warnings before expiry",
            "How many days before a check expires warnings go out, the largest first, separated by commas.",
            Either(
                "Before a check expires, we send a warning {}.",
                "No warning is sent before a check expires.",
            ),
        ),
        Parameter::GateOfficeBusinessDays => line(
            "Time an office needs to confirm",
            "About how many business days an office needs to confirm a check.",
            Either(
                "An office needs about {} to confirm a check.",
                "Offices confirm checks on the same day.",
            ),
        ),
        Parameter::ExportCheck => line(
            "Export control check",
            "Choose how security export control is checked.",
            ByCode(&[
                ("none", "Security export control is not checked."),
                (
                    "self_declaration",
                    "Applicants make a declaration on security export control.",
                ),
                (
                    "office_decision",
                    "The offices concerned decide on security export control.",
                ),
            ]),
        ),
        // cancellation and failure
        Parameter::CancelFreeBusinessDays => line(
            "Deadline of free cancellation",
            "Until how many business days before use cancelling is free.",
            Either(
                "Cancelling is free until {} before the day of use.",
                "Cancelling is free until the day of use.",
            ),
        ),
        Parameter::CancelTiers => line(
            "Cancellation fee",
            "Pairs of business days and percent, the largest first, such as 5:0,1:50,0:100. Nothing means no fee.",
            Either(
                "The cancellation fee is, counted from the day of use, {}.",
                "There is no cancellation fee.",
            ),
        ),
        Parameter::CancelCutoffTime => line(
            "Time of day of deadlines",
            "The time at which a deadline closes on its day, for cancelling and for consent.",
            Either(
                "Deadlines close at {} on their day.",
                "Deadlines close at {} on their day.",
            ),
        ),
        Parameter::CancelFeeTaxCategory => line(
            "Consumption tax on cancellation fees",
            "The tax category of cancellation fees.",
            ByCode(&[
                (
                    "out_of_scope",
                    "Cancellation fees are outside consumption tax.",
                ),
                (
                    "taxable_10",
                    "Cancellation fees bear consumption tax (10%).",
                ),
                (
                    "exempt",
                    "Cancellation fees are exempt from consumption tax.",
                ),
            ]),
        ),
        Parameter::WaiveFeeIfReused => line(
            "Fee of time that is used after all",
            "What becomes of a cancellation fee when somebody else uses all of the time.",
            Either(
                "If somebody else uses all of the time, the cancellation fee is waived.",
                "The cancellation fee is due even if somebody else uses the time.",
            ),
        ),
        Parameter::NoShowPercent => line(
            "Charge for not coming",
            "The share of the fee that is charged where somebody does not come and says nothing.",
            Either(
                "If you do not come and say nothing, {} of the fee is charged.",
                "If you do not come and say nothing, no fee is charged.",
            ),
        ),
        Parameter::NoShowLimit => line(
            "Limit of not coming",
            "How often somebody may fail to come before use is suspended. 0 is never suspended.",
            Either(
                "Use is suspended after not coming this often: {}.",
                "Use is not suspended for not coming.",
            ),
        ),
        Parameter::SuspensionDays => line(
            "Length of a suspension",
            "How many days a suspension lasts.",
            Either("A suspension lasts {}.", "There are no suspensions."),
        ),
        Parameter::AutoReleaseMinutes => line(
            "Release of what nobody begins",
            "How many minutes after the start the time is given to others if nobody began the use, which then counts as not coming. 0 is never.",
            Either(
                "If nobody begins the use within {}, the time is given to others.",
                "The time stays booked even if nobody begins the use.",
            ),
        ),
        Parameter::FailureCreditUnitMinutes => line(
            "Unit of reductions for failures",
            "The unit, in minutes, in which time lost to a failure is deducted.",
            Either(
                "Time lost to a failure is deducted in units of {}.",
                "Time lost to a failure is not deducted.",
            ),
        ),
        Parameter::FailureCreditDropBelowMinutes => line(
            "Rounding down of reductions",
            "Rests shorter than this many minutes are not deducted.",
            Either(
                "Rests shorter than {} are not deducted after a failure.",
                "Rests are always deducted after a failure.",
            ),
        ),
        Parameter::RebookPriorityDays => line(
            "Priority after a failure",
            "For how many days those who lost their time to a failure book first.",
            Either(
                "If you lose your time to a failure, you have priority for {}.",
                "There is no priority after a failure.",
            ),
        ),
        // reports, results, safety
        Parameter::UseLogDueDays => line(
            "Deadline of the use log",
            "Within how many days after use the log must be filled in.",
            Either(
                "Fill in the use log within {} after your use.",
                "Fill in the use log on the day of your use.",
            ),
        ),
        Parameter::ResultReportDueDays => line(
            "Deadline of the result report",
            "Within how many days after use the result report is due.",
            Either(
                "The result report is due within {} after your use.",
                "The result report is due on the day of your use.",
            ),
        ),
        Parameter::BlockNewIfReportOverdue => line(
            "No new bookings while reports are overdue",
            "Choose whether people with overdue reports may send new requests.",
            Either(
                "You can't send new requests while a report is overdue.",
                "You may send new requests while a report is overdue.",
            ),
        ),
        Parameter::DisclosureClasses => line(
            "Disclosure of results",
            "Choose every class of disclosure that requests may name.",
            Either(
                "Classes of disclosure to choose from: {}.",
                "There is no class of disclosure to choose.",
            ),
        ),
        Parameter::EmbargoMostYears => line(
            "Longest embargo",
            "For how many years, at most, results may be kept back. 0 is not at all.",
            Either(
                "Results may be kept back for at most {}.",
                "Results can't be kept back.",
            ),
        ),
        Parameter::AcknowledgementJa => line(
            "Acknowledgement (Japanese)",
            "A model acknowledgement for papers in Japanese, up to 1,000 characters.",
            Either(
                "Acknowledge the use in Japanese papers with: {}",
                "There is no model acknowledgement in Japanese.",
            ),
        ),
        Parameter::AcknowledgementEn => line(
            "Acknowledgement (English)",
            "A model acknowledgement for papers in English, up to 1,000 characters.",
            Either(
                "Acknowledge the use in papers with: {}",
                "There is no model acknowledgement in English.",
            ),
        ),
        Parameter::PublicationDueMonths => line(
            "Deadline for registering papers",
            "Within how many months after use papers must be registered.",
            Either(
                "Register papers within {} after your use.",
                "There is no deadline for registering papers.",
            ),
        ),
        Parameter::DataRetentionDays => line(
            "Data kept on the instrument",
            "How many days data stay on the instrument after use.",
            Either(
                "Data stay on the instrument for {} after your use; later they may be deleted.",
                "Data do not stay on the instrument; take them with you on the day.",
            ),
        ),
        Parameter::IntellectualPropertyClause => line(
            "Clause on intellectual property",
            "How intellectual property is treated, in up to 1,000 characters.",
            Either(
                "Intellectual property: {}",
                "There is no special clause on intellectual property.",
            ),
        ),
        Parameter::ConfidentialityClause => line(
            "Clause on confidentiality",
            "How confidential information is treated, in up to 1,000 characters.",
            Either(
                "Confidentiality: {}",
                "There is no special clause on confidentiality.",
            ),
        ),
        Parameter::BslMost => line(
            "Highest BSL brought in",
            "Choose the highest biosafety level of pathogens that may be brought in.",
            ByCode(&[
                ("none", "No pathogens may be brought in."),
                ("bsl1", "Only pathogens of BSL1 may be brought in."),
                ("bsl2", "Pathogens up to BSL2 may be brought in."),
                ("bsl3", "Pathogens up to BSL3 may be brought in."),
            ]),
        ),
        Parameter::LmoLevelMost => line(
            "Highest containment level",
            "Choose the highest containment level for living modified organisms.",
            ByCode(&[
                ("none", "No living modified organisms may be brought in."),
                (
                    "p1",
                    "Living modified organisms up to P1 may be brought in.",
                ),
                (
                    "p1a",
                    "Living modified organisms up to P1A may be brought in.",
                ),
                (
                    "p2",
                    "Living modified organisms up to P2 may be brought in.",
                ),
                (
                    "p2a",
                    "Living modified organisms up to P2A may be brought in.",
                ),
                (
                    "p3",
                    "Living modified organisms up to P3 may be brought in.",
                ),
                (
                    "p3a",
                    "Living modified organisms up to P3A may be brought in.",
                ),
            ]),
        ),
        Parameter::RadioisotopesAllowed => line(
            "Radioisotopes",
            "Choose whether radioisotopes may be brought in.",
            Either(
                "Radioisotopes may be brought in.",
                "Radioisotopes can't be brought in.",
            ),
        ),
        Parameter::AnimalsAllowed => line(
            "Animals",
            "Choose whether animals may be brought in.",
            Either("Animals may be brought in.", "Animals can't be brought in."),
        ),
        Parameter::HumanSamplesAllowed => line(
            "Human samples",
            "Choose whether samples of human origin may be brought in.",
            Either(
                "Human samples may be brought in.",
                "Human samples can't be brought in.",
            ),
        ),
        Parameter::ChemicalsDeclaration => line(
            "Declaration of chemicals",
            "Choose what is asked for about chemicals brought in.",
            ByCode(&[
                ("none", "Chemicals brought in need no declaration."),
                ("list", "Send a list of the chemicals that you bring in."),
                (
                    "sds",
                    "Send a list of the chemicals that you bring in, with their safety data sheets (SDS).",
                ),
            ]),
        ),
        Parameter::PersonalInfoPurposes => line(
            "Purposes of personal information",
            "Choose every purpose for which personal information is used.",
            Either(
                "Personal information is used for: {}.",
                "Personal information is not used.",
            ),
        ),
    }
}
