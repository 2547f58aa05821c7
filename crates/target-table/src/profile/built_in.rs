//! The profiles that come with the engine, the default one first. They are written as Rust so that wasm need not carry a
//! parser for them; `schema/profiles/` has them as JSON, which is how an office writes its own.

use std::borrow::Cow::Borrowed;

use rust_decimal::Decimal;

use super::{Division, Profile, Requirement, Share, Title, Weights};
use crate::amount::Amount;
use crate::model::{Category, Dimension};
use crate::report::Severity;

/// The built-in profiles.
pub static BUILT_IN: [Profile; 2] = [GUANGDONG_2024, MOF_2021];

const BENEFITS: &[Dimension] = &[
    Dimension::Economic,
    Dimension::Social,
    Dimension::Ecological,
    Dimension::Sustainable,
];

const GUANGDONG_2024: Profile = Profile {
    id: Borrowed("guangdong-2024"),
    title: Title {
        zh: Borrowed("广东省级专项资金（金融发展）2024 年版式"),
        en: Borrowed("Guangdong special fund (finance), layout of 2024"),
    },
    categories: Borrowed(&[
        division(
            Category::Output,
            &[
                Dimension::Quantity,
                Dimension::Quality,
                Dimension::Timeliness,
                Dimension::Cost,
            ],
        ),
        division(Category::Benefit, BENEFITS),
        division(Category::Satisfaction, &[Dimension::Satisfaction]),
    ]),
    required: Borrowed(&[
        one_of(&[Dimension::Quantity], Severity::Warning),
        one_of(&[Dimension::Quality], Severity::Warning),
        one_of(&[Dimension::Timeliness], Severity::Warning),
        one_of(&[Dimension::Cost], Severity::Info),
        one_of(BENEFITS, Severity::Warning),
        one_of(&[Dimension::Satisfaction], Severity::Warning),
    ]),
    rules: Borrowed(&[]),
    periods: Borrowed(&[]),
    weights: None,
};

const COSTS: &[Dimension] = &[
    Dimension::EconomicCost,
    Dimension::SocialCost,
    Dimension::EcologicalCost,
];

const MOF_2021: Profile = Profile {
    id: Borrowed("mof-2021"),
    title: Title {
        zh: Borrowed("财政部项目支出核心绩效指标 2021 年版式"),
        en: Borrowed("Ministry of Finance, core indicators of project spending, layout of 2021"),
    },
    categories: Borrowed(&[
        division(Category::Cost, COSTS),
        division(
            Category::Output,
            &[
                Dimension::Quantity,
                Dimension::Quality,
                Dimension::Timeliness,
            ],
        ),
        division(Category::Benefit, BENEFITS),
        division(Category::Satisfaction, &[Dimension::Satisfaction]),
    ]),
    required: Borrowed(&[
        one_of(COSTS, Severity::Info),
        one_of(&[Dimension::Quantity], Severity::Warning),
        one_of(&[Dimension::Quality], Severity::Warning),
        one_of(BENEFITS, Severity::Warning),
        one_of(&[Dimension::Satisfaction], Severity::Info),
    ]),
    rules: Borrowed(&[]),
    periods: Borrowed(&[]),
    weights: Some(Weights {
        total: amount(90),
        // With and without cost indicators; the other 10 are for the spending itself and given later.
        alternatives: Borrowed(&[
            Borrowed(&[
                share(Category::Cost, 20),
                share(Category::Output, 40),
                share(Category::Benefit, 20),
                share(Category::Satisfaction, 10),
            ]),
            Borrowed(&[
                share(Category::Output, 50),
                share(Category::Benefit, 30),
                share(Category::Satisfaction, 10),
            ]),
        ]),
    }),
};

const fn amount(number: u32) -> Amount {
    Amount(Decimal::from_parts(number, 0, 0, false, 0))
}

const fn share(category: Category, weight: u32) -> Share {
    Share {
        category,
        weight: amount(weight),
    }
}

const fn division(category: Category, dimensions: &'static [Dimension]) -> Division {
    Division {
        category,
        dimensions: Borrowed(dimensions),
    }
}

const fn one_of(dimensions: &'static [Dimension], severity: Severity) -> Requirement {
    Requirement {
        dimensions: Borrowed(dimensions),
        severity,
    }
}
