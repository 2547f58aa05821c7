//! The arguments, and what is said where they are wrong.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand, ValueEnum};
use target_table::profile::{self, Profile};
use target_table::{Lang, RULESET_DAY, Severity};

/// 检查绩效目标表。 Checks Chinese performance target tables.
#[derive(Debug, Parser)]
#[command(name = "target-table", version, disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// 输出的语言。 The language of what is printed.
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "zh",
        value_name = "zh|en"
    )]
    pub lang: Language,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查表格，给出审核意见。 Checks tables and prints a report.
    Check(Check),
    /// 把存下的检查报告换一种格式输出。 Prints a stored report in another format.
    Report(Stored),
    /// 改正可以直接改的地方，写回文件。 Applies the fixes that need nobody's choice, and writes the file back.
    Fix(Fix),
    /// 把文档里的表格转成 JSON，一行一张。 Prints the tables of a document as JSON, one a line.
    Import {
        /// 文件，- 为标准输入。 The file; - is standard input.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// 读出每段文字的含义，一行一条 JSON。 Prints the reading of each text as JSON, one a line.
    Read {
        /// 单元格文字。 The texts of cells.
        #[arg(required = true, value_name = "TEXT", allow_negative_numbers = true)]
        texts: Vec<String>,
        /// 指标名称。 The indicator's name.
        #[arg(long, default_value = "")]
        name: String,
        /// 指标的计量单位。 The indicator's unit.
        #[arg(long)]
        unit: Option<String>,
    },
    /// 列出全部规则。 Lists the rules.
    Rules {
        /// 以 JSON 输出。 Prints them as JSON.
        #[arg(long, conflicts_with = "html")]
        json: bool,
        /// 写成网页，放进这个文件夹。 Writes them as web pages into this folder.
        #[arg(long, value_name = "DIR")]
        html: Option<PathBuf>,
    },
    /// 说明一条规则。 Explains a rule.
    Explain {
        /// 规则标识，如 unit-scale-differs。 The rule's id.
        #[arg(value_name = "RULE")]
        rule: String,
    },
    /// 输出 JSON Schema。 Prints a JSON Schema.
    Schema {
        /// 哪一种。 Which one.
        #[arg(
            value_enum,
            default_value = "table",
            value_name = "table|report|profile|reading|rules"
        )]
        which: Schema,
    },
    /// 在本机提供填报页面。 Serves the page on this machine.
    Serve(Serve),
}

/// What to check, and how.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// 文件，- 为标准输入。 The files; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print it.
    #[command(flatten)]
    pub output: Output,
    /// 检查方案：内置方案的标识，或方案文件。 The profile to check by: the id of a built-in one, or a file.
    #[arg(long, default_value = "guangdong-2024", value_parser = profile_choice, value_name = "ID|FILE")]
    pub profile: ProfileChoice,
    /// 按哪一天的规则检查，如 2027-01-01。 The day whose rules to check by.
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub as_of: Option<String>,
    /// 报告中列出每条规则的结果和依据（JSON、HTML）。 What became of every rule, with the evidence (JSON, HTML).
    #[arg(long)]
    pub ledger: bool,
    /// 报告中列出先改哪里。 What to mend first.
    #[arg(long)]
    pub steps: bool,
    /// 报告中列出每格的读数（JSON、HTML）。 How every cell was read (JSON, HTML).
    #[arg(long)]
    pub readings: bool,
}

/// A profile as it is asked for.
#[derive(Debug, Clone)]
pub enum ProfileChoice {
    /// One that comes with the engine.
    BuiltIn(&'static Profile),
    /// An office's own.
    File(PathBuf),
}

/// What to mend.
#[derive(Debug, clap::Args)]
pub struct Fix {
    /// JSON 表格文件，- 为标准输入。 The file of JSON tables; - is standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// 只显示改法，不写文件。 Shows what would change and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// 检查方案：内置方案的标识，或方案文件。 The profile to check by: the id of a built-in one, or a file.
    #[arg(long, default_value = "guangdong-2024", value_parser = profile_choice, value_name = "ID|FILE")]
    pub profile: ProfileChoice,
    /// 按哪一天的规则检查，如 2027-01-01。 The day whose rules to check by.
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub as_of: Option<String>,
    /// 改后仍有哪一级算不通过（退出码 1）。 From which severity on what is left makes the exit code 1.
    #[arg(
        long,
        value_enum,
        default_value = "error",
        value_name = "error|warning|info"
    )]
    pub fail_on: FailOn,
}

