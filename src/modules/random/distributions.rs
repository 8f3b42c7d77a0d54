//! Random numbers of continuous distributions, and of the binomial one.
//!
//! The order in which each takes numbers from the generator is CPython's: the sequence for a seed depends on it.

use std::f64::consts::{E, PI, TAU};

use super::Generator;
use crate::builtins::number::convert::real;
use crate::modules::math::lgamma;
use crate::value::Value;
use crate::vm::{BinaryOp, Number, Result, Row, Vm, method};

/// The rows.
pub static ROWS: &[Row] = &[
    method!("uniform", "def (self, a, b)", uniform, "A float between a and b."),
    method!("triangular", "def (self, low=0.0, high=1.0, mode=None)", triangular, "A float of the triangular distribution."),
    method!("normalvariate", "def (self, mu=0.0, sigma=1.0)", normal, "A float of the normal distribution."),
    method!("gauss", "def (self, mu=0.0, sigma=1.0)", gauss, "A float of the normal distribution, a little faster."),
    method!("lognormvariate", "def (self, mu=0.0, sigma=1.0)", lognormal, "A float whose logarithm is normally distributed."),
    method!("expovariate", "def (self, lambd=1.0)", exponential, "A float of the exponential distribution."),
    method!("vonmisesvariate", "def (self, mu, kappa)", von_mises, "An angle."),
    method!("gammavariate", "def (self, alpha, beta)", gamma, "A float of the gamma distribution."),
    method!("betavariate", "def (self, alpha, beta)", beta, "A float of the beta distribution."),
    method!("paretovariate", "def (self, alpha)", pareto, "A float of the Pareto distribution."),
    method!("weibullvariate", "def (self, alpha, beta)", weibull, "A float of the Weibull distribution."),
    method!("binomialvariate", "def (self, n=1, p=0.5)", binomial, "How many of n trials succeed."),
];

fn uniform(vm: &mut Vm, generator: &Generator, a: &Value, b: &Value) -> Result {
    if let (Some(Number::Int(_) | Number::Float(_)), Some(Number::Int(_) | Number::Float(_))) = (Number::of(a), Number::of(b)) {
        let (a, b) = (real(vm, a)?, real(vm, b)?);
        return Ok(Value::Float(a + (b - a) * generator.random()));
    }
    let width = vm.binary(BinaryOp::Sub, b, a)?;
    let part = vm.binary(BinaryOp::Mul, &width, &Value::Float(generator.random()))?;
    vm.binary(BinaryOp::Add, a, &part)
}

fn triangular(vm: &mut Vm, generator: &Generator, lower: &Value, mut high: f64, mode: Option<f64>) -> Result {
    let mut low = real(vm, lower)?;
    let mut u = generator.random();
    let mut centre = match mode {
        None => 0.5,
        Some(_) if high - low == 0.0 => return Ok(lower.clone()),
        Some(mode) => (mode - low) / (high - low),
    };
    if u > centre {
        u = 1.0 - u;
        centre = 1.0 - centre;
        std::mem::swap(&mut low, &mut high);
    }
    Ok(Value::Float(low + (high - low) * (u * centre).sqrt()))
}

impl Generator {
    /// A number of the standard normal distribution, by Kinderman and Monahan's ratio of uniforms.
    fn standard_normal(&self) -> f64 {
        let magic = 4.0 * (-0.5f64).exp() / 2f64.sqrt();
        loop {
            let u1 = self.random();
            let u2 = 1.0 - self.random();
            let z = magic * (u1 - 0.5) / u2;
            if z * z / 4.0 <= -u2.ln() {
                return z;
            }
        }
    }

    /// A number of the gamma distribution with scale 1; alpha is positive.
    fn standard_gamma(&self, alpha: f64) -> f64 {
        if alpha > 1.0 {
            // Cheng 1977.
            let (a, b, c) = ((2.0 * alpha - 1.0).sqrt(), alpha - 4f64.ln(), alpha + (2.0 * alpha - 1.0).sqrt());
            let magic = 1.0 + 4.5f64.ln();
            loop {
                let u1 = self.random();
                if !(1e-7 < u1 && u1 < 0.999_999_9) {
                    continue;
                }
                let u2 = 1.0 - self.random();
                let v = (u1 / (1.0 - u1)).ln() / a;
                let x = alpha * v.exp();
                let z = u1 * u1 * u2;
                let r = b + c * v - x;
                if r + magic - 4.5 * z >= 0.0 || r >= z.ln() {
                    return x;
                }
            }
        }
        if alpha == 1.0 {
            return -(1.0 - self.random()).ln();
        }
        // Ahrens and Dieter 1974, algorithm GS.
        loop {
            let b = (E + alpha) / E;
            let p = b * self.random();
            let x = if p <= 1.0 { p.powf(1.0 / alpha) } else { -((b - p) / alpha).ln() };
            let u1 = self.random();
            if (p > 1.0 && u1 <= x.powf(alpha - 1.0)) || (p <= 1.0 && u1 <= (-x).exp()) {
                return x;
            }
        }
    }
}

fn normal(generator: &Generator, mu: f64, sigma: f64) -> f64 {
    mu + generator.standard_normal() * sigma
}

fn gauss(generator: &Generator, mu: f64, sigma: f64) -> f64 {
    let z = generator.gauss_next.take().unwrap_or_else(|| {
        let angle = generator.random() * TAU;
        let radius = (-2.0 * (1.0 - generator.random()).ln()).sqrt();
        generator.gauss_next.set(Some(angle.sin() * radius));
        angle.cos() * radius
    });
    mu + z * sigma
}

