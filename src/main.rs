//! The binary.

#[global_allocator]
static ALLOCATOR: acli::heap::Allocator = acli::heap::Allocator;

fn main() {
    acli::cli::main()
}
