package dev.perfbudget.model.json;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.input.BoundedInput;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** One for each session, with the environment class it was measured in; fails if there is none. */
    public List<Measurements> read(InputStream input) throws IOException {
        var accepted = readSessions(input);
        if (accepted.isEmpty()) {
            throw new UnreadableFileException(
                    "[" + source + "] is a baseline without any session. Name a run.json instead.");
        }
        return accepted.measurements(source);
    }

    /** All sessions. */
    public AcceptedSessions readSessions(InputStream input) throws IOException {
        var bounded = new BoundedInput(input, source);
        bounded.allow(PARTS_OF_FILE * allowance.mostOfOneValue());
        var stored = JsonSource.read(bounded, source, this::stored);
        var sessions = new ArrayList<AcceptedSession>();
        for (var environment : stored.classes()) {
            for (var session : environment.sessions()) {
                sessions.add(new AcceptedSession(
                        environment.environment(), session.start(), session.commit(), samples(session)));
            }
        }
        problems.throwIfAny();
        return new AcceptedSessions(sessions);
    }

    /** Writes a file, whole or not at all: what was there before is untouched if this fails. */
    static void write(Path file, AcceptedSessions accepted) throws IOException {
        WholeFile.write(file, DiffableJson.print(Json.MAPPER.valueToTree(StoredBaseline.of(accepted))));
    }

    private StoredBaseline stored(JsonSource json) throws IOException {
        json.expect(JsonToken.START_OBJECT, "a baseline");
        var stored = json.parser().readValueAs(StoredBaseline.class);
        json.expectEnd();
        Json.requireSchema(stored.schema(), source);
        return stored;
    }

    private List<Sample> samples(StoredBaseline.StoredSession session) throws UnreadableFileException {
        var place = "session of " + session.start();
        var samples = new ArrayList<Sample>();
        var seen = new HashSet<SampleKey>();
        for (var stored : session.samples()) {
            take(stored);
            var wrong = stored.wrong();
            if (wrong.isPresent()) {
                problems.add(place, "[" + stored.id() + "] " + wrong.get());
                continue;
            }
            var sample = stored.toSample();
            if (seen.add(sample.key())) {
                samples.add(sample);
            } else {
                problems.add(place, "[" + stored.id() + "] stands here a second time.");
            }
        }
        return samples;
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
