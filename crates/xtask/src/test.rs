//! Everything that must hold before a change is taken in, in the order in which failures are cheapest to find.

use std::fs;

use crate::tools::{self, Outcome, command, run};
use crate::{site, sizes};

/// Python's packages and their versions.
const JSONSCHEMA: (&str, &str) = ("jsonschema", "4.26.0");
const MARIONETTE: (&str, &str) = ("marionette_driver", "3.7.1");

/// A part of the test and its name.
type Step = (&'static str, fn() -> Outcome);

const STEPS: [Step; 11] = [
    ("formatting", || {
        run(&mut command("cargo", &["fmt", "--all", "--check"]))
    }),
    ("lints", lints),
    ("site", site::build),
    ("sizes", sizes::check),
    ("tests in Rust", || {
        run(&mut command("cargo", &["test", "--workspace"]))
    }),
    ("types in TypeScript", || {
        run(&mut command("npm", &["run", "typecheck", "--workspaces"]))
    }),
    (
        "agreement with ajv, parity of wasm, the page in browsers",
        javascript,
    ),
    ("the page in Firefox", firefox),
    ("agreement with python-jsonschema", python),
    ("no runtime in the engine", no_runtime),
    ("dependencies", dependencies),
];

/// Runs all of it and stops at the first failure.
pub fn everything() -> Outcome {
    for (name, step) in STEPS {
        eprintln!("\n== {name}");
        step().map_err(|reason| format!("{name}: {reason}"))?;
    }
    eprintln!("\nEverything holds.");
    Ok(())
}

fn lints() -> Outcome {
    run(&mut command(
        "cargo",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    ))
}

fn javascript() -> Outcome {
    tools::chromium()?;
    tools::poppler()?;
    run(&mut command("npm", &["test", "--workspace", "tests"]))
}

/// The same documents as for ajv, judged by Python's validator.
fn python() -> Outcome {
    let packages = python_packages(JSONSCHEMA)?;
    let documents = "target/mutants.jsonl";
    run(
        command("python3", &["tests/agreement/agreement.py", documents])
            .env("PYTHONPATH", packages),
    )
}

/// A smoke test, driven by Mozilla's own client.
fn firefox() -> Outcome {
    let packages = python_packages(MARIONETTE)?;
    let program = tools::firefox()?;
    run(command("python3", &["tests/browser/firefox.py", program]).env("PYTHONPATH", packages))
}

/// Installs a package beside the build, since the system's own packages are not ours to change.
fn python_packages((name, version): (&str, &str)) -> Outcome<String> {
    let place = tools::root()
        .join("target")
        .join(format!("python-{name}-{version}"));
    let shown = place.to_string_lossy().into_owned();
    if place.is_dir() {
        return Ok(shown);
    }
    if tools::output(&mut command("python3", &["-m", "pip", "--version"])).is_err() {
        tools::debian(&["python3", "python3-pip"]).map_err(|reason| {
            format!("No Python with pip: {reason}; install python3 and python3-pip.")
        })?;
    }
    // Renamed at the end, so that half an installation is not taken for a whole one.
    let draft = format!("{shown}.draft");
    let package = format!("{name}=={version}");
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--upgrade",
        "--target",
        &draft,
        &package,
    ];
    run(&mut command("python3", &install))?;
    fs::rename(&draft, &place).map_err(|error| format!("{draft} cannot be renamed: {error}."))?;
    Ok(shown)
}

/// The engine runs in browsers and in other people's programs: it brings no asynchronous runtime.
fn no_runtime() -> Outcome {
    let tree = tools::output(&mut command(
        "cargo",
        &[
            "tree",
            "-p",
            "target-table",
            "-e",
            "normal",
            "--prefix",
            "none",
        ],
    ))?;
    match tree.lines().find(|line| line.starts_with("tokio ")) {
        Some(line) => Err(format!(
            "The crate target-table depends on {line}; see `cargo tree -p target-table -i tokio`."
        )),
        None => Ok(()),
    }
}

/// Licences, sources and doubles, where cargo-deny is installed. Its advisories need a database from the network and are
/// left to a machine that has one: `cargo deny check`.
fn dependencies() -> Outcome {
    if tools::find("cargo-deny").is_none() {
        eprintln!("cargo-deny is not installed: licences and sources were not checked.");
        return Ok(());
    }
    run(&mut command(
        "cargo",
        &["deny", "check", "bans", "licenses", "sources"],
    ))
}
