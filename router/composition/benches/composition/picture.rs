//! Cost against size as an SVG graph, both axes logarithmic. Knows figures only.

use std::fmt::Write as _;

/// One composer's times.
pub struct Curve {
    name: String,
    /// (types, milliseconds), in the order measured.
    points: Vec<(f64, f64)>,
}

impl Curve {
    /// Adds a point to the curve of that name; nothing where there is no time.
    pub fn add(curves: &mut Vec<Curve>, name: &str, types: usize, milliseconds: &Option<f64>) {
        let index = curves.iter().position(|curve| curve.name == name).unwrap_or_else(|| {
            curves.push(Curve {
                name: name.to_string(),
                points: Vec::new(),
            });
            curves.len() - 1
        });
        curves[index].points.extend(milliseconds.map(|time| (types as f64, time)));
    }
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 230.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 56.0;
const COLOURS: [&str; 3] = ["#0b6e4f", "#c8553d", "#3d5a98"];

/// The graph as a document.
pub fn svg(curves: &[Curve]) -> String {
    let points = || curves.iter().flat_map(|curve| &curve.points);
    let decade = |value: f64, round: fn(f64) -> f64| 10f64.powf(round(value.log10()));
    let (least, most) = points().fold((f64::MAX, 1.0f64), |(least, most), (_, time)| (least.min(*time), most.max(*time)));
    let (few, many) = points().fold((f64::MAX, 1.0f64), |(few, many), (types, _)| (few.min(*types), many.max(*types)));
    let (low, high) = (decade(least, f64::floor), decade(most, f64::ceil));
    let along = |value: f64, from: f64, to: f64| if from < to { (value / from).ln() / (to / from).ln() } else { 0.5 };
    let x = |types: f64| LEFT + along(types, few, many) * (WIDTH - LEFT - RIGHT);
    let y = |time: f64| HEIGHT - BOTTOM - along(time, low, high) * (HEIGHT - TOP - BOTTOM);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n"
    );
    let mut line = low;
    while line <= high * 1.001 {
        let at = y(line);
        let label = if line >= 1000.0 {
            format!("{} s", line / 1000.0)
        } else {
            format!("{line} ms")
        };
        let _ = writeln!(
            text,
            "<path d=\"M{LEFT} {at:.1}H{:.1}\" stroke=\"#dddddd\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            WIDTH - RIGHT,
            LEFT - 8.0,
            at + 4.0
        );
        line *= 10.0;
    }
    let mut sizes: Vec<u64> = points().map(|(types, _)| *types as u64).collect();
    sizes.sort_unstable();
    sizes.dedup();
    for types in sizes {
        let at = x(types as f64);
        let _ = writeln!(
            text,
            "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{types}</text>",
            HEIGHT - BOTTOM + 20.0
        );
    }
    let middle = (LEFT + WIDTH - RIGHT) / 2.0;
    let _ = writeln!(
        text,
        "<text x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\">types in the supergraph</text>",
        HEIGHT - 16.0
    );
    for (index, curve) in curves.iter().enumerate() {
        let colour = COLOURS[index % COLOURS.len()];
        let mut path = String::new();
        for (number, (types, time)) in curve.points.iter().enumerate() {
            let _ = write!(path, "{}{:.1} {:.1}", if number == 0 { 'M' } else { 'L' }, x(*types), y(*time));
            let _ = writeln!(
                text,
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3.5\" fill=\"{colour}\"/>",
                x(*types),
                y(*time)
            );
        }
        let _ = writeln!(text, "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
        if let Some((types, time)) = curve.points.last() {
            let _ = writeln!(
                text,
                "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\">{}</text>",
                x(*types) + 10.0,
                y(*time) + 4.0,
                curve.name
            );
        }
    }
    text + "</svg>\n"
}
