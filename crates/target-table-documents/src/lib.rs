//! Documents to tables: bytes in, tables out, no file system.
