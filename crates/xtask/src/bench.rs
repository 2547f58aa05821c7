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
    form_generators()?;
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

/// The pages of the form generators that ours is compared with. Their packages stand apart, since nothing else needs them.
fn form_generators() -> Outcome {
    let install = [
        "ci",
        "--prefix",
        "tests/bench/forms",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ];
    run(&mut command("npm", &install))?;
    for generator in ["rjsf", "jsonforms"] {
        let page = [
            &format!("tests/bench/forms/{generator}.jsx"),
            "--bundle",
            "--minify",
            "--format=iife",
            "--jsx=automatic",
            // React's own checks for developers would be timed as well.
            "--define:process.env.NODE_ENV=\"production\"",
            "--log-level=warning",
            &format!("--outfile=target/bench/{generator}.js"),
        ];
        run(&mut tools::npm_program("esbuild", &page))?;
    }
    Ok(())
}
