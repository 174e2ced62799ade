package dev.perfbudget.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What one file, or one run, brings to a comparison: its samples and what is known of where they come from. Several of
 * them on one side are several sessions.
 *
 * @param source where they come from, for messages: the file as it was named
 * @param samples no two of the same id and mode
 * @param environment empty where the file does not tell
 * @param measured when; empty where the file does not tell
 * @param commit of the code that was measured; empty where that is not known
 * @param notes what people should know of them
 */
public record Measurements(
        String source,
        List<Sample> samples,
        Optional<Environment> environment,
        Optional<Instant> measured,
        Optional<String> commit,
        List<String> notes) {

    public Measurements {
        samples = List.copyOf(samples);
        notes = List.copyOf(notes);
        var seen = new HashSet<SampleKey>();
        samples.stream().filter(sample -> !seen.add(sample.key())).findFirst().ifPresent(sample -> {
            throw new IllegalArgumentException("[" + source + "] has [" + sample.id() + "] twice");
        });
    }

    /** Of which nobody knows when they were measured, nor of what code. */
    public Measurements(String source, List<Sample> samples, Optional<Environment> environment, List<String> notes) {
        this(source, samples, environment, Optional.empty(), Optional.empty(), notes);
    }

    /** The same with other samples. */
    public Measurements withSamples(List<Sample> others) {
        return new Measurements(source, others, environment, measured, commit, notes);
    }

    /** The same with more notes. */
    public Measurements withNotes(List<String> more) {
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new Measurements(source, samples, environment, measured, commit, all);
    }
}
