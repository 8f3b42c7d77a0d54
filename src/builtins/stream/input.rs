//! Reading from stdin.

use rustix::io::Errno;

use super::{BUFFER, Stream, system};
use crate::object::{Bytes, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

impl Stream {
    /// Reads more bytes into the buffer; false at the end of the input.
    fn fill(&self, vm: &mut Vm) -> Result<bool> {
        let mut buffer = [0; BUFFER];
        loop {
            match self.standard.read(&mut buffer) {
                Ok(count) => {
                    self.bytes.borrow_mut().extend_from_slice(&buffer[..count]);
                    return Ok(count > 0);
                }
                // A signal may want to raise KeyboardInterrupt here.
                Err(Errno::INTR) => (vm.hooks.outside)(vm)?,
                Err(error) => return Err(system::os_error(vm, error)),
            }
        }
    }

    /// Bytes up to and with the next newline, or up to the end, but not more than `most`.
    pub(super) fn read_line(&self, vm: &mut Vm, most: usize) -> Result<Vec<u8>> {
        self.check_open(vm)?;
        let mut searched = 0;
        loop {
            let (newline, length) = {
                let bytes = self.bytes.borrow();
                (memchr::memchr(b'\n', &bytes[searched..]).map(|at| searched + at + 1), bytes.len())
            };
            if let Some(end) = newline.or((length >= most).then_some(most)) {
                return Ok(self.bytes.borrow_mut().drain(..end.min(most)).collect());
            }
            searched = length;
            if !self.fill(vm)? {
                return Ok(self.bytes.take());
            }
        }
    }

    /// All bytes, or `most` of them.
    pub(super) fn read_bytes(&self, vm: &mut Vm, most: usize) -> Result<Vec<u8>> {
        self.check_open(vm)?;
        while self.bytes.borrow().len() < most && self.fill(vm)? {}
        let mut bytes = self.bytes.borrow_mut();
        let count = bytes.len().min(most);
        Ok(bytes.drain(..count).collect())
    }

    /// `most` characters, or all.
    pub(super) fn read_text(&self, vm: &mut Vm, most: usize) -> Result<String> {
        self.check_open(vm)?;
        let enough = |bytes: &[u8]| most < bytes.len() && bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() > most;
        while !enough(&self.bytes.borrow()) && self.fill(vm)? {}
        let end = {
            let bytes = self.bytes.borrow();
            let mut starts = bytes.iter().enumerate().filter(|(_, byte)| **byte & 0xC0 != 0x80).map(|(at, _)| at);
            starts.nth(most).unwrap_or(bytes.len())
        };
        let taken: Vec<u8> = self.bytes.borrow_mut().drain(..end).collect();
        decode(vm, taken)
    }
}

/// Text of bytes, with `\n` for every kind of line end.
pub(super) fn decode(vm: &mut Vm, bytes: Vec<u8>) -> Result<String> {
    match String::from_utf8(bytes) {
        Ok(text) if text.contains('\r') => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        Ok(text) => Ok(text),
        Err(error) => Err(undecodable(vm, &error)),
    }
}

#[cold]
fn undecodable(vm: &mut Vm, error: &std::string::FromUtf8Error) -> Raised {
    let start = error.utf8_error().valid_up_to();
    let length = error.utf8_error().error_len();
    let reason = if length.is_some() { "invalid start byte" } else { "unexpected end of data" };
    let end = start + length.unwrap_or(error.as_bytes().len() - start);
    let class: Value = vm.exc.unicode_decode_error.clone().into();
    let args = [Str::value("utf-8"), Bytes::value(error.as_bytes().to_vec()), start.into(), end.into(), Str::value(reason)];
    match vm.call(&class, &args).map(Value::into_gc::<crate::object::Exception>) {
        Ok(Ok(exception)) => Raised(exception),
        Ok(Err(_)) => vm.raise_with(&vm.exc.unicode_decode_error, args.to_vec()),
        Err(raised) => raised,
    }
}
