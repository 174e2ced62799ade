package dev.perfbudget.runner.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Fork;
import dev.perfbudget.statistics.Steadiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContendedForksTest {

    private static final Map<String, Double> QUIET = Map.of(
            "observed", 2_000.0,
            "cpu.user", 1_900.0,
            "cpu.kernel", 100.0,
            "cpu.utilisation", 1.0,
            "system.cpu", 52.0,
            "system.foreign", 0.04,
            "system.steal", 0.1,
            "switches.involuntary", 80.0,
            "faults.major", 0.0,
            "faults.minor", 3_000.0);

    @Test
    void of_quiet_forks_and_of_forks_of_which_nothing_is_known_there_is_nothing_to_say() {
        assertThat(note(fork("parse", 0, Map.of()), fork("parse", 1, Map.of()))).isEmpty();
        assertThat(new ContendedForks(
                                List.of(new Fork(
                                        id("parse"),
                                        0,
                                        Instant.EPOCH,
                                        "us/op",
                                        List.of(),
                                        List.of(),
                                        new Steadiness(true, 0),
                                        Map.of(),
                                        Map.of())),
                                BenchmarkId::shortName)
                        .note())
                .isEmpty();
    }

    @Test
    void causes_are_named_with_the_worst_figure_and_benchmarks_with_the_most_such_forks_first() {
        assertThat(note(
                        fork("print", 0, Map.of("switches.involuntary", 3_000.0, "system.steal", 2.0)),
                        fork("parse", 0, Map.of()),
                        fork("parse", 1, Map.of("system.steal", 4.12, "system.cpu", 90.0, "system.foreign", 0.8)),
                        fork("parse", 2, Map.of("faults.minor", 90_000.0, "cpu.user", 1_500.0, "cpu.kernel", 500.0))))
                .contains("3 of 4 forks ran contended, so their times may come out too long: at worst steal 4.1 %"
                        + " (2 forks), others used 40 % of the processors (1 fork), 1,500 involuntary switches a"
                        + " second (1 fork), 45,000 minor faults a second (1 fork); in JsonBench.parse,"
                        + " JsonBench.print");
    }

    @Test
    void many_faults_that_cost_little_are_those_of_any_heap_that_grows() {
        assertThat(note(fork("parse", 0, Map.of("faults.minor", 90_000.0)))).isEmpty();
    }

    @Test
    void however_many_there_are_the_note_is_short() {
        var forks = new ArrayList<Fork>();
        for (var index = 0; index < 25; index++) {
            forks.add(fork(
                    "parse" + index % 10,
                    index,
                    Map.of("system.steal", 4.0, "switches.involuntary", 3_000.0, "faults.major", 100.0)));
        }

        assertThat(note(forks.toArray(Fork[]::new))).hasValueSatisfying(note -> assertThat(note)
                .startsWith("25 of 25 forks")
                .contains("steal 4.0 % (25 forks)", "50 major faults a second (25 forks)")
                .endsWith("in JsonBench.parse0, JsonBench.parse1, JsonBench.parse2 and 7 more")
                .hasSizeLessThan(300));
    }

    private static Optional<String> note(Fork... forks) {
        return new ContendedForks(List.of(forks), BenchmarkId::shortName).note();
    }

    private static Fork fork(String method, int index, Map<String, Double> different) {
        var resources = new HashMap<>(QUIET);
        resources.putAll(different);
        return new Fork(
                id(method),
                index,
                Instant.EPOCH,
                "us/op",
                List.of(),
                List.of(),
                new Steadiness(true, 0),
                Map.of(),
                resources);
    }

    private static BenchmarkId id(String method) {
        return new BenchmarkId("com.acme.JsonBench." + method, BenchmarkMode.AVERAGE_TIME, Map.of());
    }
}
