package dev.perfbudget.model;

import java.util.List;

/** Measurements that a format has no way to hold; all that is in the way, a line each. */
public final class NotExportableException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotExportableException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
