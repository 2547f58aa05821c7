//! `cargo xtask`: the one place that knows tools. It finds or installs what it needs, so that a fresh clone needs no
//! preparation beyond Rust and Node.

use std::process::ExitCode;

mod bench;
mod generate;
mod site;
mod sizes;
mod test;
mod tools;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N]  build the site and serve it on this machine
  test              everything that must hold: formatting, lints, sizes, tests in Rust, JavaScript, Python, browsers
  build             build the site into www/dist
  generate          rewrite everything that is generated and committed
  bench             time the engine against JSON.parse and ajv, in one run
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["serve", rest @ ..] => site::serve(rest),
        ["test"] => test::everything(),
        ["build"] => site::build(),
        ["generate"] => generate::rewrite(),
        ["bench"] => bench::compare(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\nxtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
