package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.statistics.VarianceEstimate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** What is found out of a gate by measuring a module beside itself. */
class AuditorTest {

    private static final double[] BEFORE = {100, 130, 90, 110, 120};
    private static final double[] ALIKE = {100.4, 129.8, 90.1, 110.2, 119.9};

    /** Of a stage, where blocks take next to no time: those of the last look. */
    private static final int BLOCKS_IN_TIME = 30;

    private static final double[] SLOWER = {110, 144, 99, 121, 131};

    @Test
    void every_verdict_about_identical_code_counts_and_every_alarm_is_false() {
        var audit = audit(
                run(Measured.averageTime().forks(ALIKE), Measured.averageTime().forks(BEFORE)),
                run(
                        Measured.averageTime().forks(SLOWER).confirmedBy(ALIKE),
                        Measured.averageTime().forks(BEFORE).forks(BEFORE)),
                run(
                        Measured.averageTime().forks(SLOWER).confirmedBy(SLOWER),
                        Measured.averageTime().forks(BEFORE).forks(BEFORE)));

        assertThat(audit.runs()).isEqualTo(3);
        assertThat(audit.verdicts()).isEqualTo(3);
        assertThat(audit.suspected()).isEqualTo(2);
        assertThat(audit.failed()).isEqualTo(1);
        assertThat(audit.time()).isEqualTo(Duration.ofMinutes(10));
        assertThat(only(audit).blocks()).isEqualTo(25);
    }

    @Test
    void a_benchmark_for_which_there_was_no_time_was_not_judged_right() {
        var audit = audit(run(
                Measured.averageTime().forks(100, 101), Measured.averageTime().forks(101, 100)));

        assertThat(audit.verdicts()).isZero();
        assertThat(only(audit).blocks()).isEqualTo(2);
        assertThat(Sentences.about(audit)).startsWith("0 verdicts about identical code, of which none failed; within");
    }

    @Test
    void noise_is_that_of_blocks_within_a_run() {
        var random = new Random(12);
        var runs = random.doubles(40)
                .mapToObj(shift -> {
                    var baseline = Measured.averageTime();
                    var candidate = Measured.averageTime();
                    for (var block = 0; block < 8; block++) {
                        baseline.forks(100 + 20 * shift);
                        candidate.forks((100 + 20 * shift) * Math.exp(shift + 0.03 * random.nextGaussian()));
                    }
                    return run(candidate, baseline);
                })
                .toArray(Run[]::new);

        assertThat(only(audit(runs)).noise().orElseThrow()).isCloseTo(0.03, within(0.003));
    }

    @Test
    void what_can_be_found_lies_beyond_the_threshold_by_what_the_noise_hides() {
        var quiet = only(audit(
                run(Measured.averageTime().forks(ALIKE), Measured.averageTime().forks(BEFORE))));
        var noisy = only(audit(run(
                Measured.averageTime().forks(100, 90, 112, 95, 104),
                Measured.averageTime().forks(100, 100, 100, 100, 100))));

        assertThat(quiet.detectable().orElseThrow()).isBetween(0.05, 0.06);
        assertThat(noisy.detectable().orElseThrow()).isGreaterThan(0.08);
    }

    @Test
    void what_can_be_found_is_found_by_both_stages_in_four_of_five_runs() {
        var audited = only(audit(
                run(Measured.averageTime().forks(ALIKE), Measured.averageTime().forks(BEFORE))));
        var slowdown = Math.log1p(audited.detectable().orElseThrow());
        var level = LookLevels.of(ComparisonRules.PAIRED.alpha() / 2, ComparisonRules.PAIRED.looks())
                .at(BLOCKS_IN_TIME);
        var margin = TDistribution.of(BLOCKS_IN_TIME - 1).inverseSurvivalProbability(level);
        var random = new Random(4);

        var found = IntStream.range(0, 20_000)
                .filter(run -> IntStream.range(0, 2).allMatch(stage -> {
                    var blocks = DoubleStream.generate(
                                    () -> slowdown + audited.noise().orElseThrow() * random.nextGaussian())
                            .limit(BLOCKS_IN_TIME)
                            .toArray();
                    var mean = Arrays.stream(blocks).average().orElseThrow();
                    var deviation = VarianceEstimate.of(blocks).orElseThrow().standardDeviation();
                    return mean - margin * deviation / Math.sqrt(BLOCKS_IN_TIME) > Math.log1p(0.05);
                }))
                .count();

        assertThat(found / 20_000.0).isCloseTo(0.8, within(0.01));
    }

    @Test
    void nothing_is_said_to_be_found_where_there_is_no_time_for_a_first_look() {
        var run =
                run(Measured.averageTime().forks(ALIKE), Measured.averageTime().forks(BEFORE));
        var audit = audit(ChangedRun.of(run).lasting(Duration.ofMinutes(10)).run());

        assertThat(only(audit).noise()).isPresent();
        assertThat(only(audit).detectable()).isEmpty();
        assertThat(Sentences.about(audit)).doesNotContain("finds");
    }

    @Test
    void without_blocks_there_is_no_audit() {
        assertThat(Auditor.audit(List.of(Measured.run(Measured.averageTime().forks(BEFORE)))))
                .isEmpty();
        assertThat(Auditor.audit(List.of())).isEmpty();
    }

    @Test
    void later_runs_in_blocks_show_the_last_audit() {
        var run =
                run(Measured.averageTime().forks(ALIKE), Measured.averageTime().forks(BEFORE));
        var baseline = new Baseline(List.of(), List.of(), Optional.of(audit(run)));

        assertThat(new Judge(Policy.WARN).judge(List.of(run), baseline).notes())
                .anyMatch(
                        note -> note.startsWith("Last audit of this gate on such a machine, 2026-11-21: 1 verdict about"
                                + " identical code, of which none failed (95 % sure: at most 95 % would); within 10 min it"
                                + " finds +5."));
    }

    @Test
    void an_audit_of_another_machine_says_nothing_of_this_one() {
        var run =
                run(Measured.averageTime().forks(ALIKE), Measured.averageTime().forks(BEFORE));
        var there = ChangedRun.of(run).in(Map.of("cpu.model", "old")).run();
        var here = ChangedRun.of(run).in(Map.of("cpu.model", "new")).run();
        var baseline = new Baseline(List.of(), List.of(), Optional.of(audit(there)));

        assertThat(new Judge(Policy.WARN).judge(List.of(here), baseline).notes())
                .anyMatch(note -> note.contains("says nothing of this machine: cpu.model is [new] and not [old]"));
    }

    private static Run run(Measured candidate, Measured baseline) {
        return Measured.pairedRun(List.of(candidate), List.of(baseline));
    }

    private static Audit audit(Run... runs) {
        return Auditor.audit(List.of(runs)).orElseThrow();
    }

    private static AuditedBenchmark only(Audit audit) {
        assertThat(audit.benchmarks()).hasSize(1);
        return audit.benchmarks().get(0);
    }
}
