package dev.perfbudget.cli;

import dev.perfbudget.judge.RunMeasurements;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.csv.CsvFile;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import dev.perfbudget.model.input.UnreadableFileException;
import dev.perfbudget.model.json.BaselineFile;
import dev.perfbudget.model.json.ForkLines;
import dev.perfbudget.model.json.JmhResultFile;
import dev.perfbudget.model.json.JsonKind;
import dev.perfbudget.model.json.RunFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of measurements, of whatever kind: run.json, a fork file, baseline.json, a result of JMH, or CSV. The kind is
 * known by what stands in it; its name does not matter.
 */
final class MeasurementFile {

    private static final int LOOKED_AT = 64 * 1024;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};
    private static final String KINDS =
            "Known are run.json, fork files (.jsonl), baseline.json, JMH's results (-rf json) and CSV (docs/files.md).";

    private final Path path;
    private final String source;

    MeasurementFile(Path path) {
        this.path = path;
        this.source = path.toString();
    }

    /**
     * What it holds; one measurement for each session.
     *
     * @param metrics which metrics are wanted
     * @param allowance how much may be kept
     */
    List<Measurements> read(MetricSelection metrics, MemoryAllowance allowance) throws IOException {
        return readContent(metrics, allowance).sessions();
    }

    /**
     * The same, and the run that it is from, if it is one.
     *
     * @param metrics which metrics are wanted
     * @param allowance how much may be kept
     */
    Content readContent(MetricSelection metrics, MemoryAllowance allowance) throws IOException {
        if (Files.isDirectory(path)) {
            throw new UnreadableFileException(
                    "[" + source + "] is a directory. Name a file in it, such as the run.json of a run.");
        }
        try (var input = new BufferedInputStream(Files.newInputStream(path), LOOKED_AT)) {
            skipByteOrderMark(input);
            return read(input, start(input), metrics, allowance);
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException("[" + source + "] does not exist.", missing);
        } catch (AccessDeniedException denied) {
            throw new UnreadableFileException("[" + source + "] may not be read by this user.", denied);
        }
    }

    private Content read(InputStream input, byte[] start, MetricSelection metrics, MemoryAllowance allowance)
            throws IOException {
        return switch (firstCharacter(start)) {
            case '{', '[' -> readJson(input, start, metrics, allowance);
            default -> Content.of(new CsvFile(source, metrics, allowance).read(input));
        };
    }

    private Content readJson(InputStream input, byte[] start, MetricSelection metrics, MemoryAllowance allowance)
            throws IOException {
        var kind = JsonKind.of(start);
        if (kind.isEmpty()) {
            JsonKind.requireJson(input, source);
            throw unknown("is JSON of no kind that has measurements.");
        }
        return switch (kind.get()) {
            case JMH_RESULT -> Content.of(new JmhResultFile(source, metrics, allowance).read(input));
            case RUN -> run(new RunFile(source, allowance).read(input), metrics);
            case FORKS -> Content.of(wanted(forks(input, allowance), metrics));
            case BASELINE -> new Content(baseline(input, metrics, allowance), Optional.empty());
            case VERDICT -> throw unknown("is a verdict, which has no measurements. Name the run.json beside it.");
        };
    }

    private Content run(Run run, MetricSelection metrics) throws UnreadableFileException {
        return new Content(List.of(wanted(RunMeasurements.of(run, source), metrics)), Optional.of(run));
    }

    private List<Measurements> baseline(InputStream input, MetricSelection metrics, MemoryAllowance allowance)
            throws IOException {
        var sessions = new ArrayList<Measurements>();
        for (var session : new BaselineFile(source, allowance).read(input)) {
            sessions.add(wanted(session, metrics));
        }
        return sessions;
    }

    private Measurements forks(InputStream input, MemoryAllowance allowance) throws IOException {
        var content = new ForkLines(source, allowance).read(input);
        var notes = new ArrayList<String>();
        if (content.isCutOff()) {
            notes.add("[" + source + "] ends in the middle of a fork, which was left out.");
        }
        return RunMeasurements.of(content.forks(), notes, source);
    }

    private Measurements wanted(Measurements all, MetricSelection metrics) throws UnreadableFileException {
        if (all.samples().isEmpty()) {
            throw new UnreadableFileException(
                    "[" + source + "] has no benchmark at all. Measure again, or name another file.");
        }
        var samples = all.samples().stream()
                .filter(sample -> metrics.wants(sample.id().metric(), true))
                .toList();
        return all.withSamples(samples);
    }

    private char firstCharacter(byte[] start) throws UnreadableFileException {
        for (var one : start) {
            if (one == 0) {
                throw unknown("is no text in UTF-8.");
            }
            if (one != ' ' && one != '\t' && one != '\r' && one != '\n') {
                return (char) (one & 0xFF);
            }
        }
        throw unknown("is empty.");
    }

    /**
     * What a file holds.
     *
     * @param sessions one or more
     * @param run that they are from, as far as comparing needs it; empty if the file is no run
     */
    record Content(List<Measurements> sessions, Optional<Run> run) {

        Content {
            sessions = List.copyOf(sessions);
        }

        private static Content of(Measurements session) {
            return new Content(List.of(session), Optional.empty());
        }
    }

    private UnreadableFileException unknown(String what) {
        return new UnreadableFileException("[" + source + "] " + what + " " + KINDS);
    }

    private static void skipByteOrderMark(BufferedInputStream input) throws IOException {
        input.mark(BYTE_ORDER_MARK.length);
        for (var expected : BYTE_ORDER_MARK) {
            if (input.read() != expected) {
                input.reset();
                return;
            }
        }
    }

    private static byte[] start(BufferedInputStream input) throws IOException {
        input.mark(LOOKED_AT);
        var start = new byte[LOOKED_AT];
        var length = input.readNBytes(start, 0, LOOKED_AT);
        input.reset();
        return Arrays.copyOf(start, length);
    }
}
