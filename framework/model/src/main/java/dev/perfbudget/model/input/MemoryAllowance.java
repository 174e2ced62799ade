package dev.perfbudget.model.input;

/**
 * How much memory may be filled with what was read. Readers take from it before they keep something; what they say that
 * a thing takes is a generous estimate, which includes what judging it needs.
 */
public final class MemoryAllowance {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final int PART_FOR_INPUT = 4;
    private static final int PART_FOR_ONE_VALUE = 64;
    private static final long BYTES_OF_VALUE = 96;
    private static final long BYTES_OF_ITERATION = 1024;
    private static final long BYTES_OF_FORK = 512;
    private static final long BYTES_OF_SAMPLE = 4096;
    private static final long BYTES_OF_TEXT = 128;

    private final long heap;
    private long left;

    /** @param heap most bytes that the JVM uses */
    public MemoryAllowance(long heap) {
        this.heap = heap;
        this.left = heap / PART_FOR_INPUT;
    }

    /** Of the JVM that runs this: a quarter of its memory. */
    public static MemoryAllowance ofThisJvm() {
        return new MemoryAllowance(Runtime.getRuntime().maxMemory());
    }

    /** Takes what a value needs. */
    public void takeValue(String source) throws UnreadableFileException {
        take(BYTES_OF_VALUE, source);
    }

    /** Takes what an iteration of a run needs, with its counters. */
    public void takeIteration(String source) throws UnreadableFileException {
        take(BYTES_OF_ITERATION, source);
    }

    /** Takes what a fork needs beside its values. */
    public void takeFork(String source) throws UnreadableFileException {
        take(BYTES_OF_FORK, source);
    }

    /** Takes what a sample needs beside its forks. */
    public void takeSample(String source) throws UnreadableFileException {
        take(BYTES_OF_SAMPLE, source);
    }

    /** Takes what a text needs, with what holds it. */
    public void takeText(int characters, String source) throws UnreadableFileException {
        take(BYTES_OF_TEXT + 2L * characters, source);
    }

    /** How many bytes of a file may be looked at in one piece. */
    public long mostOfOneValue() {
        return heap / PART_FOR_ONE_VALUE;
    }

    private void take(long bytes, String source) throws UnreadableFileException {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableFileException("[" + source + "] holds more measurements than this JVM has room for ("
                    + heap / MEBIBYTE + " MB of memory). Give it more, such as java -Xmx" + 4 * heap / MEBIBYTE
                    + "m, or compare fewer benchmarks at a time.");
        }
    }
}
