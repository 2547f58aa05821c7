//! A reader of the JSON that a table is made of: objects, arrays and texts, nothing else.
//!
//! It answers only whether a text is a table. Why one is not, `structure` asks serde_json and the schema validator. That
//! way the module that answers every keystroke carries no wording of errors and no numbers: 19 KB (gzip) less than
//! with serde_json, and it reads a table in a third of the time. `tests/schema.rs` holds it against serde_json.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Expected, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::model::Table;
use crate::strict;

/// Reads a table, if the text is one.
pub(crate) fn table(text: &str) -> Option<Table> {
    let mut reader = Reader { text, at: 0 };
    let table = strict::object(&mut reader).ok()?;
    reader.next_byte().is_none().then_some(table)
}

/// One of the format's words, such as a dimension, read as in a table.
pub(crate) fn word<'w, T: Deserialize<'w>>(word: &'w str) -> Option<T> {
    T::deserialize(StrDeserializer::<NoTable>::new(word)).ok()
}

/// A text and how far it has been read.
struct Reader<'de> {
    text: &'de str,
    at: usize,
}

/// The text is no table; why, nobody asks here.
#[derive(Debug)]
struct NoTable;

impl<'de> Reader<'de> {
    /// The next byte that is no white space; it is not taken yet.
    fn next_byte(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let skipped = rest.iter().position(|byte| !space(byte))?;
        self.at += skipped;
        rest.get(skipped).copied()
    }

    /// Whether another entry follows in an object or array. The comma before it is taken, and the closing bracket.
    fn has_more(&mut self, is_first: bool, close: u8) -> Result<bool, NoTable> {
        match self.next_byte() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') if !is_first => {
                self.at += 1;
                Ok(true)
            }
            Some(_) if is_first => Ok(true),
            _ => Err(NoTable),
        }
    }

    /// The text behind a quotation mark, up to the next one.
    fn string(&mut self) -> Result<Cow<'de, str>, NoTable> {
        let mut unescaped = String::new();
        loop {
            let rest = self.text.get(self.at..).ok_or(NoTable)?;
            let stops = |byte: u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
            let length = rest.bytes().position(stops).ok_or(NoTable)?;
            let piece = rest.get(..length).ok_or(NoTable)?;
            self.at += length + 1;
            match rest.as_bytes().get(length) {
                Some(b'"') if unescaped.is_empty() => return Ok(Cow::Borrowed(piece)),
                Some(b'"') => {
                    unescaped.push_str(piece);
                    return Ok(Cow::Owned(unescaped));
                }
                Some(b'\\') => {
                    unescaped.push_str(piece);
                    unescaped.push(self.escaped()?);
                }
                _ => return Err(NoTable),
            }
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Result<char, NoTable> {
        let byte = self.text.as_bytes().get(self.at).ok_or(NoTable)?;
        self.at += 1;
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.escaped_unit(),
            _ => return Err(NoTable),
        })
    }

    /// The character of one UTF-16 code unit in hexadecimal digits, or of two where it is a rare one.
    fn escaped_unit(&mut self) -> Result<char, NoTable> {
        let first = self.hexadecimal()?;
        let mut units = [first, 0];
        let rest = self.text.get(self.at..).unwrap_or_default();
        if matches!(first, 0xd800..=0xdbff) && rest.starts_with("\\u") {
            self.at += 2;
            units = [first, self.hexadecimal()?];
        }
        let known = if matches!(first, 0xd800..=0xdbff) {
            2
        } else {
            1
        };
        let mut characters = char::decode_utf16(units.into_iter().take(known));
        characters.next().and_then(Result::ok).ok_or(NoTable)
    }

    fn hexadecimal(&mut self) -> Result<u16, NoTable> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        self.at += 4;
        digits.ok_or(NoTable)?.iter().try_fold(0, |unit, byte| {
            let digit = char::from(*byte).to_digit(16).ok_or(NoTable)?;
            Ok(unit << 4 | u16::try_from(digit).map_err(|_| NoTable)?)
        })
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = NoTable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoTable> {
        let opening = self.next_byte();
        self.at += 1;
        let entries = Entries {
            reader: self,
            is_first: true,
        };
        match opening {
            Some(b'{') => visitor.visit_map(entries),
            Some(b'[') => visitor.visit_seq(entries),
            Some(b'"') => match entries.reader.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            _ => Err(NoTable),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The entries of an object or array that are still to come.
struct Entries<'r, 'de> {
    reader: &'r mut Reader<'de>,
    is_first: bool,
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = NoTable;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, NoTable> {
        let is_first = std::mem::take(&mut self.is_first);
        if !self.reader.has_more(is_first, b'}')? {
            return Ok(None);
        }
        // Whatever is no text is refused by every kind of key that a table has.
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NoTable> {
        if self.reader.next_byte() != Some(b':') {
            return Err(NoTable);
        }
        self.reader.at += 1;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> SeqAccess<'de> for Entries<'_, 'de> {
    type Error = NoTable;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NoTable> {
        let is_first = std::mem::take(&mut self.is_first);
        if !self.reader.has_more(is_first, b']')? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

impl fmt::Display for NoTable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no table")
    }
}

impl std::error::Error for NoTable {}

// serde's own versions of these would put every reason into words.
impl de::Error for NoTable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        NoTable
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn Expected) -> Self {
        NoTable
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn Expected) -> Self {
        NoTable
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        NoTable
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        NoTable
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        NoTable
    }

    fn missing_field(_: &'static str) -> Self {
        NoTable
    }

    fn duplicate_field(_: &'static str) -> Self {
        NoTable
    }
}
