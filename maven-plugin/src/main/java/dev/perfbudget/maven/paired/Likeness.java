package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.List;

/** Tells whether two pieces of a class path have the same in them. */
interface Likeness {

    /** Jars and class folders, of each side. */
    boolean areAlike(List<Path> one, List<Path> other);
}
