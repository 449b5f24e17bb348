//! The words of letters to those who attend uses.

use crate::words::mail::occasion::{Attend, Occasion};

pub(super) static JA: Attend = Attend {
    label: "立会者",
    attends: Occasion {
        status: "立会いの予定",
        lead: "次の利用に、あなたが立会者として予定されています。日時を確かめてください。",
        next: &[
            "都合がつかないときは、施設の機器管理責任者に知らせてください。ほかの立会者に替えるか、日時を変えられます。",
        ],
        link: "立会いの予定を見る（サインインが必要です）",
    },
    no_more: Occasion {
        status: "立会いの取りやめ",
        lead: "次の利用に、あなたの立会いは要らなくなりました。この時間は、ほかの予定に使えます。",
        next: &[],
        link: "立会いの予定を見る（サインインが必要です）",
    },
};

pub(super) static EN: Attend = Attend {
    label: "Attendant",
    attends: Occasion {
        status: "You attend a use",
        lead: "You are planned to attend the following use. Please check the time.",
        next: &[
            "If you can't, tell the facility's manager: another attendant can take over, or the time can be changed.",
        ],
        link: "See what you attend (sign-in needed)",
    },
    no_more: Occasion {
        status: "You need not attend",
        lead: "You need not attend the following use any more. The time is yours for other work.",
        next: &[],
        link: "See what you attend (sign-in needed)",
    },
};
