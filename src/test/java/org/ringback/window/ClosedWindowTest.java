package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.ringback.session.Session;
import org.ringback.settings.Settings;

/** Whoever opens windows all day long and closes them again gets their memory back. */
class ClosedWindowTest {

    private static final int TRIES = 50;
    private static final long PAUSE = 100;

    private static WeakReference<Session> closed() {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            return new WeakReference<>(window.session());
        }
    }

    @Test
    void aClosedWindowIsForgotten() throws InterruptedException {
        WeakReference<Session> first = closed();
        // The hands of the tests remember the window that they touched last.
        closed();
        closed();
        for (int tried = 0; tried < TRIES && first.get() != null; tried++) {
            System.gc();
            Thread.sleep(PAUSE);
        }

        assertThat(first.get()).isNull();
    }
}
