package org.ringback.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Pipes and files get UTF-8, a terminal gets what it shows. */
class TerminalOutputTest {

    @Test
    void writesUtf8ToAPipeWhateverTheSystemHas() {
        assertThat(TerminalOutput.charset("KOI8-R", "KOI8-R", false)).isEqualTo(UTF_8);
        assertThat(TerminalOutput.charset("ANSI_X3.4-1968", "ANSI_X3.4-1968", false))
                .isEqualTo(UTF_8);
        assertThat(TerminalOutput.charset(null, null, false)).isEqualTo(UTF_8);
    }

    @Test
    void writesToATerminalWhatItShows() {
        assertThat(TerminalOutput.charset("KOI8-R", "KOI8-R", true)).isEqualTo(Charset.forName("KOI8-R"));
        assertThat(TerminalOutput.charset("UTF-8", "UTF-8", true)).isEqualTo(UTF_8);
    }

    @Test
    void knowsAWindowsConsoleByItsCodePage() {
        assertThat(TerminalOutput.charset("IBM866", "windows-1251", false)).isEqualTo(Charset.forName("IBM866"));
    }

    @Test
    void doesNotTakeAsciiAtItsWord() {
        assertThat(TerminalOutput.charset("US-ASCII", "US-ASCII", true)).isEqualTo(UTF_8);
        assertThat(TerminalOutput.charset("no such charset", "UTF-8", true)).isEqualTo(UTF_8);
    }
}
