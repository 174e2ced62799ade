package dev.perfbudget.model.json;

import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.input.BoundedInput;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/**
 * A {@code baseline.json}: the accepted sessions of every environment class, with the values of their forks' steady
 * iterations. Values are kept, not what was made of them: which quantile is compared depends on how many there are on
 * the other side.
 */
public final class BaselineFile {

    private static final int PARTS_OF_FILE = 2;

    private final String source;
    private final MemoryAllowance allowance;
    private final InputProblems problems;

    /** @param source the file as it was named, for messages */
    public BaselineFile(String source, MemoryAllowance allowance) {
        this.source = source;
        this.allowance = allowance;
        this.problems = new InputProblems(source);
    }

    /** One for each session, with the environment class it was measured in. */
    public List<Measurements> read(InputStream input) throws IOException {
        var bounded = new BoundedInput(input, source);
        bounded.allow(PARTS_OF_FILE * allowance.mostOfOneValue());
        var stored = JsonSource.read(bounded, source, this::stored);
        var measurements = new ArrayList<Measurements>();
        for (var environment : stored.classes()) {
            for (var session : environment.sessions()) {
                measurements.add(measurements(environment, session));
            }
        }
        problems.throwIfAny();
        if (measurements.isEmpty()) {
            throw new UnreadableFileException(
                    "[" + source + "] is a baseline without any session. Name a run.json instead.");
        }
        return measurements;
    }

    private StoredBaseline stored(JsonSource json) throws IOException {
        json.expect(JsonToken.START_OBJECT, "a baseline");
        var stored = json.parser().readValueAs(StoredBaseline.class);
        json.expectEnd();
        Json.requireSchema(stored.schema(), source);
        return stored;
    }

    private Measurements measurements(StoredBaseline.EnvironmentClass environment, StoredBaseline.StoredSession session)
            throws IOException {
        var place = "session of " + session.start();
        var samples = new ArrayList<Sample>();
        var seen = new HashSet<Object>();
        for (var stored : session.samples()) {
            take(stored);
            stored.wrong().ifPresent(what -> problems.add(place, "[" + stored.id() + "] " + what));
            if (seen.add(List.of(stored.id(), stored.mode()))) {
                samples.add(stored.toSample());
            } else {
                problems.add(place, "[" + stored.id() + "] stands here a second time.");
            }
        }
        return new Measurements(
                source, samples, Optional.of(new Environment(environment.environment(), Map.of())), List.of());
    }

    private void take(StoredBaseline.StoredSample stored) throws UnreadableFileException {
        allowance.takeSample(source);
        for (var fork : stored.forks()) {
            allowance.takeFork(source);
            for (var i = 0; i < fork.size(); i++) {
                allowance.takeValue(source);
            }
        }
    }
}
