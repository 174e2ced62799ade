package com.example.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Ordinary tests run beside benchmarks as ever: what is compared does the same. */
class DocumentTest {

    @Test
    void both_libraries_read_the_same() {
        var json = Document.text();

        assertEquals(
                new JsonMapper().readValue(json, Catalogue.class), new Gson().fromJson(json, Catalogue.class));
    }
}
