//! The module `time`.
//!
//! Under a virtual clock (`Hooks::virtual_time`) wall time, monotonic time and the performance counter all follow it; the time that the
//! process used stays real.

mod calendar;
mod format;
mod parse;
mod zone;

pub use calendar::Moment;
pub use format::strftime as format_moment;
pub use parse::strptime as parse_moment;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::time::{ClockId, clock_gettime};

use super::NativeModule;
use crate::builtins::{namespace, structseq};
use crate::heap::Gc;
use crate::object::{BigIntObject, Class, Module, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("time", "()", time, "Seconds since 1970."),
    function!("time_ns", "()", time_ns, "Nanoseconds since 1970."),
    function!("monotonic", "()", monotonic, "Seconds on a clock that never goes back."),
    function!("monotonic_ns", "()", monotonic_ns, "Nanoseconds on a clock that never goes back."),
    function!("perf_counter", "()", monotonic, "Seconds, to measure short times."),
    function!("perf_counter_ns", "()", monotonic_ns, "Nanoseconds, to measure short times."),
    function!("process_time", "()", process_time, "Seconds that the process has computed."),
    function!("process_time_ns", "()", process_time_ns, "Nanoseconds that the process has computed."),
    function!("thread_time", "()", process_time, "Seconds that the thread has computed."),
    function!("thread_time_ns", "()", process_time_ns, "Nanoseconds that the thread has computed."),
    function!("sleep", "(seconds, /)", sleep, "Waits."),
    function!("gmtime", "(seconds=None, /)", gmtime, "Seconds since 1970 as date and time in UTC."),
    function!("localtime", "(seconds=None, /)", localtime, "Seconds since 1970 as local date and time."),
    function!("mktime", "(time_tuple, /)", mktime, "Local date and time as seconds since 1970."),
    function!("asctime", "(time_tuple=..., /)", asctime, "Date and time as 'Sat Jun  6 16:26:11 1998'."),
    function!("ctime", "(seconds=None, /)", ctime, "Seconds since 1970 as 'Sat Jun  6 16:26:11 1998'."),
    function!("strftime", "(format, time_tuple=..., /)", strftime, "Date and time by a format."),
    function!("strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)", strptime, "Reads date and time by a format."),
    function!("get_clock_info", "(name, /)", get_clock_info, "What is known of a clock."),
    function!("tzset", "()", tzset, "Reads the time zone again."),
];

const STRUCT_TIME: &[&str] =
    &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"];
/// How many of the fields are items of the tuple.
const VISIBLE: usize = 9;
const NANOS: i128 = 1_000_000_000;

/// The module.
pub static MODULE: NativeModule =
    NativeModule::new("time", "Clocks, sleeping, and dates as tuples.").core().rows(&[ROWS]).set_up(set_up);

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    let class = structseq::class(vm, "time", "struct_time", STRUCT_TIME, VISIBLE);
    let year = Moment::utc(wall(vm).div_euclid(NANOS) as i64).year;
    let zone = zone::constants(year);
    let constants: [(&str, Value); 5] = [
        ("struct_time", class.into()),
        ("timezone", Value::Int(zone.standard)),
        ("altzone", Value::Int(zone.summer)),
        ("daylight", Value::Int(i64::from(zone.has_summer))),
        ("tzname", Tuple::value(vec![Str::value(zone.names.0), Str::value(zone.names.1)])),
    ];
    for (name, value) in constants {
        module.namespace.set_str(&vm.intern(name), value);
    }
    Ok(())
}

/// Nanoseconds since 1970, by the virtual clock where there is one.
fn wall(vm: &Vm) -> i128 {
    let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos() as i128);
    match (vm.hooks.virtual_time)(vm) {
        Some(seconds) => since(vm.started) + (seconds * NANOS as f64) as i128,
        None => since(SystemTime::now()),
    }
}

/// Nanoseconds on the monotonic clock, or on the virtual one.
fn steady(vm: &Vm) -> i128 {
    match (vm.hooks.virtual_time)(vm) {
        Some(seconds) => (seconds * NANOS as f64) as i128,
        None => system(ClockId::Monotonic),
    }
}

