//! Encoding and decoding for scripts: names of codecs and handlers, and the exceptions where something can't be converted.

use crate::vm::{Raised, Result, Vm};

use super::codecs::{self, Fault, Handler};

impl Vm {
    /// Decodes bytes.
    pub fn decode(&self, data: &[u8], encoding: &str, errors: &str) -> Result<String> {
        if data.is_empty() {
            return Ok(String::new());
        }
        let Some(codec) = codecs::lookup(encoding) else { return Err(self.unknown_encoding(encoding)) };
        codecs::decode(codec, data, Handler::lookup(errors)).map_err(|fault| match fault {
            Fault::At(codec, start, end, reason) => self.decode_error(codec, data, start, end, reason),
            other => self.handler_fault(other, errors, "UnicodeDecodeError"),
        })
    }

    /// Encodes text.
    pub fn encode(&self, text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
        let Some(codec) = codecs::lookup(encoding) else { return Err(self.unknown_encoding(encoding)) };
        codecs::encode(codec, text, Handler::lookup(errors)).map_err(|fault| match fault {
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