/// A stored report, and how to print it.
#[derive(Debug, clap::Args)]
pub struct Stored {
    /// check --format json 或 jsonl 的输出，- 为标准输入。 What check --format json or jsonl printed; - is standard input.
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,
    /// 报告所说的表格，次序与报告一致。 The tables that the reports are about, in the same order.
    #[arg(long, value_name = "FILE")]
    pub table: Vec<PathBuf>,
    /// How to print it.
    #[command(flatten)]
    pub output: Output,
}

/// How to print reports, and when to fail.
#[derive(Debug, clap::Args)]
pub struct Output {
    /// 输出格式。 The format of the output.
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "text|json|jsonl|sarif|junit|github|html|md"
    )]
    pub format: Format,
    /// 达到哪一级算不通过（退出码 1）。 From which severity on the exit code is 1.
    #[arg(
        long,
        value_enum,
        default_value = "error",
        value_name = "error|warning|info"
    )]
    pub fail_on: FailOn,
}

/// Where to serve, and what.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// 页面所在的文件夹。 The folder of the built page.
    #[arg(long, default_value = "www/dist", value_name = "DIR")]
    pub site: PathBuf,
    /// 端口；不给时从 8080 起找空闲的。 The port; without it, the first free one from 8080 on.
    #[arg(long)]
    pub port: Option<u16>,
    /// 监听的地址。 The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
}

/// The languages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Language {
    /// 中文。 Chinese.
    Zh,
    /// 英文。 English.
    En,
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// 文字。 Text to read.
    Text,
    /// 一份 JSON。 One document of JSON.
    Json,
    /// 一行一份 JSON。 A report a line.
    Jsonl,
    /// SARIF 2.1.0。 SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// JUnit 的 XML。 JUnit's XML, for build servers.
    Junit,
    /// GitHub 工作流的批注。 Annotations of GitHub's workflows.
    Github,
    /// 一个网页文件，可打印。 One HTML file to read and to print.
    Html,
    /// Markdown。 Markdown, for mails and issues.
    Md,
}

/// The severities.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOn {
    /// 错误。 Errors.
    Error,
    /// 警告。 Warnings too.
    Warning,
    /// 提示。 Remarks too.
    Info,
}

/// The published schemas.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Schema {
    /// 表格。 The table.
    Table,
    /// 报告。 The report.
    Report,
    /// 方案。 The profile.
    Profile,
    /// 读数。 The reading.
    Reading,
    /// 规则目录。 The catalogue of rules.
    Rules,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        }
    }
}

impl From<FailOn> for Severity {
    fn from(fail_on: FailOn) -> Severity {
        match fail_on {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Info => Severity::Info,
        }
    }
}

/// The id of a built-in profile, or what looks like a file.
fn profile_choice(text: &str) -> Result<ProfileChoice, String> {
    let file = Path::new(text);
    match profile::find(text) {
        Some(profile) => Ok(ProfileChoice::BuiltIn(profile)),
        None if file.extension().is_some() || file.exists() => {
            Ok(ProfileChoice::File(file.to_owned()))
        }
        None => Err(profile_ids().join(", ")),
    }
}

fn day(text: &str) -> Result<String, &'static str> {
    match target_table::is_covered(text) {
        true => Ok(text.to_owned()),
        false => Err("no day of this version of the rules"),
    }
}

fn profile_ids() -> Vec<&'static str> {
    let profiles = profile::BUILT_IN.iter();
    profiles.map(|profile| profile.id.as_ref()).collect()
}

/// The language that the arguments ask for, even where they cannot be parsed.
pub fn language(arguments: &[String]) -> Lang {
    let pairs = arguments.iter().zip(arguments.iter().skip(1));
    let asked = pairs
        .clone()
        .any(|(name, value)| name == "--lang" && value == "en")
        || arguments.iter().any(|argument| argument == "--lang=en");
    if asked { Lang::En } else { Lang::Zh }
}

