package dev.perfbudget.judge;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Settings;
import dev.perfbudget.statistics.CommonWarmup;
import dev.perfbudget.statistics.DetectableEffect;
import dev.perfbudget.statistics.Precision;
import dev.perfbudget.statistics.VarianceEstimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Finds out from runs in which a module was measured beside itself how often its gate is wrong, and what it can see.
 *
 * <p>The detectable slowdown is that of {@link DetectableEffect} beyond the threshold, with as many blocks as there is
 * time for, at the level that their look has of half of alpha (one of two locations decides). A slowdown has to be found
 * twice, by blocks that screen and by fresh blocks that confirm: so each stage has half of a benchmark's share of the time,
 * and has to find it with a power of which the square is that of both. Looks before the last one find a little more.
 */
public final class Auditor {

    private static final int STAGES = 2;
    private static final double POWER = Math.pow(0.8, 1.0 / STAGES);
    private static final List<Integer> LOOKS = ComparisonRules.PAIRED.looks();

    private final List<AuditRun> runs;
    private final Run last;
    private final Duration time;

    private Auditor(List<AuditRun> runs) {
        this.runs = runs;
        this.last = runs.get(runs.size() - 1).run();
        var settings = new Settings(last.settings());
        this.time = settings.value(settings.rulesBlocks());
    }

    /**
     * The audit of a module; empty if nothing was measured in blocks.
     *
     * @param runs of the same module with the same settings, in order
     */
    public static Optional<Audit> audit(List<Run> runs) {
        var inBlocks =
                runs.stream().map(AuditRun::of).filter(run -> run.blocks() > 0).toList();
        return inBlocks.isEmpty() ? Optional.empty() : Optional.of(new Auditor(inBlocks).audit());
    }

    private Audit audit() {
        return new Audit(
                last.end(),
                last.environment().defining(),
                time,
                runs.size(),
                last.benchmarks().stream()
                        .filter(benchmark -> count(run -> run.blocksOf(benchmark.id()) > 0) > 0)
                        .map(this::audited)
                        .toList());
    }

    private AuditedBenchmark audited(BenchmarkRun benchmark) {
        var id = benchmark.id();
        var noise = noise(id, Location.QUANTILE);
        return new AuditedBenchmark(
                id,
                count(run -> run.hasVerdict(id)),
                count(run -> run.hasVerdict(id) && run.suspects().has(id)),
                count(run -> run.hasVerdict(id) && run.failed(id)),
                runs.stream().mapToInt(run -> run.blocksOf(id)).sum(),
                deviation(noise),
                deviation(noise(id, Location.MEAN)),
                noise.map(variance -> detectable(benchmark, variance)).orElse(OptionalDouble.empty()),
                warmup(id));
    }

    private int count(Predicate<AuditRun> wanted) {
        return Math.toIntExact(runs.stream().filter(wanted).count());
    }

    /** Within runs: what one run shares does not make its blocks differ. */
    private Optional<VarianceEstimate> noise(BenchmarkId id, Location location) {
        return VarianceEstimate.pooled(runs.stream()
                .flatMap(run -> VarianceEstimate.of(run.differences(id, location)).stream())
                .toList());
    }

    private static OptionalDouble deviation(Optional<VarianceEstimate> noise) {
        return noise.stream().mapToDouble(VarianceEstimate::standardDeviation).findFirst();
    }

    /** Empty where the time is over before the first look. */
    private OptionalDouble detectable(BenchmarkRun benchmark, VarianceEstimate noise) {
        var blocks = blocksInTime();
        if (blocks < LOOKS.get(0)) {
            return OptionalDouble.empty();
        }
        var precision = new Precision(noise.scaled(1.0 / blocks).standardDeviation(), blocks - 1);
        var level = LookLevels.of(ComparisonRules.PAIRED.alpha() / 2, LOOKS).at(blocks);
        var threshold = benchmark.budget().threshold();
        return OptionalDouble.of(Math.expm1(Math.log1p(threshold) + DetectableEffect.of(precision, level, POWER)));
    }

    /** Of one benchmark in one stage. */
    private int blocksInTime() {
        var took = runs.stream().map(AuditRun::took).reduce(Duration.ZERO, Duration::plus);
        var ofBlock = took.dividedBy(runs.stream().mapToInt(AuditRun::blocks).sum());
        var blocks =
                time.dividedBy(last.benchmarks().size()).dividedBy(STAGES).toMillis() / Math.max(1, ofBlock.toMillis());
        return Math.toIntExact(Math.min(LOOKS.get(LOOKS.size() - 1), blocks));
    }

    private OptionalInt warmup(BenchmarkId id) {
        // Both sides are the same code, so one curve has all of them.
        var steadiness = CommonWarmup.of(
                runs.stream().flatMap(run -> run.forks(id)).map(Fork::scores).toList());
        return steadiness.steady() ? OptionalInt.of(steadiness.from()) : OptionalInt.empty();
    }
}
