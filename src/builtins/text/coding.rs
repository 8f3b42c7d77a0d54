//! Encoding and decoding for scripts: names of codecs and handlers, and the exceptions where something can't be converted.

use std::borrow::Cow;

use crate::vm::{Raised, Result, Vm};

use super::codecs::{self, Codec, Fault, Handler};
use crate::object::Str;

impl Vm {
    /// Decodes bytes to a string.
    pub fn decode(&self, data: &[u8], encoding: &str, errors: &str) -> Result {
        if data.is_empty() {
            return Ok(self.names.empty.clone().into());
        }
        let Some(codec) = codecs::lookup(encoding) else { return Err(self.unknown_encoding(encoding)) };
        self.check_bytes(data.len())?;
        if codec.keeps_ascii()
            && let Some(text) = Str::of_ascii(data)
        {
            return Ok(text);
        }
        if let (Codec::Utf8 { signature: false }, Ok(text)) = (codec, std::str::from_utf8(data)) {
            return Ok(Str::value(text));
        }
        if codec == Codec::Latin1 {
            return Ok(Str::of_latin1(data));
        }
        codecs::decode(codec, data, Handler::lookup(errors)).map(Str::value).map_err(|fault| match fault {
            Fault::At(codec, start, end, reason) => self.decode_error(codec, data, start, end, reason),
            other => self.handler_fault(other, errors, "UnicodeDecodeError"),
        })
    }

    /// Encodes text.
    pub fn encode<'a>(&self, text: &'a str, encoding: &str, errors: &str) -> Result<Cow<'a, [u8]>> {
        let Some(codec) = codecs::lookup(encoding) else { return Err(self.unknown_encoding(encoding)) };
        // The widest codec has four bytes for one.
        self.check_bytes(text.len() * if codec.keeps_ascii() { 1 } else { 4 })?;
        if codec == (Codec::Utf8 { signature: false }) || (codec.keeps_ascii() && text.is_ascii()) {
            return Ok(Cow::Borrowed(text.as_bytes()));
        }
        codecs::encode(codec, text, Handler::lookup(errors)).map(Cow::Owned).map_err(|fault| match fault {
            Fault::At(codec, start, end, reason) => self.encode_error(codec, text, start, end, reason),
            other => self.handler_fault(other, errors, "UnicodeEncodeError"),
        })
    }

    fn unknown_encoding(&self, encoding: &str) -> Raised {
        if encoding.contains('\0') {
            return self.value_error("embedded null character");
        }
        self.lookup_error(format!("unknown encoding: {encoding}"))
    }

    fn handler_fault(&self, fault: Fault, errors: &str, class: &str) -> Raised {
        match fault {
            Fault::WrongDirection => self.type_error(format!("don't know how to handle {class} in error callback")),
            Fault::Surrogates => self.raise(
                &self.exc.not_implemented_error,
                &format!("the error handler '{errors}' needs lone surrogates, which strings here can't hold"),
            ),
            Fault::UnknownHandler | Fault::At(..) => self.lookup_error(format!("unknown error handler name '{errors}'")),
        }
    }
}
