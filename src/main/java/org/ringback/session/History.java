package org.ringback.session;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way through the program, as in a browser: each section that was shown is a place, and so is each page and comparison. */
public final class History {

    /**
     * Where one can be.
     *
     * @param code the open page, or the left one of the comparison; 0 where it is out of sight
     * @param right the right one of the comparison, or 0
     * @param visit tells two visits of the same place apart; the way back leads to the same visit
     */
    public record Place(Section section, int code, int right, int visit) {

        private boolean same(Place other) {
            return section == other.section && code == other.code && right == other.right;
        }
    }

    private final ObjectProperty<Section> section;
    private final HandbookModel handbook;
    private final ComparisonModel comparison;
    private final Deque<Place> behind = new ArrayDeque<>();
    private final Deque<Place> ahead = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private final ReadOnlyObjectWrapper<Place> here = new ReadOnlyObjectWrapper<>(this, "here");
    private int visits;
    private boolean walking;
    /** The page that happened to be open when somebody began to search: nobody asked for it. */
    private Place passing;

    /** Begins where the program is now and notes wherever it goes. */
    History(ObjectProperty<Section> section, HandbookModel handbook, ComparisonModel comparison) {
        this.section = section;
        this.handbook = handbook;
        this.comparison = comparison;
        here.set(now());
        InvalidationListener onMove = change -> note();
        section.addListener(onMove);
        handbook.codeProperty().addListener(onMove);
        comparison.pairProperty().addListener(onMove);
    }

    private Place now() {
        // All are always read: what was not read since its last change tells of no other.
        int page = handbook.codeProperty().get();
        ComparisonModel.Pair pair = comparison.pairProperty().get();
        return switch (section.get()) {
            case HANDBOOK -> new Place(Section.HANDBOOK, page, 0, visits);
            case COMPARISON -> new Place(Section.COMPARISON, pair.left(), pair.right(), visits);
            case CALLS -> new Place(Section.CALLS, 0, 0, visits);
        };
    }

    private void note() {
        Place now = now();
        if (!walking && !now.same(here.get())) {
            if (!here.get().equals(passing) || now.section() != Section.HANDBOOK) {
                behind.push(here.get());
            }
            visits++;
            ahead.clear();
            here.set(now());
            tell();
        }
    }

    /** Goes to the handbook to search there; the page that is open there by chance is no step on the way. */
    void search() {
        if (section.get() != Section.HANDBOOK) {
            section.set(Section.HANDBOOK);
            passing = here.get();
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
        to.push(here.get());
        Place there = from.pop();
        walking = true;
        switch (there.section()) {
            case HANDBOOK -> handbook.open(there.code());
            case COMPARISON -> comparison.compare(there.code(), there.right());
            case CALLS -> {
                // The calls are as they were left.
            }
        }
        section.set(there.section());
        walking = false;
        // Last, so that whoever remembers more of a place finds it shown.
        here.set(there);
        tell();
    }

    private void tell() {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
    }

    /** Where the program is; told when the place is shown. */
    public ReadOnlyObjectProperty<Place> hereProperty() {
        return here.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }
}
