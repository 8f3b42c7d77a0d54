//! Generates the parser from `grammar/python.lalrpop`, and tells how the machine goes from instruction to instruction.

/// Architectures whose object code was looked at (`tests/threaded.rs`): calls in tail position do become jumps there.
const CHECKED: &[&str] = &["x86_64"];

fn main() {
    // Whether calls in tail position become jumps, which the machine's instructions then rely on (`vm::run`).
    println!("cargo::rustc-check-cfg=cfg(threaded)");
    let says = |variable: &str| std::env::var(variable).unwrap_or_default();
    let optimised = matches!(says("OPT_LEVEL").as_str(), "2" | "3");
    let looped = std::env::var_os("CARGO_FEATURE_LOOPED").is_some();
    if optimised && !looped && CHECKED.contains(&says("CARGO_CFG_TARGET_ARCH").as_str()) {
        println!("cargo::rustc-cfg=threaded");
    }
    // A binary at a fixed address has nothing to relocate when it starts: that would touch, and so make the process's own, all its tables.
    if says("CARGO_CFG_TARGET_OS") == "linux"
        && says("CARGO_CFG_TARGET_ENV") == "gnu"
        && says("CARGO_CFG_TARGET_ARCH") == "x86_64"
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    println!("cargo::rerun-if-changed=grammar");
    lalrpop::Configuration::new().set_in_dir("grammar").process().expect("grammar/python.lalrpop must be a valid grammar");
}
