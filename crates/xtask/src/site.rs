//! The site: the engine as wasm, then www/dist around it.

use std::ffi::OsStr;

use crate::tools::{self, Outcome, command, run};

/// What Chromium 80 knows, one by one: `--all-features` would let wasm-opt emit types that browsers refuse.
const WASM_FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
];

/// Builds www/dist.
pub fn build() -> Outcome {
    tools::npm_packages()?;
    tools::wasm_target()?;
    engines()?;
    // The rules' pages first, and none of rules that are no more: the service worker knows every file of the site by its
    // hash.
    let _ = std::fs::remove_dir_all(tools::root().join("target/rules"));
    let rules = [
        "run",
        "--quiet",
        "--package",
        "target-table-cli",
        "--",
        "rules",
        "--html",
        "target/rules",
    ];
    run(&mut command("cargo", &rules))?;
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

/// Builds the module that answers every keystroke, and the complete one that is loaded after it.
fn engines() -> Outcome {
    let path = tools::path_with(&tools::wasm_tools()?)?;
    engine(&path, "engine", &SMALL, &[])?;
    engine(&path, "engine_complete", &FAST, &["--features", "complete"])
}

/// What a module is made for: the compiler's level, and what wasm-opt does after it.
struct Aim {
    level: &'static str,
    passes: &'static [&'static str],
}

/// The first module has to arrive soon: what is measured is the download (gzip). Inlining once more after the compiler makes
/// the module smaller but the download larger (187 against 197 KB once), and so does sharing what is worked out twice
/// (0.4 KB). Branches laid out anew and a second round save 0.4 KB more.
const SMALL: Aim = Aim {
    level: "z",
    passes: &[
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--converge",
        "--skip-pass=inlining-optimizing",
        "--skip-pass=local-cse",
    ],
};

/// The complete module comes behind it and answers each key.
const FAST: Aim = Aim {
    level: "2",
    passes: &["-O3"],
};

fn engine(path: &OsStr, name: &str, aim: &Aim, features: &[&str]) -> Outcome {
    let pack = [
        "build",
        "crates/target-table-wasm",
        "--target",
        "web",
        "--profile",
        "wasm",
        "--out-dir",
        "../../www/src/engine/pkg",
        "--out-name",
        name,
    ];
    // Neither wasm-bindgen nor wasm-opt may be fetched by wasm-pack: it would take them from elsewhere and without our features.
    let alone = ["--mode", "no-install", "--no-opt", "--no-pack"];
    run(
        command("wasm-pack", &[&pack[..], &alone, features].concat())
            .env("PATH", path)
            .env("CARGO_PROFILE_WASM_OPT_LEVEL", aim.level),
    )?;
    optimise(&format!("www/src/engine/pkg/{name}_bg.wasm"), aim)
}

/// Makes a module as small as the first one is published.
pub fn shrink(module: &str) -> Outcome {
    optimise(module, &SMALL)
}

fn optimise(module: &str, aim: &Aim) -> Outcome {
    let files = [module, "-o", module];
    run(&mut tools::npm_program(
        "wasm-opt",
        &[&WASM_FEATURES[..], aim.passes, &files].concat(),
    ))
}
