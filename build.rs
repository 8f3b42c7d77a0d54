//! Generates the parser from `grammar/python.lalrpop`.

fn main() {
    println!("cargo::rerun-if-changed=grammar");
    lalrpop::Configuration::new().set_in_dir("grammar").process().expect("grammar/python.lalrpop must be a valid grammar");
}
