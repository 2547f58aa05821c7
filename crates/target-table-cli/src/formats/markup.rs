//! Text inside HTML and XML.

/// A text as it stands in HTML or XML, also between quotes. What XML has no place for is replaced: control characters
/// and what is no character.
pub fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\'' => markup.push_str("&#39;"),
            '\n' | '\t' => markup.push(c),
            '\u{fffe}' | '\u{ffff}' => markup.push('\u{fffd}'),
            c if c.is_control() => markup.push('\u{fffd}'),
            c => markup.push(c),
        }
    }
    markup
}

/// The same inside an attribute of XML, where a reader would turn line breaks into spaces.
pub fn attribute(text: &str) -> String {
    escaped(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_text() {
        assert_eq!(
            escaped("<b a='\"'>&\u{0}\u{1b}\u{fffe}\r\n"),
            "&lt;b a=&#39;&quot;&#39;&gt;&amp;\u{fffd}\u{fffd}\u{fffd}\u{fffd}\n"
        );
        assert_eq!(attribute("甲\n乙\t丙"), "甲&#10;乙&#9;丙");
    }
}
