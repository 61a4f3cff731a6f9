package org.ringback.session;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The way through the program, as in a browser: each section that was shown is a place, and so is each page. */
public final class History {

    /**
     * Where one can be.
     *
     * @param code the open page; 0 in the other sections, where it is out of sight
     */
    private record Place(Section section, int code) {}

    private final ObjectProperty<Section> section;
    private final HandbookModel handbook;
    private final Deque<Place> behind = new ArrayDeque<>();
    private final Deque<Place> ahead = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private Place here;
    private boolean walking;

    /** Begins where the program is now and notes wherever it goes. */
    History(ObjectProperty<Section> section, HandbookModel handbook) {
        this.section = section;
        this.handbook = handbook;
        this.here = now();
        InvalidationListener onMove = change -> note();
        section.addListener(onMove);
        handbook.codeProperty().addListener(onMove);
    }

    private Place now() {
        // Both are always read: what was not read since its last change tells of no other.
        int code = handbook.codeProperty().get();
        Section shown = section.get();
        return new Place(shown, shown == Section.HANDBOOK ? code : 0);
    }

    private void note() {
        Place now = now();
        if (!walking && !now.equals(here)) {
            behind.push(here);
            ahead.clear();
            here = now;
            tell();
        }
    }

    /** Returns to the place before, if there is one. */
    public void back() {
        walk(behind, ahead);
    }

    /** Undoes a step back, if there was one. */
    public void forward() {
        walk(ahead, behind);
    }

    private void walk(Deque<Place> from, Deque<Place> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(here);
        here = from.pop();
        walking = true;
        if (here.section() == Section.HANDBOOK) {
            handbook.open(here.code());
        }
        section.set(here.section());
        walking = false;
        tell();
    }

    private void tell() {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }
}
