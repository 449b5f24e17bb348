//! The route table: address, method, page and the right it needs. What is not here does not exist.

use actix_web::{guard, web};

use crate::web::{assets, pages};

/// The right that an address needs. The authorization matrix is generated from this table.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Need {
    /// Anybody.
    Public,
    /// Anybody who signed in.
    SignedIn,
    /// A facility manager; which facility is decided by the deed.
    Manager,
    /// Who answers for gates: at a desk, as an institution's officer or as a facility manager; which fact
    /// is decided by the deed.
    Office,
    /// An institution's officer; which institution is decided by the deed.
    Officer,
    /// An administrator.
    Administrator,
    /// Anybody, in the demonstration only.
    Demonstration,
}

/// How an address is asked.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Method {
    /// GET and HEAD; changes nothing.
    Look,
    /// POST of a form; answers 303 or the form with its reasons.
    Deed,
}

/// What a deed may bring along.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Size {
    /// A form of everyday length.
    #[default]
    Form,
    /// A form with a text of some length in it.
    Text,
    /// A form with a file.
    File,
}

/// One line of the table.
pub struct Line {
    pub method: Method,
    pub size: Size,
    pub path: &'static str,
    pub need: Need,
    make: fn() -> actix_web::Route,
}

macro_rules! size {
    () => {
        Size::Form
    };
    ($size:ident) => {
        Size::$size
    };
}

// method, where it brings more than a form <what>, address, need => page
macro_rules! table {
    ($($method:ident $(<$size:ident>)? $path:literal $need:ident => $page:path;)+) => {
        /// The whole table.
        #[must_use]
        pub fn table() -> Vec<Line> {
            let mut table = vec![$(Line { method: Method::$method, size: size!($($size)?), path: $path, need: Need::$need, make: || web::route().to($page) }),+];
            table.extend(development());
            table
        }
    };
}

