package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourceTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "resources.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| .* \\| (\\S+) \\|");

    @Test
    void the_page_has_every_resource_with_its_unit_and_no_other() throws IOException {
        var rows = Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(matcher -> matcher.matches())
                .collect(Collectors.toMap(matcher -> matcher.group(1), matcher -> matcher.group(2)));

        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Resource.values()).map(Resource::label).toList());
        rows.forEach((label, unit) -> assertThat(unit)
                .as(label)
                .isIn(
                        switch (Resource.labelled(label).orElseThrow().unit()) {
                            case BYTES -> Stream.of("bytes").toList();
                            case MILLISECONDS -> Stream.of("ms").toList();
                            case PERCENT -> Stream.of("%").toList();
                            default -> Stream.of("number", "MHz", "°C").toList();
                        }));
    }

    @Test
    void no_label_is_that_of_another_metric_but_rss() {
        assertThat(Stream.of(Resource.values()).map(Resource::label).filter(label -> StandardMetric.labelled(label)
                        .isPresent()))
                .containsExactly("rss");
    }

    @Test
    void sampling_is_a_time_or_off() {
        assertThat(Sampling.parse("off")).contains(new Sampling(Optional.empty()));
        assertThat(Sampling.parse("250 ms")).map(Sampling::period).hasValueSatisfying(period -> assertThat(period)
                .contains(Duration.ofMillis(250)));
        assertThat(Sampling.parse("0 s")).isEmpty();
        assertThat(Sampling.parse("never")).isEmpty();
        assertThat(Sampling.parse("off").orElseThrow()).hasToString("off");
        assertThat(Sampling.parse("1 s").orElseThrow()).hasToString("every 1 s");
    }
}
