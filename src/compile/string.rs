//! f-strings and t-strings.

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, DEFERRED, Intrinsic, NONE, Op};
use crate::source::Span;
use crate::syntax::ast::{Conversion, Replacement, StrPart};

/// From how many parts on an f-string is joined in steps.
const CHUNK: usize = 256;

impl<'a> Compiler<'a> {
    pub(super) fn joined(&mut self, span: Span, parts: &'a [StrPart], dst: Dst) -> Res<u16> {
        match parts {
            [] => return Ok(self.constant(span, Const::Str("".into()), dst)),
            [StrPart::Literal { text, .. }] => return Ok(self.constant(span, Const::Str(text.clone()), dst)),
            [StrPart::Field(field)] => return self.field(field, dst, 0),
            _ => {}
        }
        let first = self.frame.top;
        let mut count: u16 = 0;
        for chunk in parts.chunks(CHUNK) {
            for part in chunk {
                match part {
                    StrPart::Literal { text, span } => {
                        self.constant(*span, Const::Str(text.clone()), Dst::Push);
                    }
                    StrPart::Field(field) => {
                        self.field(field, Dst::Push, DEFERRED)?;
                    }
                }
                count += 1;
            }
            if parts.len() > CHUNK {
                self.frame.release(first);
                self.frame.push();
                self.frame.taken(first, usize::from(count));
                self.frame.emit(span, Op::BuildString, 0, first, first, count);
                count = 1;
            }
        }
        let into = self.finish(first, dst);
        self.frame.taken(first, usize::from(count));
        self.frame.emit(span, Op::BuildString, 0, into, first, count);
        Ok(into)
    }

    /// A value's text; `plain` is the conversion where none is written and there is no specifier.
    fn field(&mut self, field: &'a Replacement, dst: Dst, plain: u8) -> Res<u16> {
        let mark = self.frame.top;
        let value = self.operand(&field.value)?;
        let spec = match field.format_spec.as_deref() {
            None | Some([]) => NONE,
            Some(spec) => self.joined(field.span, spec, Dst::Push)?,
        };
        let into = self.finish(mark, dst);
        let conversion = match field.conversion {
            None if spec == NONE => plain,
            None => 0,
            Some(Conversion::Str) => 1,
            Some(Conversion::Repr) => 2,
            Some(Conversion::Ascii) => 3,
        };
        self.frame.emit(field.span, Op::Format, conversion, into, value, spec);
        Ok(into)
    }

    /// A t-string: strings and interpolations alternate, one string more than interpolations.
    pub(super) fn template(&mut self, span: Span, parts: &'a [StrPart], dst: Dst) -> Res<u16> {
        let mut strings = vec![String::new()];
        let mut fields = Vec::new();
        for part in parts {
            match part {
                StrPart::Literal { text, .. } => {
                    if let Some(last) = strings.last_mut() {
                        last.push_str(text);
                    }
                }
                StrPart::Field(field) => {
                    fields.push(field);
                    strings.push(String::new());
                }
            }
        }
        let strings = strings.into_iter().map(|text| Const::Str(text.into())).collect();
        let first = self.constant(span, Const::Tuple(strings), Dst::Push);
        let interpolations = self.frame.top;
        for field in &fields {
            self.interpolation(field)?;
        }
        self.frame.release(interpolations);
        let tuple = self.frame.push();
        self.frame.taken(tuple, fields.len());
        self.frame.emit(span, Op::BuildTuple, 0, tuple, interpolations, fields.len() as u16);
        let into = self.finish(first, dst);
        self.frame.taken(first, Intrinsic::Template.operands());
        self.frame.emit(span, Op::Intrinsic, Intrinsic::Template as u8, into, first, 0);
        Ok(into)
    }

    fn interpolation(&mut self, field: &'a Replacement) -> Res {
        let first = self.value(&field.value, Dst::Push)?;
        self.constant(field.span, Const::Str(field.text.clone()), Dst::Push);
        let conversion = match field.conversion {
            None => Const::None,
            Some(Conversion::Str) => Const::Str("s".into()),
            Some(Conversion::Repr) => Const::Str("r".into()),
            Some(Conversion::Ascii) => Const::Str("a".into()),
        };
        self.constant(field.span, conversion, Dst::Push);
        self.joined(field.span, field.format_spec.as_deref().unwrap_or_default(), Dst::Push)?;
        self.intrinsic(field.span, Intrinsic::Interpolation, first);
        Ok(())
    }
}
