//! stub
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};
impl Vm {
    pub(super) fn match_exc_star(&mut self, _a: &Value, _b: &Value) -> Result<(Value, Value)> {
        Err(self.type_error("x"))
    }
    pub(super) fn prep_reraise_star(&mut self, _a: &Value, _b: &Value) -> Result {
        Err(self.type_error("x"))
    }
    pub fn add_note(&mut self, _r: &Raised, _n: &str) {}
}
