//! 分類ごとの値: what the model says of each category of shared instruments.
//!
//! Values are proposals that lie inside what real rules say (domain dossier §2.3 and §3.2).

/// What the model says of one category.
#[derive(Copy, Clone, Debug)]
pub struct Category {
    pub code: &'static str,
    pub ja: &'static str,
    pub en: &'static str,
    /// None where nothing is booked by time.
    pub booking: Option<Booking>,
    /// The gates beyond the consent, by their codes.
    pub gates: &'static [&'static str],
    /// Those of them that must be open before a request is sent.
    pub before_sending: &'static [&'static str],
    /// 立会いによる初回利用の回数
    pub supervised: u32,
    /// Most hours of one person per month; 0 has no limit.
    pub month_hours: u32,
    /// Whether a use may run through the night into a closed day.
    pub through_the_night: Night,
}

/// When time is booked and given back.
#[derive(Copy, Clone, Debug)]
pub struct Booking {
    /// 申請期限, in business days.
    pub lead: u32,
    /// 予約可能期間, in days.
    pub horizon: u32,
    /// 無料取消の期限, in business days; none where time is not cancelled one by one.
    pub free: Option<u32>,
}

/// Whether a use may run through the night into a closed day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Night {
    Ends,
    GoesOn,
}

/// A gate by its code, as the model's text names it.
pub type GateName = (&'static str, &'static str, &'static str);

/// What the model's text calls the gates.
pub const GATES: &[GateName] = &[
    ("training", "講習", "training"),
    (
        "org_pledge",
        "所属機関の誓約書",
        "pledge of the institution",
    ),
    (
        "radiation_worker",
        "放射線業務従事者の登録",
        "registration as radiation worker",
    ),
    (
        "ethics_approval",
        "倫理審査の承認",
        "approval of an ethics committee",
    ),
    (
        "animal_protocol",
        "動物実験計画の承認",
        "approved animal experiment plan",
    ),
    (
        "lmo_notice",
        "遺伝子組換え生物等の情報の提供",
        "information on living modified organisms",
    ),
    (
        "pathogen_declaration",
        "病原体等の申告",
        "declaration of pathogens",
    ),
    (
        "chemical_sds",
        "化学物質の申告及びSDS",
        "declaration of chemicals with SDS",
    ),
    ("mta", "試料提供契約", "material transfer agreement"),
    ("data_agreement", "データ利用契約", "data use agreement"),
    (
        "export_screening",
        "安全保障輸出管理の確認",
        "security export control",
    ),
    (
        "review_committee",
        "審査委員会の承認",
        "approval of the review committee",
    ),
];
