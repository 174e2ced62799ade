package dev.perfbudget.cli;

import dev.perfbudget.model.ExitStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code perfbudget}. */
@Command(
        name = "perfbudget",
        description = "Performance verdicts with stated error rates.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompareCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    private static final long MEBIBYTE = 1024 * 1024;

    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        var output = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, output, errors, Terminal.ofThisProcess(System.getenv())));
    }

    /** Runs the command; the exit code is the result. */
    static int run(String[] arguments, PrintWriter output, PrintWriter errors, Terminal terminal) {
        var command = new CommandLine(new Main(), new Commands(terminal))
                .setOut(output)
                .setErr(errors)
                .setColorScheme(terminal.helpColours())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Main::tellOfArguments)
                .setExecutionExceptionHandler(Main::tellOfFailure);
        try {
            var code = command.execute(arguments);
            return output.checkError() ? tellOfOutput(errors) : code;
        } catch (OutOfMemoryError full) {
            errors.println("perfbudget has too little memory ("
                    + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MB). Give it more: java -Xmx…");
            return ExitStatus.UNMEASURED.code();
        } finally {
            errors.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing. The one to start with is [compare].");
    }

    /** What it was called with is wrong before any command looks at it. */
    private static int tellOfArguments(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var errors = command.getErr();
        errors.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, errors);
        errors.println("[" + command.getCommandSpec().qualifiedName() + " --help] shows what there is.");
        return ExitStatus.UNMEASURED.code();
    }

    /** Says in one message what was wrong; the stack trace only when it is asked for. */
    private static int tellOfFailure(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        var errors = command.getErr();
        if (failure instanceof BadInputException) {
            errors.println(failure.getMessage());
        } else {
            errors.println("perfbudget failed: " + failure + ". That is a defect; --debug shows where.");
        }
        if (command.getParseResult().hasMatchedOption(UsualOptions.DEBUG)) {
            failure.printStackTrace(errors);
        }
        return ExitStatus.UNMEASURED.code();
    }

    /** A verdict that nobody can have read is none. */
    private static int tellOfOutput(PrintWriter errors) {
        errors.println("Standard output could not be written: is the disk full, or was the pipe closed?");
        return ExitStatus.UNMEASURED.code();
    }

    /** Makes commands; those that print for people are given what they print to. */
    private record Commands(Terminal terminal) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            var printing = Map.<Class<?>, Function<Terminal, ?>>of(
                    CompareCommand.class, CompareCommand::new,
                    ReportCommand.class, ReportCommand::new,
                    DoctorCommand.class, DoctorCommand::new);
            var command = printing.get(type);
            return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command.apply(terminal));
        }
    }
}