fn system(clock: ClockId) -> i128 {
    let time = clock_gettime(clock);
    i128::from(time.tv_sec) * NANOS + i128::from(time.tv_nsec)
}

fn seconds(nanos: i128) -> f64 {
    nanos as f64 / NANOS as f64
}

fn time(vm: &mut Vm) -> f64 {
    seconds(wall(vm))
}

fn time_ns(vm: &mut Vm) -> i64 {
    wall(vm) as i64
}

fn monotonic(vm: &mut Vm) -> f64 {
    (vm.hooks.virtual_time)(vm).unwrap_or_else(|| seconds(steady(vm)))
}

fn monotonic_ns(vm: &mut Vm) -> i64 {
    steady(vm) as i64
}

fn process_time() -> f64 {
    seconds(system(ClockId::ProcessCPUTime))
}

fn process_time_ns() -> i64 {
    system(ClockId::ProcessCPUTime) as i64
}

/// Longest sleep between two looks at what came from outside (signals).
const NAP: Duration = Duration::from_millis(20);

fn sleep(vm: &mut Vm, seconds: &Value) -> Result {
    let seconds = match seconds {
        Value::Float(seconds) => *seconds,
        other if other.is::<BigIntObject>() => return Err(vm.overflow_error("timestamp out of range for C PyTime_t")),
        other => match vm.index(other) {
            Ok(seconds) => seconds as f64,
            Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) => {
                let given = vm.type_name(other);
                return Err(vm.type_error(format!("'{given}' object cannot be interpreted as an integer or float")));
            }
            Err(raised) => return Err(raised),
        },
    };
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    if seconds > i64::MAX as f64 / NANOS as f64 {
        return Err(vm.overflow_error("timestamp out of range for C PyTime_t"));
    }
    if let Some(sleep) = vm.hooks.sleep {
        return sleep(vm, seconds).map(|()| Value::None);
    }
    let end = std::time::Instant::now() + Duration::from_secs_f64(seconds);
    loop {
        let left = end.saturating_duration_since(std::time::Instant::now());
        if left.is_zero() {
            return Ok(Value::None);
        }
        std::thread::sleep(left.min(NAP));
        (vm.hooks.outside)(vm)?;
    }
}

/// Whole seconds since 1970: those given, or now.
fn instant(vm: &mut Vm, value: &Value) -> Result<i64> {
    match value {
        Value::Unset | Value::None => Ok(wall(vm).div_euclid(NANOS) as i64),
        Value::Float(seconds) if seconds.is_nan() => Err(vm.value_error("Invalid value NaN (not a number)")),
        Value::Float(seconds) if seconds.abs() > 9.0e18 => Err(vm.overflow_error("timestamp out of range for platform time_t")),
        Value::Float(seconds) => Ok(seconds.floor() as i64),
        big if big.is::<BigIntObject>() => Err(vm.overflow_error("timestamp out of range for platform time_t")),
        other => vm.index(other),
    }
}

/// The seconds that a calendar can show: years beyond these have no use and overflow.
fn shown(vm: &Vm, seconds: i64) -> Result<i64> {
    const MOST: i64 = 67_768_036_191_676_799;
    if (-MOST..=MOST).contains(&seconds) {
        return Ok(seconds);
    }
    Err(vm.os_error_number(75, None))
}

fn struct_time(vm: &mut Vm, moment: &Moment) -> Result {
    let class = vm
        .modules
        .get_text("time")
        .and_then(|module| module.get::<Module>().and_then(|module| module.namespace.get_text("struct_time")));
    let Some(class) = class.and_then(|class| class.into_gc::<Class>().ok()) else {
        return Err(vm.runtime_error("the module time is not imported"));
    };
    let mut values: Vec<Value> = moment.items().into_iter().map(Value::Int).collect();
    values.push(moment.zone.as_ref().map_or(Value::None, |zone| Str::value(zone.as_str())));
    values.push(moment.offset.map_or(Value::None, Value::Int));
    Ok(structseq::instance(vm, &class, values))
}

