//! What instructions do out of line: variables, cells, functions, imports, safe points, super, special methods.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use std::sync::atomic::Ordering;

use super::arith::BinaryOp;
use super::compare::CompareOp;
use crate::bytecode::{Instr, Intrinsic, Op};
use crate::heap::{self, Breaker, Gc};
use crate::object::frame::{self, Frame};
use crate::object::{
    AsyncAction, AsyncStep, Cache, CacheKind, Cell, Class, CodeObject, CoroutineWrapper, Dict, Function, GenState, Generator,
    GeneratorKind, Instance, Native, Opaque, Site, StaticMethod, Str, Tuple,
};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Vm};

/// The comparison of an instruction.
pub(super) fn comparison_of(op: Op) -> Option<CompareOp> {
    Some(match op {
        Op::Lt => CompareOp::Lt,
        Op::Le => CompareOp::Le,
        Op::Gt => CompareOp::Gt,
        Op::Ge => CompareOp::Ge,
        Op::Eq => CompareOp::Eq,
        Op::Ne => CompareOp::Ne,
        _ => return None,
    })
}

/// The binary operation of an instruction.
pub(super) fn binary_of(op: Op) -> Option<BinaryOp> {
    Some(match op {
        Op::Add | Op::AddK => BinaryOp::Add,
        Op::Sub | Op::SubK => BinaryOp::Sub,
        Op::Mul | Op::MulK => BinaryOp::Mul,
        Op::TrueDiv | Op::TrueDivK => BinaryOp::TrueDiv,
        Op::FloorDiv | Op::FloorDivK => BinaryOp::FloorDiv,
        Op::Mod | Op::ModK => BinaryOp::Mod,
        Op::Pow => BinaryOp::Pow,
        Op::MatMul => BinaryOp::MatMul,
        Op::LShift | Op::LShiftK => BinaryOp::LShift,
        Op::RShift | Op::RShiftK => BinaryOp::RShift,
        Op::BitAnd | Op::BitAndK => BinaryOp::BitAnd,
        Op::BitOr => BinaryOp::BitOr,
        Op::BitXor => BinaryOp::BitXor,
        _ => return None,
    })
}

