package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.settings.Settings;

/** The build trains and measures by this walk: each step has to come to its end in the window as it is now. */
class FirstFrameTest {

    /** Also where a capture is being opened already, as from the command line. */
    @ParameterizedTest
    @ValueSource(strings = {"sample", ""})
    void walksFromRowsToAMessage(String capture) throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        var ended = new CompletableFuture<Void>();
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            window.act(() -> {
                if (capture.isEmpty()) {
                    window.session().openSample();
                }
                var scene = window.root().getScene();
                var steps = FirstFrame.calls(scene, window.session(), capture);
                new Walk(scene, steps, (step, milliseconds) -> said.add(step), () -> ended.complete(null)).begin();
            });
            ended.get(20, TimeUnit.SECONDS);
        }
        assertThat(said).containsExactly("rows", "findings", "ladder", "message");
    }
}
