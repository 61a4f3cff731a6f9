package org.ringback.pseudonym;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ringback.sip.EmergencyService;

/**
 * Tells where a number was dialed for help from where it is somebody's extension. The first explains how a call is routed and
 * stays; the second is replaced, and so is whatever is not clear.
 */
final class DialedNumbers {

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

    private final Map<String, Boolean> dialed = new HashMap<>();
    private final Set<String> owned = new HashSet<>();

    void note(String digits, Place place) {
        if (!EmergencyService.somewhere(digits)) {
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
        return forHelp != null && !owned.contains(digits) && (forHelp || EmergencyService.reserved(digits));
    }
}
