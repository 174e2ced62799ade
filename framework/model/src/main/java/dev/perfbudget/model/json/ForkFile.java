package dev.perfbudget.model.json;

import dev.perfbudget.model.Fork;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A fork file: one JSON line a finished fork, appended and forced to disk, so that a crash keeps finished forks. */
public final class ForkFile implements Closeable {

    private final FileChannel channel;

    /** Opens it at its end; what a crash left of a last line is cut off first. */
    ForkFile(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.truncate(endOfLastLine());
        channel.position(channel.size());
    }

    private long endOfLastLine() throws IOException {
        var last = ByteBuffer.allocate(1);
        for (var end = channel.size(); end > 0; end--) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** Appends a finished fork; it is on disk when this returns. */
    public void append(Fork fork) throws IOException {
        var line = ByteBuffer.wrap(RunJson.printLine(fork));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static List<Fork> read(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        var complete = text.substring(0, text.lastIndexOf('\n') + 1);
        var forks = new ArrayList<Fork>();
        var number = 0;
        for (var line : complete.lines().toList()) {
            number++;
            forks.add(RunJson.parseFork(line, file + ":" + number));
        }
        return forks;
    }
}
