//! 規則のパラメーター: every parameter of a usage rule that the machine knows, as one table.
//!
//! A parameter is one entry of the table below and one sentence in `words/parameter`; forms, differences,
//! inheritance, validation and citations follow from these two. Values stand in force through
//! [`terms::Terms`], which says from which level and article each of them comes.

pub mod check;
pub mod clash;
pub mod entry;
pub mod kind;
#[cfg(test)]
pub mod sample;
pub mod setting;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod value;

use std::sync::LazyLock;

use crate::domain::gate;
use crate::domain::parameter::entry::{Entry, Group};
use crate::domain::parameter::kind::{Kind, Tight, Unit, Waiver};
use crate::domain::parameter::value::Value;

const fn number(unit: Unit, least: i64, most: i64) -> Kind {
    Kind::Number { unit, least, most }
}

macro_rules! table {
    ($($group:ident { $($(#[$doc:meta])* $name:ident $code:literal = $kind:expr, $default:literal, $tight:ident, $waiver:ident;)+ })+) => {
        /// A parameter of a usage rule.
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Parameter {
            $($($(#[$doc])* $name,)+)+
        }

        impl Parameter {
            /// Every parameter, by group and in the order of pages.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)+)+];

            /// What is known of it.
            #[must_use]
            pub const fn entry(self) -> Entry {
                match self {
                    $($(Self::$name => Entry {
                        code: $code,
                        group: Group::$group,
                        kind: $kind,
                        default: $default,
                        tight: Tight::$tight,
                        waiver: Waiver::$waiver,
                    },)+)+
                }
            }
        }
    };
}

// name "code" = kind, "default", which value is stricter, who may waive it;
table! {
    Eligibility {
        /// 利用できる機関の区分
        EligibleOrgClasses "eligible_org_classes" = Kind::Some(&["own", "inhouse", "university", "public", "company", "overseas"]), "own,inhouse,university,public,company,overseas", Fewer, InstitutionOfficer;
        /// 利用できる身分
        EligiblePositions "eligible_positions" = Kind::Some(&["staff", "researcher", "student"]), "staff,researcher,student", Fewer, FacilityManager;
        /// 学生の利用責任者
        StudentCanBeLeader "student_can_be_leader" = Kind::Flag, "yes", No, FacilityManager;
        /// 利用者登録
        RegistrationRequired "registration_required" = Kind::Flag, "no", Yes, FacilityManager;
        /// 登録の有効期限
        RegistrationValidUntil "registration_valid_until" = Kind::OneOf(&["fiscal_year_end", "one_year", "unlimited"]), "fiscal_year_end", Earlier, Nobody;
        /// 利用責任者
        ResponsiblePersonRequired "responsible_person_required" = Kind::Flag, "no", Yes, FacilityManager;
        /// 同意の単位
        RuleConsentScope "rule_consent_scope" = Kind::OneOf(&["person_facility_version"]), "person_facility_version", Neither, Nobody;
        /// 改正後の再同意猶予
        RuleReconsentGraceDays "rule_reconsent_grace_days" = number(Unit::Days, 0, 366), "30", Less, Nobody;
        /// 再同意の締切（利用日の何営業日前）
        RuleReconsentDueBusinessDays "rule_reconsent_due_business_days" = number(Unit::BusinessDays, 0, 60), "3", More, Nobody;
        /// 所属機関の誓約書
        OrgPledgeRequired "org_pledge_required" = Kind::OneOf(&["never", "first", "yearly", "each"]), "never", Later, InstitutionOfficer;
        /// 反社会的勢力でないことの表明
        AntisocialDeclaration "antisocial_declaration" = Kind::Flag, "no", Yes, Nobody;
    }
    Time {
        /// 予約単位
        SlotMinutes "slot_minutes" = number(Unit::Minutes, 1, 43200), "60", Neither, Nobody;
        /// 単位の起点
        SlotOrigin "slot_origin" = Kind::TimeOfDay, "00:00", Neither, Nobody;
        /// 最短
        MinMinutes "min_minutes" = number(Unit::Minutes, 0, 43200), "0", More, FacilityManager;
        /// 最長
        MaxMinutes "max_minutes" = number(Unit::Minutes, 1, 43200), "43200", Less, FacilityManager;
        /// 連続利用の上限
        MaxConsecutiveDays "max_consecutive_days" = number(Unit::Days, 0, 31), "0", Cap, FacilityManager;
        /// 申請期限（何営業日前）
        LeadBusinessDays "lead_business_days" = number(Unit::BusinessDays, 0, 400), "0", More, FacilityManager;
        /// 初回利用の申請期限
        LeadFirstUseBusinessDays "lead_first_use_business_days" = number(Unit::BusinessDays, 0, 400), "0", More, FacilityManager;
        /// 予約できる先の日数
        HorizonDays "horizon_days" = number(Unit::Days, 0, 731), "90", Less, FacilityManager;
        /// 予約枠の公開
        HorizonRelease "horizon_release" = Kind::OneOf(&["rolling", "monthly", "half_yearly"]), "rolling", Neither, Nobody;
        /// 利用可能時間帯
        OpenWindows "open_windows" = Kind::Windows, "", Neither, FacilityManager;
        /// 時間外利用
        AfterHoursPolicy "after_hours_policy" = Kind::OneOf(&["none", "on_request", "licensed"]), "none", Earlier, Nobody;
        /// 休前日の夜間利用
        OvernightBeforeClosedDay "overnight_before_closed_day" = Kind::Flag, "yes", No, FacilityManager;
        /// 休業日
        ClosedCalendars "closed_calendars" = Kind::Some(&["weekend", "national_holiday", "year_end", "facility"]), "weekend,national_holiday,year_end,facility", Wider, Nobody;
        /// 年末年始
        YearEndClosure "nenmatsu_nenshi" = Kind::Season, "12-29..01-03", Neither, Nobody;
        /// 準備時間
        BufferBefore "buffer_before_minutes" = number(Unit::Minutes, 0, 1440), "0", More, Nobody;
        /// 洗浄・後片付けの時間
        BufferAfter "buffer_after_minutes" = number(Unit::Minutes, 0, 1440), "0", More, Nobody;
        /// 同時予約数（1人）
        MaxOpenBookingsPerUser "max_open_bookings_per_user" = number(Unit::Times, 0, 1000), "0", Cap, FacilityManager;
        /// 同時予約数（1課題）
        MaxOpenBookingsPerProject "max_open_bookings_per_project" = number(Unit::Times, 0, 1000), "0", Cap, FacilityManager;
        /// 利用上限（月）
        QuotaHoursPerMonth "quota_hours_per_month" = number(Unit::Hours, 0, 744), "0", Cap, FacilityManager;
        /// 利用上限（年度）
        QuotaHoursPerFiscalYear "quota_hours_per_fy" = number(Unit::Hours, 0, 8784), "0", Cap, FacilityManager;
        /// 自機関優先枠
        OwnUseReservedShare "own_use_reserved_share" = number(Unit::Percent, 0, 100), "0", Neither, Nobody;
        /// 優先順位
        PriorityRule "priority_rule" = Kind::OneOf(&["first_come", "manager_decides", "committee", "lottery"]), "first_come", Neither, Nobody;
        /// キャンセル待ち
        AllowWaitlist "allow_waitlist" = Kind::Flag, "yes", Neither, Nobody;
        /// 定期予約
        AllowRecurring "allow_recurring" = Kind::OneOf(&["no", "own", "yes"]), "own", Earlier, Nobody;
        /// 仮予約の保持
        ProvisionalHoldHours "provisional_hold_hours" = number(Unit::Hours, 0, 744), "72", Less, Nobody;
        /// 支援形態
        SupportModes "support_modes" = Kind::Some(&["self", "assisted", "proxy"]), "self,assisted,proxy", Fewer, FacilityManager;
        /// 立会者の予定が必要な支援形態
        AttendantCalendar "attendant_calendar" = Kind::Some(&["assisted", "proxy"]), "", Wider, Nobody;
    }
    Approval {
        /// 承認の順序
        ApprovalChain "approval_chain" = Kind::OneOf(&["light", "standard", "institution", "committee", "call"]), "light", Later, Nobody;
        /// 自動承認の条件
        AutoApproveIf "auto_approve_if" = Kind::OneOf(&["never", "licensed_repeat"]), "never", Earlier, Nobody;
        /// 自動承認の最長
        AutoApproveMaxMinutes "auto_approve_max_minutes" = number(Unit::Minutes, 0, 43200), "240", Less, Nobody;
        /// 承認の期限
        ApprovalDueBusinessDays "approval_due_business_days" = number(Unit::BusinessDays, 0, 60), "3", Less, Nobody;
        /// 督促
        RemindAfterBusinessDays "remind_after_business_days" = number(Unit::BusinessDays, 0, 60), "2", Less, Nobody;
        /// 代理・上位への移行
        EscalateAfterBusinessDays "escalate_after_business_days" = number(Unit::BusinessDays, 0, 60), "3", Less, Nobody;
        /// 自己承認
        SelfApproval "self_approval" = Kind::Flag, "no", No, Nobody;
        /// 変更の承認
        ChangeApproval "change_approval" = Kind::OneOf(&["never", "time", "always"]), "time", Later, Nobody;
        /// 条件付き承認
        ConditionsAllowed "conditions_allowed" = Kind::Flag, "yes", No, Nobody;
        /// 不承認理由
        RejectReasonRequired "reject_reason_required" = Kind::Flag, "yes", Yes, Nobody;
    }
    Gate {
        /// 講習・ライセンス
        TrainingRequired "training_required" = Kind::Codes, "", Wider, FacilityManager;
        /// ライセンスの有効期間
        LicenceValidMonths "licence_valid_months" = number(Unit::Months, 1, 120), "12", Less, Nobody;
        /// 未使用による失効
        LicenceLapseUnusedMonths "licence_lapse_unused_months" = number(Unit::Months, 0, 120), "0", Cap, FacilityManager;
        /// 立会いによる初回利用の回数
        SupervisedFirstSessions "supervised_first_sessions" = number(Unit::Times, 0, 20), "0", More, FacilityManager;
        /// 必要な確認
        Gates "gates" = Kind::Some(gate::CODES), "", Wider, FacilityManager;
        /// 申請の送信に先立って必要な確認
        GatesBeforeSending "gates_before_sending" = Kind::Some(gate::CODES), "", Wider, FacilityManager;
        /// 判定日
        GateTestedOn "gate_tested_on" = Kind::OneOf(&["request", "use_start", "use_end"]), "use_end", Later, Nobody;
        /// 期限の予告
        GateExpiryWarningDays "gate_expiry_warning_days" = Kind::Numbers, "60,30,7", Neither, Nobody;
        /// 確認に要する営業日
        GateOfficeBusinessDays "gate_office_business_days" = number(Unit::BusinessDays, 0, 120), "5", Neither, Nobody;
        /// 輸出管理の確認
        ExportCheck "export_check" = Kind::OneOf(&["none", "self_declaration", "office_decision"]), "self_declaration", Later, Nobody;
    }
    Cancellation {
        /// 無料取消の期限
        CancelFreeBusinessDays "cancel_free_business_days" = number(Unit::BusinessDays, 0, 400), "1", More, Nobody;
        /// 取消料
        CancelTiers "cancel_tiers" = Kind::Tiers, "", Neither, Nobody;
        /// 期限日の時刻
        CancelCutoffTime "cancel_cutoff_time" = Kind::TimeOfDay, "17:00", Neither, Nobody;
        /// 取消料の消費税
        CancelFeeTaxCategory "cancel_fee_tax_category" = Kind::OneOf(&["out_of_scope", "taxable_10", "exempt"]), "out_of_scope", Neither, Nobody;
        /// 再利用された枠の取消料の免除
        WaiveFeeIfReused "waive_fee_if_reused" = Kind::Flag, "no", Neither, Nobody;
        /// 無断不使用
        NoShowPercent "no_show_percent" = number(Unit::Percent, 0, 100), "0", More, Nobody;
        /// 無断不使用の限度
        NoShowLimit "no_show_limit" = number(Unit::Times, 0, 100), "0", Cap, Nobody;
        /// 利用停止の日数
        SuspensionDays "suspension_days" = number(Unit::Days, 0, 366), "0", More, Nobody;
        /// 利用開始のない予約の開放
        AutoReleaseMinutes "auto_release_minutes" = number(Unit::Minutes, 0, 1440), "0", Cap, Nobody;
        /// 故障時の減額単位
        FailureCreditUnitMinutes "failure_credit_unit_minutes" = number(Unit::Minutes, 1, 1440), "60", Neither, Nobody;
        /// 故障時の切捨て
        FailureCreditDropBelowMinutes "failure_credit_drop_below_minutes" = number(Unit::Minutes, 0, 1440), "30", Neither, Nobody;
        /// 振替の優先期間
        RebookPriorityDays "rebook_priority_days" = number(Unit::Days, 0, 366), "30", Neither, Nobody;
    }
    Report {
        /// 利用報告（実績入力）の期限
        UseLogDueDays "use_log_due_days" = number(Unit::Days, 0, 366), "3", Less, Nobody;
        /// 利用報告書の期限
        ResultReportDueDays "result_report_due_days" = number(Unit::Days, 0, 1098), "60", Less, Nobody;
        /// 未提出者の予約停止
        BlockNewIfReportOverdue "block_new_if_report_overdue" = Kind::Flag, "no", Yes, FacilityManager;
        /// 成果の公開区分
        DisclosureClasses "disclosure_class" = Kind::Some(&["public", "proprietary"]), "public,proprietary", Fewer, FacilityManager;
        /// 公開の猶予（最長）
        EmbargoMostYears "embargo_most_years" = number(Unit::Years, 0, 10), "2", Less, FacilityManager;
        /// 謝辞文例（日本語）
        AcknowledgementJa "acknowledgement_ja" = Kind::Text, "", Neither, Nobody;
        /// 謝辞文例（英語）
        AcknowledgementEn "acknowledgement_en" = Kind::Text, "", Neither, Nobody;
        /// 論文登録の期限
        PublicationDueMonths "publication_due_months" = number(Unit::Months, 0, 120), "36", Less, Nobody;
        /// 装置内データの保存
        DataRetentionDays "data_retention_days" = number(Unit::Days, 0, 3660), "30", Neither, Nobody;
        /// 知的財産の条項
        IntellectualPropertyClause "ip_clause" = Kind::Text, "", Neither, Nobody;
        /// 秘密保持の条項
        ConfidentialityClause "confidentiality_clause" = Kind::Text, "", Neither, Nobody;
        /// 持込みできるBSL
        BslMost "bsl_max" = Kind::OneOf(&["none", "bsl1", "bsl2", "bsl3"]), "bsl2", Earlier, InstitutionOfficer;
        /// 拡散防止措置
        LmoLevelMost "lmo_level_max" = Kind::OneOf(&["none", "p1", "p1a", "p2", "p2a", "p3", "p3a"]), "none", Earlier, InstitutionOfficer;
        /// 放射性同位元素
        RadioisotopesAllowed "ri_allowed" = Kind::Flag, "no", No, InstitutionOfficer;
        /// 動物
        AnimalsAllowed "animal_allowed" = Kind::Flag, "no", No, InstitutionOfficer;
        /// ヒト試料
        HumanSamplesAllowed "human_sample_allowed" = Kind::Flag, "yes", No, InstitutionOfficer;
        /// 化学物質の申告
        ChemicalsDeclaration "chemicals_declaration" = Kind::OneOf(&["none", "list", "sds"]), "none", Later, FacilityManager;
        /// 個人情報の利用目的
        PersonalInfoPurposes "personal_info_purposes" = Kind::Some(&["booking", "billing", "notices", "statistics"]), "booking,notices,statistics", Fewer, Nobody;
    }
}

/// The defaults, read once.
static DEFAULTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let read = |parameter: &Parameter| {
        let entry = parameter.entry();
        entry
            .kind
            .read(entry.default)
            .unwrap_or_else(|_| entry.kind.empty())
    };
    Parameter::ALL.iter().map(read).collect()
});

impl Parameter {
    /// Its place in [`Parameter::ALL`].
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }

    /// The name in files, forms and the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|parameter| parameter.code() == code)
    }

    /// What holds where nobody says anything.
    #[must_use]
    pub fn default(self) -> Value {
        DEFAULTS
            .get(self.place())
            .cloned()
            .unwrap_or_else(|| self.entry().kind.empty())
    }
}