table! {
    // everybody's pages
    Look "/" Public => pages::home::show;
    Look "/resources" Public => pages::resource::index::show;
    Look "/resources/{slug}" Public => pages::resource::show::show;
    Look "/resources/{slug}/calendar" Public => pages::agenda::resource::show;
    Look "/f/panel/{slug}" Public => pages::resource::show::panel;
    Look "/availability" Public => pages::availability::show;
    Look "/find-time" Public => pages::find_time::show;
    Look "/institutions" Public => pages::institution::index;
    Look "/institutions/{slug}" Public => pages::institution::show::show;
    Look "/rules/{facility}" Public => pages::rule::index::show;
    Look "/rules/{facility}/{version}" Public => pages::rule::show::show;
    Look "/rules/{facility}/{version}/diff/{other}" Public => pages::rule::diff::show;
    Look "/rules/{facility}/{version}/files/{id}" Public => pages::rule::file::show;
    Look "/equivalences" Public => pages::equivalence::show;
    Look "/terms-at-a-glance" Public => pages::glance::show;
    Look "/guide" Public => pages::prose::guide;
    Look "/contact" Public => pages::prose::contact;
    Look "/accessibility" Public => pages::prose::accessibility;
    Look "/privacy" Public => pages::prose::privacy;
    Look "/terms" Public => pages::prose::terms;
    // accounts
    Look "/signin" Public => pages::session::new;
    Deed "/signin" Public => pages::session::create;
    Deed "/signout" Public => pages::session::end;
    Look "/register" Public => pages::user::new;
    Deed "/register" Public => pages::user::create;
    Look "/register/sent" Public => pages::user::sent;
    Look "/verify/{token}" Public => pages::user::verify::show;
    Deed "/verify" Public => pages::user::verify::confirm;
    Look "/reset" Public => pages::password::ask;
    Deed "/reset" Public => pages::password::send;
    Look "/reset/sent" Public => pages::password::sent;
    Deed "/reset/new" Public => pages::password::change;
    Look "/reset/{token}" Public => pages::password::edit;
    // applicants
    Look "/my" SignedIn => pages::booking::index::my;
    Look "/my/requests" SignedIn => pages::booking::index::show;
    Look "/my/calendar" SignedIn => pages::agenda::mine::show;
    Look "/my/attendances" SignedIn => pages::attendance::show;
    Look "/my/consents" SignedIn => pages::consent::show;
    Deed "/my/consents" SignedIn => pages::consent::agree;
    Look "/my/trainings" SignedIn => pages::training::show;
    Deed "/trainings/{id}/enrol" SignedIn => pages::training::enrol;
    Deed "/trainings/{id}/leave" SignedIn => pages::training::leave;
    Look "/my/passport" SignedIn => pages::passport::show;
    Look "/my/profile" SignedIn => pages::profile::edit;
    Deed "/my/profile" SignedIn => pages::profile::change;
    Look "/my/pin" SignedIn => pages::pin::show;
    Deed "/my/pin" SignedIn => pages::pin::set;
    Deed "/my/pin/remove" SignedIn => pages::pin::remove;
    Look "/my/facts" SignedIn => pages::fact::index;
    Deed "/my/facts" SignedIn => pages::fact::new::create;
    Look "/my/facts/new" SignedIn => pages::fact::new::show;
    Look "/my/facts/{id}" SignedIn => pages::fact::show::show;
    Deed "/my/facts/{id}/withdraw" SignedIn => pages::fact::show::withdraw;
    Look "/my/feeds" SignedIn => pages::feed::index;
    Deed "/my/feeds" SignedIn => pages::feed::open;
    Deed "/my/feeds/{id}/close" SignedIn => pages::feed::close;
    Look "/requests/new" SignedIn => pages::booking::new::show;
    Deed "/requests" SignedIn => pages::booking::new::create;
    Look "/requests/{no}" SignedIn => pages::booking::show::show;
    Look "/requests/{no}/done" SignedIn => pages::booking::done::show;
    Look "/requests/{no}/booking.ics" SignedIn => pages::booking::deed::calendar;
    Look "/requests/{no}/edit" SignedIn => pages::booking::edit::show;
    Deed "/requests/{no}/edit" SignedIn => pages::booking::edit::resend;
    Deed "/requests/{no}/withdraw" SignedIn => pages::booking::deed::withdraw;
    Deed "/requests/{no}/accept" SignedIn => pages::booking::deed::accept;
    Look "/requests/{no}/cancel" SignedIn => pages::booking::cancel::show;
    Deed "/requests/{no}/cancel" SignedIn => pages::booking::cancel::cancel;
    Look "/requests/{no}/change" SignedIn => pages::booking::change::show;
    Deed "/requests/{no}/change" SignedIn => pages::booking::change::amend;
    Deed "/requests/{no}/change/withdraw" SignedIn => pages::booking::change::withdraw;
    Look "/my/waitlist" SignedIn => pages::waitlist::mine::show;
    Deed "/my/waitlist/{id}/leave" SignedIn => pages::waitlist::mine::leave;
    Deed "/my/offers/{id}/take" SignedIn => pages::waitlist::mine::take_back;
    Deed "/my/offers/{id}/decline" SignedIn => pages::waitlist::mine::decline;
    Look "/waitlist/new" SignedIn => pages::waitlist::show;
    Deed "/waitlist/new" SignedIn => pages::waitlist::join;
    Deed "/requests/{no}/series" SignedIn => pages::booking::series::give_up;
    Deed "/requests/{no}/drop" SignedIn => pages::booking::new::drop;
    Look "/service/new" SignedIn => pages::service_request::new::show;
    Deed "/service" SignedIn => pages::service_request::new::create;
    Look "/service/{no}" SignedIn => pages::service_request::show::show;
    Look "/service/{no}/edit" SignedIn => pages::service_request::edit::show;
    Deed "/service/{no}/edit" SignedIn => pages::service_request::edit::resend;
    Deed "/service/{no}/drop" SignedIn => pages::service_request::new::drop;
    Deed "/service/{no}/accept" SignedIn => pages::service_request::show::accept;
    Deed "/service/{no}/decline" SignedIn => pages::service_request::show::decline;
    Deed "/service/{no}/withdraw" SignedIn => pages::service_request::show::withdraw;
    Deed "/service/{no}/ethics" SignedIn => pages::service_request::show::extend;
    Deed "/service/{no}/receive" SignedIn => pages::service_request::show::receive;
    Deed "/service/{no}/report" SignedIn => pages::service_request::show::report;
    Deed "/service/{no}/finish" SignedIn => pages::service_request::show::finish;
    // facility managers
    Look "/manage" Manager => pages::approval::index::manage;
    Look "/manage/calendar" Manager => pages::agenda::facility::show;
    Look "/endorse" SignedIn => pages::endorse::index::show;
    Look "/endorse/{no}" SignedIn => pages::endorse::show::show;
    Deed "/endorse/{no}/agree" SignedIn => pages::endorse::show::agree;
    Deed "/endorse/{no}/return" SignedIn => pages::endorse::show::hand_back;
    Look "/manage/requests" Manager => pages::approval::index::show;
    Look "/manage/requests/{no}" Manager => pages::approval::show::show;
    Deed "/manage/requests/{no}/approve" Manager => pages::approval::show::approve;
    Deed "/manage/requests/{no}/conditions" Manager => pages::approval::show::approve_with_conditions;
    Deed "/manage/requests/{no}/return" Manager => pages::approval::show::hand_back;
    Deed "/manage/requests/{no}/reject" Manager => pages::approval::show::reject;
    Look "/manage/conflicts/{no}" Manager => pages::approval::conflict::show;
    Look "/manage/requests/{no}/change" Manager => pages::approval::change::show;
    Deed "/manage/requests/{no}/change/grant" Manager => pages::approval::change::grant;
    Deed "/manage/requests/{no}/change/refuse" Manager => pages::approval::change::refuse;
    Look "/manage/requests/{no}/swap" Manager => pages::approval::change::swap_form;
    Deed "/manage/requests/{no}/swap" Manager => pages::approval::change::swap;
    Look "/manage/requests/{no}/call-off" Manager => pages::approval::call_off::show;
    Deed "/manage/requests/{no}/call-off" Manager => pages::approval::call_off::call_off;
    Look "/manage/requests/{no}/attendant" Manager => pages::approval::attendant::show;
    Deed "/manage/requests/{no}/attendant" Manager => pages::approval::attendant::name;
    Look "/manage/requests/{no}/move" Manager => pages::approval::relocate::show;
    Deed "/manage/requests/{no}/move" Manager => pages::approval::relocate::relocate;
    Look "/manage/service" Manager => pages::service_request::index::show;
    Look "/manage/service/{no}" Manager => pages::service_request::manage::show;
    Deed "/manage/service/{no}/answer" Manager => pages::service_request::manage::answer;
    Deed "/manage/service/{no}/screen" Manager => pages::service_request::manage::screen;
    Deed "/manage/service/{no}/return" Manager => pages::service_request::manage::hand_back;
    Deed "/manage/service/{no}/grant" Manager => pages::service_request::manage::grant;
    Deed "/manage/service/{no}/reject" Manager => pages::service_request::manage::reject;
    Deed "/manage/service/{no}/call-off" Manager => pages::service_request::manage::call_off;
    Deed "/manage/service/{no}/sign" Manager => pages::service_request::manage::sign;
    Deed "/manage/service/{no}/settle" Manager => pages::service_request::manage::settle;
    Deed "/manage/service/{no}/deliver" Manager => pages::service_request::manage::deliver;
    Deed "/manage/service/{no}/renew" Manager => pages::service_request::manage::renew;
    Deed "/manage/service/{no}/close" Manager => pages::service_request::manage::close;
    Look "/manage/allocations" Manager => pages::outside::index::show;
    Look "/manage/allocations/new" Manager => pages::outside::new::show;
    Deed "/manage/allocations/new" Manager => pages::outside::new::create;
    Look "/manage/allocations/{id}" Manager => pages::outside::show::show;
    Deed "/manage/allocations/{id}" Manager => pages::outside::show::correct;
    Deed "/manage/allocations/{id}/end" Manager => pages::outside::show::end;
    Deed "/manage/allocations/{id}/time" Manager => pages::outside::show::take;
    Deed "/manage/allocations/{id}/time/{span}/free" Manager => pages::outside::show::free;
    Look "/manage/outages" Manager => pages::outage::index;
    Look "/manage/outages/register" Manager => pages::outage::register::show;
    Deed "/manage/outages/register" Manager => pages::outage::register::save;
    Look "/manage/outages/{id}" Manager => pages::outage::show::show;
    Deed "/manage/outages/{id}/end" Manager => pages::outage::show::end;
    Deed "/manage/outages/{id}/postpone" Manager => pages::outage::show::postpone;
    Deed "/manage/outages/{id}/blame" Manager => pages::outage::show::blame;
    // the use itself, and its reports
    Look "/requests/{no}/use" SignedIn => pages::usage::show;
    Deed "/requests/{no}/use" SignedIn => pages::usage::log;
    Deed "/requests/{no}/check-in" SignedIn => pages::usage::check_in;
    Deed "/requests/{no}/check-out" SignedIn => pages::usage::check_out;
    Deed "/requests/{no}/result" SignedIn => pages::usage::report;
    Look "/requests/{no}/appeal" SignedIn => pages::usage::appeal::show;
    Deed "/requests/{no}/appeal" SignedIn => pages::usage::appeal::appeal;
    Look "/manage/requests/{no}/no-show" Manager => pages::usage::no_show::show;
    Deed "/manage/requests/{no}/no-show" Manager => pages::usage::no_show::mark;
    Deed "/manage/requests/{no}/excuse" Manager => pages::usage::no_show::excuse;
    Deed "/manage/requests/{no}/uphold" Manager => pages::usage::no_show::uphold;
    Look "/manage/usage" Manager => pages::usage::desk::show;
    Look "/board/{facility}" Public => pages::usage::board::show;
    Look "/door/{slug}" Public => pages::usage::door::show;
    Deed "/door/{slug}" Public => pages::usage::door::enter;
    Look "/manage/door/{slug}" Manager => pages::usage::sheet::show;
    Look "/manage/door/{slug}/code.svg" Manager => pages::usage::sheet::code;
    Look "/manage/closed-days" Manager => pages::closed_day::show;
    Deed "/manage/closed-days" Manager => pages::closed_day::change;
    Look "/manage/resources" Manager => pages::together::index::show;
    Look "/manage/resources/{slug}/together" Manager => pages::together::show::show;
    Deed "/manage/resources/{slug}/together/needs" Manager => pages::together::show::add_need;
    Deed "/manage/resources/{slug}/together/needs/{id}/remove" Manager => pages::together::show::remove_need;
    Deed "/manage/resources/{slug}/together/companions" Manager => pages::together::show::add_companion;
    Deed "/manage/resources/{slug}/together/companions/{id}/remove" Manager => pages::together::show::remove_companion;
    Deed "/manage/resources/{slug}/together/others" Manager => pages::together::show::add_other;
    Deed "/manage/resources/{slug}/together/offering/{id}/leave" Manager => pages::together::show::leave;
    Look "/manage/attendants" Manager => pages::attendant::index::show;
    Deed "/manage/attendants" Manager => pages::attendant::index::add;
    Look "/manage/attendants/{id}" Manager => pages::attendant::show::show;
    Deed "/manage/attendants/{id}" Manager => pages::attendant::show::change;
    Deed "/manage/attendants/{id}/absent" Manager => pages::attendant::show::absent;
    Deed "/manage/attendants/{id}/absences/{absence}/remove" Manager => pages::attendant::show::back;
    Deed "/manage/attendants/{id}/leave" Manager => pages::attendant::show::leave;
    Look "/manage/trainings" Manager => pages::course::dates::show;
    Deed "/manage/trainings" Manager => pages::course::dates::set;
    Look "/manage/trainings/{id}" Manager => pages::course::people::show;
    Deed "/manage/trainings/{id}/call-off" Manager => pages::course::people::call_off;
    Deed "/manage/trainings/{id}/complete" Manager => pages::course::people::complete;
    Deed "/manage/trainings/{id}/miss" Manager => pages::course::people::miss;
    Look "/manage/courses" Manager => pages::course::kinds::show;
    Deed "/manage/courses" Manager => pages::course::kinds::open;
    Deed "/manage/courses/{id}/retire" Manager => pages::course::kinds::retire;
    // institutions' officers
    Look "/institution/equivalences" Officer => pages::equivalence::officer::show;
    Deed "/institution/equivalences" Officer => pages::equivalence::officer::publish;
    Deed "/institution/equivalences/{id}/revoke" Officer => pages::equivalence::officer::revoke;
    Deed "/manage/requests/{no}/resume" Manager => pages::approval::show::resume;
    // offices
    Look "/office" Office => pages::office::index;
    Look "/office/facts/{id}" Office => pages::office::show::show;
    Deed "/office/facts/{id}/confirm" Office => pages::office::show::confirm;
    Deed "/office/facts/{id}/refuse" Office => pages::office::show::refuse;
    Deed "/office/facts/{id}/revoke" Office => pages::office::show::revoke;
    // institutions' officers
    Look "/institution/people" Officer => pages::people::show;
    Deed "/institution/people" Officer => pages::people::give;
    Deed "/institution/people/take" Officer => pages::people::take;
    // institutions' officers
    Look "/institution" Officer => pages::institution_desk::show;
    Look "/institution/rules" Officer => pages::rule_desk::show;
    Deed "/institution/rules" Officer => pages::rule_desk::start;
    Deed "/institution/rules/{facility}/recall" Officer => pages::rule_desk::recall;
    Look "/institution/rules/{facility}/draft" Officer => pages::draft::show::show;
    Deed "/institution/rules/{facility}/draft" Officer => pages::draft::show::title;
    Deed "/institution/rules/{facility}/draft/arrange" Officer => pages::draft::show::arrange;
    Deed "/institution/rules/{facility}/draft/discard" Officer => pages::draft::show::discard;
    Look "/institution/rules/{facility}/draft/documents/{document}" Officer => pages::draft::document::show;
    Deed "/institution/rules/{facility}/draft/documents/{document}" Officer => pages::draft::document::save;
    Look "/institution/rules/{facility}/draft/documents/{document}/files" Officer => pages::draft::file::index;
    Deed<File> "/institution/rules/{facility}/draft/documents/{document}/files" Officer => pages::draft::file::attach;
    Look "/institution/rules/{facility}/draft/files/{file}" Officer => pages::draft::file::show;
    Deed "/institution/rules/{facility}/draft/files/{file}/remove" Officer => pages::draft::file::remove;
    Look "/institution/rules/{facility}/draft/articles/{document}/{article}" Officer => pages::draft::article::show;
    Deed<Text> "/institution/rules/{facility}/draft/articles/{document}/{article}" Officer => pages::draft::article::save;
    Look "/institution/rules/{facility}/draft/terms" Officer => pages::draft::terms::index;
    Look "/institution/rules/{facility}/draft/terms/{group}" Officer => pages::draft::group::show;
    Deed "/institution/rules/{facility}/draft/terms/{group}" Officer => pages::draft::group::save;
    Look "/institution/rules/{facility}/draft/diff" Officer => pages::draft::diff::show;
    Look "/institution/rules/{facility}/draft/impact" Officer => pages::draft::impact::show;
    Look "/institution/rules/{facility}/draft/publish" Officer => pages::draft::publish::show;
    Deed "/institution/rules/{facility}/draft/publish" Officer => pages::draft::publish::publish;
    // exceptions from conditions
    Look "/waivers/new" SignedIn => pages::waiver::new::show;
    Deed "/waivers/new" SignedIn => pages::waiver::new::ask;
    Look "/waivers" Office => pages::waiver::show;
    Deed "/waivers" Office => pages::waiver::grant_to;
    Deed "/waivers/{id}/grant" Office => pages::waiver::grant;
    Deed "/waivers/{id}/decline" Office => pages::waiver::decline;
    Deed "/waivers/{id}/revoke" Office => pages::waiver::revoke;
    // operators
    Look "/admin/holidays" Administrator => pages::holiday::show;
    Deed "/admin/holidays" Administrator => pages::holiday::change;
    Look "/admin/letters" Administrator => pages::letter::waiting::show;
    Look "/demo/letters" Demonstration => pages::letter::demo::index;
    Look "/demo/letters/{id}" Demonstration => pages::letter::demo::show;
    Look "/demo/letters/{id}/booking.ics" Demonstration => pages::letter::demo::entry;
    // machines; a feed checks its secret address itself
    Look "/feeds/{token}.ics" Public => pages::feed::show::show;
    Look "/healthz" Public => pages::health::show;
    Look "/static/{name}" Public => assets::show;
    Look "/robots.txt" Public => assets::show;
}

