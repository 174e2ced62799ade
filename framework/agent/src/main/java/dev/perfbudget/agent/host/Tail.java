package dev.perfbudget.agent.host;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;

/** The end of what was written to it: the last 64 KB, and of these the last 200 lines. */
final class Tail extends OutputStream {

    static final int BYTES = 64 * 1024;
    static final int LINES = 200;

    private final byte[] ring = new byte[BYTES];
    private long written;

    @Override
    public synchronized void write(int value) {
        ring[(int) (written++ % BYTES)] = (byte) value;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        var skipped = Math.max(0, length - BYTES);
        written += skipped;
        for (int from = offset + skipped; from < offset + length; ) {
            var at = (int) (written % BYTES);
            var fitting = Math.min(BYTES - at, offset + length - from);
            System.arraycopy(bytes, from, ring, at, fitting);
            written += fitting;
            from += fitting;
        }
    }

    /** Forgets everything. */
    synchronized void clear() {
        written = 0;
    }

    /** What is left, under a line that says so if something was dropped. */
    synchronized String text() {
        var kept = (int) Math.min(written, BYTES);
        var bytes = new byte[kept];
        for (int i = 0; i < kept; i++) {
            bytes[i] = ring[(int) ((written - kept + i) % BYTES)];
        }
        var text = new String(bytes, Charset.defaultCharset());
        var lines = text.split("\n", -1);
        var first = Math.max(0, lines.length - LINES);
        if (first == 0 && kept == written) {
            return text;
        }
        return String.format(Locale.ROOT, "[... %d bytes in all; the last lines:]%n", written)
                + String.join("\n", Arrays.asList(lines).subList(first, lines.length));
    }
}
