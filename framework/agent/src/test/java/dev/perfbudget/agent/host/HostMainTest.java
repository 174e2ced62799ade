package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.agent.fixtures.Shapes;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromHost.ForkCompleted;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMainTest {

    private static final Effort SHORT = new Effort.Fixed(2, 50_000_000, 3, 50_000_000, 10_000_000_000L);

    @TempDir
    static Path directory;

    static HostDriver host;

    @BeforeAll
    static void start_a_host() throws Exception {
        host = HostDriver.start(directory);
    }

    @AfterAll
    static void stop_the_host() throws IOException {
        host.close();
    }

    @Test
    void average_time() throws Exception {
        var benchmark = new BenchmarkKey(Shapes.class.getName() + ".average", "avgt", Map.of("size", "20"));
        var outcome = host.run(new RunFork("f1", benchmark, SHORT));
        assertThat(outcome.answer()).isInstanceOf(ForkCompleted.class);
    }
}
