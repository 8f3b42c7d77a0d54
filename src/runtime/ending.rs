//! How a script ends, and what the process makes of it.

use crate::builtins::{stream, traceback};
use crate::heap::Gc;
use crate::object::Exception;
use crate::report;
use crate::value::Value;
use crate::vm::{Raised, Vm};

/// Status of wrong usage and of scripts that do not compile.
pub const USAGE: i32 = 2;
/// Status where nothing else was wrong than that output could not be written, as CPython's.
pub const UNWRITTEN: i32 = 120;
/// Status after an uncaught exception.
const FAILED: i32 = 1;

/// How the process ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// With a status.
    Status(i32),
    /// By SIGINT, as after an uncaught KeyboardInterrupt.
    Interrupted,
}

impl Ending {
    /// Ends the process.
    pub fn leave(self) -> ! {
        if self == Ending::Interrupted {
            let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT);
        }
        std::process::exit(match self {
            Ending::Status(status) => status,
            Ending::Interrupted => 130,
        })
    }
}

/// What an outcome means; an exception other than SystemExit is reported.
pub fn of(vm: &mut Vm, outcome: Result<(), Raised>, plain: bool) -> Ending {
    let Err(raised) = outcome else { return Ending::Status(0) };
    if vm.is_exception(&raised, &vm.exc.system_exit) {
        return Ending::Status(exit_status(vm, &raised.0));
    }
    let interrupted = vm.is_exception(&raised, &vm.exc.keyboard_interrupt);
    // Output comes before the report, as it was written before it.
    let _ = stream::flush_all(vm);
    report_uncaught(vm, &raised.0, plain);
    if interrupted { Ending::Interrupted } else { Ending::Status(FAILED) }
}

/// The status that a SystemExit asks for; what is no number is printed.
fn exit_status(vm: &mut Vm, exception: &Gc<Exception>) -> i32 {
    let code = vm.get_attr_optional(&exception.clone().into(), &vm.intern("code")).ok().flatten().unwrap_or(Value::None);
    if code.is_none() {
        return 0;
    }
    if vm.class_of(&code).derives_from(&vm.types.int) {
        return vm.index(&code).map_or(-1, |number| number as i32);
    }
    let text = vm.str(&code).map_or_else(|_| String::new(), |text| text.to_string());
    let _ = stream::flush_all(vm);
    traceback::write_stderr(vm, &format!("{text}\n"));
    FAILED
}

/// `sys.excepthook`, which a script may have replaced.
fn report_uncaught(vm: &mut Vm, exception: &Gc<Exception>, plain: bool) {
    let hook = |vm: &Vm, name: &str| vm.sys.as_ref().and_then(|sys| sys.namespace.get_text(name));
    let (now, original) = (hook(vm, "excepthook"), hook(vm, "__excepthook__"));
    let replaced = match (&now, &original) {
        (Some(now), Some(original)) => !now.same(original),
        _ => false,
    };
    let Some(hook) = now.filter(|_| replaced) else {
        traceback::print_exception(vm, exception);
        return advise(vm, exception, plain);
    };
    let tb = exception.traceback.borrow().clone().map_or(Value::None, Value::from);
    if let Err(failed) = vm.call(&hook, &[exception.class().into(), exception.clone().into(), tb]) {
        traceback::write_stderr(vm, "Error in sys.excepthook:\n");
        traceback::print_exception(vm, &failed.0);
        traceback::write_stderr(vm, "\nOriginal exception was:\n");
        traceback::print_exception(vm, exception);
    }
}

/// On a terminal, what acli itself has to say stands below CPython's text.
fn advise(vm: &mut Vm, exception: &Gc<Exception>, plain: bool) {
    let style = report::Style::of_stderr(plain);
    if style.is_plain() {
        return;
    }
    let class = exception.class().name.borrow().to_string();
    let message = vm.str(&exception.clone().into()).map_or_else(|_| String::new(), |text| text.to_string());
    if let Some(advice) = report::advice(&class, &message) {
        traceback::write_stderr(vm, &style.help(advice));
    }
}
