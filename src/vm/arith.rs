//! stub
use crate::value::Value;
use crate::vm::{Result, Vm, Names};
use crate::heap::Gc;
use crate::object::Str;
#[derive(Clone, Copy)]
pub enum BinaryOp { Add, Sub, Mul, TrueDiv, FloorDiv, Mod, Pow, MatMul, LShift, RShift, BitAnd, BitOr, BitXor }
#[derive(Clone, Copy)]
pub enum UnaryOp { Neg, Pos, Invert }
impl BinaryOp { pub fn name(self, names: &Names) -> &Gc<Str> { &names.add } }
impl Vm {
 pub fn binary(&mut self, _op: BinaryOp, _a: &Value, _b: &Value) -> Result { Err(self.type_error("x")) }
 pub fn binary_declined_by_left(&mut self, _op: BinaryOp, _a: &Value, _b: &Value) -> Result { Err(self.type_error("x")) }
 pub fn inplace(&mut self, _op: BinaryOp, _a: &Value, _b: &Value) -> Result { Err(self.type_error("x")) }
 pub fn unary(&mut self, _op: UnaryOp, _a: &Value) -> Result { Err(self.type_error("x")) }
}
