//! Tests through the public doors.
