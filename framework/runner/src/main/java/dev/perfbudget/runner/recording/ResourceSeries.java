package dev.perfbudget.runner.recording;

import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.json.ResourceFile;
import dev.perfbudget.model.json.RunDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of a run's resources: the first line that cannot be written is the last that is tried. */
public final class ResourceSeries implements Consumer<ResourceSample>, Closeable {

    private final RunDirectory directory;
    private @Nullable ResourceFile file;
    private @Nullable String failure;
    private boolean closed;

    ResourceSeries(RunDirectory directory) {
        this.directory = directory;
    }

    @Override
    public synchronized void accept(ResourceSample line) {
        if (failure != null || closed) {
            return;
        }
        try {
            file = file == null ? directory.openResourceFile() : file;
            file.append(line);
        } catch (IOException unwritable) {
            failure = "[" + directory.resourceFile() + "] could not be written to its end: " + unwritable;
        }
    }

    /** Why the file is not complete. */
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException unwritable) {
            // Every line was handed to the system when it was written.
        }
    }
}
