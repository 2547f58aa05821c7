//! Where the values of a JSON text stand in it: lines and columns, for tools that show files.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;

use crate::place;

/// The deepest nesting that is followed; a table has four levels.
const DEPTH: usize = 16;

/// Where a value stands: from 1, the end not included, columns in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    /// The bytes of the text that are the value.
    pub start: usize,
    pub end: usize,
    /// The byte with which its entry begins: a member's name, or the value itself.
    pub entry: usize,
}

/// Where every value of a text stands, by its JSON Pointer. A broken text gives what comes before the break.
pub fn regions(text: &str) -> BTreeMap<String, Region> {
    let mut scanner = Scanner {
        rest: text.chars().peekable(),
        line: 1,
        column: 1,
        byte: 0,
        found: BTreeMap::new(),
    };
    // Where the text breaks off there is nothing more to find, and the check says so itself.
    let _ = scanner.value("", 0, None);
    scanner.found
}

/// What is known of a place, or of the nearest one that contains it.
pub fn nearest<'m, T>(at: &str, known: &'m BTreeMap<String, T>) -> Option<&'m T> {
    let mut at = at;
    loop {
        if let Some(value) = known.get(at) {
            return Some(value);
        }
        at = at.rsplit_once('/')?.0;
    }
}

struct Scanner<'t> {
    rest: Peekable<Chars<'t>>,
    line: usize,
    column: usize,
    byte: usize,
    found: BTreeMap<String, Region>,
}

impl Scanner<'_> {
    fn value(&mut self, at: &str, depth: usize, entry: Option<usize>) -> Option<()> {
        self.space();
        let (line, column, start) = (self.line, self.column, self.byte);
        match self.rest.peek()? {
            _ if depth > DEPTH => return None,
            '{' => self.entries(at, depth, '}', true)?,
            '[' => self.entries(at, depth, ']', false)?,
            '"' => drop(self.string()?),
            _ => while self.take_if(|c| !c.is_whitespace() && !",]}".contains(c)) {},
        }
        let region = Region {
            line,
            column,
            end_line: self.line,
            end_column: self.column,
            start,
            end: self.byte,
            entry: entry.unwrap_or(start),
        };
        self.found.insert(at.to_owned(), region);
        Some(())
    }

    /// The members of an object or the items of a list, with the brackets.
    fn entries(&mut self, at: &str, depth: usize, end: char, named: bool) -> Option<()> {
        self.take();
        self.space();
        if self.take_if(|c| c == end) {
            return Some(());
        }
        for index in 0.. {
            self.space();
            let entry = self.byte;
            let name = match named {
                true => self.name()?,
                false => index.to_string(),
            };
            self.value(&format!("{at}/{name}"), depth + 1, Some(entry))?;
            self.space();
            if self.take_if(|c| c == end) {
                return Some(());
            }
            if !self.take_if(|c| c == ',') {
                return None;
            }
        }
        None
    }

    /// A member's name with its colon, as a step of a JSON Pointer.
    fn name(&mut self) -> Option<String> {
        let name: String = serde_json::from_str(&self.string()?).ok()?;
        self.space();
        let is_followed = self.take_if(|c| c == ':');
        is_followed.then(|| place::step(&name))
    }

    /// A string as it is written, with its quotes.
    fn string(&mut self) -> Option<String> {
        let mut written = String::new();
        written.push(self.take().filter(|c| *c == '"')?);
        loop {
            let c = self.take()?;
            written.push(c);
            match c {
                '"' => return Some(written),
                '\\' => written.push(self.take()?),
                _ => {}
            }
        }
    }

    fn space(&mut self) {
        while self.take_if(|c| c.is_whitespace() || c == '\u{feff}') {}
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let is_next = self.rest.peek().is_some_and(|c| wanted(*c));
        if is_next {
            self.take();
        }
        is_next
    }

    fn take(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        self.byte += c.len_utf8();
        match c {
            '\n' => (self.line, self.column) = (self.line + 1, 1),
            _ => self.column += c.len_utf16(),
        }
        Some(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_where_they_stand() {
        let text = "{\n  \"a/b\": [1, {\"甲\": \"乙\\\"\"}],\n  \"c\": true\n}";
        let found = regions(text);
        let places: Vec<(&str, [usize; 4])> = found
            .iter()
            .map(|(at, r)| (at.as_str(), [r.line, r.column, r.end_line, r.end_column]))
            .collect();
        assert_eq!(
            places,
            [
                ("", [1, 1, 4, 2]),
                ("/a~1b", [2, 10, 2, 27]),
                ("/a~1b/0", [2, 11, 2, 12]),
                ("/a~1b/1", [2, 14, 2, 26]),
                ("/a~1b/1/甲", [2, 20, 2, 25]),
                ("/c", [3, 8, 3, 12]),
            ]
        );
        assert_eq!(nearest("/c/d/e", &found).map(|region| region.line), Some(3));
    }

    #[test]
    fn broken_texts_end_the_search() {
        for text in [
            "",
            "{",
            "{\"a\":1,",
            "{\"a\" 1}",
            "[1 2]",
            "{\"\\ud800\":1}",
            "\"a",
        ] {
            assert_eq!(regions(text).get(""), None, "{text}");
        }
        assert_eq!(regions("{\"a\":1,").len(), 1);
        assert_eq!(regions(&"[".repeat(100_000)).len(), 0);
    }
}
