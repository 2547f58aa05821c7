//! The program as it is started on a command line.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

pub struct Outcome {
    pub code: i32,
    pub out: String,
    pub complaint: String,
}

/// Runs the program in the folder of the annex, whatever the machine thinks of colours.
pub fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_target-table"))
        .current_dir(suite("annex"))
        .env_remove("CLICOLOR_FORCE")
        .args(arguments)
        .write_stdin(input.as_ref())
        .output()
        .unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        complaint: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn suite(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/suite")
        .join(name)
}
