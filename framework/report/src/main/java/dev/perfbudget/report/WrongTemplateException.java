package dev.perfbudget.report;

import java.io.IOException;

/** A template, or the folder of templates, cannot be used; the message says which, where in it, and how to mend it. */
public final class WrongTemplateException extends IOException {

    private static final long serialVersionUID = 1L;

    WrongTemplateException(String message) {
        super(message);
    }

    WrongTemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
