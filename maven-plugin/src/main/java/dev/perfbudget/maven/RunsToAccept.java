package dev.perfbudget.maven;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import dev.perfbudget.model.json.JsonKind;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.RunFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Files of runs that together are one session.
 *
 * @param files each a {@code run.json}
 */
record RunsToAccept(List<Path> files) {

    private static final int LOOKED_AT = 64 * 1024;

    RunsToAccept {
        files = List.copyOf(files);
    }

    /** The runs that this build has measured. */
    static RunsToAccept measured(List<Ledger.Ran> runs) {
        return new RunsToAccept(
                runs.stream().map(run -> RunDirectory.at(run.run()).runFile()).toList());
    }

    /** A run of which somebody has the file, or its directory; refused if it is another module's. */
    static RunsToAccept in(Path named, OwnRuns own) throws IOException {
        var file = Files.isDirectory(named) ? RunDirectory.at(named).runFile() : named;
        var problem = own.problem(file, read(file));
        if (problem.isPresent()) {
            throw new UnreadableFileException(problem.get());
        }
        return new RunsToAccept(List.of(file));
    }

    /**
     * The last run of a module, with all others of its build: their names begin alike. Several modules may write below
     * the same directory.
     *
     * @param output below which runs are written
     * @param artifactId with which the common beginning ends
     * @param own knows the module's runs
     */
    static RunsToAccept last(Path output, String artifactId, OwnRuns own) throws IOException {
        var written = new ArrayList<Path>();
        var runs = output.resolve("runs");
        if (Files.isDirectory(runs)) {
            try (var directories = Files.newDirectoryStream(runs)) {
                for (var directory : directories) {
                    written.add(RunDirectory.at(directory).runFile());
                }
            }
        }
        written.removeIf(file -> !Files.isRegularFile(file));
        var times = new LinkedHashMap<Path, FileTime>();
        for (var file : written) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        written.sort(Comparator.comparing(times::get).reversed());
        for (var file : written) {
            if (own.has(read(file))) {
                return ofBuild(build(id(file), artifactId), written, own);
            }
        }
        return new RunsToAccept(List.of());
    }

    private static RunsToAccept ofBuild(String build, List<Path> written, OwnRuns own) throws IOException {
        var files = new ArrayList<Path>();
        for (var file : written) {
            if ((id(file).equals(build) || id(file).startsWith(build + "-")) && own.has(read(file))) {
                files.add(file);
            }
        }
        files.sort(Comparator.comparing(RunsToAccept::id));
        return new RunsToAccept(files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** What stands in them, by file. */
    Map<String, Run> read() throws IOException {
        var runs = new LinkedHashMap<String, Run>();
        for (var file : files) {
            runs.put(file.toString(), read(file));
        }
        return runs;
    }

    private static String id(Path runFile) {
        return runFile.getName(runFile.getNameCount() - 2).toString();
    }

    private static String build(String id, String artifactId) {
        var common =
                Pattern.compile("(.+?-" + Pattern.quote(artifactId) + ")(-.*)?").matcher(id);
        return common.matches() ? common.group(1) : id;
    }

    private static Run read(Path file) throws IOException {
        try (var input = new BufferedInputStream(Files.newInputStream(file), LOOKED_AT)) {
            input.mark(LOOKED_AT);
            var kind = JsonKind.of(input.readNBytes(LOOKED_AT));
            input.reset();
            if (kind.isPresent() && kind.get() != JsonKind.RUN) {
                throw new UnreadableFileException("[" + file + "] is no run but a "
                        + kind.get().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " file. Name the run.json of a run.");
            }
            return new RunFile(file.toString(), MemoryAllowance.ofThisJvm()).read(input);
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(
                    "[" + file + "] does not exist. Name the run.json of a run with -Dperfbudget.run=…", missing);
        }
    }
}