/// What is wrong with the arguments, as one sentence.
pub fn complaint(error: &clap::Error, lang: Lang) -> String {
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(lang.either("、", ", ")),
        _ => String::new(),
    };
    let written = word(ContextKind::InvalidArg);
    let argument = plain(&written, lang);
    // Of several, clap puts the nearest one last.
    let nearest = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => suggestion(Some(word), lang),
        Some(ContextValue::Strings(words)) => suggestion(words.last(), lang),
        _ => String::new(),
    };
    let sentence = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            return wrong_value(
                argument,
                &word(ContextKind::InvalidValue),
                word(ContextKind::ValidValue),
                lang,
            );
        }
        ErrorKind::UnknownArgument => {
            let nearest = nearest(ContextKind::SuggestedArg);
            match (lang, written.starts_with('-')) {
                (Lang::Zh, true) => format!("没有“{written}”这个选项{nearest}"),
                (Lang::Zh, false) => format!("“{written}”是多余的"),
                (Lang::En, true) => format!("There is no option “{written}”{nearest}"),
                (Lang::En, false) => format!("“{written}” is not needed"),
            }
        }
        ErrorKind::InvalidSubcommand => {
            let command = word(ContextKind::InvalidSubcommand);
            let nearest = nearest(ContextKind::SuggestedSubcommand);
            match lang {
                Lang::Zh => format!("没有“{command}”这个命令{nearest}"),
                Lang::En => format!("There is no command “{command}”{nearest}"),
            }
        }
        ErrorKind::MissingRequiredArgument => match lang {
            Lang::Zh => format!("缺少{argument}"),
            Lang::En => format!("Missing: {argument}"),
        },
        ErrorKind::ArgumentConflict => match lang {
            Lang::Zh => format!("{argument} 只能写一次"),
            Lang::En => format!("{argument} may be given once only"),
        },
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => lang
            .either(
                "要写明做什么，如 check 文件",
                "Say what to do, such as check FILE",
            )
            .to_owned(),
        _ => lang
            .either("命令行参数不对", "The arguments are wrong")
            .to_owned(),
    };
    match lang {
        Lang::Zh => format!("{sentence}，用法见 target-table --help。"),
        Lang::En => format!("{sentence}; see target-table --help."),
    }
}

fn suggestion(word: Option<&String>, lang: Lang) -> String {
    word.map_or(String::new(), |word| {
        lang.either("，是否应为 ", "; perhaps ").to_owned() + word
    })
}

fn wrong_value(argument: &str, value: &str, listed: String, lang: Lang) -> String {
    let right = match argument {
        "--port" => lang
            .either("0 到 65535 的整数", "a whole number from 0 to 65535")
            .to_owned(),
        "--host" => lang
            .either("IP 地址，如 127.0.0.1", "an IP address such as 127.0.0.1")
            .to_owned(),
        "--profile" => {
            let ids = profile_ids().join(lang.either("、", ", "));
            ids + lang.either("，或方案文件", ", or the file of a profile")
        }
        "--as-of" => match lang {
            Lang::Zh => format!("{RULESET_DAY} 或以后的日期，如 2027-01-01"),
            Lang::En => format!("a date on or after {RULESET_DAY}, such as 2027-01-01"),
        },
        _ => listed,
    };
    match (lang, right.is_empty(), value.is_empty()) {
        (Lang::Zh, true, _) => format!("{argument} 后面要写值，用法见 target-table --help。"),
        (Lang::Zh, _, true) => format!("{argument} 后面要写值，可以是 {right}。"),
        (Lang::Zh, ..) => format!("{argument} 不能是“{value}”，可以是 {right}。"),
        (Lang::En, true, _) => format!("{argument} needs a value; see target-table --help."),
        (Lang::En, _, true) => format!("{argument} needs a value: {right}."),
        (Lang::En, ..) => format!("{argument} cannot be “{value}”; it can be {right}."),
    }
}

/// What a person calls an argument that clap writes as `--format <text|json>` or `<FILE>...`.
fn plain(argument: &str, lang: Lang) -> &str {
    if argument.starts_with('-') {
        return argument.split(' ').next().unwrap_or_default();
    }
    match argument.trim_matches(['<', '>', '[', ']', '.']) {
        "FILE" => lang.either("文件", "the file"),
        "TEXT" => lang.either("单元格文字", "the text of a cell"),
        "REPORT" => lang.either("报告文件", "the report"),
        "RULE" => lang.either("规则标识", "the rule's id"),
        _ => lang.either("Schema 的名称", "The schema's name"),
    }
}
