//! Calls: of functions, natives, bound methods, classes and objects with `__call__`.
//!
//! A call that runs a script's code yields a frame, ready but not linked; the running instruction links it behind the calling frame, a native's call
//! back runs it to its end.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use smallvec::SmallVec;

use super::bind::{self, Args};
use super::generator::Resumed;
use super::stack;
use crate::bytecode::CodeKind;
use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{BoundMethod, Class, CodeObject, Dict, Function, GenState, Generator, GeneratorKind, Native, Str};
use crate::value::{Value, Words};
use crate::vm::{Raised, Result, Vm};

/// What a call led to.
pub(super) enum Called {
    /// It is done.
    Value(Value),
    /// This frame has to run.
    Frame(*mut Frame),
    /// The `__init__` of a new instance has to run in this frame.
    Init(*mut Frame, Value),
}

impl Vm {
    /// Calls a value with positional arguments.
    pub fn call(&mut self, callee: &Value, args: &[Value]) -> Result {
        self.call_kw(callee, args, &[])
    }

    /// Calls a value; the last arguments are keyword arguments with these names.
    pub fn call_kw(&mut self, callee: &Value, args: &[Value], names: &[Gc<Str>]) -> Result {
        self.check_room()?;
        let called = self.prepare(callee, Args { values: args, names })?;
        self.finish_call(called)
    }

    /// Runs what a call led to.
    pub(super) fn finish_call(&mut self, called: Called) -> Result {
        match called {
            Called::Value(value) => Ok(value),
            Called::Frame(frame) => self.run_entry(frame),
            Called::Init(frame, instance) => {
                let result = self.run_entry(frame)?;
                self.check_init(&result)?;
                Ok(instance)
            }
        }
    }

    /// Calls a method found on an object's type or in the object, as `object.name(*args)`.
    pub fn call_method(&mut self, object: &Value, name: &Gc<Str>, args: &[Value]) -> Result {
        let mut all: SmallVec<[Value; 6]> = SmallVec::with_capacity(args.len() + 1);
        match self.load_method(object, name)? {
            (function, Some(receiver)) => {
                all.push(receiver);
                all.extend(args.iter().cloned());
                self.call(&function, &all)
            }
            (function, None) => self.call(&function, args),
        }
    }

    /// Runs a frame to its end.
    pub(super) fn run_entry(&mut self, new: *mut Frame) -> Result {
        if !self.has_room() {
            self.drop_frame(new);
            return Err(self.no_room());
        }
        // SAFETY: `prepare` made the frame and nothing uses it yet.
        unsafe { (*new).resume = Resume::Entry };
        match self.run(new, None) {
            Resumed::Returned(value) | Resumed::Yielded(value) => Ok(value),
            Resumed::Raised(raised) => Err(raised),
        }
    }

    /// Prepares a call of anything callable.
    pub(super) fn prepare(&mut self, callee: &Value, args: Args<'_>) -> Result<Called> {
        if let Some(function) = callee.gc::<Function>() {
            return self.prepare_function(function, args);
        }
        if let Some(native) = callee.get::<Native>() {
            return self.call_native(native.id, args.values, args.names).map(Called::Value);
        }
        if let Some(bound) = callee.get::<BoundMethod>() {
            let mut all: SmallVec<[Value; 8]> = SmallVec::with_capacity(args.values.len() + 1);
            all.push(bound.receiver.clone());
            all.extend(args.values.iter().cloned());
            let function = bound.function.clone();
            // Methods can be bound to methods.
            self.check_room()?;
            return self.prepare(&function, Args { values: &all, names: args.names });
        }
        if let Some(class) = callee.gc::<Class>() {
            return self.prepare_class(&class.clone(), args);
        }
        let Some(call) = self.lookup_special(callee, &self.names.call.clone()) else {
            return Err(self.not_callable(callee));
        };
        self.guard(|vm| {
            let class = vm.class_of(callee);
            let bound = vm.bind_descriptor(&call, callee, &class)?;
            vm.prepare(&bound, args)
        })
    }

