package org.ringback.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import org.ringback.answers.Answers;

/**
 * What only other languages know can be found once they are all read, which takes a second or two. It begins with the first
 * letter that anybody types, since most windows are never searched. For the screen's thread.
 */
final class OtherLanguages {

    private final Background background;
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read");
    private boolean begun;

    /**
     * Reads nothing yet.
     *
     * @param screen runs what changes the state
     * @param threads run what takes long
     */
    OtherLanguages(Executor screen, Executor threads) {
        this.background = new Background(screen, threads);
    }

    /** Somebody searches: they are read beside, unless they are already. */
    void want(Answers answers) {
        if (!begun) {
            begun = true;
            if (!answers.otherLanguagesPrepared()) {
                background.run(Executors.callable(answers::prepareOtherLanguages), done -> read.set(true));
            }
        }
    }

    /** Turns true when more is found than at first. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Not 0 while they are being read. */
    ReadOnlyIntegerProperty workingProperty() {
        return background.workingProperty();
    }
}
