package dev.perfbudget.model.json;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The directory of one run, {@code target/perfbudget/runs/<runId>}: where its files are, how they are written and read.
 * Whole files appear whole or not at all.
 */
public final class RunDirectory {

    private final Path directory;

    private RunDirectory(Path directory) {
        this.directory = directory;
    }

    /** The directory of a run below an output directory; made when something is written. */
    public static RunDirectory of(Path outputDirectory, String runId) {
        return new RunDirectory(outputDirectory.resolve("runs").resolve(runId));
    }

    /** The directory of a run. */
    public static RunDirectory at(Path directory) {
        return new RunDirectory(directory);
    }

    /** The directory of the forks of the baseline's side. */
    public RunDirectory baseline() {
        return new RunDirectory(directory.resolve("baseline"));
    }

    /** The directory of the forks of blocks that were measured again. */
    public RunDirectory disturbed() {
        return new RunDirectory(directory.resolve("disturbed"));
    }

    /** The directory of the forks of the calibration kernel. */
    public RunDirectory control() {
        return new RunDirectory(directory.resolve("control"));
    }

    /** Where it is. */
    public Path path() {
        return directory;
    }

    /** Where the fork file of this number is. */
    public Path forkFile(int number) {
        return directory.resolve("forks").resolve(String.format(Locale.ROOT, "%03d.jsonl", number));
    }

    /** Where {@code run.json} is. */
    public Path runFile() {
        return directory.resolve("run.json");
    }

    /** Where {@code verdict.json} is. */
    public Path verdictFile() {
        return directory.resolve("verdict.json");
    }

    /** Where {@code resources.jsonl} is. */
    public Path resourceFile() {
        return directory.resolve("resources.jsonl");
    }

    /** Opens {@code resources.jsonl} for appending; one writer. */
    public ResourceFile openResourceFile() throws IOException {
        Files.createDirectories(directory);
        return new ResourceFile(resourceFile());
    }

    /**
     * Reads what was sampled during the run, line by line; nothing if nothing was. Lines that cannot be read are left out:
     * nothing is decided by them.
     */
    public void readResources(Consumer<ResourceSample> lines) throws IOException {
        ResourceFile.read(resourceFile(), lines);
    }

    /** Opens a fork file for appending; one writer a file. */
    public ForkFile openForkFile(int number) throws IOException {
        var file = forkFile(number);
        Files.createDirectories(file.getParent());
        return new ForkFile(file);
    }

    /** All finished forks of all fork files, in order; a line that a crash cut off is left out. */
    public List<Fork> readForks() throws IOException {
        var folder = directory.resolve("forks");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var forks = new ArrayList<Fork>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            var sorted = new ArrayList<Path>();
            files.forEach(sorted::add);
            sorted.sort(null);
            for (var file : sorted) {
                forks.addAll(ForkFile.read(file));
            }
        }
        return forks;
    }

    /** Writes {@code run.json}. */
    public void write(Run run) throws IOException {
        WholeFile.write(runFile(), RunJson.print(run));
    }

    /** Reads {@code run.json}. */
    public Run readRun() throws IOException {
        return RunJson.parseRun(Files.readAllBytes(runFile()), runFile().toString());
    }

    /** Writes {@code verdict.json}. */
    public void write(SuiteVerdict verdict, VerdictJson json) throws IOException {
        WholeFile.write(verdictFile(), json.print(verdict));
    }
}
