//! The sizes of what a browser loads, against their budgets.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::site;
use crate::tools::{Outcome, command, root, run};

const KILOBYTE: usize = 1000;
const ENGINE_MUST: usize = 130 * KILOBYTE;
const ENGINE_GOAL: usize = 100 * KILOBYTE;
const FIRST_PAGE_MUST: usize = 220 * KILOBYTE;

/// The engine's module in the built site.
const ENGINE: &str = "engine_bg.wasm";
/// What the page fetches only after somebody can type, or when it is asked for.
const LATER: [&str; 7] = [
    "access.en.html",
    "access.html",
    "engine_complete_bg.wasm",
    "examples",
    "rules",
    "rules.json",
    "service-worker.js",
];

/// Prints the sizes of www/dist and fails when a budget is exceeded.
pub fn check() -> Outcome {
    let site = root().join("www/dist");
    let engine = read(&site.join(ENGINE))?;
    let gzip = gzipped(&engine)?;
    println!(
        "engine wasm: {} bytes, gzip {gzip} (budget {ENGINE_MUST}, goal {ENGINE_GOAL}), brotli {}",
        engine.len(),
        brotlied(&engine)?
    );
    let first_page = first_page(&site)?;
    println!("first page: brotli {first_page} (budget {FIRST_PAGE_MUST})");
    if gzip > ENGINE_MUST {
        return Err(format!(
            "The engine's wasm is {gzip} bytes gzip, over its budget of {ENGINE_MUST}."
        ));
    }
    if first_page > FIRST_PAGE_MUST {
        return Err(format!(
            "The first page is {first_page} bytes brotli, over its budget of {FIRST_PAGE_MUST}."
        ));
    }
    Ok(())
}

/// Prints what reading cells adds to a module that does nothing.
pub fn readings() -> Outcome {
    let mut sizes = [0; 2];
    for (name, size) in ["nothing", "readings"].iter().zip(&mut sizes) {
        let build = [
            "build",
            "--profile",
            "wasm",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            "target-table-wasm",
            "--example",
            name,
        ];
        run(&mut command("cargo", &build))?;
        let module = format!("target/wasm32-unknown-unknown/wasm/examples/{name}.wasm");
        site::shrink(&module)?;
        *size = gzipped(&read(&root().join(module))?)?;
    }
    let [nothing, readings] = sizes;
    println!("readings in wasm: gzip {readings}, without them {nothing} (goal: 25000 more)");
    Ok(())
}

/// What the server sends before anyone can type, each file compressed alone as the server does.
fn first_page(site: &Path) -> Outcome<usize> {
    let unreadable = |error| format!("{} cannot be read: {error}.", site.display());
    let mut total = 0;
    for entry in fs::read_dir(site).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if LATER.iter().all(|later| entry.file_name() != *later) {
            let size = brotlied(&read(&entry.path())?)?;
            println!("  {}: brotli {size}", entry.file_name().to_string_lossy());
            total += size;
        }
    }
    Ok(total)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{} cannot be read: {error}.", file.display()))
}

fn gzipped(bytes: &[u8]) -> Outcome<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map(|compressed| compressed.len())
        .map_err(|error| format!("Compressing with gzip failed: {error}."))
}

fn brotlied(bytes: &[u8]) -> Outcome<usize> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(
        &mut &*bytes,
        &mut compressed,
        &brotli::enc::BrotliEncoderParams::default(),
    )
    .map_err(|error| format!("Compressing with brotli failed: {error}."))?;
    Ok(compressed.len())
}
