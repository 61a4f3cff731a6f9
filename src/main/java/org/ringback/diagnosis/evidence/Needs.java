package org.ringback.diagnosis.evidence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Without which signs a rule has nothing to say of a call, so that it need not be asked. Who needs too much is silent where
 * it should speak; a test lets every rule look at everything all the same and compares.
 */
public final class Needs {

    /** The rule looks at every call. */
    public static final Needs NOTHING = all();

    private final EnumSet<Sign> all = EnumSet.noneOf(Sign.class);
    private final EnumSet<Sign> any = EnumSet.noneOf(Sign.class);

    private Needs(Collection<Sign> all, Collection<Sign> any) {
        this.all.addAll(all);
        this.any.addAll(any);
    }

    /** All of these. */
    public static Needs all(Sign... signs) {
        return new Needs(List.of(signs), List.of());
    }

    /** One of these at least. */
    public static Needs any(Sign... signs) {
        return new Needs(List.of(), List.of(signs));
    }

    /** Also one of these at least. */
    public Needs andAny(Sign... signs) {
        return new Needs(all, List.of(signs));
    }

    /** Whether a call has what is needed. */
    public boolean metBy(Case examined) {
        Set<Sign> signs = examined.signs();
        return signs.containsAll(all) && (any.isEmpty() || hasAny(signs));
    }

    private boolean hasAny(Set<Sign> signs) {
        for (Sign sign : any) {
            if (signs.contains(sign)) {
                return true;
            }
        }
        return false;
    }
}
