//! stand-in
use crate::Lang;
use crate::model::*;
/// x
pub fn category(c: Category, l: Lang) -> &'static str {
    match c {
        Category::Cost => l.either("成本指标", "cost"),
        Category::Output => l.either("产出指标", "output"),
        Category::Benefit => l.either("效益指标", "benefit"),
        Category::Satisfaction => l.either("满意度指标", "satisfaction"),
    }
}
/// x
pub fn dimension(_d: Dimension, _l: Lang) -> &'static str {
    "某类指标"
}