    #[cold]
    pub(super) fn not_callable(&self, callee: &Value) -> Raised {
        self.type_error(format!("'{}' object is not callable", self.type_name(callee)))
    }

    pub(super) fn prepare_function(&mut self, function: &Gc<Function>, args: Args<'_>) -> Result<Called> {
        if generator_kind(&function.code).is_some() {
            return self.make_generator(function, args).map(Called::Value);
        }
        let count = args.values.len();
        if args.names.is_empty() && function.code.simple as usize == count {
            let frame = self.push_frame(function.clone(), count)?;
            for (n, value) in args.values.iter().enumerate() {
                // SAFETY: the new frame has a register for each parameter, and nothing is in it yet.
                unsafe { Words::copy(value).write(frame::registers(frame).add(n)) };
            }
            return Ok(Called::Frame(frame));
        }
        let frame = self.push_frame(function.clone(), 0)?;
        // SAFETY: the frame was just made: its registers are unset and nobody else sees them.
        let registers = unsafe { std::slice::from_raw_parts_mut(frame::registers(frame), usize::from((*frame).registers)) };
        if let Err(raised) = self.bind(function, registers, args) {
            self.drop_frame(frame);
            return Err(raised);
        }
        Ok(Called::Frame(frame))
    }

    /// A new frame on the stack; the first `bound` registers are left for the caller to write.
    #[inline(always)]
    pub(super) fn push_frame(&mut self, function: Gc<Function>, bound: usize) -> Result<*mut Frame> {
        if self.depth >= self.recursion_limit {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        let Some(frame) = self.stack.push(usize::from(function.code.code.registers)) else {
            return Err(self.recursion_error("maximum recursion depth exceeded: the stack is full"));
        };
        self.depth += 1;
        // SAFETY: the stack gave the room.
        unsafe { bind::initialise(frame, function, bound) };
        Ok(frame)
    }

    /// Drops the newest frame of the stack.
    #[inline(always)]
    pub(super) fn drop_frame(&mut self, frame: *mut Frame) {
        // SAFETY: frames on the stack are initialised, and the newest one is not used after this.
        unsafe { stack::release(frame) };
        self.stack.pop(frame);
        self.depth -= 1;
    }

    /// A generator, coroutine or asynchronous generator of a function, with its arguments bound.
    fn make_generator(&mut self, function: &Gc<Function>, args: Args<'_>) -> Result {
        let count = usize::from(function.code.registers);
        let frame = self.new_block(function);
        // SAFETY: the frame was just made: its registers are unset and nobody else sees them.
        let registers = unsafe { std::slice::from_raw_parts_mut(frame::registers(frame), count) };
        let bound = self.bind(function, registers, args);
        let generator = self.new_generator(frame);
        if let Err(raised) = bound {
            generator.finish();
            return Err(raised);
        }
        Ok(generator.into())
    }

    /// A frame in a block of its own, its registers unset.
    pub(super) fn new_block(&self, function: &Gc<Function>) -> *mut Frame {
        let frame = frame::allocate(usize::from(function.code.registers));
        // SAFETY: the block has room for the registers.
        unsafe { bind::initialise(frame, function.clone(), 0) };
        frame
    }

    /// A generator, coroutine or asynchronous generator whose function is called with exactly its positional parameters; none where it is no
    /// such call. The callee and the arguments are taken.
    ///
    /// # Safety
    /// `callee` and the `count` registers from `first` belong to the running frame.
    #[inline(always)]
    pub(super) unsafe fn call_generator(&mut self, callee: *mut Value, first: *mut Value, count: u32) -> Option<Value> {
        // SAFETY: the caller's registers; the block has room for the frame's, and those that are left out are written here.
        unsafe {
            let function = (*callee).gc::<Function>()?;
            if function.code.simple_generator != count {
                return None;
            }
            let frame = frame::allocate(usize::from(function.code.registers));
            bind::initialise(frame, std::ptr::read(function), count as usize);
            Words::write_unset(callee);
            for n in 0..count as usize {
                Words::take(first.add(n)).write(frame::registers(frame).add(n));
            }
            Some(self.new_generator(frame).into())
        }
    }

    /// A generator of a frame in a block of its own.
    #[inline]
    pub(super) fn new_generator(&mut self, frame: *mut Frame) -> Gc<Generator> {
        // SAFETY: the caller's frame is initialised.
        let function = unsafe { &(*frame).function };
        let (made_by, origin_instr) = self.place().map_or((Value::None, 0), |(code, instr)| (code.into(), instr));
        let generator = Gc::new(Generator {
            kind: generator_kind(&function.code).unwrap_or(GeneratorKind::Generator),
            state: GenState::Created.into(),
            busy: false.into(),
            closed: false.into(),
            code: function.code.object(),
            frame: frame.into(),
            innermost: std::ptr::null::<Generator>().into(),
            awaiter: std::ptr::null::<Generator>().into(),
            outer_root: std::ptr::null::<Generator>().into(),
            depth: 1.into(),
            base_depth: 0.into(),
            handled: made_by.into(),
            origin_instr,
            names: self.changed_names(function).into(),
        });
        // SAFETY: the frame is this generator's own.
        unsafe { (*frame).generator = &raw const *generator };
        generator
    }

    /// A function's names, where they are not those of its code.
    fn changed_names(&self, function: &Function) -> Option<Box<(Gc<Str>, Gc<Str>)>> {
        let meta = function.meta_if_made()?.borrow();
        let same = meta.name.same(&function.code.name) && meta.qualname.same(&function.code.qualname);
        (!same).then(|| Box::new((meta.name.clone(), meta.qualname.clone())))
    }

    /// The code and the instruction that run now.
    pub fn place(&self) -> Option<(Gc<CodeObject>, u32)> {
        // SAFETY: `frame` is null or the frame that runs, which is initialised; its `pc` is one past the instruction that called.
        let frame = unsafe { self.frame.as_ref() }?;
        let code = frame.function.code_of_frame(frame.code);
        let past = unsafe { frame.pc.offset_from(code.start()) };
        Some((code, (past - 1).max(0) as u32))
    }

    /// The namespace of the module whose code runs.
    pub fn current_globals(&self) -> Option<Gc<Dict>> {
        // SAFETY: as in `place`.
        unsafe { self.frame.as_ref() }.map(|frame| frame.function.globals.clone())
    }

    /// The code of the running frames, innermost first, each with the instruction that it is at.
    pub fn call_stack(&self) -> Vec<(Gc<CodeObject>, u32)> {
        let mut all = Vec::new();
        let mut frame = self.frame;
        // SAFETY: `back` is null or a living frame.
        while let Some(current) = unsafe { frame.as_ref() } {
            let code = current.function.code_of_frame(current.code);
            let past = unsafe { current.pc.offset_from(code.start()) };
            all.push((code, (past - 1).max(0) as u32));
            frame = current.back;
        }
        all
    }

    /// The functions of the running frames, innermost first, each with the code that it runs and the instruction that it is at.
    pub fn running_functions(&self) -> Vec<(Gc<Function>, Gc<CodeObject>, u32)> {
        let mut all = Vec::new();
        let mut frame = self.frame;
        // SAFETY: `back` is null or a living frame.
        while let Some(current) = unsafe { frame.as_ref() } {
            let code = current.function.code_of_frame(current.code);
            let past = unsafe { current.pc.offset_from(code.start()) };
            all.push((current.function.clone(), code, (past - 1).max(0) as u32));
            frame = current.back;
        }
        all
    }

    /// The local variables of the running frame by name: those that are bound. Register 0 of a class body holds its namespace.
    pub fn current_locals(&self) -> Vec<(Gc<Str>, Value)> {
        self.locals_of(self.frame)
    }

    /// The local variables of the frame so many calls further out.
    pub fn locals_at(&self, depth: usize) -> Vec<(Gc<Str>, Value)> {
        let mut frame = self.frame;
        for _ in 0..depth {
            // SAFETY: `back` is null or a living frame.
            frame = unsafe { frame.as_ref() }.map_or(std::ptr::null_mut(), |current| current.back);
        }
        self.locals_of(frame)
    }

    /// The local variables of a frame by name: those that are bound.
    pub(super) fn locals_of(&self, frame: *mut Frame) -> Vec<(Gc<Str>, Value)> {
        let at = frame;
        // SAFETY: `frame` is null, or a frame that runs or rests: its registers are initialised.
        let Some(frame) = (unsafe { at.as_ref() }) else { return Vec::new() };
        // SAFETY: a frame's code lives as long as its function.
        let code = unsafe { &(*frame.code).code };
        let registers = unsafe { std::slice::from_raw_parts(frame::registers(at), usize::from(frame.registers)) };
        let own = code.locals.iter().zip(registers).map(|(name, value)| match value.get::<crate::object::Cell>() {
            Some(cell) => (name, cell.get()),
            None => (name, value.clone()),
        });
        let free = code.free.iter().zip(frame.function.closure.iter().flat_map(|cells| cells.items()));
        let free = free.filter_map(|(name, cell)| Some((name, cell.get::<crate::object::Cell>()?.get())));
        own.chain(free).filter(|(_, value)| value.is_set()).map(|(name, value)| (self.intern(name), value)).collect()
    }

    /// The parameter `self` of the running frame, where its first one is called so.
    pub fn receiver(&self) -> Option<Value> {
        // SAFETY: as in `place`; a running frame's registers are initialised, and a parameter is one of them.
        let frame = unsafe { self.frame.as_ref() }?;
        // SAFETY: a frame's code lives as long as its function.
        let code = unsafe { &(*frame.code).code };
        if code.positional == 0 || code.locals.first().is_none_or(|name| &**name != "self") {
            return None;
        }
        let value = unsafe { &*frame::registers(self.frame) };
        let value = value.get::<crate::object::Cell>().map_or_else(|| value.clone(), |cell| cell.get());
        value.is_set().then_some(value)
    }

    /// A function of loaded code without closure, to run a module or text.
    pub fn make_function(&mut self, code: Gc<CodeObject>, globals: Gc<Dict>) -> Gc<Function> {
        self.new_function(code, globals, None)
    }

    /// Runs the code of a module with a namespace; `namespace` goes to register 0 of code compiled for separate locals.
    pub fn run_code(&mut self, code: &Gc<CodeObject>, globals: &Gc<Dict>, namespace: Option<Value>) -> Result {
        let function = self.make_function(code.clone(), globals.clone());
        // Of code that was a function's, errors name it by its plain name.
        if !code.name.same(&code.qualname) {
            function.meta().borrow_mut().qualname = code.name.clone();
        }
        if generator_kind(code).is_some() {
            return self.make_generator(&function, Args { values: &[], names: &[] });
        }
        if code.code.parameters() > 0 {
            // That of a function: it is called without arguments.
            return self.call(&function.into(), &[]);
        }
        self.run_function(&function, namespace)
    }

    /// Runs a function without parameters; `namespace` goes to register 0 of a class body or of code compiled for separate locals.
    pub(super) fn run_function(&mut self, function: &Gc<Function>, namespace: Option<Value>) -> Result {
        let frame = self.push_frame(function.clone(), 0)?;
        if let Some(namespace) = namespace {
            // SAFETY: such code has a register 0, unset in a new frame.
            unsafe { *frame::registers(frame) = namespace };
        }
        self.run_entry(frame)
    }
}

/// Which kind of generator a code makes, if any.
pub(super) fn generator_kind(code: &CodeObject) -> Option<GeneratorKind> {
    match code.code.kind {
        CodeKind::Generator => Some(GeneratorKind::Generator),
        CodeKind::Coroutine => Some(GeneratorKind::Coroutine),
        CodeKind::AsyncGenerator => Some(GeneratorKind::AsyncGenerator),
        CodeKind::Function | CodeKind::Module | CodeKind::Class => None,
    }
}