/// The pages of developers: in debug builds only.
fn development() -> Option<Line> {
    cfg!(debug_assertions).then_some(Line {
        method: Method::Look,
        size: Size::Form,
        path: "/dev/components",
        need: Need::Public,
        make: || web::route().to(pages::dev::components),
    })
}

/// The line of an address, by its pattern without language prefix.
#[must_use]
pub fn line<'a>(table: &'a [Line], method: Method, pattern: &str) -> Option<&'a Line> {
    table
        .iter()
        .find(|line| line.method == method && line.path == pattern)
}

/// The right that an address needs.
#[must_use]
pub fn need(table: &[Line], method: Method, pattern: &str) -> Option<Need> {
    line(table, method, pattern).map(|line| line.need)
}

/// Lays every line out, in Japanese at its address and in English under `/en`.
pub fn lay_out(config: &mut web::ServiceConfig) {
    let table = table();
    let mut paths: Vec<&'static str> = table.iter().map(|line| line.path).collect();
    paths.dedup();
    for path in paths {
        for prefix in ["", "/en"] {
            let address = if path == "/" && !prefix.is_empty() {
                prefix.to_owned()
            } else {
                format!("{prefix}{path}")
            };
            let lines = table.iter().filter(|line| line.path == path);
            config.service(lines.fold(web::resource(address), |resource, line| {
                let route = (line.make)();
                resource.route(match line.method {
                    Method::Look => route.guard(guard::Any(guard::Get()).or(guard::Head())),
                    Method::Deed => route.guard(guard::Post()),
                })
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_stands_once_and_all_of_one_path_stand_together() {
        let table = table();
        let mut seen = std::collections::HashSet::new();
        assert!(
            table
                .iter()
                .all(|line| seen.insert((line.method, line.path)))
        );
        let mut paths: Vec<_> = table.iter().map(|line| line.path).collect();
        paths.dedup();
        let distinct: std::collections::HashSet<_> = paths.iter().collect();
        assert_eq!(
            paths.len(),
            distinct.len(),
            "lines of one path must be neighbours"
        );
    }
}
