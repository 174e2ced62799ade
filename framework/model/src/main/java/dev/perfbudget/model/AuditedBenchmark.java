package dev.perfbudget.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known of a benchmark from measuring it beside itself.
 *
 * @param verdicts how often it was judged
 * @param suspected how often it looked regressed
 * @param failed how often fresh blocks confirmed that
 * @param blocks of all runs together
 * @param noise standard deviation of the logarithm of a block's ratio; empty if no run has two blocks
 * @param noiseOfMeans the same of a block's ratio of means
 * @param detectable the slowdown, as a share, that is found in four of five runs within their time; empty like the noise,
 *     and where the time is over before a first look
 * @param warmup iterations after which the forks were steady, all seen together; empty if they never were
 */
public record AuditedBenchmark(
        BenchmarkId id,
        int verdicts,
        int suspected,
        int failed,
        int blocks,
        OptionalDouble noise,
        OptionalDouble noiseOfMeans,
        OptionalDouble detectable,
        OptionalInt warmup) {}
