//! Native modules, one file each.

pub mod asyncio;
