package dev.perfbudget.integration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.Main;

/** JMH as everybody runs it: its own main class, in a JVM of its own, without anything of ours in the way. */
record PlainJmh(String classPath) {

    /** Plain JMH on this test's own class path. */
    static PlainJmh here() {
        return new PlainJmh(System.getProperty("java.class.path"));
    }

    /** Plain JMH with one more entry on the class path, first. */
    PlainJmh with(Path first) {
        return new PlainJmh(first + File.pathSeparator + classPath);
    }

    /** Runs JMH to its end; what it printed. */
    String run(Path log, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, WithoutLock.class.getName()));
        command.addAll(arguments);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return Files.readString(log);
    }

    /**
     * JMH's main class, but for its lock: other tests measure meanwhile. Set in here, because a JVM argument would be
     * passed on to the forks, whose command lines are what is looked at.
     */
    static final class WithoutLock {

        private WithoutLock() {}

        public static void main(String[] arguments) throws IOException {
            System.setProperty("jmh.ignoreLock", "true");
            Main.main(arguments);
        }
    }
}
