//! Generates the parser from `grammar/python.lalrpop`, and tells how the machine goes from instruction to instruction.

fn main() {
    // Whether calls in tail position become jumps, which the machine's instructions then rely on (`vm::run`).
    println!("cargo::rustc-check-cfg=cfg(threaded)");
    if std::env::var("OPT_LEVEL").is_ok_and(|level| matches!(level.as_str(), "2" | "3")) {
        println!("cargo::rustc-cfg=threaded");
    }
    println!("cargo::rerun-if-changed=grammar");
    lalrpop::Configuration::new().set_in_dir("grammar").process().expect("grammar/python.lalrpop must be a valid grammar");
}
