package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Pairing.BlockForks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How blocks go by the time that there is, and what they say of it. */
class BlockTimeTest extends FakeBlocks {

    @Test
    void the_first_block_tells_how_long_shorter_ones_will_take() {
        iterationLasts = Duration.ofSeconds(1);
        var forks = new BlockForks(fork(parse.measured(), 0), fork(parse.measured(), 1));

        parse.add(new MeasuredBlock(forks, 1, List.of()), Duration.ofMillis(120_000 + 1400));

        assertThat(parse.expected())
                .as("8 iterations of each side instead of 60, and both starts")
                .isEqualTo(Duration.ofMillis(16_000 + 1400));
    }

    @Test
    void blocks_that_need_less_warmup_than_the_first_are_expected_to_take_less_time() {
        var steadySoon = benchmark(3, "copy", new Iterations(40, 12, Duration.ofMillis(50)));
        var forks = new BlockForks(fork(steadySoon.measured(), 0), fork(steadySoon.measured(), 1));

        steadySoon.add(new MeasuredBlock(forks, 1, List.of()), Duration.ofMillis(2 * 52 * 100 + 1400));

        assertThat(steadySoon.expected())
                .as("2 iterations of warmup instead of 40")
                .isEqualTo(Duration.ofMillis(2 * 14 * 100 + 1400));
    }

    @Test
    void the_slowest_block_says_how_long_the_next_will_take() {
        for (var seconds : List.of(10, 20, 10)) {
            var forks = new BlockForks(fork(parse.measured(), 0), fork(parse.measured(), 1));
            parse.add(new MeasuredBlock(forks, 1, List.of()), Duration.ofSeconds(seconds));
        }

        assertThat(parse.expected()).isBetween(Duration.ofMillis(19_999), Duration.ofSeconds(20));
    }

    @Test
    void no_first_block_is_started_either_that_would_outlast_the_time_there_is() throws IOException {
        rounds(Duration.ofSeconds(15), true).run(List.of(parse, print), RULES);

        assertThat(ran).as("a block is expected to take 7.4 s").containsExactly("parse");
    }

    @Test
    void time_goes_first_to_what_will_probably_be_decided_soonest() throws IOException {
        noise.put(parse.measured().key(), 0.3);
        noise.put(print.measured().key(), 0.05);

        rounds(Duration.ofMinutes(2), false).run(List.of(parse, print), RULES);

        var afterFirstLook = ran.subList(10, ran.size());
        assertThat(afterFirstLook).isNotEmpty().startsWith("print");
    }

    @Test
    void with_more_benchmarks_than_time_each_has_a_block_and_some_come_to_their_first_look() throws IOException {
        rounds(Duration.ofSeconds(75), false).run(List.of(parse, print), RULES);

        assertThat(ran).containsExactly("parse", "print", "parse", "parse", "parse", "parse", "print");
        assertThat(parse.latest().orElseThrow().isOpen()).isFalse();
    }

    @Test
    void no_block_is_started_that_would_outlast_the_time_there_is() throws IOException {
        rounds(Duration.ofSeconds(35), true).run(List.of(parse, print), RULES);

        assertThat(ran).containsExactly("parse", "print", "parse");
    }

    @Test
    void time_is_kept_back_to_confirm_what_looks_regressed() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        noise.put(print.measured().key(), 0.1);
        var rounds = rounds(Duration.ofSeconds(175), false);

        rounds.run(List.of(parse, print), RULES);
        var screening = ran.size();
        parse.confirm(all -> true);
        rounds.run(List.of(parse), RULES);

        assertThat(screening).isEqualTo(12);
        assertThat(ran.subList(screening, ran.size())).containsExactly("parse", "parse", "parse", "parse", "parse");
        assertThat(parse.isSuspect()).isTrue();
    }

    @Test
    void after_each_block_one_sees_about_how_much_longer_it_takes() throws IOException {
        noise.put(print.measured().key(), 0.3);

        rounds(PLENTY, false).run(List.of(parse, print), RULES);

        assertThat(lines().get(0)).endsWith(", about 1 min 30 s left");
        assertThat(lines().get(5)).startsWith("JsonBench.parse  block  5 of  5").endsWith(", about 40 s left");
        assertThat(lines().get(9)).startsWith("JsonBench.print  block  5 of  5").endsWith(" min left");
        assertThat(lines()).last().asString().doesNotContain("left");
    }

    @Test
    void it_never_takes_longer_than_the_time_there_is() throws IOException {
        rounds(Duration.ofSeconds(35), true).run(List.of(parse, print), RULES);

        assertThat(lines().get(0)).endsWith(", about 30 s left");
        assertThat(lines().get(2)).endsWith(", about 10 s left");
    }
}
