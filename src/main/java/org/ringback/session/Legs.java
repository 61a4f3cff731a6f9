package org.ringback.session;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.LegLink;

/** Which rows are legs of one call: as was found out, but for the links that the user has undone. */
public final class Legs {

    private final Set<CallRow> unlinked = new HashSet<>();
    private LegRows found = LegRows.NONE;
    private LegRows linked = LegRows.NONE;

    /**
     * Takes what was found out.
     *
     * @param apart rows that stand apart from the earlier leg from the start on
     */
    void found(LegRows rows, List<CallRow> apart) {
        found = rows;
        apart.stream().filter(leg -> found.link(leg).isPresent()).forEach(unlinked::add);
        relink();
    }

    /** Takes a leg away from the earlier one. Whether it stood below one. */
    boolean unlink(CallRow leg) {
        boolean below = found.link(leg).isPresent();
        if (below) {
            unlinked.add(leg);
            relink();
        }
        return below;
    }

    /** Puts a leg back. Whether it was taken away. */
    boolean linkAgain(CallRow leg) {
        boolean away = unlinked.remove(leg);
        if (away) {
            relink();
        }
        return away;
    }

    private void relink() {
        linked = found.without(unlinked);
    }

    /** The rows that the user has taken away from the earlier leg. */
    Set<CallRow> apart() {
        return Collections.unmodifiableSet(unlinked);
    }

    /** As they are linked now. */
    LegRows linked() {
        return linked;
    }

    /** The link by which a leg stands below an earlier one. */
    public Optional<LegLink> link(CallRow leg) {
        return linked.link(leg);
    }

    /** The link that the user has undone. */
    public Optional<LegLink> undone(CallRow leg) {
        return unlinked.contains(leg) ? found.link(leg) : Optional.empty();
    }

    /** The links that the user has undone and of which a row was one end. */
    List<Open.Undone> undoneAt(CallRow row) {
        return unlinked.stream()
                .flatMap(later -> found.link(later).map(link -> new Open.Undone(link, later)).stream())
                .filter(undone -> undone.later() == row
                        || undone.link().otherThan(undone.later().call()) == row.call())
                .toList();
    }

    /** The legs that stand together with this one. */
    List<Open.Leg> others(CallRow row) {
        return linked.together(row).stream()
                .filter(leg -> leg != row)
                .map(leg -> other(leg, row))
                .toList();
    }

    private Open.Leg other(CallRow leg, CallRow row) {
        Optional<LegLink> link = linked.link(leg);
        return new Open.Leg(leg, link.or(() -> linked.link(row)), link.isPresent() ? leg : row);
    }
}
