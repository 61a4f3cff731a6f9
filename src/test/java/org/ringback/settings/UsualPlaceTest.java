package org.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where systems keep what is remembered of programs. */
class UsualPlaceTest {

    @Test
    void eachSystemHasItsUsualPlace() {
        var home = Path.of("/home/me");

        assertThat(SettingsFile.usualPlace(Map.of(), "Linux", home))
                .isEqualTo(Path.of("/home/me/.config/ringback/settings.json"));
        assertThat(SettingsFile.usualPlace(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", home))
                .isEqualTo(Path.of("/cfg/ringback/settings.json"));
        assertThat(SettingsFile.usualPlace(Map.of("XDG_CONFIG_HOME", " "), "FreeBSD", home))
                .isEqualTo(Path.of("/home/me/.config/ringback/settings.json"));
        for (String senseless : List.of("cfg", "~/.config", "/c\0fg")) {
            assertThat(SettingsFile.usualPlace(Map.of("XDG_CONFIG_HOME", senseless), "Linux", home))
                    .isEqualTo(Path.of("/home/me/.config/ringback/settings.json"));
        }
        assertThat(SettingsFile.usualPlace(Map.of("HOME", "/tmp/me"), "Linux", home))
                .isEqualTo(Path.of("/tmp/me/.config/ringback/settings.json"));
        assertThat(SettingsFile.usualPlace(Map.of("XDG_CONFIG_HOME", "/cfg"), "Mac OS X", home))
                .isEqualTo(Path.of("/home/me/Library/Application Support/ringback/settings.json"));
        assertThat(SettingsFile.usualPlace(Map.of("APPDATA", "/roaming"), "Windows 11", home))
                .isEqualTo(Path.of("/roaming/ringback/settings.json"));
        assertThat(SettingsFile.usualPlace(Map.of(), "Windows 11", home))
                .isEqualTo(Path.of("/home/me/AppData/Roaming/ringback/settings.json"));
    }
}
