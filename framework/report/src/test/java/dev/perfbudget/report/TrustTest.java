package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.RunOfMeasurements;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import dev.perfbudget.report.chart.ResourceLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustTest {

    @Test
    void an_audit_speaks_of_the_runs_of_its_own_module_only() {
        var ours = audit("2026-11-20T10:15:30Z");
        var others = audit("2026-11-21T10:15:30Z");

        assertThat(lastAudits(Map.of("/projects/shop", ours, "/projects/web", others)))
                .singleElement()
                .asString()
                .contains("The last audit of this gate, 2026-11-20, says nothing of this machine");
        assertThat(lastAudits(Map.of("/projects/web", others)))
                .singleElement()
                .asString()
                .startsWith("never");
    }

    @Test
    void audits_of_several_modules_say_whose_they_are() {
        var runs = Stream.of(Suites.mixed(), Suites.hostile("web"))
                .flatMap(suite -> suite.runs().stream())
                .toList();
        var audit = audit("2026-11-20T10:15:30Z");

        assertThat(facts(runs, Map.of("/projects/shop", audit, "web", audit)))
                .extracting(TrustFact::name)
                .filteredOn(name -> name.startsWith("Last audit"))
                .containsExactly("Last audit of shop", "Last audit of web");
    }

    @Test
    void where_the_baseline_has_nothing_of_the_module_there_is_nothing_to_say_of_blocks() {
        var runs = Suites.mixed().runs().stream().map(TrustTest::ofNewModule).toList();

        assertThat(facts(runs, Map.of()))
                .extracting(TrustFact::name)
                .isNotEmpty()
                .doesNotContain("Control", "Disturbed blocks");
    }

    @Test
    void forks_of_both_sides_are_steady_or_not() {
        var runs = Measured.paired().runs();
        var forks = runs.stream().flatMap(run -> RunForks.of(run).both()).toList();
        var unsteady =
                forks.stream().filter(fork -> !fork.steadiness().steady()).count();

        assertThat(forks)
                .as("as many of each side")
                .hasSize(2
                        * (int) runs.stream()
                                .flatMap(run -> run.benchmarks().stream())
                                .mapToLong(benchmark -> benchmark.forks().size())
                                .sum());
        assertThat(facts(runs, Map.of()))
                .filteredOn(fact -> fact.name().equals("Steady forks"))
                .extracting(TrustFact::words)
                .singleElement()
                .asString()
                .startsWith((forks.size() - unsteady) + " of " + forks.size());
    }

    @Test
    void of_a_file_that_knows_scores_only_nothing_is_said_that_nobody_knows() {
        var sample = new Sample(
                new SampleId("com.acme.Bench.run", Map.of(), "mean"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.MICROSECONDS,
                Optional.empty(),
                List.of(new Session(List.of(new ForkSample(List.of(7.0), true)))));
        var file = new Measurements("jmh.json", List.of(sample), Optional.empty(), List.of());

        assertThat(facts(List.of(new RunOfMeasurements(file, 0, Instant.EPOCH).named("jmh")), Map.of()))
                .extracting(TrustFact::name)
                .doesNotContain("Fit for gating", "Steady forks", "Last audit");
    }

    private static Run ofNewModule(Run run) {
        var alone = run.benchmarks().stream().map(BenchmarkRun::id).toList();
        return new Run(
                run.id(),
                run.start(),
                run.end(),
                run.module(),
                run.environment(),
                run.provenance(),
                run.settings(),
                run.benchmarks(),
                run.gone(),
                run.notes(),
                run.flaws(),
                Optional.of(Pairing.absent("git:main (a1b2c3d)", 7, alone, "commit a1b2c3d has no module [shop]")));
    }

    private static List<String> lastAudits(Map<String, Audit> audits) {
        return facts(Suites.mixed().runs(), audits).stream()
                .filter(fact -> fact.name().equals("Last audit"))
                .map(TrustFact::words)
                .toList();
    }

    private static List<TrustFact> facts(List<Run> runs, Map<String, Audit> audits) {
        return TrustFact.of(
                new ReportContent(Suites.mixed().verdict(), runs, audits, NextCommands.OF_MAVEN, new ResourceLines()));
    }

    private static Audit audit(String end) {
        return new Audit(Instant.parse(end), Map.of("cpu.model", "another"), Duration.ofMinutes(10), 3, List.of());
    }
}
