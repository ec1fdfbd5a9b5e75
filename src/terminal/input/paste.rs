//! A paste: text between two marks, of which the second may never come.

/// What ends a paste.
pub(super) const END: &[u8] = b"\x1b[201~";

/// What `C-c` sends.
pub(super) const INTERRUPT: u8 = 0x03;

/// The most bytes of a paste that are kept.
const LONGEST: usize = 1 << 20;

/// A paste that has not ended.
#[derive(Clone, Debug, Default)]
pub(super) struct Paste {
    text: Vec<u8>,
    /// How many bytes of the end are there.
    ending: usize,
    is_interrupted: bool,
}

impl Paste {
    /// Takes a byte; says whether it is the last of the end.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        if byte == END[self.ending] {
            self.ending += 1;
            return self.ending == END.len();
        }
        // It was not the end, which begins by ESC and has no other.
        let ending = std::mem::take(&mut self.ending);
        END[..ending].iter().for_each(|&byte| self.keep(byte));
        if byte == END[0] {
            self.ending = 1;
        } else {
            self.keep(byte);
        }
        false
    }

    fn keep(&mut self, byte: u8) {
        self.is_interrupted |= byte == INTERRUPT;
        if self.text.len() < LONGEST {
            self.text.push(byte);
        }
    }

    /// Whether what came last is `C-c`, pressed or pasted.
    pub(super) fn ends_interrupted(&self) -> bool {
        self.ending == 0 && self.text.last() == Some(&INTERRUPT)
    }

    /// What was pasted.
    pub(super) fn text(self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }

    /// What was pasted where the end did not come, and whether `C-c` was pressed while that was waited for: a paste with one
    /// in it has its end after it.
    pub(super) fn cut(mut self) -> (String, bool) {
        if let Some(at) = self.text.iter().position(|&byte| byte == INTERRUPT) {
            self.text.truncate(at);
        }
        let is_interrupted = self.is_interrupted;
        (self.text(), is_interrupted)
    }
}
