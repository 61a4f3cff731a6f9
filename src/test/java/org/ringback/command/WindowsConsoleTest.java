package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A console takes UTF-8 while the program answers, and has its own code page again afterwards. */
class WindowsConsoleTest {

    private static final int UTF_8 = 65001;

    private final List<Runnable> atEnd = new ArrayList<>();

    /** Of a console that begins with a code page and takes others, or does not. */
    private static final class Made implements WindowsConsole.CodePage {

        private int page;
        private final boolean takes;

        private Made(int page, boolean takes) {
            this.page = page;
            this.takes = takes;
        }

        @Override
        public int get() {
            return page;
        }

        @Override
        public boolean set(int wanted) {
            page = takes ? wanted : page;
            return takes;
        }
    }

    @Test
    void getsBackWhatItHad() {
        var console = new Made(437, true);
        assertThat(WindowsConsole.takesUtf8(console, atEnd::add)).isTrue();
        assertThat(console.get()).isEqualTo(UTF_8);
        atEnd.forEach(Runnable::run);
        assertThat(console.get()).isEqualTo(437);
    }

    @Test
    void isLeftAloneWhereItTakesUtf8Already() {
        assertThat(WindowsConsole.takesUtf8(new Made(UTF_8, false), atEnd::add)).isTrue();
        assertThat(atEnd).isEmpty();
    }

    @Test
    void keepsItsPageWhereItTakesNoOther() {
        var console = new Made(850, false);
        assertThat(WindowsConsole.takesUtf8(console, atEnd::add)).isFalse();
        assertThat(console.get()).isEqualTo(850);
        assertThat(atEnd).isEmpty();
    }

    @Test
    void isNotAskedWhereThereIsNone() {
        assertThat(WindowsConsole.takesUtf8(new Made(0, true), atEnd::add)).isFalse();
        assertThat(atEnd).isEmpty();
    }

    @Test
    void thatCannotBeAskedStopsNoAnswer() {
        assertThat(WindowsConsole.takesUtf8(() -> {
                    throw new IllegalArgumentException("Cannot open library: kernel32");
                }))
                .isFalse();
        assertThat(WindowsConsole.takesUtf8(() -> {
                    throw new UnsatisfiedLinkError("no native access");
                }))
                .isFalse();
    }

    @Test
    void belongsToWindowsAlone() {
        assertThat(WindowsConsole.takesUtf8())
                .isEqualTo(System.getProperty("os.name").startsWith("Windows"));
    }
}
