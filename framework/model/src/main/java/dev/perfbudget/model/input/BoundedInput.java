package dev.perfbudget.model.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of which only so many bytes are read at a time: whoever reads says how far it may be read from here. */
public final class BoundedInput extends FilterInputStream {

    private static final int READ_AHEAD = 64 * 1024;

    private final String source;
    private long position;
    private long end = Long.MAX_VALUE;

    public BoundedInput(InputStream input, String source) {
        super(input);
        this.source = source;
    }

    /** Allows so many bytes from here, and as many as a parser reads ahead. */
    public void allow(long bytes) {
        end = position + bytes + READ_AHEAD;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        advance(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, Math.min(length, READ_AHEAD));
        advance(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void advance(int count) throws IOException {
        position += count;
        if (position > end) {
            throw new UnreadableFileException("[" + source + "] has, before byte [" + position
                    + "], a single value that is too large for this JVM's memory. Give it more: java -Xmx…");
        }
    }
}
