package org.ringback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Collects what is wrong, so that one run names everything, each in a line that says what to mend and where. */
public final class Complaints {

    private static final int SHOWN = 40;

    private final String about;
    private final List<String> all = new ArrayList<>();

    /** Complaints about several places, each of which is named. */
    public Complaints() {
        this("the following");
    }

    /** Complaints about one file. */
    public Complaints(String about) {
        this.about = about;
    }

    public void add(String complaint) {
        all.add(complaint);
    }

    /** Complains about each fault of a text at its place. */
    public void addAll(String where, Collection<String> faults, String text) {
        if (!faults.isEmpty()) {
            all.add(where + " " + String.join(", ", faults) + "\n      " + text);
        }
    }

    /** Complains unless the two are equal. */
    public void expect(String where, Object actual, Object wanted) {
        if (!Objects.equals(actual, wanted)) {
            all.add(where + ": is " + actual + ", should be " + wanted);
        }
    }

    /** Fails if there were any. */
    public void assertNone() {
        if (!all.isEmpty()) {
            throw new AssertionError("To mend in " + about + " (" + all.size() + "):\n  "
                    + String.join("\n  ", all.subList(0, Math.min(SHOWN, all.size()))));
        }
    }
}
