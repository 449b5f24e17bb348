//! Where a request without a slot stands (domain dossier §3.5, the second life cycle).

/// Where a request stands. Drafts are not among these: they are forms that were put aside.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// 相談中: a question before the application; the facility answers.
    Inquiry,
    /// 申込み待ち: the question was answered; the applicant completes and sends.
    Application,
    /// 受付審査中
    Screening,
    /// 審査委員会で審査中
    Committee,
    /// 差戻し: to be corrected and sent again.
    Returned,
    /// 条件付き承認: less or otherwise than asked; the applicant accepts or declines.
    Conditional,
    /// 契約手続き中
    Contract,
    /// 支払いの確認中
    Payment,
    /// 提供準備中
    Preparing,
    /// 発送済み: the receipt is still to be confirmed.
    Delivered,
    /// 利用権付与: the same of data, which nobody ships.
    Granted,
    /// 利用中
    InUse,
    /// 経過報告待ち
    ProgressReport,
    /// 終了: nothing is left.
    Finished,
    /// 廃棄済み: the rest was disposed of and reported.
    Disposed,
    /// 不承認
    Rejected,
    /// 取下げ
    Withdrawn,
    /// 辞退, after a grant that was not the one asked for.
    Declined,
    /// 提供の取りやめ, by the facility.
    CalledOff,
    /// 期限切れ: the applicant did not act in time.
    Expired,
}
codes!(State {
    Inquiry = "inquiry",
    Application = "application",
    Screening = "screening",
    Committee = "committee",
    Returned = "returned",
    Conditional = "conditional",
    Contract = "contract",
    Payment = "payment",
    Preparing = "preparing",
    Delivered = "delivered",
    Granted = "granted",
    InUse = "in_use",
    ProgressReport = "progress_report",
    Finished = "finished",
    Disposed = "disposed",
    Rejected = "rejected",
    Withdrawn = "withdrawn",
    Declined = "declined",
    CalledOff = "called_off",
    Expired = "expired",
});

/// Who acts next.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Turn {
    Facility,
    Applicant,
    Nobody,
}

impl State {
    /// Whether nothing happens to it any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::Finished
                | Self::Disposed
                | Self::Rejected
                | Self::Withdrawn
                | Self::Declined
                | Self::CalledOff
                | Self::Expired
        )
    }

    /// Whether what was asked for is with the applicant, or was.
    #[must_use]
    pub const fn is_provided(self) -> bool {
        matches!(
            self,
            Self::Delivered
                | Self::Granted
                | Self::InUse
                | Self::ProgressReport
                | Self::Finished
                | Self::Disposed
        )
    }

    /// Whether a decision to provide was made and not undone.
    #[must_use]
    pub const fn is_granted(self) -> bool {
        matches!(self, Self::Contract | Self::Payment | Self::Preparing) || self.is_provided()
    }

    /// Who acts next.
    #[must_use]
    pub const fn turn(self) -> Turn {
        match self {
            Self::Inquiry
            | Self::Screening
            | Self::Committee
            | Self::Contract
            | Self::Payment
            | Self::Preparing => Turn::Facility,
            Self::Application
            | Self::Returned
            | Self::Conditional
            | Self::Delivered
            | Self::Granted
            | Self::InUse
            | Self::ProgressReport => Turn::Applicant,
            Self::Finished
            | Self::Disposed
            | Self::Rejected
            | Self::Withdrawn
            | Self::Declined
            | Self::CalledOff
            | Self::Expired => Turn::Nobody,
        }
    }

    /// Whether it lapses when the applicant does not act in time.
    #[must_use]
    pub const fn lapses(self) -> bool {
        matches!(self, Self::Application | Self::Returned | Self::Conditional)
    }
}
