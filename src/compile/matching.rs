//! `match` statements: the cases. Patterns stand in `pattern`.
//!
//! What a pattern captures waits in temporaries and is bound only when the whole pattern has matched.

use super::{Compiler, Dst, Res};
use crate::source::Span;
use crate::syntax::ast::{Expr, MatchCase};

impl<'a> Compiler<'a> {
    pub(super) fn match_(&mut self, span: Span, subject: &'a Expr, cases: &'a [MatchCase]) -> Res {
        let mark = self.frame.top;
        let subject = self.value(subject, Dst::Push)?;
        self.frame.flush();
        let end = self.frame.label();
        for case in cases {
            if !self.frame.flow.reachable {
                break;
            }
            let next = self.frame.label();
            let mut captures = Vec::new();
            self.pattern(&case.pattern, subject, next, &mut captures)?;
            for (name, register) in captures {
                self.copy_to_name(&name.name, register, name.span);
            }
            self.frame.release(subject + 1);
            if let Some(guard) = &case.guard {
                self.frame.flush();
                self.branch(guard, false, next)?;
            }
            self.frame.release(mark);
            self.stmts(&case.body)?;
            self.frame.jump(span, end);
            self.frame.release(subject + 1);
            self.frame.bind(next);
            self.frame.flush();
        }
        self.frame.release(mark);
        self.frame.flush();
        self.frame.bind(end);
        Ok(())
    }
}
