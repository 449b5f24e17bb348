//! Events: the witness that each deed leaves in the ledger, with the letters it causes.

use std::collections::BTreeMap;

use crate::domain::id::{BookingId, ServiceId, UserId};
use crate::domain::letter::Envelope;

macro_rules! kinds {
    ($($name:ident = $code:literal;)+) => {
        /// What happened.
        #[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
        pub enum Kind {
            $($name,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code kept in the ledger.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

kinds! {
    BookingRequested = "booking.requested";
    BookingResent = "booking.resent";
    BookingEndorsed = "booking.endorsed";
    BookingApproved = "booking.approved";
    BookingApprovedConditionally = "booking.approved_with_conditions";
    ConditionsAccepted = "booking.conditions_accepted";
    BookingReturned = "booking.returned";
    BookingRejected = "booking.rejected";
    BookingWithdrawn = "booking.withdrawn";
    BookingCancelled = "booking.cancelled";
    BookingCalledOff = "booking.called_off";
    SetComplete = "booking.set_complete";
    SetDissolved = "booking.set_dissolved";
    BookingChanged = "booking.changed";
    BookingMoved = "booking.moved";
    BookingPassedOver = "booking.passed_over";
    AttendantNamed = "booking.attendant_named";
    BookingsSwapped = "booking.swapped";
    ChangeAsked = "booking.change_asked";
    ChangeGranted = "booking.change_granted";
    ChangeRefused = "booking.change_refused";
    ChangeWithdrawn = "booking.change_withdrawn";
    ChangeAgreed = "booking.change_agreed";
    ChangeFell = "booking.change_fell";
    ChangeLapsed = "booking.change_lapsed";
    BookingExpired = "booking.expired";
    BookingHeld = "booking.held";
    BookingReleased = "booking.released";
    BookingResumed = "booking.resumed";
    UseBegun = "use.begun";
    UseEnded = "use.ended";
    UseOverran = "use.overran";
    UseLogged = "use.logged";
    ResultReported = "use.result_reported";
    NoShowMarked = "no_show.marked";
    NoShowAppealed = "no_show.appealed";
    NoShowUpheld = "no_show.upheld";
    NoShowExcused = "no_show.excused";
    HoldChanged = "booking.hold_changed";
    BookingLimited = "booking.limited";
    GateEntered = "gate.entered";
    GateWithdrawn = "gate.withdrawn";
    GateRuled = "gate.ruled";
    GateAsked = "gate.asked";
    GateRead = "gate.read";
    WaiverAsked = "waiver.asked";
    WaiverGranted = "waiver.granted";
    WaiverDeclined = "waiver.declined";
    WaiverRevoked = "waiver.revoked";
    RuleAgreed = "rule.agreed";
    RulePublished = "rule.published";
    RuleRecalled = "rule.recalled";
    RuleDraftStarted = "rule_draft.started";
    RuleDraftEdited = "rule_draft.edited";
    RuleDraftDiscarded = "rule_draft.discarded";
    CatalogueLoaded = "catalogue.loaded";
    ResourcePublished = "resource.published";
    UserRegistered = "user.registered";
    UserVerified = "user.verified";
    UserInvited = "user.invited";
    RoleGranted = "role.granted";
    RoleRevoked = "role.revoked";
    PasswordResetAsked = "password.reset_asked";
    PasswordChanged = "password.changed";
    SignedIn = "session.signed_in";
    SignInFailed = "session.sign_in_failed";
    SignedOut = "session.signed_out";
    WorldSeeded = "world.seeded";
    CourseOpened = "course.opened";
    CourseRetired = "course.retired";
    TrainingSet = "training.set";
    TrainingCalledOff = "training.called_off";
    TrainingEnrolled = "training.enrolled";
    TrainingLeft = "training.left";
    TrainingCompleted = "training.completed";
    TrainingMissed = "training.missed";
    EquivalencePublished = "equivalence.published";
    EquivalenceRevoked = "equivalence.revoked";
    DeskGranted = "desk.granted";
    DeskRevoked = "desk.revoked";
    UserChanged = "user.changed";
    ReminderSent = "reminder.sent";
    ServiceInquired = "service.inquired";
    ServiceAnswered = "service.answered";
    ServiceApplied = "service.applied";
    ServiceResent = "service.resent";
    ServiceScreened = "service.screened";
    ServiceReturned = "service.returned";
    ServiceGranted = "service.granted";
    ServiceGrantedInPart = "service.granted_in_part";
    ServiceAccepted = "service.accepted";
    ServiceDeclined = "service.declined";
    ServiceRejected = "service.rejected";
    ServiceWithdrawn = "service.withdrawn";
    ServiceCalledOff = "service.called_off";
    ServiceEthicsExtended = "service.ethics_extended";
    ServiceSignatureNoted = "service.signature_noted";
    ServiceSigned = "service.signed";
    ServiceSettled = "service.settled";
    ServiceDelivered = "service.delivered";
    ServiceAccessGranted = "service.access_granted";
    ServiceReceived = "service.received";
    ServiceReportAsked = "service.report_asked";
    ServiceReported = "service.reported";
    ServiceRenewed = "service.renewed";
    ServiceFinished = "service.finished";
    ServiceDisposed = "service.disposed";
    ServiceClosed = "service.closed";
    ServiceExpired = "service.expired";
    ServiceReminded = "service.reminded";
    PinSet = "pin.set";
    PinRemoved = "pin.removed";
    PinFailed = "pin.failed";
    DraftKept = "draft.kept";
    DraftDropped = "draft.dropped";
    OutsideRecorded = "outside.recorded";
    OutsideCorrected = "outside.corrected";
    OutsideEnded = "outside.ended";
    OutsideTimeTaken = "outside.time_taken";
    OutsideTimeFreed = "outside.time_freed";
    HolidaysKept = "holiday.kept";
    HolidaysForgotten = "holiday.forgotten";
    HolidayCorrected = "holiday.corrected";
    HolidayRestored = "holiday.restored";
    ClosedDaysSet = "closed_day.set";
    ClosedDayRemoved = "closed_day.removed";
    OutageBegun = "outage.begun";
    OutageChanged = "outage.changed";
    OutageEnded = "outage.ended";
    OutageDropped = "outage.dropped";
    OutageBlamed = "outage.blamed";
    FeeWaived = "cancellation.fee_waived";
    UseInterrupted = "use.interrupted";
    CreditWithdrawn = "use.credit_withdrawn";
    BookingReinstated = "booking.reinstated";
    WaitJoined = "waitlist.joined";
    WaitLeft = "waitlist.left";
    SlotOffered = "offer.made";
    SlotTold = "waitlist.told";
    OfferDeclined = "offer.declined";
    OfferLapsed = "offer.lapsed";
    FeedOpened = "feed.opened";
    FeedClosed = "feed.closed";
    AttendantAdded = "attendant.added";
    AttendantChanged = "attendant.changed";
    AttendantLeft = "attendant.left";
    AttendantAbsent = "attendant.absent";
    AbsenceRemoved = "attendant.absence_removed";
    NeedAdded = "resource.need_added";
    NeedRemoved = "resource.need_removed";
    CompanionAdded = "resource.companion_added";
    CompanionRemoved = "resource.companion_removed";
}

impl Kind {
    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// One deed's witness.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    pub kind: Kind,
    pub booking: Option<BookingId>,
    /// The request without a slot that it is about.
    pub service: Option<ServiceId>,
    /// The person it is about, where it is about one.
    pub user: Option<UserId>,
    /// Further facts by name, for the history and the audit; never secrets.
    pub facts: BTreeMap<&'static str, String>,
    /// Who is told, and what.
    pub letters: Vec<Envelope>,
    /// What the same deed did to other bookings, each with its own line.
    pub also: Vec<Event>,
}

impl Event {
    /// An event of the house as a whole.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            booking: None,
            service: None,
            user: None,
            facts: BTreeMap::new(),
            letters: Vec::new(),
            also: Vec::new(),
        }
    }

    /// An event about a person.
    #[must_use]
    pub const fn about_user(kind: Kind, user: UserId, letters: Vec<Envelope>) -> Self {
        Self {
            kind,
            booking: None,
            service: None,
            user: Some(user),
            facts: BTreeMap::new(),
            letters,
            also: Vec::new(),
        }
    }

    /// An event about a booking.
    #[must_use]
    pub const fn about_booking(kind: Kind, booking: BookingId, letters: Vec<Envelope>) -> Self {
        Self {
            kind,
            booking: Some(booking),
            service: None,
            user: None,
            facts: BTreeMap::new(),
            letters,
            also: Vec::new(),
        }
    }

    /// An event about a request without a slot.
    #[must_use]
    pub const fn about_service(kind: Kind, service: ServiceId, letters: Vec<Envelope>) -> Self {
        Self {
            kind,
            booking: None,
            service: Some(service),
            user: None,
            facts: BTreeMap::new(),
            letters,
            also: Vec::new(),
        }
    }

    /// The same event, with what the deed did besides.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.also.push(other);
        self
    }

    /// The same event with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.insert(name, value.to_string());
        self
    }
}
