package dev.perfbudget.cli;

import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.report.Wrapped;
import dev.perfbudget.runner.doctor.Diagnosis;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.jvm.JvmProperties;
import dev.perfbudget.runner.doctor.jvm.JvmRules;
import dev.perfbudget.runner.doctor.machine.MachineRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perfbudget doctor}: says whether machine, JDK and class path are fit to measure. */
@Command(
        name = "doctor",
        description = "Says whether this machine, a JDK and a class path are fit to measure.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:something can be measured; what is said may still spoil verdicts",
            "2:nothing can be measured, or the options are wrong"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "CLASS-PATH",
            description = "Jars, folders of classes and FOLDER/*, such as benchmarks.jar.")
    private List<String> classPath = new ArrayList<>();

    @Option(
            names = "--java-home",
            paramLabel = "FOLDER",
            description = "The JDK that forks would run on. Default: the one that this runs on.")
    private List<String> javaHome = new ArrayList<>();

    @Mixin
    private final UsualOptions usual = new UsualOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        var problems = usual.problems();
        var home = FileOptions.path(
                        new OneValue("--java-home", javaHome, System.getProperty("java.home")).text(problems), problems)
                .orElse(Path.of(""))
                .toAbsolutePath()
                .normalize();
        var rules = new ArrayList<Rule>(MachineRules.ofThisMachine());
        rules.addAll(JvmRules.about(JvmProperties.of(java(home)), System.getenv()));
        if (!classPath.isEmpty()) {
            var examined = ClassPath.of(
                    "CLASS-PATH", new OneValue("CLASS-PATH", classPath, "benchmarks.jar").text(problems), problems);
            rules.add(new JmhOnClassPath(examined));
            rules.add(new BenchmarksOnClassPath(examined, home));
        }
        usual.throwIfAny(problems);
        var diagnosis = Diagnosis.of(rules);
        var wrapped = Wrapped.on(terminal.screen());
        diagnosis.lines().stream()
                .flatMap(line -> wrapped.lines(line.text(), line.margin(), line.indent()).stream())
                .forEach(spec.commandLine().getOut()::println);
        return (diagnosis.isMeasurable() ? ExitStatus.PASSED : ExitStatus.UNMEASURED).code();
    }

    private static Path java(Path home) {
        var windows = home.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
    }
}
