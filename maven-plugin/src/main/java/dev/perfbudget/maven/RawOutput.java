package dev.perfbudget.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's own standard output: of {@code System.out} Maven 4 makes lines of its log, with a prefix. */
final class RawOutput {

    private RawOutput() {}

    /** Behind everything that was printed so far. */
    static PrintStream open() {
        System.out.flush();
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
