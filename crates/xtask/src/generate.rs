//! Everything that is generated and committed, rewritten.

use crate::tools::{self, Outcome, command, run};

/// Rewrites it all; the tests that compare the same files fail when this was forgotten.
pub fn rewrite() -> Outcome {
    tools::npm_packages()?;
    // The schemas and rules first: the TypeScript types are made from them.
    run(command("cargo", &["test", "--workspace"]).env("UPDATE", "1"))?;
    run(&mut command(
        "npm",
        &["run", "generate", "--workspace", "www"],
    ))
}