/// Tells whether something from outside waits.
#[derive(Clone, Copy)]
pub struct OutsideWatch(&'static std::sync::atomic::AtomicU8);

impl OutsideWatch {
    /// Whether it does.
    #[inline]
    pub fn waits(self) -> bool {
        self.0.load(Ordering::Relaxed) & Breaker::Outside as u8 != 0
    }
}

impl Vm {
    /// Does what waits at a safe point: finalisers, a collection, what comes from outside.
    #[cold]
    #[inline(never)]
    pub(super) fn attend(&mut self) -> Result<()> {
        let bits = self.breaker.load(Ordering::Relaxed);
        if bits & Breaker::Finalize as u8 != 0 {
            self.run_finalizers();
        }
        if bits & Breaker::Collect as u8 != 0 {
            self.collect_if_due();
        }
        if bits & Breaker::Memory as u8 != 0 {
            return self.check_memory();
        }
        if bits & Breaker::Outside as u8 != 0 {
            self.breaker.fetch_and(!(Breaker::Outside as u8), Ordering::Relaxed);
            return (self.hooks.outside)(self);
        }
        Ok(())
    }

    /// Tells a native that computes for long whether something from outside waits: a signal, a stop.
    pub fn outside_watch(&self) -> OutsideWatch {
        OutsideWatch(self.breaker)
    }

    /// Does what waits from outside.
    pub fn attend_outside(&mut self) -> Result<()> {
        self.attend()
    }

    /// Runs the finalisers that wait, those of what they let die too: right after the instruction whose object died.
    #[cold]
    #[inline(never)]
    fn settle_all(&mut self) {
        while self.breaker.load(Ordering::Relaxed) & Breaker::Finalize as u8 != 0 {
            self.run_finalizers();
        }
    }

    /// As `attend`, which mostly has nothing to do.
    #[inline(always)]
    pub(super) fn attend_if_due(&mut self) -> Result<()> {
        if self.breaker.load(Ordering::Relaxed) != 0 { self.attend() } else { Ok(()) }
    }

    /// As `settle_all`, which mostly has nothing to do.
    #[inline(always)]
    pub(super) fn settle(&mut self) {
        if self.breaker.load(Ordering::Relaxed) & Breaker::Finalize as u8 != 0 {
            self.settle_all();
        }
    }

    fn collect_if_due(&mut self) {
        self.breaker.fetch_and(!(Breaker::Collect as u8), Ordering::Relaxed);
        if let Some(what) = heap::collection_due() {
            heap::collect(what);
            self.run_finalizers();
        }
    }

    #[cold]
    pub(super) fn unbound(&self, frame: *mut Frame, register: u16) -> Raised {
        let name = &code_of(frame).code.locals[usize::from(register)];
        let text = format!("cannot access local variable '{name}' where it is not associated with a value");
        self.unbound_local_error(text)
    }

    #[cold]
    pub(super) fn unbound_free(&self, frame: *mut Frame, index: u16) -> Raised {
        let name = &code_of(frame).code.free[usize::from(index)];
        let text = format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        self.name_error(text)
    }

    pub(super) fn load_cell(&self, frame: *mut Frame, register: u16) -> Result {
        let value = register_of(frame, register).get::<Cell>().map_or(Value::Unset, Cell::get);
        if value.is_set() { Ok(value) } else { Err(self.unbound(frame, register)) }
    }

    pub(super) fn store_cell(&self, cell: &Value, value: Value) {
        if let Some(cell) = cell.get::<Cell>() {
            cell.set(value);
        }
    }

    pub(super) fn delete_cell(&self, frame: *mut Frame, register: u16) -> Result<()> {
        self.load_cell(frame, register)?;
        self.store_cell(register_of(frame, register), Value::Unset);
        Ok(())
    }

    pub(super) fn delete_free(&self, frame: *mut Frame, index: u16) -> Result<()> {
        match function_of(frame).cell(usize::from(index)) {
            Some(cell) if cell.get().is_set() => cell.set(Value::Unset),
            _ => return Err(self.unbound_free(frame, index)),
        }
        Ok(())
    }

    pub(super) fn delete_global(&mut self, frame: *mut Frame, site: u16) -> Result<()> {
        let name = code_of(frame).site(site).name;
        match function_of(frame).globals.remove_str(name) {
            Some(_) => Ok(()),
            None => Err(self.undefined(name)),
        }
    }

    #[cold]
    pub(super) fn undefined(&self, name: &Str) -> Raised {
        let raised = self.name_error(format!("name '{name}' is not defined"));
        raised.0.attrs.set(&self.exc.name_error, &self.names.name_attr, Str::value(name.as_str()));
        if let Some(receiver) = self.receiver() {
            raised.0.attrs.set(&self.exc.name_error, &self.intern(super::RECEIVER), receiver);
        }
        raised
    }

    pub(super) fn load_name(&mut self, frame: *mut Frame, site: u16) -> Result {
        match self.namespace_get(frame, site)? {
            Some(value) => Ok(value),
            None => self.load_global(frame, site),
        }
    }

    /// A name in the namespace of register 0.
    fn namespace_get(&mut self, frame: *mut Frame, site: u16) -> Result<Option<Value>> {
        let name = code_of(frame).site(site).name;
        let namespace = register_of(frame, 0);
        if let Some(dict) = namespace.get::<Dict>() {
            return Ok(dict.get_str(name));
        }
        match self.get_item(namespace, &name.clone().into()) {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.is_exception(&raised, &self.exc.key_error) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    pub(super) fn store_name(&mut self, frame: *mut Frame, site: u16, value: Value) -> Result<()> {
        let name = code_of(frame).site(site).name;
        let namespace = register_of(frame, 0);
        match namespace.get::<Dict>() {
            Some(dict) => {
                dict.set_str(name, value);
                Ok(())
            }
            None => self.set_item(namespace, &name.clone().into(), value),
        }
    }

    pub(super) fn delete_name(&mut self, frame: *mut Frame, site: u16) -> Result<()> {
        let name = code_of(frame).site(site).name;
        let namespace = register_of(frame, 0);
        let deleted = match namespace.get::<Dict>() {
            Some(dict) => dict.remove_str(name).is_some(),
            None => match self.del_item(namespace, &name.clone().into()) {
                Ok(()) => true,
                Err(raised) if self.is_exception(&raised, &self.exc.key_error) => false,
                Err(raised) => return Err(raised),
            },
        };
        if deleted { Ok(()) } else { Err(self.undefined(name)) }
    }

    pub(super) fn load_class_free(&mut self, frame: *mut Frame, index: u16, site: u16) -> Result {
        if let Some(value) = self.namespace_get(frame, site)? {
            return Ok(value);
        }
        let value = function_of(frame).cell(usize::from(index)).map(|cell| cell.get());
        value.filter(Value::is_set).ok_or_else(|| self.unbound_free(frame, index))
    }

    /// `MakeFunction`
    pub(super) fn make_function_step(&mut self, frame: *mut Frame, i: Instr) {
        let Some(code) = code_of(frame).consts[i.bc() as usize].gc::<CodeObject>().cloned() else { return };
        let mut part = i.a;
        let mut take = |bit: u8| {
            if i.n & bit == 0 {
                return Value::Unset;
            }
            part += 1;
            // SAFETY: the compiler puts the parts into the registers after a.
            std::mem::take(unsafe { &mut *frame::registers(frame).add(usize::from(part)) })
        };
        let (defaults, kwdefaults, annotate, closure) = (take(1), take(2), take(4), take(8));
        let function = self.new_function(code, function_of(frame).globals.clone(), closure.into_gc::<Tuple>().ok());
        *function.defaults.borrow_mut() = defaults.into_gc::<Tuple>().ok();
        *function.kwdefaults.borrow_mut() = kwdefaults.into_gc::<Dict>().ok();
        if annotate.is_set() {
            function.meta().borrow_mut().annotate = annotate;
        }
        // SAFETY: register a belongs to the running frame.
        unsafe { *frame::registers(frame).add(usize::from(i.a)) = function.into() };
    }

    /// A function of loaded code.
    pub(super) fn new_function(&mut self, code: Gc<CodeObject>, globals: Gc<Dict>, closure: Option<Gc<Tuple>>) -> Gc<Function> {
        debug_assert_eq!(closure.as_ref().map_or(0, |cells| cells.items().len()), code.code.free.len());
        let module = globals.get_str(&self.names.name).unwrap_or(Value::None);
        Gc::new(Function::new(code, globals, closure, module))
    }

    pub(super) fn load_build_class(&mut self, frame: *mut Frame) -> Result {
        let builtins = self.own_builtins(&function_of(frame).globals).unwrap_or_else(|| self.builtins.clone());
        builtins.get_str(&self.names.build_class).ok_or_else(|| self.name_error("__build_class__ not found"))
    }

    /// `super(class, self).name`
    pub(super) fn load_super_attr(
        &mut self,
        parts: [Value; 3],
        site: Site<'_>,
        method: bool,
    ) -> Result<(Value, Option<Value>)> {
        let [super_, class, object] = parts;
        let name = site.name;
        if method && let Some(function) = self.super_method(&super_, &class, &object, site) {
            return Ok((function, Some(object)));
        }
        if method && let Some(function) = self.super_static(&super_, &class, &object, name) {
            return Ok((function, None));
        }
        let object = self.call(&super_, &[class, object])?;
        if method { self.load_method(&object, name) } else { Ok((self.get_attr(&object, name)?, None)) }
    }

    /// What `super(class, cls).name` finds for a call in a `__new__`, where that is a static method.
    fn super_static(&self, super_: &Value, class: &Value, cls: &Value, name: &Gc<Str>) -> Option<Value> {
        let own = cls.gc::<Class>().filter(|own| self.has_plain_meta(own))?;
        let found = self.found_after(super_, class.gc::<Class>()?, own, name)?;
        let native = || found.get::<Native>().filter(|native| !native.method).map(|_| found.clone());
        found.get::<StaticMethod>().map(|method| method.0.clone()).or_else(native)
    }

    /// What `super(class, object).name` finds for a call, where all is as usual: a function that takes the object, an instance of a script's
    /// class.
    fn super_method(&self, super_: &Value, class: &Value, object: &Value, site: Site<'_>) -> Option<Value> {
        let (class, own) = (class.gc::<Class>()?, object.get::<Instance>()?.class());
        let found = self.found_after(super_, class, &own, site.name).filter(Value::is::<Function>)?;
        let (version, shape, place) = (own.version(), class.version(), own.keep_lookup(site.name, &found));
        site.learn(Cache::new(CacheKind::Super, version, shape, place));
        Some(found)
    }

    /// What stands under a name in the classes after `class` in the method resolution order of another one, where `super` is the built-in one.
    fn found_after(&self, super_: &Value, class: &Gc<Class>, own: &Gc<Class>, name: &Gc<Str>) -> Option<Value> {
        if !super_.gc::<Class>()?.same(&self.types.super_) {
            return None;
        }
        let order = own.mro_rest();
        let after = match own.same(class) {
            true => 0,
            false => order.iter().position(|other| other.same(class))? + 1,
        };
        order[after..].iter().find_map(|class| class.namespace().get_str(name))
    }

    /// A class's name with its module, where that is not `builtins` or the script's own.
    fn full_name(&self, class: &Class) -> String {
        let module = class.namespace().get_str(&self.names.module);
        let module = module.as_ref().and_then(Value::get::<Str>).map(Str::as_str);
        match module {
            Some("builtins" | "__main__") | None => class.qualname.borrow().to_string(),
            Some(module) => format!("{module}.{}", class.qualname.borrow()),
        }
    }

    /// The special method of a `with` that an instruction says by number.
    #[inline(always)]
    pub(super) fn special_of_with(&self, which: u8) -> &Gc<Str> {
        match which {
            0 => &self.names.enter,
            1 => &self.names.exit,
            2 => &self.names.aenter,
            _ => &self.names.aexit,
        }
    }

    /// A special method of a `with` statement.
    pub(super) fn load_special(&mut self, object: &Value, which: u8) -> Result<(Value, Option<Value>)> {
        // The same of the other protocol has a number that differs by two.
        let (name, other) = (self.special_of_with(which).clone(), self.special_of_with(which ^ 2).clone());
        let class = self.class_of(object);
        match class.lookup(&name) {
            Some(function) if matches!(function.kind(), Some(Kind::Function | Kind::Native)) => {
                Ok((function, Some(object.clone())))
            }
            Some(descriptor) => Ok((self.bind_descriptor(&descriptor, object, &class)?, None)),
            None => {
                let type_name = self.full_name(&class);
                let protocol = if which < 2 { "the context manager" } else { "the asynchronous context manager" };
                let hint = match (which < 2, class.lookup(&other).is_some()) {
                    (true, true) => {
                        " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
                    }
                    (false, true) => " but it supports the context manager protocol. Did you mean to use 'with'?",
                    _ => "",
                };
                Err(self.type_error(format!(
                    "'{type_name}' object does not support {protocol} protocol (missed {name} method){hint}"
                )))
            }
        }
    }

    pub(super) fn get_yield_from_iter(&mut self, frame: *mut Frame, value: &Value) -> Result {
        if let Some(generator) = value.get::<Generator>() {
            if generator.kind == GeneratorKind::Generator {
                return Ok(value.clone());
            }
            if generator.kind == GeneratorKind::Coroutine {
                let in_coroutine = !matches!(code_of(frame).code.kind, crate::bytecode::CodeKind::Generator);
                if in_coroutine {
                    return Ok(value.clone());
                }
                return Err(self.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
            }
        }
        if let Some(coroutine) = unwrapped(value) {
            return Ok(coroutine);
        }
        self.get_iter(value)
    }

    /// What `await value` delegates to; `context` is 1 for the result of an `__aenter__`, 2 for that of an `__aexit__`.
    pub fn get_awaitable(&mut self, value: &Value, context: u8) -> Result {
        match value.kind() {
            Some(Kind::Generator) => {
                if let Some(generator) = value.get::<Generator>().filter(|generator| generator.kind == GeneratorKind::Coroutine)
                {
                    // One that rests does so in an `await`.
                    return match generator.state.get() {
                        GenState::Suspended => Err(self.runtime_error("coroutine is being awaited already")),
                        _ => Ok(value.clone()),
                    };
                }
            }
            Some(Kind::AsyncStep | Kind::Future | Kind::Task | Kind::Awaitable) => return Ok(value.clone()),
            _ => {}
        }
        match self.call_special(value, &self.names.await_.clone(), &[])? {
            Some(iterator) => {
                if iterator.get::<Generator>().is_some_and(|generator| generator.kind == GeneratorKind::Coroutine) {
                    return Err(self.type_error("__await__() returned a coroutine"));
                }
                if let Some(coroutine) = unwrapped(&iterator) {
                    return Ok(coroutine);
                }
                let polled = iterator.kind().is_some_and(|kind| self.hooks.poll[kind as usize].is_some());
                let iterates = polled
                    || iterator.is::<Generator>()
                    || iterator.is::<AsyncStep>()
                    || self.lookup_special(&iterator, &self.names.next.clone()).is_some();
                if iterates {
                    return Ok(iterator);
                }
                Err(self.type_error(format!("__await__() returned non-iterator of type '{}'", self.type_name(&iterator))))
            }
            None => {
                let name = self.type_name(value);
                Err(self.type_error(match context {
                    1 => format!("'async with' received an object from __aenter__ that does not implement __await__: {name}"),
                    2 => format!("'async with' received an object from __aexit__ that does not implement __await__: {name}"),
                    _ => format!("'{name}' object can't be awaited"),
                }))
            }
        }
    }

    pub(super) fn get_aiter(&mut self, value: &Value) -> Result {
        if value.get::<Generator>().is_some_and(|generator| generator.kind == GeneratorKind::AsyncGenerator) {
            return Ok(value.clone());
        }
        let name = self.type_name(value);
        let Some(iterator) = self.call_special(value, &self.names.aiter.clone(), &[])? else {
            return Err(self.type_error(format!("'async for' requires an object with __aiter__ method, got {name}")));
        };
        if self.lookup_special(&iterator, &self.names.anext.clone()).is_none() {
            let name = self.type_name(&iterator);
            return Err(self.type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
            )));
        }
        Ok(iterator)
    }

    pub(super) fn get_anext(&mut self, value: &Value) -> Result {
        if let Some(generator) = value.gc::<Generator>()
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            let action = std::cell::RefCell::new(Some(AsyncAction::Send(Value::None)));
            return Ok(Gc::new(AsyncStep {
                generator: generator.clone(),
                action,
                closes: false,
                throws: false,
                done: false.into(),
            })
            .into());
        }
        let name = self.type_name(value);
        let Some(awaitable) = self.call_special(value, &self.names.anext.clone(), &[])? else {
            return Err(self.type_error(format!("'async for' requires an iterator with __anext__ method, got {name}")));
        };
        self.get_awaitable(&awaitable, 0).map_err(|raised| {
            let name = self.type_name(&awaitable);
            let error = self.type_error(format!("'async for' received an invalid object from __anext__: {name}"));
            *error.0.cause.borrow_mut() = Some(raised.0);
            error
        })
    }

    pub(super) fn intrinsic(&mut self, registers: *mut Value, i: Instr) -> Result {
        let Some(&what) = Intrinsic::ALL.get(usize::from(i.n)) else { return Err(self.system_error("unknown intrinsic")) };
        // SAFETY: the registers from b on belong to the running frame: the compiler pushed as many operands.
        let operand = |place: usize| unsafe { &mut *registers.add(usize::from(i.b) + place) };
        if what == Intrinsic::PrintExpr {
            let value = operand(0).clone();
            return (self.hooks.display)(self, &value).map(|()| Value::None);
        }
        let operands = (0..what.operands()).map(|place| std::mem::take(operand(place))).collect();
        (self.hooks.make)(self, what, operands)
    }

    /// Whether a class is one that this machine made without a script.
    pub fn is_builtin_class(&self, class: &Class) -> bool {
        class.builtin
    }
}

/// The code of a running frame.
pub(super) fn code_of<'a>(frame: *mut Frame) -> &'a CodeObject {
    // SAFETY: the frame runs and keeps its function, which keeps the code, for as long as the instruction that asks.
    unsafe { &*(*frame).code }
}

/// The function of a running frame.
pub(super) fn function_of<'a>(frame: *mut Frame) -> &'a Function {
    // SAFETY: as in `code_of`.
    unsafe { &(*frame).function }
}

/// A register of a running frame.
fn register_of<'a>(frame: *mut Frame, register: u16) -> &'a Value {
    // SAFETY: the compiler's operands are in range (the verifier checks), and nothing else writes while the instruction runs.
    unsafe { &*frame::registers(frame).add(usize::from(register)) }
}

/// The coroutine that a `coroutine.__await__()` stands for: delegating to it directly keeps the chain in one piece.
fn unwrapped(value: &Value) -> Option<Value> {
    value.get::<Opaque>()?.data::<CoroutineWrapper>().map(|wrapper| wrapper.0.clone().into())
}
