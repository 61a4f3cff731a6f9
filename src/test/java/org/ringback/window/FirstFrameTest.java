package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ringback.settings.Settings;

/** The build trains and measures by this walk: each step has to come to its end in the window as it is now. */
class FirstFrameTest {

    @Test
    void walksFromTheSampleToAMessage() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        var ended = new CompletableFuture<Void>();
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.act(() -> {
                var scene = window.root().getScene();
                var steps = FirstFrame.calls(scene, window.session(), "sample");
                new Walk(scene, steps, (step, milliseconds) -> said.add(step), () -> ended.complete(null)).begin();
            });
            ended.get(20, TimeUnit.SECONDS);
        }
        assertThat(said).containsExactly("rows", "findings", "ladder", "message");
    }
}
