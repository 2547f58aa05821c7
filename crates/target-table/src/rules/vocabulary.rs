//! Words that several rules look for in names, and how they are looked for.

use crate::SMALL;
use crate::reading::text::{first_of, one_of};
use crate::reading::{Comparator, Quantity, Value};

/// How large the sets of characters are. In the small module small ones have to do.
const BLOCKS: usize = if SMALL { 1 } else { 8 };

/// Words that are looked for in texts.
pub(crate) struct WordList {
    pub words: &'static [&'static str],
    /// The characters that begin the words, and some others: the low bits of a character say where its bit stands. Most
    /// places of a text are passed over after a look at one bit.
    heads: [u64; BLOCKS],
}

#[expect(
    clippy::indexing_slicing,
    reason = "lists are made at compile time, where a place outside is an error of the compiler"
)]
impl WordList {
    pub const fn new(words: &'static [&'static str]) -> WordList {
        let mut heads = [0; BLOCKS];
        let mut at = 0;
        while at < words.len() {
            let head = first_of(words[at].as_bytes()) as u32;
            heads[head as usize >> 6 & (BLOCKS - 1)] |= 1 << (head & 63);
            at += 1;
        }
        WordList { words, heads }
    }
}

impl WordList {
    /// Whether one of the words stands in a text.
    pub fn are_in(&self, text: &str) -> bool {
        let mut places = text.char_indices();
        places.any(|(at, c)| {
            self.may_begin_with(c)
                && self
                    .first_at_start(text.get(at..).unwrap_or_default())
                    .is_some()
        })
    }

    /// The first of the words with which a text begins.
    pub fn at_start(&self, text: &str) -> Option<&'static str> {
        let may_begin = self.may_begin_with(text.chars().next()?);
        may_begin.then(|| self.first_at_start(text)).flatten()
    }

    fn may_begin_with(&self, c: char) -> bool {
        let heads = self.heads.get((c as usize) >> 6 & (BLOCKS - 1));
        heads.is_some_and(|heads| heads >> (c as u32 & 63) & 1 == 1)
    }

    fn first_at_start(&self, text: &str) -> Option<&'static str> {
        let begins = |word: &&&str| {
            // The last byte differs more often than the first ones do.
            let last = word.len().wrapping_sub(1);
            text.as_bytes().get(last) == word.as_bytes().last() && text.starts_with(**word)
        };
        self.words.iter().find(begins).copied()
    }
}

/// Whether a text ends with one of the words.
pub(super) fn ends_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether a text ends with one of a few characters.
pub(super) fn ends_with_one(text: &str, few: &str) -> bool {
    let end = text.chars().next_back();
    end.is_some_and(|end| few.chars().any(|one| one == end))
}

/// A text without what people vary while they mean the same: spaces and punctuation. A unit may be nothing else (%).
pub(super) fn bare(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| !is_dropped(*c))
}

/// A number that is the same for names that are the same when they are bare, and hardly ever for others: it spares looking
/// at the names themselves, once more for each fix that is tried out. The first wasm module tries none, and goes without.
pub(crate) fn name_mark(name: &str) -> u32 {
    let letters = bare(name).filter(|_| cfg!(feature = "full"));
    letters.fold(0, |mark: u32, c| {
        mark.wrapping_mul(31).wrapping_add(u32::from(c))
    })
}

fn is_dropped(c: char) -> bool {
    match c {
        // Most characters are these.
        '\u{4E00}'..='\u{9FFF}' => false,
        '，' | '。' | '、' | '；' | '：' | '“' | '”' | '‘' | '’' | '（' | '）' | '(' | ')'
        | '《' | '》' | ',' | '.' | ';' | ':' => true,
        _ => c.is_whitespace(),
    }
}

/// A number as it is written, with its unit: `165万元`.
pub(super) fn amount(quantity: &Quantity) -> String {
    let unit = quantity.unit.as_ref().map_or("", |unit| unit.text.as_str());
    [&quantity.number.to_string(), unit].concat()
}

/// The direction that a value writes itself, if it is a number or a length of time.
pub(super) fn stated(value: &Value) -> Option<Comparator> {
    match value {
        Value::Quantity(quantity) | Value::Duration(quantity) if quantity.stated => {
            Some(quantity.comparator)
        }
        _ => None,
    }
}

/// Whether a value is a number in this dimension, such as `ratio`, or in one that begins so, such as `count:`.
pub(super) fn is_in(value: &Value, dimension: &str) -> bool {
    let unit = match value {
        Value::Quantity(quantity) => quantity.unit.as_ref(),
        Value::Range(range) => range.unit.as_ref(),
        _ => None,
    };
    unit.is_some_and(|unit| {
        unit.dimension == dimension
            || (dimension.ends_with(':') && unit.dimension.starts_with(dimension))
    })
}

