package dev.perfbudget.cli;

import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.Export;
import dev.perfbudget.model.NotExportableException;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes measurements in the format of other tools. */
@Command(
        name = "export",
        description =
                "Writes measurements of any file that compare reads as CSV, as a JMH result, or for github-action-benchmark.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = "perfbudget export --format=csv|jmh|action FILE [--output=FILE] [--metric=METRIC,...]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all of it was written", "2:wrong options or files, or the format cannot hold it"})
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FileParameters files = new FileParameters();

    @Option(
            names = "--format",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "FORMAT",
            hideParamSyntax = true,
            completionCandidates = Formats.class,
            description = "csv, jmh or action")
    private List<String> format = new ArrayList<>();

    @Option(
            names = "--output",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "FILE",
            hideParamSyntax = true,
            description = "Where it is written; an earlier one is replaced. Default: standard output")
    private List<String> output = new ArrayList<>();

    @Mixin
    private final MetricOption metrics = new MetricOption();

    @Mixin
    private final UsualOptions usual = new UsualOptions();

    @Override
    public Integer call() throws BadInputException {
        var problems = usual.problems();
        var file = file(problems);
        var label = format(problems);
        var target = output.isEmpty()
                ? Optional.<ExportedFile>empty()
                : FileOptions.path(new OneValue("--output", output, "results.csv").text(problems), problems)
                        .map(ExportedFile::new);
        target.filter(written -> file.filter(written::is).isPresent())
                .ifPresent(same -> problems.add("--output: [" + same.path()
                        + "] is the file that is exported, which would be lost. Name another one."));
        var selection = new MetricSelection(metrics.names(problems));
        usual.throwIfAny(problems);
        var export = export(file.orElseThrow(), selection, ExportFormat.of(label));
        export.notes().forEach(spec.commandLine().getErr()::println);
        write(export, target);
        return ExitStatus.PASSED.code();
    }

    private Optional<Path> file(List<String> problems) {
        var names = files.names();
        if (names.size() != 1) {
            problems.add("One file is needed, found " + names + ". Write [perfbudget export --format=csv FILE].");
            return Optional.empty();
        }
        return FileOptions.path(names.get(0), problems);
    }

    private String format(List<String> problems) {
        if (format.isEmpty()) {
            problems.add("--format is missing. It is one of " + ExportFormat.LABELS + ".");
        }
        return new OneValue("--format", format, "csv").word(ExportFormat.LABELS, problems);
    }

    private static Export export(Path file, MetricSelection selection, ExportFormat written) throws BadInputException {
        try {
            var content = new MeasurementFile(file).readContent(selection, MemoryAllowance.ofThisJvm());
            if (!selection.unknown().isEmpty()) {
                throw new BadInputException(List.of("--metric: [" + file + "] has no " + selection.unknown()
                        + ". There are " + selection.met() + "."));
            }
            return written.export(content);
        } catch (IOException unreadable) {
            throw new BadInputException(List.of(Comparing.message(file, unreadable)), unreadable);
        } catch (NotExportableException impossible) {
            throw new BadInputException(
                    List.of(
                            "[" + file + "] cannot be written as [" + written.label() + "]:",
                            String.valueOf(impossible.getMessage())),
                    impossible);
        }
    }

    private void write(Export export, Optional<ExportedFile> target) throws BadInputException {
        if (target.isEmpty()) {
            spec.commandLine().getOut().print(export.text());
            return;
        }
        try {
            target.get().write(export.text());
        } catch (IOException refused) {
            throw new BadInputException(
                    List.of("--output: [" + target.get().path() + "] cannot be written: " + refused
                            + ". Name a file in a directory that is there and can be written."),
                    refused);
        }
    }

    /** For the completion of shells. */
    static final class Formats implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ExportFormat.LABELS.iterator();
        }
    }
}
