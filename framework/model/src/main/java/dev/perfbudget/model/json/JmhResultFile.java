package dev.perfbudget.model.json;

import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JsonToken;

/**
 * A result of JMH ({@code -rf json}), read as a stream: what is not judged is never kept.
 *
 * <p>Every benchmark gives its primary metric, {@code throughput} in mode {@code thrpt} and {@code mean} in the others
 * (of the mode {@code sample} the mean of every iteration's times), and {@code allocation} if JMH's profiler {@code gc}
 * was on; other secondary metrics when they are asked for. JMH does not write warmup iterations.
 */
public final class JmhResultFile {

    private final String source;
    private final MetricSelection metrics;
    private final MemoryAllowance allowance;
    private final InputProblems problems;
    private final Map<Object, String> seen = new HashMap<>();
    private final TreeSet<String> machines = new TreeSet<>();

    /** @param source the file as it was named, for messages */
    public JmhResultFile(String source, MetricSelection metrics, MemoryAllowance allowance) {
        this.source = source;
        this.metrics = metrics;
        this.allowance = allowance;
        this.problems = new InputProblems(source);
    }

    /** Everything that the file holds, or all that is wrong with it. */
    public Measurements read(InputStream input) throws IOException {
        var samples = JsonSource.readLarge(input, source, this::samples);
        problems.throwIfAny();
        if (samples.isEmpty()) {
            throw new UnreadableFileException("[" + source + "] is a JMH result without any benchmark. Did JMH fail?");
        }
        return new Measurements(source, samples, Optional.empty(), notes());
    }

    private List<Sample> samples(JsonSource json) throws IOException {
        var samples = new ArrayList<Sample>();
        json.expect(JsonToken.START_ARRAY, "an array of JMH's results");
        while (json.next() != JsonToken.END_ARRAY) {
            var place = json.place();
            json.require(JsonToken.START_OBJECT, "a result of JMH");
            var result = new JmhResult(json, source, metrics, allowance, problems);
            result.read();
            for (var sample : result.samples(place)) {
                if (isNew(sample, place)) {
                    samples.add(sample);
                }
            }
            addMachine(result.machine());
        }
        json.expectEnd();
        return samples;
    }

    private void addMachine(Optional<String> machine) throws UnreadableFileException {
        if (machine.isPresent() && machines.add(machine.get())) {
            allowance.takeText(machine.get().length(), source);
        }
    }

    private boolean isNew(Sample sample, String place) {
        var earlier = seen.putIfAbsent(List.of(sample.id(), sample.mode()), place);
        if (earlier != null) {
            problems.add(
                    place,
                    "[" + sample.id() + "] stands at " + earlier + " already, in the same mode."
                            + " Keep the results of several runs in a file each.");
        }
        return earlier == null;
    }

    private List<String> notes() {
        return machines.isEmpty()
                ? List.of()
                : List.of("[" + source + "] was measured with " + String.join("; ", machines) + ".");
    }
}
