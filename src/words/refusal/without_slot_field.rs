//! The names of fields, as their labels say them: requests without a slot, and outside allocations.

use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::refusal::service_field::ServiceField;

/// The fields of requests without a slot, in Japanese and in English.
pub(super) const fn service(field: ServiceField) -> (&'static str, &'static str) {
    match field {
        ServiceField::Items => ("必要な試料・データ", "Samples and data"),
        ServiceField::WantedOn => ("提供希望日", "Desired delivery date"),
        ServiceField::Responsible => ("利用責任者", "Responsible person"),
        ServiceField::Ethics => ("倫理審査", "Ethics review"),
        ServiceField::EthicsNumber => ("倫理審査の承認番号", "Number of the ethics approval"),
        ServiceField::EthicsUntil => ("倫理審査の承認の終了日", "Last day of the ethics approval"),
        ServiceField::Amounts => ("数量", "Quantities"),
        ServiceField::Conditions => ("条件", "Conditions"),
        ServiceField::DecidedOn => ("決定日", "Day of the decision"),
        ServiceField::DecisionNumber => ("決定番号", "Number of the decision"),
        ServiceField::ContractNumber => ("契約番号", "Number of the contract"),
        ServiceField::SignedByProvider => ("提供機関の署名日", "Day the provider signed"),
        ServiceField::SignedByRecipient => ("利用機関の署名日", "Day the recipient signed"),
        ServiceField::Payment => ("支払い", "Payment"),
        ServiceField::DeliveredOn => ("提供日", "Day of delivery"),
        ServiceField::ReceivedOn => ("受領日", "Day of receipt"),
        ServiceField::AccessUntil => ("利用期間の終了日", "Last day of access"),
        ServiceField::Report => ("経過報告", "Progress report"),
        ServiceField::FinalReport => ("終了報告", "Final report"),
        ServiceField::DisposedOn => ("廃棄した日", "Day of disposal"),
        ServiceField::Disposal => ("廃棄の方法", "How it was disposed of"),
    }
}

/// The fields of outside allocations, in Japanese and in English.
pub(super) const fn outside(field: OutsideField) -> (&'static str, &'static str) {
    match field {
        OutsideField::Resource => ("機器・設備", "Resource"),
        OutsideField::Proposal => ("課題番号", "Proposal number"),
        OutsideField::HolderName => ("利用者の氏名", "Name of the user"),
        OutsideField::HolderInstitution => ("利用者の所属機関", "Institution of the user"),
        OutsideField::Granted => ("配分量", "Allocated amount"),
        OutsideField::AmountUnit => ("配分の単位", "Unit of the allocation"),
        OutsideField::StartsOn => ("開始日", "First day"),
        OutsideField::Used => ("これまでの利用量", "Used so far"),
        OutsideField::SpanFrom => ("配分時間の開始", "Start of the occupied time"),
        OutsideField::SpanUntil => ("配分時間の終了", "End of the occupied time"),
    }
}
