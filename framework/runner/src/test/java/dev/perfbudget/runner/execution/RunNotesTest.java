package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunNotesTest {

    private final RunNotes notes = new RunNotes();

    @Test
    void agents_and_debuggers_of_the_test_jvm_make_a_run_unfit_for_gating() {
        notes.droppedArguments(plan("-Xmx512m", "-javaagent:jacoco.jar"));

        assertThat(notes.lines())
                .containsExactly(
                        "JVM arguments of the test JVM that forks do not get: [-Xmx512m, -javaagent:jacoco.jar]",
                        "Not for gating: a debugger or an agent was attached to the test JVM [-javaagent:jacoco.jar]");
    }

    @Test
    void what_ran_beside_it_is_told_of() {
        notes.contended(new Settings(Map.of()));
        assertThat(notes.lines()).isEmpty();

        notes.contended(new Settings(Map.of("contended", new Run.Setting("[core] still runs", "pom.xml"))));

        assertThat(notes.lines())
                .containsExactly(
                        "Not for gating: measured beside other work, so times may come out too long: [core] still runs");
    }

    @Test
    void settings_without_effect_are_told_of() {
        notes.unusedSettings(new Settings(Map.of(
                "effort", new Run.Setting("jmh", "-Dperfbudget.effort"),
                "iterations", new Run.Setting("3", "pom.xml"))));

        assertThat(notes.lines()).singleElement().asString().contains("perfbudget.iterations", "jmh");
    }

    @Test
    void counts_of_forks_have_no_effect_in_blocks_which_is_told_of() {
        notes.unusedForkCounts(new Settings(Map.of()));
        assertThat(notes.lines()).isEmpty();

        notes.unusedForkCounts(new Settings(Map.of(
                "effort", new Run.Setting("jmh", "-Dperfbudget.effort"),
                "forks", new Run.Setting("10", "pom.xml"))));

        assertThat(notes.lines()).singleElement().asString().endsWith("[perfbudget.forks, @Fork]");
    }

    @Test
    void benchmarks_with_fewer_forks_than_planned_are_named() {
        var effort = new ForkEffort(5, 0, Optional.of(new Iterations(20, 10, Duration.ofMillis(100))));
        var parse = new MeasuredBenchmark(1, Forks.planned("parse", 5, 0), effort, Duration.ofSeconds(60));
        parse.add(Forks.of(new Steadiness(true, 2)), 1, Duration.ofSeconds(4));

        notes.cutShort(List.of(parse), Duration.ofMinutes(10), SettingName.CAP);
        notes.cutShort(List.of(parse), Duration.ofMinutes(3), SettingName.TIME);

        assertThat(notes.lines())
                .containsExactly(
                        "Fewer forks than planned within the module's time of 10 min (perfbudget.cap): JsonBench.parse (1 of 5)",
                        "Fewer forks than planned within the module's time of 3 min (perfbudget.time): JsonBench.parse (1 of 5)");
    }

    private static Plan plan(String... droppedArguments) {
        var side = new Side("/jdk", List.of(), "/work");
        return new Plan(
                "id",
                Plan.Purpose.MEASURE,
                List.of(),
                List.of(),
                side,
                new Against.Stored(),
                "/work",
                "/projects/target",
                List.of(),
                List.of(droppedArguments));
    }
}
