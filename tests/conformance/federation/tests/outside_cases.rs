//! The outside cases with the reference's outcomes, where their folder exists.

#![allow(clippy::unwrap_used, reason = "a test file")]

use federation_conformance::cases;
use federation_conformance::compare::compare;
use federation_conformance::outcome::ours;
use federation_conformance::verdict::Rules;

/// Of a hundred cases so many pass at least.
const AT_LEAST_PERCENT: usize = 99;

#[test]
fn outside_cases_pass() {
    let Some(folder) = cases::folder("composition") else {
        eprintln!(
            "skipped: {} names no folder of cases, and there is none beside the checkout",
            cases::FOLDER_VARIABLE
        );
        return;
    };
    let cases = cases::load(&folder).unwrap();
    let rules = Rules::load();
    let (mut passed, mut strictly, mut hinted) = (0, 0, 0);
    for case in &cases {
        let Some(difference) = compare(&ours(case.subgraphs.clone()), &case.expected) else {
            passed += 1;
            strictly += 1;
            hinted += 1;
            continue;
        };
        passed += usize::from(difference.passes());
        strictly += usize::from(difference.strictly_passes());
        if !difference.strictly_passes() {
            let accepted = rules.case(&case.name).map_or("not accepted", |reason| reason);
            println!(
                "{}: {} ({accepted})\n  {}",
                case.name,
                difference.signature(),
                difference.lines().join("\n  ")
            );
        }
    }
    println!(
        "{passed} of {} pass, {strictly} strictly, {hinted} of them with the same hints",
        cases.len()
    );
    assert!(
        passed * 100 >= cases.len() * AT_LEAST_PERCENT,
        "only {passed} of {} pass",
        cases.len()
    );
}
