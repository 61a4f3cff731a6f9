package org.ringback.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.LegTree;

/** Which rows of the list are legs of one call. Immutable. */
final class LegRows {

    static final LegRows NONE = new LegRows(LegTree.NONE, Map.of());

    private final LegTree tree;
    private final Map<Call, CallRow> rows;

    private LegRows(LegTree tree, Map<Call, CallRow> rows) {
        this.tree = tree;
        this.rows = rows;
    }

    /**
     * Finds the rows of the legs.
     *
     * @param rows of all calls
     */
    static LegRows of(List<CallRow> rows, LegTree tree) {
        if (tree.isEmpty()) {
            return NONE;
        }
        Map<Call, CallRow> byCall = HashMap.newHashMap(rows.size());
        rows.forEach(row -> byCall.put(row.call(), row));
        return new LegRows(tree, byCall);
    }

    /** The calls of the rows. */
    LegTree tree() {
        return tree;
    }

    /** The same without the links of some later legs. */
    LegRows without(Set<CallRow> unlinked) {
        return new LegRows(tree.without(unlinked.stream().map(CallRow::call).collect(Collectors.toSet())), rows);
    }

    /** How this leg is linked to an earlier one. */
    Optional<LegLink> link(CallRow later) {
        return tree.link(later.call());
    }

    /** The leg below which this one stands. */
    Optional<CallRow> earlier(CallRow later) {
        return link(later).map(link -> rows.get(link.otherThan(later.call())));
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    /** All legs of which this is one: itself first, the others as they stand in the list. */
    List<CallRow> together(CallRow row) {
        return tree.together(row.call()).stream()
                .map(leg -> leg == row.call() ? row : rows.get(leg))
                .toList();
    }
}
