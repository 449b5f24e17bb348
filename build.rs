//! Embeds the static files: a name that changes with the content, and copies compressed once.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use sha2::{Digest, Sha256};

const FILES: [(&str, &str); 4] = [
    ("app.css", "text/css; charset=utf-8"),
    ("app.js", "text/javascript; charset=utf-8"),
    ("icon.svg", "image/svg+xml"),
    ("robots.txt", "text/plain; charset=utf-8"),
];

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its folder by the environment"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=static");
    println!("cargo:rerun-if-changed=migrations");
    let out = std::env::var("OUT_DIR")?;
    let mut table = String::from("pub(super) const FILES: &[File] = &[\n");
    for (name, kind) in FILES {
        let content = std::fs::read(Path::new("static").join(name))?;
        let hash: String =
            Sha256::digest(&content)
                .iter()
                .take(6)
                .fold(String::new(), |mut text, byte| {
                    let _ = write!(text, "{byte:02x}");
                    text
                });
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let mut brotli = Vec::new();
        brotli::BrotliCompress(
            &mut content.as_slice(),
            &mut brotli,
            &brotli::enc::BrotliEncoderParams::default(),
        )?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&content)?;
        for (suffix, bytes) in [("", &content), (".br", &brotli), (".gz", &gzip.finish()?)] {
            std::fs::write(Path::new(&out).join(format!("{name}{suffix}")), bytes)?;
        }
        let include = |suffix: &str| {
            format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}{suffix}\"))")
        };
        writeln!(
            table,
            "File {{ name: {name:?}, hashed: \"{stem}-{hash}.{extension}\", kind: {kind:?}, plain: {}, brotli: {}, gzip: {} }},",
            include(""),
            include(".br"),
            include(".gz"),
        )?;
    }
    table.push_str("];\n");
    std::fs::write(Path::new(&out).join("files.rs"), table)?;
    Ok(())
}
