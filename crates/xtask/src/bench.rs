//! The engine's speed against `JSON.parse` and ajv, on the annex, in one run on one machine.

use std::fs;

use crate::tools::{self, Outcome, command, output, root, run};
use crate::{site, sizes};

/// Prints the times, their ratios and the sizes.
pub fn compare() -> Outcome {
    site::build()?;
    tools::chromium()?;
    let folder = root().join("target/bench");
    let native = output(&mut command(
        "cargo",
        &[
            "run",
            "--quiet",
            "--release",
            "--package",
            "target-table-tests",
            "--bin",
            "native-bench",
        ],
    ))?;
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("native.json"), native))
        .map_err(|error| format!("{} cannot be written: {error}.", folder.display()))?;
    let bundle = ["--bundle", "--log-level=warning"];
    let page = [
        "tests/bench/page.ts",
        "--format=iife",
        // wasm-bindgen's default address of the module; the page is handed the module itself.
        "--log-override:empty-import-meta=silent",
        "--outfile=target/bench/page.js",
    ];
    run(&mut tools::npm_program(
        "esbuild",
        &[&bundle[..], &page].concat(),
    ))?;
    let main = [
        "tests/bench/main.ts",
        "--format=esm",
        "--platform=node",
        "--packages=external",
        "--outfile=target/bench/main.mjs",
    ];
    run(&mut tools::npm_program(
        "esbuild",
        &[&bundle[..], &main].concat(),
    ))?;
    run(&mut command("node", &["target/bench/main.mjs"]))?;
    sizes::readings()?;
    sizes::check()
}
