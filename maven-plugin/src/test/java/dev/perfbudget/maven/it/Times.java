package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** From when to when something ran. */
record Times(Instant start, Instant end) {

    static Times of(Run run) {
        return new Times(run.start(), run.end());
    }

    /** Of a file with two lines. */
    static Times of(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return new Times(Instant.parse(lines.get(0)), Instant.parse(lines.get(1)));
    }

    static void doNotOverlap(List<? extends Times> all) {
        var inOrder = all.stream().sorted(Comparator.comparing(Times::start)).toList();
        for (int later = 1; later < inOrder.size(); later++) {
            assertThat(inOrder.get(later).start())
                    .isAfterOrEqualTo(inOrder.get(later - 1).end());
        }
    }
}
