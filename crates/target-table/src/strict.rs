//! Deserializing exactly what the schema accepts.
//!
//! serde's derived code is more generous than JSON Schema: it takes an array for a struct, `{"output":null}` for an
//! enum, and `null` for an `Option`. Each function here closes one of those doors; `tests/schema.rs` proves it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::SMALL;
use crate::amount::Amount;

/// An object and nothing else becomes a struct.
pub fn object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// An array of `MIN` to `MAX` objects.
pub fn objects<'de, D, T, const MIN: usize, const MAX: usize>(
    deserializer: D,
) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_seq(ObjectsVisitor::<T, MIN, MAX>(PhantomData))
}

/// [`objects`], where the whole list may be missing; `null` is not a missing list.
pub fn optional_objects<'de, D, T, const MIN: usize, const MAX: usize>(
    deserializer: D,
) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    objects::<D, T, MIN, MAX>(deserializer).map(Some)
}

struct ObjectsVisitor<T, const MIN: usize, const MAX: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MIN: usize, const MAX: usize> Visitor<'de>
    for ObjectsVisitor<T, MIN, MAX>
{
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an array of {MIN} to {MAX} objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Object<T>>()? {
            if items.len() == MAX {
                return Err(A::Error::invalid_length(MAX + 1, &self));
            }
            items.push(item.0);
        }
        if items.len() < MIN {
            return Err(A::Error::invalid_length(items.len(), &self));
        }
        Ok(items)
    }
}

/// A struct that is read by [`object`], for the elements of an array.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer).map(Object)
    }
}

/// A string and nothing else becomes an enum of plain words.
pub fn word<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_str(WordVisitor(PhantomData))
}

struct WordVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::deserialize(StrDeserializer::new(text))
    }
}

/// A string of at most `MAX` characters without control characters, line feeds excepted.
pub fn text<'de, D, const MAX: usize>(deserializer: D) -> Result<String, D::Error>
where
    D: Deserializer<'de>,
{
    let text = String::deserialize(deserializer)?;
    if is_text(&text, MAX) {
        Ok(text)
    } else {
        Err(D::Error::invalid_value(
            Unexpected::Str(&text),
            &"a shorter text without control characters",
        ))
    }
}

/// Whether a text has at most so many characters and no control characters, line feeds excepted.
pub fn is_text(text: &str, most: usize) -> bool {
    // A string has at least as many bytes as characters, so the count is needed only for long ones.
    let is_short = text.len() <= most || text.chars().count() <= most;
    let may_be = SMALL || text.bytes().fold(false, may_be_forbidden);
    is_short && !(may_be && text.contains(is_forbidden))
}

/// Whether a byte before was one that only control characters and a few others have, or this one is. Asked of every byte
/// without a stop, this takes a fraction of the time that looking at characters takes.
fn may_be_forbidden(before: bool, byte: u8) -> bool {
    before | ((byte < b' ') & (byte != b'\n')) | (byte == 0x7f) | (byte == 0xc2)
}

/// [`text`], where the whole field may be missing; `null` is not a missing field.
pub fn optional_text<'de, D, const MAX: usize>(deserializer: D) -> Result<Option<String>, D::Error>
where
    D: Deserializer<'de>,
{
    text::<D, MAX>(deserializer).map(Some)
}

/// An amount, where the whole field may be missing; `null` is not a missing field.
pub fn optional_amount<'de, D>(deserializer: D) -> Result<Option<Amount>, D::Error>
where
    D: Deserializer<'de>,
{
    Amount::deserialize(deserializer).map(Some)
}

/// Control characters may not stand in a table; a line feed may, because goals are lists.
pub fn is_forbidden(c: char) -> bool {
    c != '\n' && c.is_control()
}
