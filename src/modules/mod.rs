//! Native modules, one file each.

pub mod asyncio;
pub mod gc;
pub mod math;
pub mod random;
