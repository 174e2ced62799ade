package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextCommandsTest {

    @Test
    void names_the_benchmark() {
        assertThat(of("com.acme.JsonBench.parse"))
                .isEqualTo("mvn verify -pl :shop -Dperfbudget.includes=com.acme.JsonBench.parse");
    }

    @Test
    void quotes_what_a_shell_would_change() {
        assertThat(of("com.acme.Outer$Bench.run"))
                .isEqualTo("mvn verify -pl :shop '-Dperfbudget.includes=com.acme.Outer$Bench.run'");
        assertThat(of("x'; rm -rf /")).endsWith(" '-Dperfbudget.includes=x'\\''; rm -rf /'");
    }

    @Test
    void are_measured_with_any_argument_as_one_word() {
        var commands =
                new NextCommands("mvn verify", "mvn perfbudget:accept").measuredWith("-Dperfbudget.baseline=dir:a b;c");

        assertThat(commands)
                .isEqualTo(new NextCommands("mvn verify '-Dperfbudget.baseline=dir:a b;c'", "mvn perfbudget:accept"));
    }

    private static String of(String name) {
        return new NextCommands("mvn verify -pl :shop", "mvn perfbudget:accept -pl :shop")
                .only(new BenchmarkId(name, BenchmarkMode.AVERAGE_TIME, Map.of()));
    }
}
