//! Calls on the process itself and on others.

use rustix::process::{self, Pid, Signal};

use super::path::failed;
use crate::builtins::bytes::buffer;
use crate::builtins::structseq;
use crate::object::{Bytes, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function, storage};

pub(super) static ROWS: &[Row] = &[
    function!("getpid", "()", || i64::from(process::getpid().as_raw_nonzero().get()), "The number of this process."),
    function!(
        "getppid",
        "()",
        || process::getppid().map_or(0, |pid| i64::from(pid.as_raw_nonzero().get())),
        "The number of the process that started this one."
    ),
    function!("getuid", "()", || i64::from(process::getuid().as_raw()), "The user that started this process."),
    function!("geteuid", "()", || i64::from(process::geteuid().as_raw()), "The user whose rights this process has."),
    function!("getgid", "()", || i64::from(process::getgid().as_raw()), "The group that started this process."),
    function!("getegid", "()", || i64::from(process::getegid().as_raw()), "The group whose rights this process has."),
    function!("getpgid", "(pid)", getpgid, "The process group of a process."),
    function!("kill", "(pid, signal, /)", kill, "Sends a signal to a process."),
    function!("urandom", "(size, /)", urandom, "So many random bytes from the system."),
    function!("cpu_count", "()", cpu_count, "How many processors there are."),
    function!("_usable_cpus", "()", usable_cpus, "How many processors this process may use."),
    function!("uname", "()", uname, "What the system says of itself: its name, the machine's, release, version, hardware."),
    function!("getloadavg", "()", getloadavg, "How many processes have run on average in 1, 5 and 15 minutes."),
    function!("strerror", "(code, /)", strerror, "What an error number means."),
    function!("system", "(command)", system, "Runs a command in a shell; gives its wait status."),
    function!("_exit", "(status)", exit, "Ends the process at once: nothing is flushed, nothing is called."),
    function!("abort", "()", abort, "Ends the process as a crash."),
];

fn pid(vm: &mut Vm, number: i64) -> Result<Option<Pid>> {
    match i32::try_from(number) {
        Ok(number) => Ok(Pid::from_raw(number.abs())),
        Err(_) => Err(vm.overflow_error("signed integer is greater than maximum")),
    }
}

fn getpgid(vm: &mut Vm, number: i64) -> Result<i64> {
    let pid = pid(vm, number)?;
    let group = process::getpgid(pid).map_err(|error| failed(vm, error, &[]))?;
    Ok(i64::from(group.as_raw_nonzero().get()))
}

fn kill(vm: &mut Vm, number: i64, signal: i64) -> Result<()> {
    let pid = pid(vm, number)?;
    let signal = if signal == 0 { None } else { Some(i32::try_from(signal).ok().and_then(Signal::from_named_raw)) };
    let sent = match (pid, signal, number) {
        (_, Some(None), _) => Err(rustix::io::Errno::INVAL),
        (Some(pid), None, 1..) => process::test_kill_process(pid),
        (Some(pid), Some(Some(signal)), 1..) => process::kill_process(pid, signal),
        (Some(group), None, _) => process::test_kill_process_group(group),
        (Some(group), Some(Some(signal)), _) => process::kill_process_group(group, signal),
        (None, None, _) => process::test_kill_current_process_group(),
        (None, Some(Some(signal)), _) => process::kill_current_process_group(signal),
    };
    sent.map_err(|error| failed(vm, error, &[]))
}

fn urandom(vm: &mut Vm, size: i64) -> Result {
    let Ok(size) = usize::try_from(size) else { return Err(vm.value_error("negative argument not allowed")) };
    vm.check_bytes(size)?;
    let mut data = vec![0; size];
    match crate::modules::random::fill(&mut data) {
        Ok(()) => Ok(Bytes::value(data)),
        Err(error) => Err(vm.os_error_from(&error, None)),
    }
}

fn cpu_count() -> Option<i64> {
    std::fs::read_to_string("/proc/cpuinfo")
        .ok()
        .map(|text| text.lines().filter(|line| line.starts_with("processor")).count() as i64)
        .filter(|count| *count > 0)
        .or_else(usable_cpus)
}

fn usable_cpus() -> Option<i64> {
    std::thread::available_parallelism().ok().map(|count| count.get() as i64)
}

fn uname(vm: &mut Vm) -> Value {
    let known = rustix::system::uname();
    let class = structseq::sealed_class(vm, "posix", "uname_result", &["sysname", "nodename", "release", "version", "machine"]);
    let parts = [known.sysname(), known.nodename(), known.release(), known.version(), known.machine()];
    let values = parts.map(|part| Str::value(&*part.to_string_lossy())).to_vec();
    structseq::instance(vm, &class, values)
}

fn getloadavg(vm: &mut Vm) -> Result {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let numbers: Vec<Value> = text.split(' ').take(3).filter_map(|part| part.parse().ok().map(Value::Float)).collect();
    if numbers.len() == 3 { Ok(Tuple::value(numbers)) } else { Err(vm.os_error("Load averages are unobtainable")) }
}

fn strerror(vm: &mut Vm, code: i64) -> Result {
    match i32::try_from(code) {
        Ok(code) => Ok(Str::value(crate::builtins::exception::strerror(code))),
        Err(_) => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

fn system(vm: &mut Vm, command: &Value) -> Result<i64> {
    use std::os::unix::ffi::OsStringExt;
    use std::os::unix::process::ExitStatusExt;
    let raw = match (storage::<Str>(command), buffer(command)) {
        (Some(text), _) => text.as_str().as_bytes().to_vec(),
        (None, Some(data)) => data.to_vec(),
        (None, None) => {
            let given = vm.type_name(command);
            return Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {given}")));
        }
    };
    let mut shell = std::process::Command::new("/bin/sh");
    shell.arg("-c").arg(std::ffi::OsString::from_vec(raw));
    if let Some(environment) = crate::reactor::environment::changed() {
        shell.env_clear().envs(environment);
    }
    match shell.status() {
        Ok(status) => Ok(i64::from(status.into_raw())),
        Err(error) => Err(vm.os_error_from(&error, None)),
    }
}

fn exit(status: i64) {
    std::process::exit(status as i32)
}

fn abort() {
    std::process::abort()
}
