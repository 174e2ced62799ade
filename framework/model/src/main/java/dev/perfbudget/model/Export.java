package dev.perfbudget.model;

import java.util.List;

/**
 * Measurements in the format of another tool.
 *
 * @param text the file
 * @param notes what of the measurements it does not tell
 */
public record Export(String text, List<String> notes) {

    public Export {
        notes = List.copyOf(notes);
    }
}
