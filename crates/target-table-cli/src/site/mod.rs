//! `rules --html`: a page for every rule and an index, static and without scripts, from the same Markdown as `explain`.

use std::fs;
use std::io;
use std::path::Path;

use target_table::catalogue::{Entry, catalogue};
use target_table::report::{Aspect, Lang};

use crate::formats::escaped;
use crate::words;

mod example;
mod page;

/// The page's own colours and fonts come first, so that the pages look like it.
const STYLE: &str = concat!(
    include_str!("../../../../www/src/styles/tokens.css"),
    include_str!("rules.css")
);

/// The aspects in the order in which a reviewer takes them.
pub const ASPECTS: [Aspect; 5] = [
    Aspect::Completeness,
    Aspect::Relevance,
    Aspect::Appropriateness,
    Aspect::Feasibility,
    Aspect::Structure,
];

/// Writes the pages into a folder: Chinese in itself, English in `en`.
pub fn write(folder: &Path) -> io::Result<()> {
    let rules = catalogue().0;
    fs::create_dir_all(folder.join("en"))?;
    fs::write(folder.join("rules.css"), STYLE)?;
    for lang in [Lang::Zh, Lang::En] {
        let folder = folder.join(lang.either("", "en"));
        fs::write(folder.join("index.html"), index(&rules, lang))?;
        for rule in &rules {
            let html = page::html(rule, lang);
            fs::write(folder.join(format!("{}.html", rule.id)), html)?;
        }
    }
    Ok(())
}

fn index(rules: &[Entry], lang: Lang) -> String {
    let heading = lang.either("检查规则", "The rules of the check");
    let intro = match lang {
        Lang::Zh => format!(
            "共 {} 条，按审核的四个方面和表格格式排列。每条都有缘由、改法和例子。",
            rules.len()
        ),
        Lang::En => format!(
            "{} rules, by the four aspects of review and the form of the data. Each has its reasons, what to do, and examples.",
            rules.len()
        ),
    };
    let mut main = format!("<h1>{heading}</h1>\n<p class=\"intro\">{intro}</p>\n");
    for aspect in ASPECTS {
        let name = words::aspect(aspect, lang);
        let of_aspect = rules.iter().filter(|rule| rule.aspect == aspect);
        main.push_str(&format!(
            "<section>\n<h2>{name}</h2>\n<ul class=\"rules\">\n"
        ));
        for rule in of_aspect {
            main.push_str(&format!(
                "<li><a href=\"{}.html\">{}</a> {}<p>{}</p></li>\n",
                rule.id,
                escaped(rule.title.get(lang)),
                page::severity(rule.severity, lang),
                escaped(rule.summary.get(lang)),
            ));
        }
        main.push_str("</ul>\n</section>\n");
    }
    framed(heading, "index", &main, lang)
}

/// A whole page around its main part. `name` is the file's, which is the same in both languages.
fn framed(title: &str, name: &str, main: &str, lang: Lang) -> String {
    let (root, other) = match lang {
        Lang::Zh => ("../", format!("en/{name}.html")),
        Lang::En => ("../../", format!("../{name}.html")),
    };
    let style = lang.either("rules.css", "../rules.css");
    let form = lang.either("绩效目标表 填报与自查", "Performance target table");
    let all = lang.either("全部规则", "All rules");
    let (language, tag) = match lang {
        Lang::Zh => ("English", "en"),
        Lang::En => ("中文", "zh-CN"),
    };
    let title = escaped(title);
    format!(
        r#"<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{title} · {form}</title>
<link rel="icon" href="data:,"/>
<link rel="stylesheet" href="{style}"/>
</head>
<body>
<header class="masthead">
<a class="home" href="{root}index.html">{form}</a>
<nav><a href="index.html">{all}</a><a href="{other}" lang="{tag}" hreflang="{tag}">{language}</a></nav>
</header>
<main>
{main}</main>
</body>
</html>
"#,
        lang.either("zh-CN", "en"),
    )
}
