//! Assembly: from a script's text to a machine that runs it.

use crate::heap::Gc;
use crate::object::{Class, Str};
use crate::source::SourceFile;
use crate::value::Value;
use crate::vm::{Result, Row, Vm};
use crate::{compile, object, syntax};

fn print(vm: &mut Vm, args: &[Value]) -> Result {
    let mut line = String::new();
    for (n, arg) in args.iter().enumerate() {
        if n > 0 {
            line.push(' ');
        }
        match arg {
            Value::Float(float) => line.push_str(&format!("{float:?}")),
            Value::Bool(b) => line.push_str(if *b { "True" } else { "False" }),
            Value::None => line.push_str("None"),
            other => line.push_str(vm.str(other)?.as_str()),
        }
    }
    println!("{line}");
    Ok(Value::None)
}

fn build_class(vm: &mut Vm, args: &[Value]) -> Result {
    vm.build_class(args, &[])
}

fn range(vm: &mut Vm, args: &[Value]) -> Result {
    let (start, stop, step) = match args {
        [_, stop] => (0, vm.index(stop)?, 1),
        [_, start, stop] => (vm.index(start)?, vm.index(stop)?, 1),
        [_, start, stop, step] => (vm.index(start)?, vm.index(stop)?, vm.index(step)?),
        _ => return Err(vm.type_error("range")),
    };
    Ok(Gc::new(object::Range { start, stop, step }).into())
}

static ROWS: &[Row] = &[Row::function("print", "(*args)", print, ""), Row::function("__build_class__", "(*args)", build_class, "")];
static RANGE: &[Row] = &[Row::static_method("__new__", "(*args)", range, "")];

/// Runs a script.
pub fn run_text(name: &str, text: &str) -> i32 {
    let source = SourceFile::new(name, text);
    let module = match syntax::parse_module(&source) {
        Ok(module) => module,
        Err(error) => {
            eprintln!("{}", error.diagnostic.message);
            return 2;
        }
    };
    let compiled = match compile::module(&module, &source, compile::Options::default()) {
        Ok(compiled) => compiled,
        Err(error) => {
            eprintln!("{}", error.message);
            return 2;
        }
    };
    let mut vm = Vm::new();
    let class: Gc<Class> = vm.types.range.clone();
    vm.add_methods(&class, RANGE);
    let globals = object::Dict::new();
    let builtins = object::Module::new(vm.intern("builtins"), vm.builtins.clone());
    vm.add_functions(&builtins, ROWS);
    globals.set_str(&vm.intern("__name__"), Str::value("__main__"));
    let code = vm.load(&compiled.code);
    match vm.run_code(&code, &globals, None) {
        Ok(_) => 0,
        Err(raised) => {
            let class = raised.0.class();
            let text = raised.0.args.borrow().items().first().cloned().unwrap_or(Value::None);
            eprintln!("{}: {}", class.name.borrow(), vm.str(&text).map_or(String::new(), |text| text.to_string()));
            let mut tb = raised.0.traceback.borrow().clone();
            while let Some(entry) = tb {
                eprintln!("  line {}", entry.code.line(entry.instr));
                tb = entry.next.borrow().clone();
            }
            1
        }
    }
}
