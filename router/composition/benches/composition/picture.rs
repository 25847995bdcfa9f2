//! Cost against size as an SVG graph, both axes logarithmic. Knows figures only.

use std::fmt::Write as _;

/// One composer's times.
pub struct Curve {
    name: String,
    points: Vec<Point>,
}

struct Point {
    /// What the size is called.
    label: String,
    kilobytes: f64,
    milliseconds: f64,
}

impl Curve {
    /// Adds a point to the curve of that name; nothing where there is no time.
    pub fn add(curves: &mut Vec<Curve>, name: &str, label: &str, bytes: usize, milliseconds: Option<f64>) {
        let index = curves.iter().position(|curve| curve.name == name).unwrap_or_else(|| {
            curves.push(Curve {
                name: name.to_string(),
                points: Vec::new(),
            });
            curves.len() - 1
        });
        curves[index].points.extend(milliseconds.map(|milliseconds| Point {
            label: label.to_string(),
            kilobytes: bytes as f64 / 1e3,
            milliseconds,
        }));
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
    let range = |of: fn(&Point) -> f64| {
        let (least, most) = points()
            .map(of)
            .fold((f64::MAX, 1.0f64), |(least, most), value| (least.min(value), most.max(value)));
        (10f64.powf(least.min(most).log10().floor()), 10f64.powf(most.log10().ceil()))
    };
    let (small, large) = range(|point| point.kilobytes);
    let (low, high) = range(|point| point.milliseconds);
    let along = |value: f64, from: f64, to: f64| (value / from).ln() / (to / from).ln();
    let x = |point: &Point| LEFT + along(point.kilobytes, small, large) * (WIDTH - LEFT - RIGHT);
    let y = |time: f64| HEIGHT - BOTTOM - along(time, low, high) * (HEIGHT - TOP - BOTTOM);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n"
    );
    let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
    for time in decades(low, high) {
        let label = if time >= 1e3 {
            format!("{} s", time / 1e3)
        } else {
            format!("{time} ms")
        };
        let (at, beside) = (y(time), LEFT - 8.0);
        let _ = writeln!(text, "<path d=\"M{LEFT} {at:.1}H{right}\" stroke=\"#dddddd\"/>");
        let _ = writeln!(
            text,
            "<text x=\"{beside}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            at + 4.0
        );
    }
    for size in decades(small, large) {
        let label = if size >= 1e3 {
            format!("{} MB", size / 1e3)
        } else {
            format!("{size} kB")
        };
        let at = LEFT + along(size, small, large) * (right - LEFT);
        let _ = writeln!(text, "<path d=\"M{at:.1} {TOP}V{bottom}\" stroke=\"#dddddd\"/>");
        let _ = writeln!(
            text,
            "<text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>",
            bottom + 20.0
        );
    }
    let (middle, below) = ((LEFT + right) / 2.0, HEIGHT - 12.0);
    let _ = writeln!(
        text,
        "<text x=\"{middle}\" y=\"{below}\" text-anchor=\"middle\">SDL of all subgraphs</text>"
    );
    for (index, curve) in curves.iter().enumerate() {
        let colour = COLOURS[index % COLOURS.len()];
        let mut path = String::new();
        for (number, point) in curve.points.iter().enumerate() {
            let (across, up) = (x(point), y(point.milliseconds));
            let _ = write!(path, "{}{across:.1} {up:.1}", if number == 0 { 'M' } else { 'L' });
            let _ = writeln!(text, "<circle cx=\"{across:.1}\" cy=\"{up:.1}\" r=\"3.5\" fill=\"{colour}\"/>");
            if index == 0 {
                // Neighbours may be close: their names stand on different heights.
                let under = up + if number % 2 == 0 { 18.0 } else { 32.0 };
                let label = &point.label;
                let _ = writeln!(
                    text,
                    "<text x=\"{across:.1}\" y=\"{under:.1}\" text-anchor=\"middle\" fill=\"{colour}\">{label}</text>"
                );
            }
        }
        let _ = writeln!(text, "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
        if let Some(last) = curve.points.last() {
            let (across, up) = (x(last) + 10.0, y(last.milliseconds) + 4.0);
            let _ = writeln!(
                text,
                "<text x=\"{across:.1}\" y=\"{up:.1}\" fill=\"{colour}\">{}</text>",
                curve.name
            );
        }
    }
    text + "</svg>\n"
}

fn decades(from: f64, to: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from), |value| Some(value * 10.0)).take_while(move |value| *value <= to * 1.001)
}
