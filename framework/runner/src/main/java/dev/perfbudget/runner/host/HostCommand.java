package dev.perfbudget.runner.host;

import dev.perfbudget.protocol.ArgumentFile;
import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.Side;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How a host is started: {@code java @file} with class path and main class in the file, because a class path may be
 * longer than a command line, and with no JVM argument, because JMH's forks would inherit it.
 */
final class HostCommand {

    /** By name: nothing of the agent but the protocol may enter the runner. */
    static final String MAIN_CLASS = "dev.perfbudget.agent.host.HostMain";

    private final Side side;
    private final ChildEnvironment environment;

    HostCommand(Side side, ChildEnvironment environment) {
        this.side = side;
        this.environment = environment;
    }

    ProcessBuilder builder(Path argumentFile, String address) throws IOException {
        ArgumentFile.forLauncher(argumentFile).write(arguments());
        argumentFile.toFile().deleteOnExit();
        var builder = new ProcessBuilder(List.of(java(), "@" + argumentFile))
                .directory(new File(side.workingDirectory()))
                .redirectErrorStream(true);
        return environment.giveTo(builder, address);
    }

    private List<String> arguments() {
        return List.of("-cp", ArgumentFile.quoted(String.join(File.pathSeparator, side.classPath())), MAIN_CLASS);
    }

    private String java() {
        return Path.of(side.javaHome(), "bin", File.separatorChar == '\\' ? "java.exe" : "java")
                .toString();
    }
}
