package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What speaks against measuring what a side has. */
class InventoryTest {

    private static final List<Pattern> JSON = List.of(Pattern.compile("Json"));

    @Test
    void a_list_that_is_older_than_the_class_is_told_once_for_all_parameters() {
        var chosen = List.of(benchmark("size", "1", false), benchmark("size", "2", false));

        assertThat(problems(new Inventory("baseline", chosen, chosen, List.of())))
                .containsExactly("The baseline's benchmark list does not have [com.acme.JsonBench.parse] as its class"
                        + " declares it: it is older. Build cleanly.");
    }

    @Test
    void a_class_that_cannot_be_measured_is_told_instead_of_a_pattern_that_matches_nothing() {
        var side = new Inventory("candidate", List.of(), List.of(), List.of("The class [com.acme.JsonBench] is gone."));

        assertThat(problems(side)).containsExactly("The candidate: The class [com.acme.JsonBench] is gone.");
    }

    @Test
    void sides_that_have_nothing_in_common_are_refused_with_what_each_has() {
        var former = List.of(benchmark("size", "1", true));
        var present = List.of(benchmark("length", "1", true));
        var sides = new LiveSides(
                new Inventory("baseline", former, former, List.of()),
                new Inventory("candidate", present, present, List.of()));

        assertThatThrownBy(() -> sides.check(JSON))
                .hasMessageContaining("The candidate lacks [com.acme.JsonBench.parse{size=1} [avgt]]")
                .hasMessageContaining("Only the candidate has [com.acme.JsonBench.parse{length=1} [avgt]]");
    }

    private static List<String> problems(Inventory side) {
        var problems = new ArrayList<String>();
        side.check(JSON, problems);
        return problems;
    }

    private static PlannedBenchmark benchmark(String param, String value, boolean isListed) {
        return new PlannedBenchmark(
                new BenchmarkKey("com.acme.JsonBench.parse", "avgt", Map.of(param, value)),
                "com.acme.JsonBench",
                List.of("parse"),
                List.of("com.acme.JsonBench"),
                isListed,
                5,
                0,
                1,
                List.of());
    }
}
