//! How many items an object says that it has, before they are taken.

use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

impl Vm {
    /// The items of an iterable for a list.
    pub fn collect_list(&mut self, iterable: &Value) -> Result<Vec<Value>> {
        if iterable.kind() != Some(Kind::Instance) {
            return self.collect(iterable);
        }
        let iterator = self.get_iter(iterable)?;
        self.ask_length(iterable)?;
        self.collect(&iterator)
    }

    /// Asks an object of a script's class how many items there will be, as CPython does where it makes a list of them: it may raise, or say
    /// that there are more than can be had.
    pub fn ask_length(&mut self, iterable: &Value) -> Result<()> {
        if iterable.kind() != Some(Kind::Instance) {
            return Ok(());
        }
        let expected = self.length_hint(iterable)?;
        self.check_items::<Value>(expected)
    }

    fn length_hint(&mut self, iterable: &Value) -> Result<usize> {
        if self.lookup_special(iterable, &self.names.len.clone()).is_some() {
            match self.len(iterable) {
                Err(raised) if self.is_exception(&raised, &self.exc.type_error) => {}
                length => return length,
            }
        }
        match self.call_special(iterable, &self.names.length_hint.clone(), &[]) {
            Ok(None | Some(Value::NotImplemented)) => Ok(0),
            Ok(Some(Value::Int(hint))) => {
                usize::try_from(hint).map_err(|_| self.value_error("__length_hint__() should return >= 0"))
            }
            Ok(Some(Value::Bool(hint))) => Ok(hint.into()),
            Ok(Some(other)) if other.kind() == Some(Kind::BigInt) => {
                Err(self.overflow_error("Python int too large to convert to C ssize_t"))
            }
            Ok(Some(other)) => {
                let given = self.type_name(&other);
                Err(self.type_error(format!("__length_hint__ must be an integer, not {given}")))
            }
            Err(raised) if self.is_exception(&raised, &self.exc.type_error) => Ok(0),
            Err(raised) => Err(raised),
        }
    }
}
