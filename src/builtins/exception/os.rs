//! `OSError`: error numbers, file names, and the subclass that stands for a number.

use rustix::io::Errno;

use super::base::{class_argument, no_keywords, reduced};
use super::fields::field;
use super::{argument, base, store, stored};
use crate::heap::Gc;
use crate::object::{Class, Dict, Exception, Native, StaticMethod, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm, getset, method, static_method};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, /, *args, **kwargs)", new, "Makes an OSError, of the subclass that errno stands for."),
    method!("__init__", "(self, /, *args, **kwargs)", init, "Takes errno, strerror, filename and filename2."),
    method!("__str__", "(self, /)", str, "The message with number and file names."),
    method!("__reduce__", "(self, /)", reduce, "Class and arguments, to copy it."),
    field!("errno", |exception| positional(exception, 0), "The error number."),
    field!("strerror", |exception| positional(exception, 1), "What the number means."),
    field!("filename", |_| None, "The file that it is about."),
    field!("filename2", |_| None, "The second file that it is about."),
    getset!("characters_written", written, set_written, "How much was written before it would have blocked."),
];

pub(super) fn install(vm: &mut Vm) {
    let class = vm.exc.os_error.clone();
    vm.add_methods(&class, ROWS);
}

/// The n-th argument, where they are errno, strerror and so on.
fn positional(exception: &Exception, index: usize) -> Option<Value> {
    let count = exception.args.borrow().items().len();
    (2..=5).contains(&count).then(|| argument(exception, index))?
}

fn written(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    stored(vm, this, "characters_written").ok_or_else(|| vm.attribute_error("characters_written"))
}

