package org.ringback.session;

import java.util.List;
import java.util.Optional;
import org.ringback.call.LegLink;

/**
 * The call that is looked at, with everything that its page says of it: what does not come at once comes as another one, so
 * that nothing of one call ever stands beside something of another.
 *
 * @param row of the call in the list
 * @param others the legs that stand together with it
 * @param undone the legs that the user has separated from this one, or this one from them
 * @param call its messages and what was found out
 * @param examined whether its findings are all there are; while files are being read there are none yet
 */
public record Open(CallRow row, List<Leg> others, List<Undone> undone, OpenCall call, boolean examined) {

    public Open {
        others = List.copyOf(others);
        undone = List.copyOf(undone);
    }

    /** Whether this is the call that was open before, perhaps with more messages or legs. */
    public boolean continues(Optional<Open> before) {
        return before.filter(open -> row.continues(open.row)).isPresent();
    }

    /**
     * A link that the user has undone.
     *
     * @param later of both its ends the one that was taken away
     */
    public record Undone(LegLink link, CallRow later) {}

    /**
     * Another leg of the same call.
     *
     * @param link by which it is known, if it is linked to an earlier one or the open one to it
     * @param later of both ends of the link the one that is taken away when it is undone
     */
    public record Leg(CallRow row, Optional<LegLink> link, CallRow later) {}
}
