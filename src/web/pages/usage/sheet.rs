//! The sheet to print for an instrument's door, with the code that opens its page.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use askama::Template;
use qrcode::QrCode;
use qrcode::render::svg;

use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::store::catalogue::resource::by_slug;
use crate::web::answer::{self, Answer, Stop};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::door as said;
use crate::words::name;

/// Least width and height of the code, in pixels; it is printed at any size.
const LEAST: u32 = 256;

#[derive(Template)]
#[template(path = "usage/sheet.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    place: String,
    image: String,
    address: String,
}

/// `GET /manage/door/{slug}`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, slug: Path<String>) -> Answer {
    let resource = managed(&visit, slug.into_inner()).await?;
    let l = visit.language;
    let w = said::of(l);
    let facility = name::of(l, &resource.facility_name);
    let page = Body {
        crumbs: vec![
            Link::to(&visit, "/", w.home),
            Link::to(
                &visit,
                &links::resource(&resource.slug),
                name::of(l, &resource.name),
            ),
        ],
        title: name::of(l, &resource.name).to_owned(),
        place: format!("{} {facility}", name::of(l, &resource.institution_name)),
        image: visit.href(&format!("/manage/door/{}/code.svg", resource.slug)),
        address: address(&visit, &resource),
    };
    let frame = Frame::of(&visit);
    answer::page(&Page { frame, w, page })
}

/// `GET /manage/door/{slug}/code.svg`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn code(visit: Visit, slug: Path<String>) -> Answer {
    let resource = managed(&visit, slug.into_inner()).await?;
    let code = QrCode::new(address(&visit, &resource)).map_err(Halt::broken)?;
    let image = code
        .render::<svg::Color<'_>>()
        .min_dimensions(LEAST, LEAST)
        .build();
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .body(image))
}

/// The address that the code holds: of this house as it is configured, whatever was asked for.
fn address(visit: &Visit, resource: &Resource) -> String {
    format!("{}/door/{}", visit.house.config.base_url, resource.slug)
}

/// A resource of a facility that the visitor manages; others do not exist for them.
async fn managed(visit: &Visit, slug: String) -> Result<Resource, Stop> {
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let resource = by_slug(conn, &slug, at)?;
        match by.manages(resource.facility) {
            true => Ok(resource),
            false => Err(Halt::Absent),
        }
    });
    Ok(look.await?)
}
