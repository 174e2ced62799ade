package dev.perfbudget.runner.queue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that all users of the machine may lock. It is never deleted: whoever waits has it open already. */
final class LockFile implements Closeable {

    private static final int LONGEST_TEXT = 8 * 1024;

    private final FileChannel channel;
    private final long position;
    private final long size;

    private LockFile(FileChannel channel, long position, long size) {
        this.channel = channel;
        this.position = position;
        this.size = size;
    }

    /** Locks the whole file, as JMH does. */
    static LockFile whole(Path path) throws IOException {
        return new LockFile(open(path), 0, Long.MAX_VALUE);
    }

    /** Locks a byte far beyond the text, which others can then read on every system. */
    static LockFile besideText(Path path) throws IOException {
        return new LockFile(open(path), Long.MAX_VALUE - 1, 1);
    }

    /**
     * Makes the file first if need be, then opens it <em>without</em> the option to create: Linux forbids that option
     * for other users' files in a sticky directory such as {@code /tmp}.
     */
    private static FileChannel open(Path path) throws IOException {
        try {
            Files.createFile(path);
            shareWithEverybody(path);
        } catch (FileAlreadyExistsException fine) {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void shareWithEverybody(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }

    /** Whether the lock is ours now; it stays ours until this is closed or the process ends. */
    boolean tryLock() throws IOException {
        try {
            return channel.tryLock(position, size, false) != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    String text() throws IOException {
        var buffer = ByteBuffer.allocate(LONGEST_TEXT);
        var length = channel.read(buffer, 0);
        return length < 0 ? "" : new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
    }

    void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(text), 0);
    }

    /** Gives the lock up; should that fail, the end of this process does. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException atTheEndOfTheProcess) {
            // Nothing is lost by it.
        }
    }
}