fn set_written(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result {
    if !value.is_set() {
        let class = this.class();
        let deleted = this.attrs.delete(&class, &vm.intern("characters_written"));
        return if deleted { Ok(Value::None) } else { Err(vm.attribute_error("characters_written")) };
    }
    let count = vm.index(value)?;
    store(vm, this, "characters_written", Value::Int(count));
    Ok(Value::None)
}

/// The subclass that stands for an error number.
fn class_of_errno(vm: &Vm, number: i64) -> Option<Gc<Class>> {
    let exc = &vm.exc;
    // Numbers of errors are below 4096; scripts may give any.
    let number = Errno::from_raw_os_error(i32::try_from(number).ok().filter(|number| (1..4096).contains(number))?);
    Some(
        match number {
            Errno::AGAIN | Errno::ALREADY | Errno::INPROGRESS => &exc.blocking_io_error,
            Errno::PIPE | Errno::SHUTDOWN => &exc.broken_pipe_error,
            Errno::CHILD => &exc.child_process_error,
            Errno::CONNABORTED => &exc.connection_aborted_error,
            Errno::CONNREFUSED => &exc.connection_refused_error,
            Errno::CONNRESET => &exc.connection_reset_error,
            Errno::EXIST => &exc.file_exists_error,
            Errno::NOENT => &exc.file_not_found_error,
            Errno::ISDIR => &exc.is_a_directory_error,
            Errno::NOTDIR => &exc.not_a_directory_error,
            Errno::INTR => &exc.interrupted_error,
            Errno::ACCESS | Errno::PERM => &exc.permission_error,
            Errno::SRCH => &exc.process_lookup_error,
            Errno::TIMEDOUT => &exc.timeout_error,
            _ => return None,
        }
        .clone(),
    )
}

/// What the system says an error number means.
pub fn strerror(number: i32) -> String {
    let text = std::io::Error::from_raw_os_error(number).to_string();
    match text.rfind(" (os error ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

/// Whether a class overrides `__init__` but not `__new__`: then `__init__` takes the arguments, else `__new__` has done so.
fn init_takes(vm: &Vm, class: &Class) -> bool {
    let own = |value: Option<Value>| {
        let native = value.map(|value| value.get::<StaticMethod>().map_or(value.clone(), |method| method.0.clone()));
        native.as_ref().and_then(|native| native.get::<Native>()).is_some_and(|native| native.owner.as_str() == "OSError")
    };
    !own(class.lookup(&vm.names.init)) && own(class.lookup(&vm.names.new))
}

fn new(vm: &mut Vm, class: &Value, args: &Gc<Tuple>, kwargs: &Dict) -> Result<Gc<Exception>> {
    let base = vm.exc.os_error.clone();
    let mut class = class_argument(vm, class, &base)?;
    if init_takes(vm, &class) {
        return Ok(Exception::new(class, vm.empty_tuple()));
    }
    no_keywords(vm, &class, kwargs)?;
    if class.same(&base)
        && (2..=5).contains(&args.items().len())
        && let Value::Int(number) = args.items()[0]
        && let Some(special) = class_of_errno(vm, number)
    {
        class = special;
    }
    let exception = Exception::new(class, args.clone());
    take_arguments(vm, &exception, args)?;
    Ok(exception)
}

fn init(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    let class = this.class();
    if init_takes(vm, &class) {
        no_keywords(vm, &class, kwargs)?;
        drop(this.args.replace(args.clone()));
        take_arguments(vm, this, args)?;
    }
    Ok(())
}

/// Stores errno and its companions; file names leave `args`.
fn take_arguments(vm: &mut Vm, exception: &Gc<Exception>, given: &Gc<Tuple>) -> Result<()> {
    let items = given.items();
    if !(2..=5).contains(&items.len()) {
        return Ok(());
    }
    store(vm, exception, "errno", items[0].clone());
    store(vm, exception, "strerror", items[1].clone());
    let Some(filename) = items.get(2).filter(|name| !name.is_none()) else { return Ok(()) };
    if exception.class().same(&vm.exc.blocking_io_error) && matches!(filename, Value::Int(_) | Value::Bool(_)) {
        let count = vm.index(filename)?;
        store(vm, exception, "characters_written", Value::Int(count));
        return Ok(());
    }
    store(vm, exception, "filename", filename.clone());
    if let Some(second) = items.get(4).filter(|name| !name.is_none()) {
        store(vm, exception, "filename2", second.clone());
    }
    let old = exception.args.replace(Tuple::new(&items[..2]));
    drop(old);
    Ok(())
}

fn str(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let errno = stored(vm, this, "errno").or_else(|| positional(this, 0));
    let strerror = stored(vm, this, "strerror").or_else(|| positional(this, 1));
    let filename = stored(vm, this, "filename");
    if filename.is_none() && (errno.is_none() || strerror.is_none()) {
        return Ok(base::text(vm, this)?.into());
    }
    let errno = vm.str(&errno.unwrap_or(Value::None))?;
    let strerror = vm.str(&strerror.unwrap_or(Value::None))?;
    let mut text = format!("[Errno {errno}] {strerror}");
    if let Some(filename) = filename {
        text.push_str(&format!(": {}", vm.repr(&filename)?));
        if let Some(second) = stored(vm, this, "filename2") {
            text.push_str(&format!(" -> {}", vm.repr(&second)?));
        }
    }
    Ok(Str::value(text))
}

fn reduce(vm: &mut Vm, this: &Gc<Exception>) -> Value {
    let kept = this.args.borrow().clone();
    let mut items = kept.items().to_vec();
    if items.len() == 2
        && let Some(filename) = stored(vm, this, "filename")
    {
        items.push(filename);
        if let Some(second) = stored(vm, this, "filename2") {
            items.extend([Value::None, second]);
        }
    }
    let full = reduced(this, Tuple::new(items));
    // The attributes follow from the arguments.
    Tuple::value(&full.get::<Tuple>().map_or(&[][..], Tuple::items)[..2])
}

impl Vm {
    /// The exception that stands for a failed system call.
    #[cold]
    pub fn os_error_from(&self, error: &std::io::Error, filename: Option<&str>) -> Raised {
        let Some(number) = error.raw_os_error() else {
            let class = match error.kind() {
                std::io::ErrorKind::TimedOut => &self.exc.timeout_error,
                std::io::ErrorKind::BrokenPipe => &self.exc.broken_pipe_error,
                std::io::ErrorKind::ConnectionReset => &self.exc.connection_reset_error,
                std::io::ErrorKind::UnexpectedEof => &self.exc.eof_error,
                _ => &self.exc.os_error,
            };
            return self.raise(class, &error.to_string());
        };
        self.os_error_number(number, filename)
    }

    /// The exception that stands for an error number.
    #[cold]
    pub fn os_error_number(&self, number: i32, filename: Option<&str>) -> Raised {
        let class = class_of_errno(self, i64::from(number)).unwrap_or_else(|| self.exc.os_error.clone());
        let (errno, text) = (Value::Int(i64::from(number)), Str::value(strerror(number)));
        let raised = self.raise_with(&class, vec![errno.clone(), text.clone()]);
        store(self, &raised.0, "errno", errno);
        store(self, &raised.0, "strerror", text);
        if let Some(filename) = filename {
            store(self, &raised.0, "filename", Str::value(filename));
        }
        raised
    }
}