/// The moment that an argument tells: a tuple, or now where there is none.
fn moment(vm: &mut Vm, value: &Value, function: &str) -> Result<Moment> {
    if !value.is_set() {
        return Ok(zone::local(wall(vm).div_euclid(NANOS) as i64));
    }
    let Some(tuple) = vm.native_arg::<Tuple>(value) else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    let items = tuple.items();
    if items.len() != VISIBLE {
        return Err(vm.type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut numbers = [0i64; VISIBLE];
    for (number, item) in numbers.iter_mut().zip(items) {
        *number = vm.index(item)?;
    }
    let mut moment = Moment::from_items(&numbers);
    moment.zone =
        vm.get_attr_optional(value, &vm.intern("tm_zone"))?.and_then(|zone| zone.gc::<Str>().map(|zone| zone.to_string()));
    if let Some(Value::Int(offset)) = vm.get_attr_optional(value, &vm.intern("tm_gmtoff"))? {
        moment.offset = Some(offset);
    }
    Ok(moment)
}

fn gmtime(vm: &mut Vm, seconds: &Value) -> Result {
    let seconds = instant(vm, seconds)?;
    let seconds = shown(vm, seconds)?;
    struct_time(vm, &Moment::utc(seconds))
}

fn localtime(vm: &mut Vm, seconds: &Value) -> Result {
    let seconds = instant(vm, seconds)?;
    let seconds = shown(vm, seconds)?;
    struct_time(vm, &zone::local(seconds))
}

fn mktime(vm: &mut Vm, time_tuple: &Value) -> Result {
    let moment = moment(vm, time_tuple, "mktime")?;
    match zone::timestamp(&moment) {
        Some(seconds) => Ok(Value::Float(seconds as f64)),
        None => Err(vm.overflow_error("mktime argument out of range")),
    }
}

fn asctime(vm: &mut Vm, time_tuple: &Value) -> Result {
    let moment = moment(vm, time_tuple, "asctime")?;
    let checked = moment.checked().map_err(|message| vm.value_error(message))?;
    Ok(Str::value(format::asctime(&checked)))
}

fn ctime(vm: &mut Vm, seconds: &Value) -> Result {
    let seconds = instant(vm, seconds)?;
    let seconds = shown(vm, seconds)?;
    Ok(Str::value(format::asctime(&zone::local(seconds))))
}

fn strftime(vm: &mut Vm, format: &str, time_tuple: &Value) -> Result {
    let moment = moment(vm, time_tuple, "strftime")?;
    let mut checked = moment.checked().map_err(|message| vm.value_error(message))?;
    if checked.zone.is_none() {
        zone::complete(&mut checked);
    }
    Ok(Str::value(format::strftime(&checked, format)))
}

fn strptime(vm: &mut Vm, string: &Value, form: &Value) -> Result {
    let (Some(text), Some(format)) = (vm.native_arg::<Str>(string), vm.native_arg::<Str>(form)) else {
        let (place, wrong) = if vm.native_arg::<Str>(string).is_none() { (0, string) } else { (1, form) };
        let given = vm.class_of(wrong).name.borrow().clone();
        return Err(vm.type_error(format!("strptime() argument {place} must be str, not <class '{given}'>")));
    };
    match parse::strptime(text.as_str(), format.as_str()) {
        Ok(parsed) => struct_time(vm, &parsed.moment),
        Err(parse::Failure::Mismatch) => {
            let (text, format) = (vm.repr(string)?, vm.repr(form)?);
            Err(vm.value_error(format!("time data {text} does not match format {format}")))
        }
        Err(parse::Failure::Message(message)) => Err(vm.value_error(message)),
    }
}

fn get_clock_info(vm: &mut Vm, name: &Value) -> Result {
    let name = vm.str(name)?;
    let (implementation, monotonic, adjustable) = match name.as_str() {
        "monotonic" | "perf_counter" => ("clock_gettime(CLOCK_MONOTONIC)", true, false),
        "process_time" => ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false),
        "thread_time" => ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false),
        "time" => ("clock_gettime(CLOCK_REALTIME)", false, true),
        _ => return Err(vm.value_error("unknown clock")),
    };
    let class = namespace::known_class(vm);
    let fields = [
        ("implementation", Str::value(implementation)),
        ("monotonic", Value::Bool(monotonic)),
        ("adjustable", Value::Bool(adjustable)),
        ("resolution", Value::Float(1e-9)),
    ];
    Ok(namespace::instance(vm, &class, fields))
}

fn tzset() {}
