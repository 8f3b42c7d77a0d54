//! The binary.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let thread = std::thread::Builder::new().stack_size(512 << 20).spawn(move || acli::runtime::run_text(&path, &text));
    let code = thread.ok().and_then(|thread| thread.join().ok()).unwrap_or(101);
    std::process::exit(code);
}
