//! How to go on after an uncaught exception: what CPython's text leaves its reader to find out.

/// An exception's class, a part of its message, and the advice.
const ADVICE: &[(&str, &str, &str)] = &[
    ("TypeError", "'coroutine'", "a coroutine was used as if it were its result: put `await` before the call"),
    (
        "AttributeError",
        "'coroutine' object has no attribute",
        "a coroutine was used as if it were its result: put `await` before the call",
    ),
    ("TypeError", "object is not callable", "it has no `()` of its own: was a name of a function given to a value?"),
    (
        "RuntimeError",
        "cannot reuse already awaited coroutine",
        "each call of an `async def` can be awaited once: call it again",
    ),
    (
        "RuntimeError",
        "asyncio.run() cannot be called from a running event loop",
        "a loop runs already: `await` the coroutine instead of running it",
    ),
    ("RuntimeError", "no running event loop", "this works only inside a coroutine: start one with `asyncio.run(main())`"),
    (
        "RuntimeError",
        "is bound to a different event loop",
        "it was first used under another `asyncio.run()`: make it inside the coroutine that uses it",
    ),
    ("RuntimeError", "dictionary changed size during iteration", "go over a copy: `for key in list(the_dict)`"),
    ("RecursionError", "maximum recursion depth exceeded", "if the recursion is meant: `sys.setrecursionlimit(n)`"),
    ("ModuleNotFoundError", "No module named", "acli runs its own modules and the script's: packages can't be installed"),
    (
        "UnboundLocalError",
        "",
        "the name is assigned somewhere in the function, so it is local in all of it: declare it `global` or `nonlocal`",
    ),
    ("ConnectionRefusedError", "", "nothing listens at that address and port"),
    ("LimitOverrunError", "", "a line is longer than the stream's limit: pass a larger `limit=` when you open it"),
];

/// Advice for an uncaught exception, by the name of its class and its message.
pub fn advice(class: &str, message: &str) -> Option<&'static str> {
    ADVICE.iter().find(|(of, part, _)| *of == class && message.contains(part)).map(|(.., advice)| *advice)
}

#[cfg(test)]
mod tests {
    use super::advice;

    #[test]
    fn a_forgotten_await_is_named() {
        let found = advice("TypeError", "unsupported operand type(s) for +: 'coroutine' and 'int'");
        assert!(found.is_some_and(|text| text.contains("await")));
        assert_eq!(advice("ValueError", "'coroutine'"), None);
    }
}
