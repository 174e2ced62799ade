package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.statistics.Steadiness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisturbedBlocksTest {

    private static final Fork FORK = Forks.of(new Steadiness(true, 0));

    @Test
    void where_no_block_was_disturbed_there_is_nothing_to_say() {
        assertThat(note()).isEmpty();
    }

    @Test
    void blocks_that_were_measured_again_and_blocks_that_were_kept_are_counted_apart() {
        assertThat(note(replaced(1), replaced(1), kept(2)))
                .contains("2 blocks were measured again, because they were disturbed: JsonBench.parse, block 2"
                        + " (steal 14 %), JsonBench.parse, block 2 (steal 14 %); 1 more was disturbed and kept, for at most"
                        + " half as many are measured again, and none that there is no time for: JsonBench.parse, block 3"
                        + " (steal 14 %)");
    }

    @Test
    void however_many_there_are_the_note_is_short() {
        assertThat(note(kept(0), kept(1), kept(2), kept(3), kept(4)).orElseThrow())
                .startsWith("5 blocks were disturbed and kept")
                .endsWith("JsonBench.parse, block 3 (steal 14 %) and 2 more");
    }

    private static Optional<String> note(DisturbedBlock... blocks) {
        return new DisturbedBlocks(
                        List.of(new PairedForks(FORK.benchmark(), List.of(), Optional.empty(), List.of(blocks))))
                .note();
    }

    private static DisturbedBlock replaced(int index) {
        return new DisturbedBlock(index, List.of("steal 14 %"), Optional.of(new BlockForks(FORK, FORK)));
    }

    private static DisturbedBlock kept(int index) {
        return new DisturbedBlock(index, List.of("steal 14 %"), Optional.empty());
    }
}
