package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Declarations.BudgetFile;
import dev.perfbudget.model.Declarations.DeclaredBenchmark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GarbageTest {

    private static final String[] PIECES = {
        "mean",
        "p99",
        "median",
        "slowdown",
        "metrics",
        "forks",
        "com.acme.*",
        "*",
        ".",
        "{",
        "}",
        "size=",
        "=",
        ";",
        "#",
        "\\",
        "\n",
        " ",
        "<",
        "<=",
        ">=",
        "≤",
        "-",
        "+",
        "1",
        "0",
        "1e9",
        "1e999",
        "us",
        "µs",
        "/s",
        "KB",
        "%",
        "none",
        "\u0000",
        "\ud83d",
        "ä",
        "\t",
        "(",
        "[",
        "\\Q",
        "\\E",
        "$",
        ","
    };
    private static final BenchmarkId PARSE =
            new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.SAMPLE_TIME, Map.of("size", "1"));

    @Test
    void whatever_is_declared_is_understood_or_refused_with_its_place() {
        var random = new Random(20261121);
        var refused = 0;
        for (var i = 0; i < 20_000; i++) {
            refused += isRefused(random) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static boolean isRefused(Random random) {
        var annotation = new DeclaredValues("@PerfBudget on x", Map.of("mean", text(random)), List.of(text(random)));
        var property = new DeclaredValues("-D", Map.of(text(random), text(random)), List.of());
        var file = new BudgetFile("perfbudget/budgets.properties", text(random) + ".p99 = " + text(random));
        try {
            new Declarations(
                            List.of(property),
                            List.of(new DeclaredBenchmark(PARSE, List.of(annotation))),
                            Optional.of(file),
                            List.of())
                    .resolve();
            return false;
        } catch (WrongDeclarationsException wrong) {
            assertThat(wrong.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.where())
                    .isNotBlank());
            return true;
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(piece -> PIECES[random.nextInt(PIECES.length)])
                .collect(Collectors.joining());
    }
}
