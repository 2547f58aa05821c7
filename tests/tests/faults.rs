//! The proof of the rules: they are silent about what is sound, and heard about what people do wrong.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use target_table::model::Answer;
use target_table::report::Finding;
use target_table::rules::RULES;
use target_table::{Severity, check, check_json, digest, fix};
use target_table_tests::kill_rate::{self, Tried};
use target_table_tests::sound::{self, Sound};
use target_table_tests::{faults, suite};

/// Every fault in every sound table.
static TRIED: LazyLock<Vec<Tried>> = LazyLock::new(|| kill_rate::tried(1));

#[test]
fn nothing_above_a_remark_is_said_of_sound_tables() {
    let mut said = Vec::new();
    let mut tables = 0;
    for sound in &sound::tables(4) {
        for Sound {
            name,
            options,
            table,
        } in sound::reworded(sound).iter().chain([sound])
        {
            tables += 1;
            for finding in check(table, options).findings {
                if finding.severity < Severity::Info {
                    said.push(format!("{name}: {}: {}", finding.at, finding.message));
                }
            }
        }
    }
    assert!(
        said.is_empty(),
        "{} of {tables}:\n{}",
        said.len(),
        said.join("\n")
    );
    assert!(tables >= 200, "only {tables} tables");
}

#[test]
fn every_fault_finds_a_place_and_expects_rules_that_exist() {
    let found: BTreeSet<&str> = TRIED.iter().map(|one| one.fault.name).collect();
    let rules: Vec<&str> = kill_rate::content_rules().collect();
    let mut names = BTreeSet::new();
    for fault in faults::all() {
        assert!(
            names.insert(fault.name),
            "two faults are called “{}”",
            fault.name
        );
        assert!(
            found.contains(fault.name),
            "no sound table has a place for “{}”",
            fault.name
        );
        assert!(
            !fault.expects.is_empty(),
            "“{}” expects nothing",
            fault.name
        );
        for rule in fault.expects {
            assert!(
                rules.contains(rule),
                "“{}” expects {rule}, which is no rule",
                fault.name
            );
        }
    }
}

#[test]
fn every_rule_is_heard_and_nineteen_faults_of_twenty_are_noticed() {
    let mut unheard = Vec::new();
    let (mut mutants, mut noticed) = (0, 0);
    for (rule, rate) in kill_rate::rates(&TRIED) {
        mutants += rate.mutants;
        noticed += rate.noticed;
        if rate.heard == 0 || rate.noticed * 4 < rate.mutants * 3 {
            unheard.push((rule, rate));
        }
    }
    assert!(unheard.is_empty(), "unheard or seldom heard: {unheard:#?}");
    assert!(
        noticed * 100 >= mutants * 95,
        "{noticed} of {mutants}: see cargo run -p target-table-tests --bin kill-rate"
    );
    assert!(mutants >= 900, "only {mutants} mutants");
}

#[test]
fn one_fault_is_one_finding() {
    let counts = kill_rate::distribution(&TRIED);
    let half = TRIED.len().div_ceil(2);
    let mut so_far = 0;
    let median = counts.iter().find(|(_, mutants)| {
        so_far += **mutants;
        so_far >= half
    });
    assert_eq!(median.map(|(findings, _)| *findings), Some(1), "{counts:?}");
}

#[test]
fn every_fault_changes_the_check_code() {
    for one in TRIED.iter() {
        assert_ne!(
            digest::of(&one.sound.table),
            digest::of(&one.mutant),
            "{}: {}",
            one.sound.name,
            one.fault.name
        );
    }
}

/// The structure's rules speak of documents that are no tables; those of the suite are named after them.
#[test]
fn every_rule_of_the_structure_has_a_broken_document() {
    let content: Vec<&str> = kill_rate::content_rules().collect();
    let files = suite::structure();
    for rule in RULES.iter().filter(|rule| !content.contains(&rule.id)) {
        let has_file = files
            .iter()
            .any(|file| file.name.starts_with(&format!("structure/{}.", rule.id)));
        // A megabyte is not committed: `bad_input.rs` makes it.
        assert!(
            has_file || rule.id == "json-too-large",
            "no document breaks {}",
            rule.id
        );
    }
}

#[test]
fn applying_the_fixes_of_a_fault_leaves_less_to_say() {
    let mut mended = 0;
    for one in TRIED.iter() {
        let has_fix = |finding: &Finding| finding.fix.is_some();
        if !one.report.findings.iter().any(has_fix) {
            continue;
        }
        let options = &one.sound.options;
        let text = serde_json::to_string(&one.mutant).unwrap();
        let fixed = fix::all(&text, options);
        let after = check_json(&fixed.text, options);
        let gone = one.report.findings.len() - after.findings.len();
        assert!(
            gone >= fixed.applied.len(),
            "{}: {}",
            one.sound.name,
            one.fault.name
        );
        mended += usize::from(!fixed.applied.is_empty());
    }
    assert!(mended >= 100, "only {mended} mutants were mended");
}

/// An applicant who answers every warning has answered it wherever the rows are moved to.
#[test]
fn answers_survive_moved_rows() {
    let mut answered = 0;
    for one in TRIED.iter().step_by(3) {
        let Tried { sound, fault, .. } = one;
        let warnings = one.report.findings.iter().filter(|finding| {
            // Of two rows that are the same the second is meant, and which is the second changes.
            finding.severity == Severity::Warning && finding.rule != "indicator-duplicate"
        });
        let answer = |finding: &Finding| Answer {
            rule: finding.rule.clone(),
            fingerprint: finding.fingerprint.clone().unwrap_or_default(),
            reason: "按上级文件要求填写。".to_owned(),
        };
        let answers: Vec<Answer> = warnings.map(answer).collect();
        let expected = answers.len();
        let mut table = one.mutant.clone();
        table.answers = Some(answers);
        let rows = table.indicators.len();
        table.indicators.rotate_right(1.min(rows));
        let summary = check(&table, &sound.options).summary;
        assert_eq!(summary.answered, expected, "{}: {}", sound.name, fault.name);
        answered += expected;
    }
    assert!(answered >= 400, "only {answered} warnings were answered");
}
