//! The tools: each is found, or installed where that needs nobody's leave.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// What went wrong, in one sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

const WASM_PACK: &str = "0.15.1";
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// The repository's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A command in the repository's root.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Shows and runs a command; anything but success is an error that names it.
pub fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    eprintln!("$ {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` failed ({status}).")),
        Err(error) => Err(format!("`{shown}` could not be started: {error}.")),
    }
}

/// Runs a command and gives what it prints on standard output.
pub fn output(command: &mut Command) -> Outcome<String> {
    let shown = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{shown}` could not be started: {error}."))?;
    if !output.status.success() {
        return Err(format!("`{shown}` failed ({}).", output.status));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| format!("`{shown}` printed something other than UTF-8."))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where a program stands on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// PATH with further folders in front.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(all).map_err(|error| format!("The variable PATH cannot be extended: {error}."))
}

/// Makes sure that Rust can compile to WebAssembly.
pub fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = output(&mut command(
        "rustc",
        &["--print", "target-libdir", "--target", TARGET],
    ))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        return Err(format!(
            "Rust's {TARGET} target is missing and so is rustup: install the target's standard library."
        ));
    }
    // Asked for aloud, since machines with RUSTUP_AUTO_INSTALL=0 install nothing unasked.
    run(&mut command("rustup", &["target", "add", TARGET]))
}

/// The folders of wasm-pack and of the wasm-bindgen that belongs to the library in Cargo.lock.
pub fn wasm_tools() -> Outcome<Vec<PathBuf>> {
    Ok(vec![
        installed("wasm-bindgen-cli", &locked("wasm-bindgen")?)?,
        installed("wasm-pack", WASM_PACK)?,
    ])
}

/// The version of a crate in Cargo.lock.
fn locked(name: &str) -> Outcome<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}."))?;
    let mut lines = lock.lines();
    lines
        .find(|line| *line == format!("name = \"{name}\""))
        .and_then(|_| {
            lines
                .next()?
                .strip_prefix("version = \"")?
                .strip_suffix('"')
        })
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock names no version of {name}."))
}

/// Installs a program from crates.io into the user's cache, where every clone finds it again.
fn installed(name: &str, version: &str) -> Outcome<PathBuf> {
    let home = cache()?.join(format!("{name}-{version}"));
    // Cargo writes this file last: without it an installation was broken off.
    if !home.join(".crates.toml").is_file() {
        let place = home.to_string_lossy();
        run(&mut command(
            "cargo",
            &["install", name, "--version", version, "--root", &place],
        ))?;
    }
    Ok(home.join("bin"))
}

fn cache() -> Outcome<PathBuf> {
    let named = |variable| {
        env::var_os(variable)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    named("XDG_CACHE_HOME")
        .or_else(|| named("HOME").map(|home| home.join(".cache")))
        .or_else(|| named("LOCALAPPDATA"))
        .map(|cache| cache.join("target-table"))
        .ok_or_else(|| "No folder for tools: set the variable HOME or XDG_CACHE_HOME.".to_owned())
}

/// Installs the npm packages of package-lock.json unless that has been done since it last changed.
pub fn npm_packages() -> Outcome {
    if find("npm").is_none() {
        return Err("Node.js with npm is missing: install Node.js 20 or later.".to_owned());
    }
    let changed = |file: &str| fs::metadata(root().join(file)).and_then(|file| file.modified());
    let wanted = changed("package-lock.json").unwrap_or(SystemTime::now());
    match changed("node_modules/.package-lock.json") {
        Ok(installed) if installed >= wanted => Ok(()),
        _ => run(&mut command("npm", &["ci", "--no-audit", "--no-fund"])),
    }
}

/// Runs a program of an npm package.
pub fn npm_program(name: &str, arguments: &[&str]) -> Command {
    command(
        &root()
            .join("node_modules/.bin")
            .join(name)
            .to_string_lossy(),
        arguments,
    )
}

/// Makes sure that there is a Chromium, and fonts for what it shows; tests/browser/chromium.ts finds it the same way.
pub fn chromium() -> Outcome {
    if env::var_os("CHROMIUM").is_some() || CHROMIUM.iter().any(|name| find(name).is_some()) {
        return Ok(());
    }
    debian(&["chromium", "fonts-noto-cjk"]).map_err(|reason| {
        format!(
            "No Chromium: {reason}; install one of {}, or name it in the variable CHROMIUM.",
            CHROMIUM.join(", ")
        )
    })
}

/// Makes sure that there is what turns printed sheets into text and pictures.
pub fn poppler() -> Outcome {
    if ["pdftotext", "pdftocairo", "pdfinfo"]
        .iter()
        .all(|name| find(name).is_some())
    {
        return Ok(());
    }
    debian(&["poppler-utils", "fonts-noto-cjk"]).map_err(|reason| {
        format!("No pdftotext, pdftocairo and pdfinfo: {reason}; install poppler-utils.")
    })
}

/// Makes sure that there is a Firefox, and gives its name.
pub fn firefox() -> Outcome<&'static str> {
    let named = || FIREFOX.into_iter().find(|name| find(name).is_some());
    if named().is_none() {
        debian(&[FIREFOX[0], "fonts-noto-cjk"]).map_err(|reason| {
            format!(
                "No Firefox: {reason}; install one of {}.",
                FIREFOX.join(", ")
            )
        })?;
    }
    named().ok_or_else(|| format!("{} was installed but is not on PATH.", FIREFOX[0]))
}

/// Installs packages of Debian where that is possible without asking.
pub fn debian(packages: &[&str]) -> Outcome {
    if find("apt-get").is_none() {
        return Err("apt-get is not on this machine".to_owned());
    }
    if output(&mut command("id", &["-u"]))?.trim() != "0" {
        return Err("only root may install packages".to_owned());
    }
    let apt = |arguments: &[&str]| {
        run(command("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}
