//! `import` and `from … import`.

use super::{Compiler, Res};
use crate::bytecode::{Const, Op};
use crate::resolve::Access;
use crate::source::Span;
use crate::syntax::ast::{Alias, Ident};

impl<'a> Compiler<'a> {
    pub(super) fn import(&mut self, span: Span, names: &'a [Alias]) -> Res {
        for alias in names {
            let mark = self.frame.top;
            let module = self.frame.push();
            let path = alias.name.name.as_str();
            self.import_name(span, module, path, Const::None, 0);
            match &alias.asname {
                Some(name) => {
                    // The import yields the outermost package; the module named stands inside it.
                    for part in path.split('.').skip(1) {
                        let part = self.frame.emitter.name(part);
                        self.frame.emit(span, Op::ImportFrom, 0, module, module, part);
                    }
                    self.store_ident(name, module);
                }
                None => {
                    let first = path.split('.').next().unwrap_or(path);
                    let mangled = crate::source::mangle(self.class.as_deref(), first).into_owned();
                    let access: Access = self.scopes.access(self.frame.scope, &mangled);
                    self.store_access(access, &mangled, module, span);
                }
            }
            self.frame.release(mark);
            self.frame.flush();
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, span: Span, module: Option<&'a Ident>, names: &'a [Alias], level: u32) -> Res {
        let Ok(level) = u8::try_from(level) else { return Err(self.unsupported(span, "more than 255 dots in an import")) };
        let mark = self.frame.top;
        let register = self.frame.push();
        let from = names.iter().map(|alias| Const::Str(alias.name.name.as_str().into())).collect();
        let path = module.map_or("", |module| module.name.as_str());
        self.import_name(span, register, path, Const::Tuple(from), level);
        for alias in names {
            if alias.name.name == "*" {
                self.frame.emit(span, Op::ImportStar, 0, register, 0, 0);
                continue;
            }
            let item = self.frame.push();
            let name = self.mangled(&alias.name.name).into_owned();
            let name = self.frame.emitter.name(&name);
            self.frame.emit(span, Op::ImportFrom, 0, item, register, name);
            self.store_ident(alias.asname.as_ref().unwrap_or(&alias.name), item);
            self.frame.release(item);
        }
        self.frame.release(mark);
        Ok(())
    }

    fn import_name(&mut self, span: Span, register: u16, path: &str, from: Const, level: u8) {
        let from = self.frame.emitter.forced_constant(from);
        let path = crate::source::mangle(self.class.as_deref(), path).into_owned();
        let name = self.frame.emitter.name(&path);
        self.frame.emit(span, Op::ImportName, level, register, from, name);
    }
}
