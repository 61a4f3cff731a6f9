package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.Pipes;
import org.ringback.answers.Library;
import org.ringback.language.ProgramFiles;
import org.ringback.session.Session;

/** What the list of calls says while its calls are still being read. */
class WhileReadingTest {

    @Test
    void theListNeverSaysThatThereIsNothingAboveMessagesThatWereCounted() throws InterruptedException {
        BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
        var session = new Session(new Library(new ProgramFiles()), CallsSection.IN_CALLS, Locale.ENGLISH, told::add);
        List<String> said = new ArrayList<>();
        try (var window = WindowUnderTest.open(session, 990, 700)) {
            window.act(session::openSample);
            while (session.calls().workingProperty().get() > 0) {
                Runnable next = told.poll(20, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                window.act(next);
                said.addAll(VisibleTexts.in(window.roots()));
            }
            assertThat(said)
                    .contains("Putting the calls together", "Shown: 11 of 14   SIP messages: 83")
                    .doesNotContain("Nothing to show")
                    .noneMatch(text -> text.contains("0 of 0"));
        }
    }

    @Test
    void aPipeThatNobodyWantsToWaitForIsNotCalledEmpty(@TempDir Path folder) throws InterruptedException {
        Path pipe = folder.resolve("call.pcap");
        assumeTrue(Pipes.make(pipe));
        BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
        var session = new Session(new Library(new ProgramFiles()), CallsSection.IN_CALLS, Locale.ENGLISH, told::add);
        try (var window = WindowUnderTest.open(session, 990, 700)) {
            window.act(() -> session.openFiles(List.of(pipe)));
            window.press(KeyCode.ESCAPE);
            while (session.calls().workingProperty().get() > 0) {
                Runnable next = told.poll(20, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                window.act(next);
            }
            assertThat(VisibleTexts.in(window.roots()))
                    .contains("Drop a capture or a log here")
                    .noneMatch(text -> text.contains("no SIP messages"));
        }
    }
}