/// Whether a name is that of a rate, so that its number is a percentage.
pub(super) fn is_rate(name: &str) -> bool {
    // Most names end otherwise.
    if !ends_with_one(name, "率例比重速幅度") {
        return false;
    }
    // 有效率 is the share of what is valid, not an efficiency.
    ends_any(name, &RATES) && (!ends_any(name, &NO_RATES) || name.ends_with("有效率"))
}

const RATES: [&str; 7] = ["率", "比例", "占比", "比重", "增速", "增幅", "满意度"];

/// What ends like a rate and is none.
const NO_RATES: [&str; 6] = ["频率", "效率", "汇率", "速率", "功率", "分辨率"];

/// Whether a name is that of a part in its whole, which is good when it is high and never above 100 %. Growth, leverage
/// and the like may well exceed 100 %.
pub(super) fn is_bounded_rate(name: &str) -> bool {
    // Most names end otherwise.
    if !ends_with_one(name, "率度") {
        return false;
    }
    let ending = BOUNDED.iter().find_map(|word| name.strip_suffix(word));
    ending.is_some_and(|before| !before.ends_with(one_of("不未非")))
}

const BOUNDED: [&str; 26] = [
    "合格率",
    "完成率",
    "达标率",
    "覆盖率",
    "满意度",
    "满意率",
    "及时率",
    "成活率",
    "准确率",
    "到位率",
    "回访率",
    "普及率",
    "入库率",
    "验收率",
    "正常率",
    "完好率",
    "通过率",
    "知晓率",
    "办结率",
    "参保率",
    "优良率",
    "好评率",
    "合规率",
    "整改率",
    "运行率",
    "兑现率",
];

/// Whether less of it is better beyond doubt, so that its target is an upper bound.
pub(super) fn is_better_low(name: &str) -> bool {
    FAULTS.are_in(name) && !REMEDIES.are_in(name)
}

static FAULTS: WordList = WordList::new(&[
    "不良率",
    "不良贷款率",
    "投诉率",
    "投诉量",
    "投诉次数",
    "投诉件数",
    "投诉数",
    "事故",
    "故障率",
    "故障次数",
    "差错率",
    "逾期率",
    "失误率",
    "死亡率",
    "空置率",
    "误差",
    "违约率",
    "流失率",
    "代偿率",
    "费率",
    "贷款利率",
    "融资利率",
    "融资成本",
    "贷款成本",
    "办理时限",
    "审批时限",
    "响应时间",
    "办理时间",
    "误报率",
    "漏报率",
    "不合格率",
]);

/// What is done about a fault: more of that is better.
static REMEDIES: WordList = WordList::new(&[
    "下降",
    "降低",
    "减少",
    "压降",
    "压减",
    "处理",
    "处置",
    "办结",
    "解决",
    "整改",
    "消除",
    "排除",
    "排查",
    "回复",
    "答复",
    "化解",
    "控制率",
    "节约",
    "节省",
    "缩短",
    "预防",
    "防范",
    "修复",
    "恢复",
    "及时",
    "满意",
    "覆盖",
    "降幅",
    "无",
    "零",
    "演练",
    "保险",
]);

/// What is better when there is less of it or what itself goes down, so that a target may be the lower the later.
pub(super) fn may_fall(name: &str) -> bool {
    static WORDS: WordList = WordList::new(&[
        "不良", "投诉", "事故", "故障", "差错", "逾期", "时限", "时长", "用时", "周期", "费率",
        "利率", "成本", "能耗", "排放", "浓度", "误差", "死亡", "空置", "下降",
    ]);
    WORDS.are_in(name)
}

/// What an activity is called when it is counted.
pub(super) static ACTIVITIES: WordList = WordList::new(&[
    "服务", "培训", "活动", "宣传", "提供", "开展", "举办", "调研", "会议", "讲座", "走访", "召开",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand() {
        static WORDS: WordList = WordList::new(&["**", "不良率", "率", "ab"]);
        for (text, is_there) in [
            ("", false),
            ("不", false),
            ("不良", false),
            ("不良率", true),
            ("贷款的率", true),
            ("种植面积**亩", true),
            ("*", false),
            ("*a*b", false),
            ("一ab", true),
            ("𠮷ａb", false),
        ] {
            assert_eq!(WORDS.are_in(text), is_there, "{text}");
            let is_word = WORDS.words.iter().any(|word| text.contains(word));
            assert_eq!(WORDS.are_in(text), is_word, "{text}");
        }
        assert_eq!(WORDS.at_start("不良率高"), Some("不良率"));
        assert_eq!(WORDS.at_start("高不良率"), None);
    }
}
