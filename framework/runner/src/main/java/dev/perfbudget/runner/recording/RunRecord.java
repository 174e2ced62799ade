package dev.perfbudget.runner.recording;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.VerdictJson;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the run that is under way. No other run writes into the same directory. */
public final class RunRecord {

    private static final int MOST_RUNS_OF_ONE_ID = 1000;

    private final String id;
    private final RunDirectory directory;

    private RunRecord(String id, RunDirectory directory) {
        this.id = id;
        this.directory = directory;
    }

    /**
     * Takes the directory of a run for itself, before anything is measured. A run id that several test JVMs of one build
     * were given is used by the first; the others become {@code id-2}, {@code id-3} and so on.
     *
     * @throws UnwritableTargetException if nothing can be written there
     */
    public static RunRecord claim(Path outputDirectory, String runId) throws UnwritableTargetException {
        try {
            Files.createDirectories(outputDirectory.resolve("runs"));
            for (int number = 1; number <= MOST_RUNS_OF_ONE_ID; number++) {
                var id = number == 1 ? runId : runId + "-" + number;
                var directory = RunDirectory.of(outputDirectory, id);
                if (isOurs(directory)) {
                    return new RunRecord(id, directory);
                }
            }
        } catch (IOException refused) {
            throw new UnwritableTargetException(outputDirectory, refused);
        }
        throw new UnwritableTargetException(
                outputDirectory, new IOException("there are too many runs with the id [" + runId + "]"));
    }

    private static boolean isOurs(RunDirectory directory) throws IOException {
        Files.createDirectories(directory.path());
        try {
            Files.createDirectory(directory.forkFile(1).getParent());
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        }
    }

    /** The run's own id. */
    public String id() {
        return id;
    }

    /** Where the files are. */
    public Path path() {
        return directory.path();
    }

    /**
     * Puts a finished fork on disk.
     *
     * @param number of the benchmark in the run, from 1: each has a file of its own
     */
    public void append(int number, Fork fork) throws IOException {
        try (var file = directory.openForkFile(number)) {
            file.append(fork);
        }
    }

    /** Puts both forks of a finished block on disk. */
    public void append(int number, BlockForks block) throws IOException {
        append(directory, number, block);
    }

    /** Puts both forks of a block that is measured again on disk, where they are not taken for others. */
    public void appendDisturbed(int number, BlockForks block) throws IOException {
        append(directory.disturbed(), number, block);
    }

    /** Puts a block of the calibration kernel on disk. */
    public void appendControl(BlockForks block) throws IOException {
        append(directory.control(), 1, block);
    }

    private static void append(RunDirectory directory, int number, BlockForks block) throws IOException {
        try (var ofBaseline = directory.baseline().openForkFile(number);
                var ofCandidate = directory.openForkFile(number)) {
            ofBaseline.append(block.baseline());
            ofCandidate.append(block.candidate());
        }
    }

    /** The file that the resources of the run go to. */
    public ResourceSeries resources() {
        return new ResourceSeries(directory);
    }

    /** Puts the whole run on disk. */
    public void write(Run run) throws IOException {
        directory.write(run);
    }

    /** Puts the decision on disk. */
    public void write(SuiteVerdict verdict) throws IOException {
        directory.write(verdict, new VerdictJson(Sentences::reason));
    }
}
