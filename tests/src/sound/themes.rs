//! What the sound tables are about: a dozen kinds of projects with numbers to be filled in.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use target_table::model::Table;

use super::Sound;
use crate::mutants::random;

/// A kind of project. `{a}` stands for the number `a`, `{a/2}` for half of it.
pub(super) struct Theme {
    name: &'static str,
    profile: &'static str,
    project: &'static str,
    applicant: &'static str,
    credit_code: Option<&'static str>,
    support: &'static str,
    /// Name, least, most and step; the least and the step are multiples of four, so that halves and quarters are whole.
    numbers: &'static [(&'static str, u64, u64, u64)],
    /// Id and kind, label, end or nothing, goal.
    periods: &'static [[&'static str; 4]],
    /// First and second level, name, unit or nothing, definition or nothing, and a cell for each period; parted by `|`.
    rows: &'static [&'static str],
}

impl Theme {
    /// The theme as a table, with the numbers of this seed.
    pub(super) fn table(&self, seed: u64) -> Sound {
        let random = &mut random(seed);
        let numbers: Vec<(&str, u64)> = self
            .numbers
            .iter()
            .map(|(name, least, most, step)| {
                let steps = (most - least) / step;
                (*name, least + step * random.random_range(0..=steps))
            })
            .collect();
        let periods: Vec<Value> = self
            .periods
            .iter()
            .map(|[id, label, end, goal]| {
                let goal = filled(goal, &numbers);
                object(&[
                    ("id", id),
                    ("kind", id),
                    ("label", label),
                    ("end", end),
                    ("goal", &goal),
                ])
            })
            .collect();
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| self.indicator(&filled(row, &numbers)))
            .collect();
        let amount = filled(self.support, &numbers);
        let applicant = [
            ("name", self.applicant),
            ("creditCode", self.credit_code.unwrap_or_default()),
        ];
        let document = json!({
            "schemaVersion": "1",
            "project": { "name": self.project },
            "applicant": object(&applicant),
            "support": { "amount": amount, "unit": "万元" },
            "periods": periods,
            "indicators": rows,
        });
        let table = Table::from_json(&document.to_string());
        let table = table.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        Sound::new(format!("{}, seed {seed}", self.name), table, self.profile)
    }

    fn indicator(&self, row: &str) -> Value {
        let columns: Vec<&str> = row.split('|').map(str::trim).collect();
        let [category, dimension, name, unit, definition, cells @ ..] = columns.as_slice() else {
            panic!("{}: {row}", self.name);
        };
        assert_eq!(cells.len(), self.periods.len(), "{}: {row}", self.name);
        let mut indicator = object(&[
            ("category", category),
            ("dimension", dimension),
            ("unit", unit),
            ("definition", definition),
        ]);
        let (group, name) = name.split_once('/').unwrap_or(("", name));
        indicator["name"] = json!(name);
        if !group.is_empty() {
            indicator["group"] = json!(group);
        }
        let cells = self
            .periods
            .iter()
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty());
        let targets = cells.map(|([id, ..], cell)| ((*id).to_owned(), json!(cell)));
        indicator["targets"] = targets.collect::<Map<_, _>>().into();
        indicator
    }
}

/// An object of the fields that say something.
fn object(fields: &[(&str, &str)]) -> Value {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let fields = fields.map(|(name, value)| ((*name).to_owned(), json!(value)));
    fields.collect::<Map<_, _>>().into()
}

fn filled(text: &str, numbers: &[(&str, u64)]) -> String {
    let mut text = text.to_owned();
    for (name, number) in numbers {
        for part in [1, 2, 4] {
            let token = match part {
                1 => format!("{{{name}}}"),
                part => format!("{{{name}/{part}}}"),
            };
            text = text.replace(&token, &(number / part).to_string());
        }
    }
    text
}

