//! From bytes to text, and why a file cannot be read.

use target_table::Lang;

use crate::TEXT_BYTES;

/// Why no table could be read from a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// Nothing is in it.
    Empty,
    /// It has more bytes than the limit.
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// It is text in another encoding, most often GBK.
    NotUtf8,
    /// It is text in UTF-16, which Windows calls Unicode.
    Utf16,
    /// It is no text: a picture, a program.
    NotText,
    /// It is a file of Word or Excel.
    Office,
    /// It is a PDF.
    Pdf,
    /// It is text, but no target table is in it.
    NoTable,
}

impl Error {
    /// The error as one sentence: what is wrong and what to do.
    pub fn message(self, lang: Lang) -> String {
        let sentence = match self {
            Error::Empty => lang.either(
                "文件是空的，请选择含有绩效目标表的文件。",
                "The file is empty; choose a file with a target table in it.",
            ),
            Error::TooLarge { bytes } => {
                let (size, limit) = (megabytes(bytes), megabytes(TEXT_BYTES));
                return match lang {
                    Lang::Zh => format!(
                        "文件有 {size} MB，超过 {limit} MB 的上限，请拆成几个文件再试。"
                    ),
                    Lang::En => format!(
                        "The file has {size} MB, more than the limit of {limit} MB; split it into several files."
                    ),
                };
            }
            Error::NotUtf8 => lang.either(
                "文件不是 UTF-8 编码（可能是 GBK），请在记事本或 WPS 中另存为 UTF-8 编码的文本文件再试。",
                "The file is not UTF-8 (it may be GBK); save it as a text file with the encoding UTF-8 and try again.",
            ),
            Error::Utf16 => lang.either(
                "文件是 UTF-16 编码（记事本称作 Unicode），请另存为 UTF-8 编码的文本文件再试。",
                "The file is UTF-16 (Notepad calls it Unicode); save it as a text file with the encoding UTF-8 and try again.",
            ),
            Error::NotText => lang.either(
                "文件不是文本，请选择含有绩效目标表的文本文件（.txt）或 JSON 文件。",
                "The file is not text; choose a text (.txt) or JSON file with a target table in it.",
            ),
            Error::Office => lang.either(
                "这是 Word 或 Excel 文件，目前只能读取文本，请另存为 UTF-8 编码的纯文本（.txt）再试。",
                "This is a Word or Excel file and only text can be read so far; save it as plain text (.txt) in UTF-8 and try again.",
            ),
            Error::Pdf => lang.either(
                "这是 PDF 文件，不能读取，请用原来的 Word 文件另存为 UTF-8 编码的纯文本（.txt）再试。",
                "This is a PDF, which cannot be read; save the original Word file as plain text (.txt) in UTF-8 and try again.",
            ),
            Error::NoTable => lang.either(
                "文件里没有找到绩效目标表：缺少含“指标内容及口径”（或“三级指标”）和目标值列的表头行，请确认选对了文件。",
                "No target table was found: there is no header row with 指标内容及口径 (or 三级指标) and a column of targets; make sure that this is the right file.",
            ),
        };
        sentence.to_owned()
    }
}

fn megabytes(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

/// The text of a document's bytes, without a byte order mark.
pub fn decode(bytes: &[u8]) -> Result<&str, Error> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Err(Error::Utf16),
        [0xd0, 0xcf, 0x11, 0xe0, ..] | [b'P', b'K', 3, 4, ..] => return Err(Error::Office),
        [b'%', b'P', b'D', b'F', ..] => return Err(Error::Pdf),
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        // Without its mark UTF-16 shows by the zero byte beside every ASCII character.
        Err(_) if bytes.contains(&0) && is_utf16(bytes) => Err(Error::Utf16),
        Err(_) if bytes.contains(&0) => Err(Error::NotText),
        Err(_) => Err(Error::NotUtf8),
    }
}

/// Whether bytes, taken in pairs in one order or the other, are characters such as stand in a text.
fn is_utf16(bytes: &[u8]) -> bool {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let stands_in_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    let is_text = |unit: fn([u8; 2]) -> u16| {
        char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
            .all(|decoded| decoded.is_ok_and(stands_in_text))
    };
    rest.is_empty() && (is_text(u16::from_le_bytes) || is_text(u16::from_be_bytes))
}

pub(crate) fn within_limit(bytes: usize) -> Result<(), Error> {
    if bytes > TEXT_BYTES {
        return Err(Error::TooLarge { bytes });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_utf8_is_named() {
        assert_eq!(decode("\u{feff}表".as_bytes()), Ok("表"));
        assert_eq!(decode(b"\xff\xfe\x68\x88"), Err(Error::Utf16));
        assert_eq!(decode(b"\x00a\x88\x68"), Err(Error::Utf16));
        assert_eq!(decode(b"a\x00\x68\x88"), Err(Error::Utf16));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\x00\x00"), Err(Error::NotText));
        assert_eq!(decode(b"\x7fELF\x02\x01\x01\x00\xff"), Err(Error::NotText));
        assert_eq!(decode(b"\xbc\xa8\xd0\xa7"), Err(Error::NotUtf8));
        assert_eq!(decode(b"PK\x03\x04rest"), Err(Error::Office));
        assert_eq!(decode(b"\xd0\xcf\x11\xe0\xa1"), Err(Error::Office));
        assert_eq!(decode(b"%PDF-1.7"), Err(Error::Pdf));
    }

    #[test]
    fn the_limit_is_said_in_megabytes() {
        let error = within_limit(TEXT_BYTES + 1).unwrap_err();
        assert_eq!(
            error.message(Lang::Zh),
            "文件有 2.1 MB，超过 2 MB 的上限，请拆成几个文件再试。"
        );
        assert_eq!(within_limit(TEXT_BYTES), Ok(()));
    }
}
