//! The frame of every page: header, navigation, language switch, footer.

use crate::domain::actor::Role;
use crate::domain::language::Language;
use crate::web::assets;
use crate::web::visit::Visit;
use crate::words::endorse;
use crate::words::frame::Words;
use crate::words::tab::{self, Part};

/// One entry of the navigation.
pub struct NavItem {
    pub href: String,
    pub label: &'static str,
    /// What `aria-current` says: "page" of the page itself and what lies under it, "true" of the pages
    /// beside it.
    pub current: Option<&'static str>,
    pub count: Option<i64>,
}

/// What the base template shows around each page.
pub struct Frame {
    pub w: &'static Words,
    pub lang_code: &'static str,
    pub other_lang_href: String,
    pub home_href: String,
    pub nav: Vec<NavItem>,
    pub account: Option<String>,
    pub signin_href: String,
    pub signout_href: String,
    pub csrf: String,
    pub css_href: String,
    pub js_href: String,
    pub icon_href: String,
    pub demo: bool,
    pub footer: Vec<(String, &'static str)>,
}

impl Frame {
    /// The frame for this visit.
    #[must_use]
    pub fn of(visit: &Visit) -> Self {
        let w = &visit.words().frame;
        let other = match visit.language {
            Language::Ja => format!("/en{}", if visit.path == "/" { "" } else { &visit.path }),
            Language::En => visit.path.clone(),
        };
        let query = if visit.query.is_empty() {
            String::new()
        } else {
            format!("?{}", visit.query)
        };
        let here = format!("{}{query}", visit.path);
        let on_account_page = ["/signin", "/register", "/verify", "/reset"]
            .iter()
            .any(|path| visit.path.starts_with(path));
        let next = if on_account_page {
            String::new()
        } else {
            format!("?next={}", crate::web::form::encode(&visit.href(&here)))
        };
        Self {
            w,
            lang_code: visit.language.code(),
            other_lang_href: format!("{other}{query}"),
            home_href: visit.href("/"),
            nav: navigation(visit),
            account: visit.actor.person().map(|person| person.name.clone()),
            signin_href: format!("{}{next}", visit.href("/signin")),
            signout_href: visit.href("/signout"),
            csrf: visit.csrf(),
            css_href: assets::href("app.css"),
            js_href: assets::href("app.js"),
            icon_href: assets::href("icon.svg"),
            demo: visit.house.config.demo,
            footer: footer(visit),
        }
    }
}

fn navigation(visit: &Visit) -> Vec<NavItem> {
    let w = &visit.words().frame;
    let item = |path: &str, label, count| NavItem {
        href: visit.href(path),
        label,
        current: current(visit, path),
        count,
    };
    let mut nav = vec![
        item("/resources", w.find, None),
        item("/availability", w.availability, None),
        item("/my/requests", w.my_requests, None),
    ];
    // whoever is responsible for others sees it once something waits for them
    if visit.endorsing > 0 || visit.path.starts_with("/endorse") {
        let count = Some(visit.endorsing).filter(|count| *count > 0);
        nav.push(item("/endorse", endorse::of(visit.language).nav, count));
    }
    if !visit.actor.managed_facilities().is_empty() {
        nav.push(item("/manage/requests", w.approvals, visit.waiting));
    }
    let speaks = |role| matches!(role, Role::InstitutionOfficer(_));
    if visit.actor.holds(speaks) {
        nav.push(item("/institution", w.institution, None));
    }
    let sits = |role| matches!(role, Role::Desk(..) | Role::InstitutionOfficer(_));
    // managers see the office once something waits for them there
    if visit.actor.holds(sits) || visit.owed.is_some_and(|owed| owed > 0) {
        nav.push(item(
            "/office",
            w.office,
            visit.owed.filter(|owed| *owed > 0),
        ));
    }
    if visit.actor.holds(|role| role == Role::Administrator) {
        nav.push(item("/admin/letters", w.letters, None));
        nav.push(item("/admin/holidays", w.holidays, None));
    }
    if visit.house.config.demo {
        nav.push(item("/demo/letters", w.demo_letters, None));
    }
    nav
}

/// How an entry stands to this page: its own, the one beside it in a part with tabs, or neither.
fn current(visit: &Visit, entry: &str) -> Option<&'static str> {
    let lies_under = |path: &str| visit.path == path || visit.path.starts_with(&format!("{path}/"));
    if lies_under(entry) {
        return Some("page");
    }
    let part = match entry {
        "/my/requests" => Part::Mine,
        "/manage/requests" => Part::Manage,
        // who also manages a facility finds 例外の承認 beside the approvals
        "/institution" if visit.actor.managed_facilities().is_empty() => Part::Institution,
        _ => return None,
    };
    let beside = tab::pages(part).iter().any(|(path, _, _)| lies_under(path));
    beside.then_some("true")
}

fn footer(visit: &Visit) -> Vec<(String, &'static str)> {
    let w = &visit.words().frame;
    [
        ("/guide", w.guide),
        ("/institutions", w.institutions),
        ("/terms-at-a-glance", w.glance),
        ("/equivalences", w.equivalences),
        ("/contact", w.contact),
        ("/accessibility", w.accessibility),
        ("/privacy", w.privacy),
        ("/terms", w.terms),
    ]
    .into_iter()
    .map(|(path, label)| (visit.href(path), label))
    .collect()
}
