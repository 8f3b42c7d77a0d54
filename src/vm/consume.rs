//! How natives go through an iterable.
//!
//! What goes over a list holds no borrow while it looks at an item: that may run scripts, which may change the list.

use crate::object::{List, Tuple};
use crate::value::Value;
use crate::vm::{Result, Vm};

impl Vm {
    /// Hands the items of an iterable to `visit`, until that says that it has seen enough; those of a list or tuple from a place on.
    #[inline]
    pub fn each(
        &mut self,
        iterable: &Value,
        from: usize,
        mut visit: impl FnMut(&mut Vm, &mut Value) -> Result<bool>,
    ) -> Result<()> {
        let mut item = Value::Unset;
        if let Some(list) = iterable.gc::<List>() {
            let list = list.clone();
            let mut at = from;
            loop {
                match list.0.borrow().get(at) {
                    Some(next) => item.clone_from(next),
                    None => return Ok(()),
                }
                at += 1;
                if !visit(self, &mut item)? {
                    return Ok(());
                }
            }
        }
        if let Some(tuple) = iterable.gc::<Tuple>() {
            let tuple = tuple.clone();
            for next in tuple.items().iter().skip(from) {
                item.clone_from(next);
                if !visit(self, &mut item)? {
                    break;
                }
            }
            return Ok(());
        }
        let iterator = self.get_iter(iterable)?;
        while self.next_into(&iterator, &mut item)? {
            if !visit(self, &mut item)? {
                break;
            }
        }
        Ok(())
    }
}

/// What the items of a list or tuple are looked at with at once, as long as nothing runs; a default for all else.
#[inline]
pub fn at_once<R: Default>(iterable: &Value, look: impl FnOnce(&[Value]) -> R) -> R {
    if let Some(list) = iterable.get::<List>() {
        look(&list.0.borrow())
    } else if let Some(tuple) = iterable.get::<Tuple>() {
        look(tuple.items())
    } else {
        R::default()
    }
}
