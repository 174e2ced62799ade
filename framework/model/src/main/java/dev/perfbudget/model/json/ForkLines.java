package dev.perfbudget.model.json;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fork file ({@code .jsonl}) that may be large or broken: of every fork only what comparing needs is kept. A last line
 * that a crash cut off is left out.
 */
public final class ForkLines {

    private final String source;
    private final MemoryAllowance allowance;
    private final List<Fork> forks = new ArrayList<>();
    private final Map<Object, Integer> lines = new HashMap<>();

    /** @param source the file as it was named, for messages */
    public ForkLines(String source, MemoryAllowance allowance) {
        this.source = source;
        this.allowance = allowance;
    }

    /**
     * What a fork file holds.
     *
     * @param forks in the order of their lines
     * @param isCutOff whether a last line was left out, because it has no end
     */
    public record Content(List<Fork> forks, boolean isCutOff) {

        public Content {
            forks = List.copyOf(forks);
        }
    }

    /**
     * The forks.
     *
     * @param input buffered
     */
    public Content read(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        var number = 1;
        for (var next = input.read(); next >= 0; next = input.read()) {
            if (next != '\n') {
                append(line, next, number);
                continue;
            }
            add(text(line, number).strip(), number);
            line.reset();
            number++;
        }
        if (forks.isEmpty()) {
            throw new UnreadableFileException("[" + source + "] has no finished fork. Measure again.");
        }
        return new Content(forks, line.size() > 0);
    }

    private void append(ByteArrayOutputStream line, int next, int number) throws UnreadableFileException {
        if (line.size() >= allowance.mostOfOneValue()) {
            throw new UnreadableFileException("[" + source + "] line " + number + " is longer than ["
                    + allowance.mostOfOneValue() + "] bytes, which is too much for this JVM's memory."
                    + " Give it more: java -Xmx…");
        }
        line.write(next);
    }

    private String text(ByteArrayOutputStream line, int number) throws UnreadableFileException {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableFileException(
                    "[" + source + "] line " + number + " is not UTF-8 text. Save it as UTF-8.", notUtf8);
        }
    }

    private void add(String line, int number) throws UnreadableFileException {
        if (line.isEmpty()) {
            return;
        }
        var fork = ThinFork.of(RunJson.parseFork(line, source + ":" + number), allowance, source, "line " + number);
        var earlier = lines.putIfAbsent(List.of(fork.benchmark(), fork.index()), number);
        if (earlier != null) {
            throw new UnreadableFileException("[" + source + "] line " + number + ": fork [" + fork.index() + "] of ["
                    + fork.benchmark() + "] stands in line " + earlier + " already."
                    + " Keep the forks of several runs in a file each.");
        }
        forks.add(fork);
    }
}
