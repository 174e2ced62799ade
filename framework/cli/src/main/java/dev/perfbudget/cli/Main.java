package dev.perfbudget.cli;

import dev.perfbudget.model.ExitStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code perfbudget}. */
@Command(
        name = "perfbudget",
        description = "Performance verdicts with stated error rates.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CompareCommand.class, GenerateCompletion.class, CommandLine.HelpCommand.class})
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        var output = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, output, errors, Terminal.ofThisProcess()));
    }

    /** Runs the command; the exit code is the result. */
    static int run(String[] arguments, PrintWriter output, PrintWriter errors, Terminal terminal) {
        var command = new CommandLine(new Main(), new Commands(terminal))
                .setOut(output)
                .setErr(errors)
                .setColorScheme(terminal.helpColours())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureHandler());
        try {
            return command.execute(arguments);
        } finally {
            output.flush();
            errors.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing. The one to start with is [compare].");
    }

    /** Makes commands; the one that prints is given what it prints to. */
    private record Commands(Terminal terminal) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == CompareCommand.class
                    ? type.cast(new CompareCommand(terminal))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** Says in one message what was wrong; the stack trace only when it is asked for. */
    private static final class FailureHandler implements CommandLine.IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
            var errors = command.getErr();
            if (failure instanceof BadInputException) {
                errors.println(failure.getMessage());
            } else {
                errors.println("perfbudget failed: " + failure + ". That is a defect; --debug shows where.");
            }
            if (command.getCommand() instanceof CompareCommand compare && compare.isDebug()) {
                failure.printStackTrace(errors);
            }
            return ExitStatus.UNMEASURED.code();
        }
    }
}
