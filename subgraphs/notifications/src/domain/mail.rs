//! A mail: who, what about, and its text twice, plain and as simple HTML made from the plain.

use super::catalogue::{Text, fill};

/// Ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Longer subjects are cut: mail programs show less.
const MAX_SUBJECT_CHARACTERS: usize = 150;

impl Mail {
    /// Fills a text in. Line breaks in values of the subject become spaces, so that no value adds a header.
    pub fn compose(to_name: &str, to_address: &str, text: Text, values: &[(&str, &str)]) -> Self {
        let subject: String = fill(text.subject, values)
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .take(MAX_SUBJECT_CHARACTERS)
            .collect();
        let plain = fill(text.body, values);
        Self {
            to_name: to_name.to_owned(),
            to_address: to_address.to_owned(),
            html: html(&subject, &plain),
            subject,
            text: plain,
        }
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn is_link(line: &str) -> bool {
    (line.starts_with("https://") || line.starts_with("http://")) && !line.contains(char::is_whitespace)
}

/// Paragraphs, line breaks and links of the plain text; a line of digits alone is a code and is shown large.
fn html(subject: &str, plain: &str) -> String {
    let line = |line: &str| {
        let shown = escape(line);
        if is_link(line) {
            format!("<a href=\"{shown}\" style=\"color:#B3243B\">{shown}</a>")
        } else if line.len() >= 4 && line.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("<strong style=\"font-size:28px;letter-spacing:4px\">{shown}</strong>")
        } else {
            shown
        }
    };
    let paragraphs: Vec<String> = plain
        .split("\n\n")
        .map(|paragraph| format!("<p>{}</p>", paragraph.lines().map(line).collect::<Vec<_>>().join("<br>")))
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title></head>\
         <body style=\"margin:0;padding:24px;background:#FBF8F3;color:#14121A;font:16px/1.5 sans-serif\">\
         <div style=\"max-width:560px;margin:0 auto\">{}</div></body></html>",
        escape(subject),
        paragraphs.join("")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_escaped_and_codes_and_links_stand_out() {
        let text = Text {
            subject: "For {event}",
            body: "Hello {name},\n\n{code}\n\nHere:\n{link}",
        };
        let values = [
            ("event", "Rock\r\nBcc: x@y.example"),
            ("name", "<script>alert(1)</script>"),
            ("code", "123456"),
            ("link", "https://a.example/b?c=1&d=\"2\""),
        ];
        let mail = Mail::compose("A", "a@a.example", text, &values);
        assert_eq!(mail.subject, "For Rock  Bcc: x@y.example");
        assert!(mail.text.lines().any(|line| line == "123456"));
        assert!(!mail.html.contains("<script>") && mail.html.contains("&lt;script&gt;"));
        assert!(mail.html.contains("href=\"https://a.example/b?c=1&amp;d=&quot;2&quot;\""));
        assert!(mail.html.contains(">123456</strong>"));
    }
}
