package dev.perfbudget.agent.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.protocol.PlannedBenchmark;
import org.junit.jupiter.api.Test;

/** What a class path has to measure is what JMH's list on it says: the fixtures of this module, nested classes too. */
class ListedClassesTest {

    private static final String FIXTURES = "dev.perfbudget.agent.fixtures";

    @Test
    void all_benchmarks_are_those_that_jmh_lists() {
        var found = new ListedClasses().benchmarks();

        assertThat(found.benchmarks().stream()
                        .filter(benchmark -> benchmark.className().startsWith(FIXTURES))
                        .map(PlannedBenchmark::key))
                .containsExactlyInAnyOrderElementsOf(ListedByJmh.in(FIXTURES));
        assertThat(found.benchmarks()).allMatch(PlannedBenchmark::listed);
        assertThat(found.problems()).isEmpty();
    }
}
