package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.handbook.Entry;
import org.ringback.language.LanguageFiles;
import org.ringback.language.ProgramFiles;

/** Who types gets what their language knows at once, and what only others know as soon as those are read. */
class OtherLanguagesTest {

    private final Library library = new Library(new TwoLanguages());
    private final ReadOnlyObjectWrapper<Answers> english = new ReadOnlyObjectWrapper<>(library.english());

    /** What is to be done in the background waits here until somebody runs it. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private final OtherLanguages others = new OtherLanguages(Runnable::run, waiting::add);
    private final CodePickerModel picker = new CodePickerModel(english, others);

    @Test
    void nothingIsReadBeforeSomebodyTypes() {
        english.get().prepareSearch();

        assertThat(waiting).isEmpty();
        assertThat(english.get().otherLanguagesPrepared()).isFalse();
    }

    @Test
    void whatTheOwnLanguageKnowsIsThereWhileOthersAreRead() {
        picker.queryProperty().set("busy");

        assertThat(waiting).hasSize(1);
        assertThat(picker.workingProperty().get()).isEqualTo(1);
        assertThat(picker.found()).first().extracting(Entry::number).isIn(486, 600);
    }

    @Test
    void whatOnlyAnotherLanguageKnowsComesWhenItIsRead() {
        picker.queryProperty().set("занято");
        assertThat(picker.found()).isEmpty();

        waiting.remove().run();

        assertThat(picker.found()).first().extracting(Entry::number).isIn(486, 600);
        assertThat(picker.workingProperty().get()).isZero();
    }

    @Test
    void theyAreReadOnceHoweverMuchIsTyped() {
        picker.queryProperty().set("b");
        picker.queryProperty().set("bu");
        waiting.remove().run();
        picker.queryProperty().set("bus");
        new CodePickerModel(english, others).queryProperty().set("busy");
        var anotherWindow = new OtherLanguages(Runnable::run, waiting::add);
        new CodePickerModel(english, anotherWindow).queryProperty().set("busy");

        assertThat(waiting).isEmpty();
    }

    @Test
    void whatIsFoundAlreadyStaysAsItIs() {
        picker.queryProperty().set("busy");
        var changes = new AtomicInteger();
        InvalidationListener counter = change -> changes.incrementAndGet();
        picker.found().addListener(counter);

        waiting.remove().run();

        assertThat(changes).hasValue(0);
    }

    /** As the program has them, but Russian and English alone. */
    private static final class TwoLanguages implements LanguageFiles {

        private final LanguageFiles program = new ProgramFiles();

        @Override
        public List<String> list(String folder) throws IOException {
            return program.list(folder).stream()
                    .filter(name -> name.contains("_en.") || name.contains("_ru."))
                    .toList();
        }

        @Override
        public Optional<InputStream> open(String folder, String name) throws IOException {
            return program.open(folder, name);
        }
    }
}
