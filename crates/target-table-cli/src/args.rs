//! The arguments, and what is said where they are wrong.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand, ValueEnum};
use target_table::{Lang, Severity, profile};

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
        #[arg(long)]
        json: bool,
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
            value_name = "table|report|profile|reading"
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
    /// 输出格式。 The format of the output.
    #[arg(
        long,
        value_enum,
        default_value = "text",
        value_name = "text|json|jsonl"
    )]
    pub format: Format,
    /// 检查方案。 The profile to check by.
    #[arg(long, default_value = "guangdong-2024", value_parser = profile_id, value_name = "PROFILE")]
    pub profile: String,
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

fn profile_id(id: &str) -> Result<String, String> {
    if profile::find(id).is_some() {
        return Ok(id.to_owned());
    }
    let ids: Vec<&str> = profile::BUILT_IN
        .iter()
        .map(|profile| profile.id.as_ref())
        .collect();
    Err(ids.join(", "))
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
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    };
    let argument = word(ContextKind::InvalidArg);
    let value = word(ContextKind::InvalidValue);
    let sentence = match (error.kind(), lang) {
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, _) => {
            let known = match word(ContextKind::ValidValue) {
                known if known.is_empty() => std::error::Error::source(error)
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                known => known,
            };
            return match (lang, value.is_empty()) {
                (Lang::Zh, true) => format!("{argument} 后面要写值：{known}。"),
                (Lang::Zh, false) => format!("{argument} 的值“{value}”不对，可以是：{known}。"),
                (Lang::En, true) => format!("{argument} needs a value: {known}."),
                (Lang::En, false) => format!("“{value}” is no value for {argument}; use {known}."),
            };
        }
        (ErrorKind::UnknownArgument, Lang::Zh) => format!("没有“{argument}”这个选项"),
        (ErrorKind::UnknownArgument, Lang::En) => format!("There is no option “{argument}”"),
        (ErrorKind::InvalidSubcommand, Lang::Zh) => {
            format!("没有“{}”这个命令", word(ContextKind::InvalidSubcommand))
        }
        (ErrorKind::InvalidSubcommand, Lang::En) => {
            format!(
                "There is no command “{}”",
                word(ContextKind::InvalidSubcommand)
            )
        }
        (ErrorKind::MissingRequiredArgument, Lang::Zh) => format!("缺少 {argument}"),
        (ErrorKind::MissingRequiredArgument, Lang::En) => format!("{argument} is missing"),
        (ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) => {
            lang.either(
                "要写明做什么，如 check 文件",
                "Say what to do, such as check FILE",
            )
            .to_owned()
        }
        (_, Lang::Zh) => "命令行参数不对".to_owned(),
        (_, Lang::En) => "The arguments are wrong".to_owned(),
    };
    match lang {
        Lang::Zh => format!("{sentence}，用法见 target-table --help。"),
        Lang::En => format!("{sentence}; see target-table --help."),
    }
}
