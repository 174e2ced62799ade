package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void time_for_blocks_may_be_longer_than_the_cap_that_nobody_has_set() {
        assertThat(timeOfBlocks(Map.of("time", "30 min"))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_cap_that_is_set_cuts_it() {
        assertThat(timeOfBlocks(Map.of("time", "30 min", "cap", "20 min"))).isEqualTo(Duration.ofMinutes(20));
        assertThat(timeOfBlocks(Map.of("time", "5 min", "cap", "20 min"))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void where_no_time_is_set_the_cap_alone_holds() {
        assertThat(timeOfBlocks(Map.of())).isEqualTo(Duration.ofMinutes(10));
        assertThat(timeOfBlocks(Map.of("cap", "20 min"))).isEqualTo(Duration.ofMinutes(20));
    }

    private static Duration timeOfBlocks(Map<String, String> declared) {
        var settings = new Settings(declared.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, set -> new Run.Setting(set.getValue(), "-D"))));
        return settings.value(settings.rulesBlocks());
    }
}
