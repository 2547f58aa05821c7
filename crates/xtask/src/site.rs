//! The site: the engine as wasm, then www/dist around it.

use crate::tools::{self, Outcome, command, run};

/// What Chromium 80 knows, one by one: `--all-features` would let wasm-opt emit types that browsers refuse.
const WASM_FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
];

/// The engine's module as wasm-pack leaves it, below the root.
const MODULE: &str = "www/src/engine/pkg/target_table_wasm_bg.wasm";

/// Builds www/dist.
pub fn build() -> Outcome {
    tools::npm_packages()?;
    tools::wasm_target()?;
    engine()?;
    run(&mut command("npm", &["run", "build", "--workspace", "www"]))
}

/// Builds the site and serves it until interrupted.
pub fn serve(arguments: &[&str]) -> Outcome {
    build()?;
    let serve = [
        "run",
        "--package",
        "target-table-cli",
        "--",
        "serve",
        "--site",
        "www/dist",
    ];
    run(&mut command("cargo", &[&serve, arguments].concat()))
}

fn engine() -> Outcome {
    let path = tools::path_with(&tools::wasm_tools()?)?;
    let pack = [
        "build",
        "crates/target-table-wasm",
        "--target",
        "web",
        "--profile",
        "wasm",
    ];
    // Neither wasm-bindgen nor wasm-opt may be fetched by wasm-pack: it would take them from elsewhere and without our features.
    let alone = [
        "--mode",
        "no-install",
        "--no-opt",
        "--no-pack",
        "--out-dir",
        "../../www/src/engine/pkg",
    ];
    run(command("wasm-pack", &[&pack[..], &alone].concat()).env("PATH", path))?;
    // Inlining once more after the compiler makes the module smaller but the download larger: measured 187 against 197 KB.
    let small = [
        "-Oz",
        "--skip-pass=inlining-optimizing",
        MODULE,
        "-o",
        MODULE,
    ];
    run(&mut tools::npm_program(
        "wasm-opt",
        &[&WASM_FEATURES[..], &small].concat(),
    ))
}
