package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Test;
import org.ringback.handbook.CodeClass;
import org.ringback.handbook.Entry;

/** The list of codes narrows while one types and filters. */
class CodePickerModelTest {

    private final Session session = Sessions.fresh();
    private final CodePickerModel picker = session.picker();

    @Test
    void everyCodeIsThereAtFirstInOrder() {
        assertThat(picker.found()).hasSize(95).extracting(Entry::number).isSorted();
        assertThat(picker.inNumericOrder()).isTrue();
    }

    @Test
    void typingNarrowsTheListBestFirst() {
        picker.queryProperty().set("busy");

        assertThat(picker.found()).first().extracting(Entry::number).isIn(486, 600);
        assertThat(picker.inNumericOrder()).isFalse();
    }

    @Test
    void clearingBringsKnownCodesBack() {
        picker.queryProperty().set("busy");
        picker.queryProperty().set("  ");

        assertThat(picker.found()).hasSize(95);
        assertThat(picker.inNumericOrder()).isTrue();
    }

    @Test
    void aClassFilterKeepsOnlyItsCodes() {
        picker.classFilterProperty().set(CodeClass.GLOBAL_FAILURE);

        assertThat(picker.found()).extracting(Entry::number).containsExactly(600, 603, 604, 606, 607, 608, 687);
    }

    @Test
    void filterAndQueryWorkTogether() {
        picker.classFilterProperty().set(CodeClass.GLOBAL_FAILURE);
        picker.queryProperty().set("busy");

        assertThat(picker.found()).first().extracting(Entry::number).isEqualTo(600);
        assertThat(picker.found()).allMatch(entry -> entry.code().codeClass() == CodeClass.GLOBAL_FAILURE);

        picker.classFilterProperty().set(null);
        assertThat(picker.found()).extracting(Entry::number).contains(486, 600);
    }

    @Test
    void nonsenseEmptiesTheList() {
        picker.queryProperty().set("qwxzvbk");

        assertThat(picker.found()).isEmpty();
    }

    @Test
    void theListSpeaksTheCurrentLanguage() {
        picker.queryProperty().set("busy");
        Sessions.speak(session, "ru");

        assertThat(picker.found())
                .isNotEmpty()
                .allMatch(entry -> entry.language().tag().equals("ru"));
        picker.queryProperty().set("занято");
        assertThat(picker.found()).first().extracting(Entry::number).isIn(486, 600);
    }

    @Test
    void pickersDoNotDisturbEachOther() {
        var other = session.newPicker();
        other.queryProperty().set("486");

        assertThat(other.found()).hasSize(1);
        assertThat(picker.found()).hasSize(95);
    }

    @Test
    void aChangeIsToldOnce() {
        var changes = new AtomicInteger();
        InvalidationListener counter = change -> changes.incrementAndGet();
        picker.found().addListener(counter);

        picker.queryProperty().set("40");

        assertThat(changes).hasValue(1);
    }
}
