//! The fields of requests without a slot, and of what is decided on them.

/// The fields of requests without a slot, and of what is decided on them.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum ServiceField {
    Items,
    WantedOn,
    Responsible,
    Ethics,
    EthicsNumber,
    EthicsUntil,
    Amounts,
    Conditions,
    DecidedOn,
    DecisionNumber,
    ContractNumber,
    SignedByProvider,
    SignedByRecipient,
    Payment,
    DeliveredOn,
    ReceivedOn,
    AccessUntil,
    Report,
    FinalReport,
    DisposedOn,
    Disposal,
}

impl ServiceField {
    /// Every field.
    pub const ALL: &'static [Self] = &[
        Self::Items,
        Self::WantedOn,
        Self::Responsible,
        Self::Ethics,
        Self::EthicsNumber,
        Self::EthicsUntil,
        Self::Amounts,
        Self::Conditions,
        Self::DecidedOn,
        Self::DecisionNumber,
        Self::ContractNumber,
        Self::SignedByProvider,
        Self::SignedByRecipient,
        Self::Payment,
        Self::DeliveredOn,
        Self::ReceivedOn,
        Self::AccessUntil,
        Self::Report,
        Self::FinalReport,
        Self::DisposedOn,
        Self::Disposal,
    ];

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::WantedOn => "wanted_on",
            Self::Responsible => "responsible",
            Self::Ethics => "ethics",
            Self::EthicsNumber => "ethics_number",
            Self::EthicsUntil => "ethics_until",
            Self::Amounts => "amounts",
            Self::Conditions => "conditions",
            Self::DecidedOn => "decided_on",
            Self::DecisionNumber => "decision_number",
            Self::ContractNumber => "contract_number",
            Self::SignedByProvider => "signed_by_provider",
            Self::SignedByRecipient => "signed_by_recipient",
            Self::Payment => "payment",
            Self::DeliveredOn => "delivered_on",
            Self::ReceivedOn => "received_on",
            Self::AccessUntil => "access_until",
            Self::Report => "report",
            Self::FinalReport => "final_report",
            Self::DisposedOn => "disposed_on",
            Self::Disposal => "disposal",
        }
    }

    /// Whether it is chosen from a list or a calendar rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::WantedOn
                | Self::Ethics
                | Self::EthicsUntil
                | Self::DecidedOn
                | Self::SignedByProvider
                | Self::SignedByRecipient
                | Self::Payment
                | Self::DeliveredOn
                | Self::ReceivedOn
                | Self::AccessUntil
                | Self::DisposedOn
        )
    }
}