pub(super) const THEMES: &[Theme] = &[
    Theme {
        name: "farmland",
        profile: "guangdong-2024",
        project: "高标准农田建设项目",
        applicant: "某县农业农村局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 4000, 12000, 400),
            ("d", 12, 60, 4),
            ("s", 800, 2400, 80),
            ("p", 400, 2000, 40),
        ],
        periods: &[
            [
                "stage",
                "阶段目标（6月底前）",
                "",
                "建成高标准农田{a/2}亩，修建机耕路{d/2}公里。",
            ],
            [
                "annual",
                "年度目标",
                "",
                "全年建成高标准农田{a}亩，修建机耕路{d}公里，带动农户{p}户。",
            ],
        ],
        rows: &[
            "output|quantity|建成高标准农田面积|亩||≥{a/2}亩|≥{a}亩",
            "output|quantity|修建机耕路长度|公里||≥{d/2}公里|≥{d}公里",
            "output|quality|工程验收合格率|%|验收合格的单项工程占全部单项工程的比例|≥95%|100%",
            "output|timeliness|工程完工时间|||6月底前完成一半工程|12月底前全部完工",
            "output|cost|项目总支出|万元||≤{s/2}万元|≤{s}万元",
            "benefit|economic|亩均年产值增加额|元/亩||≥150元/亩|≥300元/亩",
            "benefit|social|带动农户户数|户||≥{p/2}户|≥{p}户",
            "benefit|ecological|节水灌溉面积占比|%||≥40%|≥60%",
            "benefit|sustainable|工程设施使用年限|年|||≥15年",
            "satisfaction|satisfaction|受益农户满意度|%||≥85%|≥90%",
        ],
    },
    Theme {
        name: "health",
        profile: "mof-2021",
        project: "基层医疗卫生服务能力提升项目",
        applicant: "某市卫生健康局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 8, 40, 4),
            ("b", 200, 800, 40),
            ("s", 600, 1600, 40),
            ("u", 4, 12, 4),
        ],
        periods: &[
            [
                "annual",
                "年度目标（2025年）",
                "2025-12-31",
                "完成{a/2}家乡镇卫生院改造，培训医务人员{b/2}人次。",
            ],
            [
                "cycle",
                "实施周期目标（2025—2026年）",
                "2026-12-31",
                "完成{a}家乡镇卫生院改造，累计培训医务人员{b}人次。",
            ],
        ],
        rows: &[
            "cost|economic-cost|改造工程总成本|万元||≤{s/2}万元|≤{s}万元",
            "cost|economic-cost|单家卫生院改造成本|万元/家||≤{u}万元/家|≤{u}万元/家",
            "output|quantity|改造乡镇卫生院数量|家||{a/2}|{a}",
            "output|quantity|培训医务人员|人次||≥{b/2}|≥{b}",
            "output|quality|改造工程验收合格率|%||100%|100%",
            "output|quality|医务人员考核通过率|%||≥92%|≥95%",
            "output|timeliness|改造工程完工时间|||2025年12月底前|2026年12月底前",
            "benefit|social|基层就诊率|%||≥60%|≥65%",
            "benefit|sustainable|设备正常使用年限|年||≥8年|≥8年",
            "satisfaction|satisfaction|就诊群众满意度|%||≥88%|≥90%",
        ],
    },
    Theme {
        name: "school",
        profile: "guangdong-2024",
        project: "义务教育学校校舍改造项目",
        applicant: "某区教育局",
        credit_code: Some("91440000MA4UJ6WX8W"),
        support: "{s}",
        numbers: &[
            ("a", 8, 24, 4),
            ("m", 8000, 20000, 800),
            ("s", 1200, 3200, 80),
            ("p", 1200, 6000, 200),
        ],
        periods: &[
            [
                "stage",
                "阶段目标（2025年6月底前）",
                "",
                "完成{a/2}所学校的校舍改造，改造面积{m/2}平方米。",
            ],
            [
                "annual",
                "年度目标（2025年）",
                "",
                "完成{a}所学校的校舍改造，改造面积{m}平方米，受益学生{p}人。",
            ],
        ],
        rows: &[
            "output|quantity|改造校舍的学校数|所||≥{a/2}所|≥{a}所",
            "output|quantity|校舍改造面积|平方米||≥{m/2}平方米|≥{m}平方米",
            "output|quality|竣工验收合格率|%||100%|100%",
            "output|timeliness|校舍交付时间|||2025年6月底前交付一半|2025年12月底前全部交付",
            "output|cost|校舍改造总支出|万元||不超过{s/2}万元|不超过{s}万元",
            "benefit|social|受益学生人数|人||≥{p/2}人|≥{p}人",
            "benefit|ecological|建筑垃圾回收利用率|%||≥85%|≥90%",
            "benefit|sustainable|校舍安全使用年限|年|||≥30年",
            "satisfaction|satisfaction|师生满意度|%||≥88%|≥92%",
        ],
    },
    Theme {
        name: "guarantee",
        profile: "guangdong-2024",
        project: "小微企业融资担保降费奖补项目",
        applicant: "某市融资担保有限公司",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 12000, 40000, 400),
            ("b", 200, 800, 40),
            ("s", 300, 900, 20),
            ("t", 8, 20, 4),
        ],
        periods: &[
            [
                "stage",
                "阶段目标（6月底前）",
                "",
                "新增小微企业担保金额{a/2}万元，服务小微企业{b/2}家。",
            ],
            [
                "annual",
                "年度目标",
                "",
                "全年新增小微企业担保金额{a}万元，服务小微企业{b}家，举办政策宣讲{t}场。",
            ],
        ],
        rows: &[
            "output|quantity|服务小微企业|家||≥{b/2}家|≥{b}家",
            "output|quantity|举办政策宣讲|场||≥{t/2}场|≥{t}场",
            "output|quality|支小支农担保金额占比|%||≥80%|≥80%",
            "output|timeliness|奖补资金使用时间|||6月底前使用50%|12月底前全部使用",
            "output|cost|奖补资金总支出|万元||≤{s/2}万元|≤{s}万元",
            "benefit|economic|新增小微企业担保金额|万元||≥{a/2}万元|≥{a}万元",
            "benefit|economic|平均担保费率|%||≤1%|≤1%",
            "benefit|sustainable|政策持续年限|年|||≥3年",
            "satisfaction|satisfaction|服务对象满意度|%||≥85%|≥90%",
        ],
    },
    Theme {
        name: "culture",
        profile: "mof-2021",
        project: "公共文化惠民活动项目",
        applicant: "某市文化广电旅游局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 40, 160, 4),
            ("b", 8000, 40000, 400),
            ("s", 120, 480, 20),
            ("r", 12, 40, 4),
        ],
        periods: &[[
            "annual",
            "年度目标（2025年）",
            "",
            "全年开展文艺演出{a}场，举办公益讲座{r}期，惠及群众{b}人次。",
        ]],
        rows: &[
            "cost|economic-cost|活动总成本|万元||≤{s}万元",
            "output|quantity|文艺演出|场||≥{a}",
            "output|quantity|公益讲座|期||≥{r}",
            "output|quality|演出计划完成率|%||≥95%",
            "output|timeliness|活动完成时间|||2025年11月底前",
            "benefit|social|惠及群众人次|人次||≥{b}",
            "benefit|economic|带动文旅消费金额|万元||≥{b/4}万元",
            "satisfaction|satisfaction|观众满意度|%||≥90%",
        ],
    },
    Theme {
        name: "river",
        profile: "guangdong-2024",
        project: "城区河道综合治理项目",
        applicant: "某市生态环境局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 8, 32, 4),
            ("s", 2000, 6000, 200),
            ("n", 4, 12, 4),
            ("w", 40, 120, 4),
        ],
        periods: &[
            [
                "annual",
                "年度目标（2025年）",
                "",
                "完成河道清淤{a/2}公里，建成排口监测站{n/2}座。",
            ],
            [
                "overall",
                "总体目标（2026年底前）",
                "",
                "完成河道清淤{a}公里，建成排口监测站{n}座，水质达到Ⅳ类。",
            ],
        ],
        rows: &[
            "output|quantity|河道清淤长度|公里||≥{a/2}公里|≥{a}公里",
            "output|quantity|建成排口监测站|座||{n/2}座|{n}座",
            "output|quality|清淤工程合格率|%||≥98%|≥98%",
            "output|timeliness|清淤工程完工时间|||2025年11月底前|2026年11月底前",
            "output|cost|治理工程总费用|万元||≤{s/2}万元|≤{s}万元",
            "benefit|social|河道问题投诉件数|件||≤{w}件|≤{w/2}件",
            "benefit|ecological|水质达标率|%||≥75%|≥90%",
            "benefit|sustainable|管护机制运行年限|年||≥3年|≥5年",
            "satisfaction|satisfaction|沿岸居民满意度|%||≥85%|≥88%",
        ],
    },
    Theme {
        name: "voucher",
        profile: "mof-2021",
        project: "科技创新券补助项目",
        applicant: "某市科学技术局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 80, 320, 8),
            ("b", 400, 1600, 40),
            ("s", 400, 1200, 40),
            ("r", 4, 12, 4),
            ("j", 44, 76, 8),
        ],
        periods: &[
            [
                "stage",
                "阶段目标（2025年6月底前）",
                "2025-06-30",
                "支持科技型企业{a/4}家，完成调研报告{r/4}份。",
            ],
            [
                "annual",
                "年度目标（2025年）",
                "2025-12-31",
                "支持科技型企业{a/2}家，完成调研报告{r/2}份，带动研发投入{b/2}万元。",
            ],
            [
                "cycle",
                "实施周期目标（2025—2027年）",
                "2027-12-31",
                "累计支持科技型企业{a}家，完成调研报告{r}份，带动研发投入{b}万元。",
            ],
        ],
        rows: &[
            "cost|economic-cost|补助资金总成本|万元||≤{s/4}万元|≤{s/2}万元|≤{s}万元",
            "output|quantity|支持科技型企业|家||≥{a/4}家|≥{a/2}家|≥{a}家",
            "output|quantity|调研报告|份||{r/4}|{r/2}|{r}",
            "output|quality|补助对象合规率|%||100%|100%|100%",
            "output|timeliness|补助资金拨付时限|个工作日|受理后多少个工作日内拨付|≤20个工作日|≤20个工作日|≤15个工作日",
            "benefit|economic|带动企业研发投入|万元||≥{b/4}万元|≥{b/2}万元|≥{b}万元",
            "benefit|social|新增科研岗位|个||≥{j/4}|≥{j/2}|≥{j}",
            "benefit|sustainable|合作协议有效期|年||≥2年|≥2年|≥3年",
            "satisfaction|satisfaction|受助企业满意度|%||≥88%|≥90%|≥90%",
        ],
    },
    Theme {
        name: "software",
        profile: "guangdong-2024",
        project: "政务数据共享平台建设项目",
        applicant: "某市政务服务和数据管理局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 40, 120, 4),
            ("b", 800, 4000, 80),
            ("s", 400, 1200, 40),
            ("r", 8, 24, 4),
        ],
        periods: &[
            [
                "stage",
                "阶段目标（6月底前）",
                "",
                "完成平台招标和需求确认，接入部门系统{a/4}个。",
            ],
            [
                "annual",
                "年度目标",
                "",
                "平台上线运行，接入部门系统{a}个，汇聚数据{b}万条，开展业务培训{r}次。",
            ],
        ],
        rows: &[
            "output|quantity|接入部门系统|个||{a/4}|{a}",
            "output|quantity|汇聚数据量|万条||≥{b/4}万条|≥{b}万条",
            "output|quantity|业务培训|次||≥{r/4}次|≥{r}次",
            "output|quality|数据准确率|%||≥97%|≥99%",
            "output|quality|系统故障率|%||≤2%|≤1%",
            "output|timeliness|平台上线时间|||6月底前完成开发|10月底前上线运行",
            "output|cost|平台建设总支出|万元||≤{s/2}万元|≤{s}万元",
            "benefit|social|减少群众跑动次数|万次||≥{r/4}万次|≥{r}万次",
            "benefit|sustainable|平台稳定运行年限|年|||≥5年",
            "satisfaction|satisfaction|使用单位满意度|%||≥85%|≥90%",
        ],
    },
    Theme {
        name: "care",
        profile: "guangdong-2024",
        project: "居家养老服务补助项目",
        applicant: "某区民政局",
        credit_code: None,
        support: "{s}",
        numbers: &[
            ("a", 400, 1600, 40),
            ("b", 8, 24, 4),
            ("s", 200, 800, 20),
            ("c", 40, 120, 4),
        ],
        periods: &[
            [
                "stage",
                "阶段目标（2025年6月底前）",
                "2025-06-30",
                "为{a/4}名老年人提供居家养老服务，建成服务站{b/4}个。",
            ],
            [
                "annual",
                "年度目标（2025年）",
                "2025-12-31",
                "为{a/2}名老年人提供居家养老服务，建成服务站{b/2}个。",
            ],
            [
                "overall",
                "总体目标（2026年底前）",
                "2026-12-31",
                "为{a}名老年人提供居家养老服务，建成服务站{b}个。",
            ],
        ],
        rows: &[
            "output|quantity|居家养老服务/服务老年人数|人||≥{a/4}人|≥{a/2}人|≥{a}人",
            "output|quantity|服务站建设/建成服务站|个||≥{b/4}个|≥{b/2}个|≥{b}个",
            "output|quantity|适老化改造家庭|户||≥{c/4}户|≥{c/2}户|≥{c}户",
            "output|quality|居家养老服务/持证护理员占比|%||≥80%|≥85%|≥90%",
            "output|timeliness|补助发放时间|||每季度末前发放|每季度末前发放|每季度末前发放",
            "output|cost|项目总支出|万元||≤{s/4}万元|≤{s/2}万元|≤{s}万元",
            "benefit|social|服务覆盖率|%||≥50%|≥60%|≥80%",
            "benefit|sustainable|服务站持续运营年限|年|||≥2年|≥3年",
            "satisfaction|satisfaction|老年人满意度|%||≥85%|≥88%|≥90%",
        ],
    },
];
