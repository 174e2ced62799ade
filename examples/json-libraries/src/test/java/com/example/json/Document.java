package com.example.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document that every benchmark here reads or writes. */
final class Document {

    private Document() {}

    static String text() {
        try (var in = Document.class.getResourceAsStream("catalogue.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
