package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleDirectoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"/projects/shop", "/projects/shop/", "C:\\projects\\shop", "C:\\projects/shop\\", "shop"})
    void has_the_name_of_its_last_folder_whichever_system_it_is_on(String path) {
        assertThat(name(path)).isEqualTo("shop");
    }

    @Test
    void may_be_what_this_system_has_no_path_for() {
        assertThat(name("/projects/sh\u0000op")).isEqualTo("sh\u0000op");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "\\\\"})
    void without_a_folder_is_named_as_it_is(String path) {
        assertThat(name(path)).isEqualTo(path);
    }

    private static String name(String path) {
        return new ModuleDirectory(path).name();
    }
}
