//! Native modules, one file each.

pub mod asyncio;
pub mod math;
pub mod random;
