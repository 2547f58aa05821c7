//! What has to agree between the parts of a profile.

use rust_decimal::Decimal;

use super::parse::{Reader, perhaps, shown};
use super::{Profile, RuleChoice, RuleSeverity, Weights};
use crate::rules::{Part, WITHOUT_PAGES};

impl Reader {
    /// Says where parts of a profile do not agree with each other or with the catalogue of rules.
    pub(super) fn agree(&mut self, profile: &Profile) {
        self.divisions_agree(profile);
        for (index, required) in profile.required.iter().enumerate() {
            let at = format!("/required/{index}/dimensions");
            if required.dimensions.is_empty() {
                self.say(
                    &at,
                    format!(
                        "{}没有列出任何二级指标。请写明须有哪些，或删去这一项。",
                        shown(&at)
                    ),
                    format!(
                        "{} names no dimension. Say which are required, or remove the item.",
                        shown(&at)
                    ),
                );
            }
            for dimension in required.dimensions.iter() {
                if profile.home_of(*dimension).is_none() {
                    let word = dimension.word();
                    self.say(
                        &at,
                        format!("{}要求“{word}”，但它不在任何一级指标之下。请把它列入 categories，或不作要求。", shown(&at)),
                        format!("{} requires “{word}”, which stands under no category. Put it into categories, or do not require it.", shown(&at)),
                    );
                }
            }
        }
        for (index, kind) in profile.periods.iter().enumerate() {
            if profile
                .periods
                .iter()
                .take(index)
                .any(|other| other == kind)
            {
                self.twice(&format!("/periods/{index}"), kind.word());
            }
        }
        self.choices_agree(&profile.rules);
        if let Some(weights) = &profile.weights {
            self.weights_agree(profile, weights);
        }
    }

    fn twice(&mut self, at: &str, word: &str) {
        self.say(
            at,
            format!("{}的“{word}”前面已经有了。请删去重复的一项。", shown(at)),
            format!(
                "{} has “{word}”, which stands before already. Remove one of them.",
                shown(at)
            ),
        );
    }

    fn divisions_agree(&mut self, profile: &Profile) {
        let mut dimensions = Vec::new();
        for (index, division) in profile.categories.iter().enumerate() {
            let mut before = profile.categories.iter().take(index);
            if before.any(|other| other.category == division.category) {
                self.twice(
                    &format!("/categories/{index}/category"),
                    division.category.word(),
                );
            }
            for (place, dimension) in division.dimensions.iter().enumerate() {
                if dimensions.contains(dimension) {
                    self.twice(
                        &format!("/categories/{index}/dimensions/{place}"),
                        dimension.word(),
                    );
                }
                dimensions.push(*dimension);
            }
        }
        if dimensions.is_empty() {
            self.say(
                "/categories",
                "categories 没有列出任何指标。请写明各一级指标之下的二级指标。".to_owned(),
                "categories lists no dimension. Say which stand under each category.".to_owned(),
            );
        }
    }

    fn choices_agree(&mut self, choices: &[RuleChoice]) {
        for (index, choice) in choices.iter().enumerate() {
            let at = format!("/rules/{index}");
            let id = choice.rule.as_ref();
            match WITHOUT_PAGES.iter().find(|rule| rule.id == id) {
                None => {
                    let ids: Vec<&str> = WITHOUT_PAGES.iter().map(|rule| rule.id).collect();
                    let (zh, en) = perhaps(id, &ids);
                    self.say(
                        &format!("{at}/rule"),
                        format!("没有“{id}”这条规则{zh}。请改正规则标识。"),
                        format!("There is no rule “{id}”{en}. Correct the rule's id."),
                    );
                }
                Some(rule)
                    if rule.spoils.contains(&Part::Whole)
                        && choice.severity != RuleSeverity::Error =>
                {
                    self.say(
                        &format!("{at}/severity"),
                        format!("规则“{id}”管的是表格的格式，只能是错误。请删去这一项。"),
                        format!("The rule “{id}” is about the format itself and is always an error. Remove this choice."),
                    );
                }
                Some(_) => {}
            }
            if let (Some(since), Some(until)) = (&choice.since, &choice.until)
                && since > until
            {
                self.say(
                    &at,
                    format!("规则“{id}”自 {since} 起、至 {until} 止，起止颠倒。请核对两个日期。"),
                    format!("The choice for “{id}” begins on {since} and ends on {until}, before it begins. Check both dates."),
                );
            }
            let before = choices.iter().take(index);
            if before
                .filter(|other| other.rule == choice.rule)
                .any(|other| overlap(other, choice))
            {
                self.say(
                    &at,
                    format!("规则“{id}”在同一时间有两种取舍。请删去一种，或用 since、until 把时间分开。"),
                    format!("The rule “{id}” has two choices for the same time. Remove one, or part them by since and until."),
                );
            }
        }
    }

    fn weights_agree(&mut self, profile: &Profile, weights: &Weights) {
        if weights.alternatives.is_empty() {
            self.say(
                "/weights/alternatives",
                "weights 没有列出任何一种分配。请写明各一级指标的权重，或删去 weights。".to_owned(),
                "weights lists no distribution. Say what each category weighs, or remove weights."
                    .to_owned(),
            );
        }
        for (index, shares) in weights.alternatives.iter().enumerate() {
            let at = format!("/weights/alternatives/{index}");
            let mut sum = Some(Decimal::ZERO);
            for (place, share) in shares.iter().enumerate() {
                let word = share.category.word();
                sum = sum.and_then(|sum| crate::exact::sum(sum, share.weight.0));
                if shares
                    .iter()
                    .take(place)
                    .any(|other| other.category == share.category)
                {
                    self.twice(&format!("{at}/{place}/category"), word);
                }
                let mut divisions = profile.categories.iter();
                if !divisions.any(|division| division.category == share.category) {
                    self.say(
                        &format!("{at}/{place}/category"),
                        format!("{}给“{word}”定了权重，但 categories 里没有它。请补上或删去。", shown(&at)),
                        format!("{} gives a weight to “{word}”, which is not in categories. Add it there or remove it here.", shown(&at)),
                    );
                }
            }
            if sum != Some(weights.total.0) {
                let (sum, total) = (sum.unwrap_or(Decimal::MAX), weights.total.0);
                self.say(
                    &at,
                    format!(
                        "{}的权重合计 {sum}，应为 {total}。请核对各项权重。",
                        shown(&at)
                    ),
                    format!(
                        "{} adds up to {sum} instead of {total}. Check the weights.",
                        shown(&at)
                    ),
                );
            }
        }
    }
}

fn overlap(one: &RuleChoice, other: &RuleChoice) -> bool {
    let begins_before_end = |one: &RuleChoice, other: &RuleChoice| match (&one.since, &other.until)
    {
        (Some(since), Some(until)) => since <= until,
        _ => true,
    };
    begins_before_end(one, other) && begins_before_end(other, one)
}