fn lognormal(vm: &mut Vm, generator: &Generator, mu: f64, sigma: f64) -> Result {
    let result = (mu + generator.standard_normal() * sigma).exp();
    if result.is_infinite() {
        return Err(vm.overflow_error("math range error"));
    }
    Ok(Value::Float(result))
}

fn exponential(vm: &mut Vm, generator: &Generator, rate: f64) -> Result {
    let result = -(1.0 - generator.random()).ln();
    vm.binary(BinaryOp::TrueDiv, &Value::Float(result), &Value::Float(rate))
}

fn von_mises(vm: &mut Vm, generator: &Generator, mu: f64, kappa: f64) -> Result {
    if kappa <= 1e-6 {
        return Ok(Value::Float(TAU * generator.random()));
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let z = (PI * generator.random()).cos();
        let d = z / (r + z);
        let u = generator.random();
        if u < 1.0 - d * d || u <= (1.0 - d) * d.exp() {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let angle = if generator.random() > 0.5 { mu + f.acos() } else { mu - f.acos() };
    vm.binary(BinaryOp::Mod, &Value::Float(angle), &Value::Float(TAU))
}

fn gamma(vm: &mut Vm, generator: &Generator, alpha: f64, beta: f64) -> Result {
    check_gamma(vm, alpha, beta)?;
    Ok(Value::Float(generator.standard_gamma(alpha) * beta))
}

fn check_gamma(vm: &Vm, alpha: f64, beta: f64) -> Result<()> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(vm.value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    Ok(())
}

fn beta(vm: &mut Vm, generator: &Generator, alpha: f64, beta: f64) -> Result {
    check_gamma(vm, alpha, 1.0)?;
    let y = generator.standard_gamma(alpha);
    if y == 0.0 {
        return Ok(Value::Float(0.0));
    }
    check_gamma(vm, beta, 1.0)?;
    Ok(Value::Float(y / (y + generator.standard_gamma(beta))))
}

/// `base ** exponent` as the operator has it, with its errors.
fn power(vm: &mut Vm, base: f64, exponent: f64) -> Result<f64> {
    let power = vm.binary(BinaryOp::Pow, &Value::Float(base), &Value::Float(exponent))?;
    real(vm, &power)
}

fn pareto(vm: &mut Vm, generator: &Generator, alpha: f64) -> Result {
    let u = 1.0 - generator.random();
    let exponent = vm.binary(BinaryOp::TrueDiv, &Value::Float(-1.0), &Value::Float(alpha))?;
    let exponent = real(vm, &exponent)?;
    power(vm, u, exponent).map(Value::Float)
}

fn weibull(vm: &mut Vm, generator: &Generator, alpha: f64, beta: f64) -> Result {
    let u = 1.0 - generator.random();
    let exponent = vm.binary(BinaryOp::TrueDiv, &Value::Float(1.0), &Value::Float(beta))?;
    let exponent = real(vm, &exponent)?;
    Ok(Value::Float(alpha * power(vm, -u.ln(), exponent)?))
}

fn binomial(vm: &mut Vm, generator: &Generator, n: i64, p: f64) -> Result {
    if n < 0 {
        return Err(vm.value_error("n must be non-negative"));
    }
    match p {
        0.0 => Ok(Value::Int(0)),
        1.0 => Ok(Value::Int(n)),
        _ if p > 0.0 && p < 1.0 => Ok(Value::Int(generator.successes(n, p))),
        _ if p.is_nan() => Ok(Value::Int(0)),
        _ => Err(vm.value_error("p must be in the range 0.0 <= p <= 1.0")),
    }
}

impl Generator {
    fn successes(&self, n: i64, p: f64) -> i64 {
        if n == 1 {
            return i64::from(self.random() < p);
        }
        if p > 0.5 {
            return n - self.successes(n, 1.0 - p);
        }
        if n as f64 * p < 10.0 { self.few_successes(n, p) } else { self.many_successes(n, p) }
    }

    /// Devroye's geometric method, whose time grows with the result.
    fn few_successes(&self, n: i64, p: f64) -> i64 {
        let log = (1.0 - p).log2();
        if log == 0.0 {
            return 0;
        }
        let (mut successes, mut trials) = (0, 0i64);
        loop {
            let u = self.random();
            if u == 0.0 {
                continue;
            }
            trials = trials.saturating_add((u.log2() / log).floor() as i64).saturating_add(1);
            if trials > n {
                return successes;
            }
            successes += 1;
        }
    }

    /// Hörmann's transformed rejection with squeeze (BTRS, 1993).
    fn many_successes(&self, n: i64, p: f64) -> i64 {
        let trials = n as f64;
        let deviation = (trials * p * (1.0 - p)).sqrt();
        let b = 1.15 + 2.53 * deviation;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let c = trials * p + 0.5;
        let squeeze = 0.92 - 4.2 / b;
        let log_factorial = |k: f64| lgamma(k + 1.0).unwrap_or(f64::INFINITY);
        let alpha = (2.83 + 5.1 / b) * deviation;
        let odds = (p / (1.0 - p)).ln();
        let mode = ((trials + 1.0) * p).floor();
        let height = log_factorial(mode) + log_factorial(trials - mode);
        loop {
            let u = self.random() - 0.5;
            let from_edge = 0.5 - u.abs();
            if from_edge == 0.0 {
                continue;
            }
            let k = ((2.0 * a / from_edge + b) * u + c).floor();
            if k < 0.0 || k > trials {
                continue;
            }
            let v = self.random();
            if from_edge >= 0.07 && v <= squeeze {
                return k as i64;
            }
            let v = v * alpha / (a / (from_edge * from_edge) + b);
            if v.ln() <= height - log_factorial(k) - log_factorial(trials - k) + (k - mode) * odds {
                return k as i64;
            }
        }
    }
}
