package org.ringback.pseudonym;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells where a number was dialed for help from where it is somebody's extension. The first explains how a call is routed and
 * stays; the second is replaced, and so is whatever is not clear.
 */
final class EmergencyNumbers {

    /** Why a number stands where it stands. */
    enum Place {
        /** Where a call begins that goes out: it may be dialed there. */
        DIALED,
        /** The same in a message that says it is an emergency. */
        DIALED_FOR_HELP,
        /** It only repeats what another message has said. */
        REPEATED,
        /** It is somebody's. */
        OWNED
    }

    /** Where nobody gives them to a telephone. */
    private static final Set<String> RESERVED = Set.of("000", "112", "911", "999");

    private static final Set<String> SOMEWHERE = Set.of(
            "15", "17", "18", "100", "101", "102", "103", "104", "108", "110", "111", "113", "114", "115", "117", "118",
            "119", "120", "122", "123", "124", "127", "128", "132", "133", "140", "144", "150", "155", "158", "190",
            "191", "192", "193", "194", "195", "196", "197", "198", "199", "933", "988", "995", "997", "998");

    private final Map<String, Boolean> dialed = new HashMap<>();
    private final Set<String> owned = new HashSet<>();

    void note(String digits, Place place) {
        if (!RESERVED.contains(digits) && !SOMEWHERE.contains(digits)) {
            return;
        }
        switch (place) {
            case DIALED -> dialed.putIfAbsent(digits, false);
            case DIALED_FOR_HELP -> dialed.put(digits, true);
            case OWNED -> owned.add(digits);
            case REPEATED -> {}
        }
    }

    boolean stays(String digits) {
        Boolean forHelp = dialed.get(digits);
        return forHelp != null && !owned.contains(digits) && (forHelp || RESERVED.contains(digits));
    }
}
