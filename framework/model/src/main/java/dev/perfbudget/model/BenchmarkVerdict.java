package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * The decision about one benchmark.
 *
 * @param module whose run it was measured in
 * @param outcome {@link Outcome#FAILED} if a limit is broken, it regressed, or something could not be measured; {@link
 *     Outcome#INCONCLUSIVE} if something stays open under {@link Policy#FAIL}
 * @param comparison with the baseline: the worst of the samples, if there are any
 * @param score mean of the benchmark in its own unit; absent if no fork finished
 * @param samples what became of its metrics beside the stored baseline; empty if there is none to compare with
 * @param information metrics that were compared as well, and decide nothing
 * @param plannedForks how many forks were asked for
 * @param failures forks that gave no result
 */
public record BenchmarkVerdict(
        BenchmarkId id,
        String module,
        Outcome outcome,
        Verdict comparison,
        Optional<Score> score,
        List<LimitVerdict> limits,
        List<SampleVerdict> samples,
        List<SampleVerdict> information,
        int plannedForks,
        List<ForkFailure> failures) {

    public BenchmarkVerdict {
        limits = List.copyOf(limits);
        samples = List.copyOf(samples);
        information = List.copyOf(information);
        failures = List.copyOf(failures);
    }

    /** The same with another outcome. */
    public BenchmarkVerdict withOutcome(Outcome other) {
        return new BenchmarkVerdict(
                id, module, other, comparison, score, limits, samples, information, plannedForks, failures);
    }

    /** Whether a limit of it is in this state. */
    public boolean has(LimitVerdict.State state) {
        return limits.stream().anyMatch(limit -> limit.state() == state);
    }

    /** Whether a limit or a comparison of it is undecided. */
    public boolean isOpen() {
        return has(LimitVerdict.State.UNDECIDED) || samples.stream().anyMatch(SampleVerdict::isOpen);
    }

    /** Whether it regressed somewhere, and passes only by a waiver. */
    public boolean isWaived() {
        return samples.stream().anyMatch(sample -> sample.waiver().isPresent());
    }

    /** Whether a limit of it was decided, or a comparison. */
    public boolean isJudged() {
        return has(LimitVerdict.State.HELD)
                || has(LimitVerdict.State.BROKEN)
                || samples.stream()
                        .anyMatch(sample -> !sample.isOpen() && sample.verdict().kind() != Verdict.Kind.NO_BASELINE);
    }

    /** Those of the samples that have something in the baseline to stand beside. */
    public List<SampleVerdict> compared() {
        return samples.stream()
                .filter(sample -> sample.verdict().kind() != Verdict.Kind.NO_BASELINE)
                .toList();
    }

    /** Whether it was measured beside a baseline that was named, or would have been if that had it. */
    public boolean isBesideBaseline() {
        return (comparison instanceof Verdict.NoBaseline none && none.lack().isPresent())
                || samples.stream().anyMatch(SampleVerdict::isPaired);
    }

    /** Whether a metric of it, beside the stored baseline, comes to this. */
    public boolean hasSample(Outcome wanted) {
        return samples.stream().anyMatch(sample -> sample.outcome() == wanted);
    }

    /**
     * Whether something that should have been measured was not. Forks that were not reached in time do not count as
     * long as one was: there are fewer of them, and bounds are the wider for it.
     */
    public boolean isUnmeasured() {
        return score.isEmpty() || has(LimitVerdict.State.UNMEASURED) || hasFailedForks();
    }

    /** Whether a fork gave no result for another reason than want of time. */
    public boolean hasFailedForks() {
        return failures.stream().anyMatch(failure -> failure.kind() != ForkFailure.Kind.NOT_REACHED);
    }
}
