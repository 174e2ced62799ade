package dev.perfbudget.model;

import java.util.Optional;

/**
 * The decision about one metric of one benchmark.
 *
 * @param mode empty where no file told
 * @param unit as it was recorded
 * @param outcome what becomes of it by policy and waiver
 * @param waiver by which its regression passes
 */
public record SampleVerdict(
        SampleId id,
        Optional<BenchmarkMode> mode,
        Unit unit,
        Verdict verdict,
        Outcome outcome,
        Optional<Waiver> waiver) {}
