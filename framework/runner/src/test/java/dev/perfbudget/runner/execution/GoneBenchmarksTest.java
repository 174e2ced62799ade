package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.fixture.Sided;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoneBenchmarksTest {

    private static final String SIDED = Sided.class.getName();

    @Test
    void what_another_build_has_and_no_class_of_the_candidate_has_any_more_is_gone_asked_for_by_this_run_or_not()
            throws IOException {
        var gone = goneBeside(new Against.Artifact(
                "git:main", List.of(), List.of(), List.of(key(SIDED + ".work"), key(SIDED + ".renamed"))));

        assertThat(gone).containsExactly(new BenchmarkId(SIDED + ".renamed", BenchmarkMode.AVERAGE_TIME, Map.of()));
    }

    @Test
    void of_a_build_whose_benchmarks_nobody_knows_none_is_gone() throws IOException {
        assertThat(goneBeside(new Against.Artifact("dir:old", List.of(), List.of())))
                .isEmpty();
    }

    private static List<BenchmarkId> goneBeside(Against against) throws IOException {
        var classes =
                Sided.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return GoneBenchmarks.of(
                new Plan(
                        "run",
                        Plan.Purpose.MEASURE,
                        List.of(),
                        List.of(),
                        new Side("/jdk", List.of(classes), "/module"),
                        against,
                        "/module",
                        "/module/target",
                        List.of(),
                        List.of()),
                Baseline.NONE);
    }

    private static BenchmarkKey key(String name) {
        return new BenchmarkKey(name, "avgt", Map.of());
    }
}
