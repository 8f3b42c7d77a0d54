//! stub
use crate::value::Value;
use crate::vm::{Result, Vm};
#[derive(Clone, Copy)]
pub enum CompareOp { Lt, Le, Gt, Ge, Eq, Ne }
impl Vm {
 pub fn compare(&mut self, _op: CompareOp, _a: &Value, _b: &Value) -> Result { Err(self.type_error("x")) }
 pub fn compare_bool(&mut self, _op: CompareOp, _a: &Value, _b: &Value) -> Result<bool> { Err(self.type_error("x")) }
 pub fn equal(&mut self, _a: &Value, _b: &Value) -> Result<bool> { Err(self.type_error("x")) }
 pub fn contains(&mut self, _a: &Value, _b: &Value) -> Result<bool> { Err(self.type_error("x")) }
}
